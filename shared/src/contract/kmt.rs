//! Questions to KMT without names: for the AF, and for the adviser who holds the link and the code.
use crate::{
    case::{
        kmt::KmtStand,
        notes::{AdviserSays, AgeGroup, KmtQuestion, PlaceKind},
    },
    id::{AccountId, LinkKey},
    indicators::ExploitationForm,
    moment::{Day, Moment},
    report::Subject,
    text::{Line, Prose, of_body},
};
use serde::{Deserialize, Serialize};

view!(
    /// What an adviser reads of a question to KMT.
    KmtContent {
        /// Vormen.
        #[serde(rename = "vormen")]
        forms: Vec<ExploitationForm>,
        /// Persoon of plek.
        #[serde(rename = "onderwerp")]
        subject: Subject,
        /// The kind of place.
        #[serde(rename = "soortPlek")]
        place: Option<PlaceKind>,
        /// Ages in groups.
        #[serde(rename = "leeftijden")]
        ages: Vec<AgeGroup>,
        /// Signals, as they stand on the list.
        #[serde(rename = "signalen")]
        signals: Vec<String>,
        /// What else matters.
        #[serde(rename = "woorden")]
        words: Option<Prose>,
        /// The question.
        #[serde(rename = "vraag")]
        question: Prose,
    }
);
view!(
    /// A question to KMT, and what came of it, as an AF sees it.
    KmtView {
        /// Which of its case, counted from 0.
        #[serde(rename = "adviesvraag")]
        number: usize,
        /// The last day on which the link works.
        #[serde(rename = "totEnMet")]
        until: Day,
        /// How it stands.
        #[serde(rename = "stand")]
        stand: KmtStand,
        /// What the adviser reads.
        #[serde(rename = "vraag")]
        content: KmtContent,
        /// Who is asked: a function at KMT.
        #[serde(rename = "gevraagdAan")]
        asked_of: Line,
        /// The account of the adviser; none of one who comes with a link and a code.
        #[serde(rename = "adviseur")]
        adviser: Option<AccountId>,
        /// What was said since, oldest first.
        #[serde(rename = "gezegd")]
        said: Vec<KmtSaid>,
        /// How often a wrong code was tried with the link.
        #[serde(rename = "verkeerdeCodes")]
        tries: usize,
    }
);
view!(
    /// A question to KMT as its adviser sees it: nothing of the case, and no AF by name.
    KmtForAdviser {
        /// The last day on which it can be answered.
        #[serde(rename = "totEnMet")]
        until: Day,
        /// How it stands.
        #[serde(rename = "stand")]
        stand: KmtStand,
        /// The question; nothing once it is answered.
        #[serde(rename = "vraag")]
        content: Option<KmtContent>,
        /// What was said since, oldest first; nothing once it is answered.
        #[serde(rename = "gezegd")]
        said: Vec<KmtSaid>,
    }
);
view!(
    /// Something that was said about a question to KMT.
    KmtSaid {
        /// What the adviser said; none of an AF.
        #[serde(rename = "adviseur")]
        says: Option<AdviserSays>,
        /// Who at KMT: the name of the account, or what they say of themselves; none of an AF.
        #[serde(rename = "door")]
        by: Option<Line>,
        /// Whether an adviser was logged in: then `by` is the name of an account.
        #[serde(rename = "ingelogd")]
        logged_in: bool,
        /// The words.
        #[serde(rename = "tekst")]
        text: Prose,
        /// When.
        #[serde(rename = "op")]
        at: Moment,
    }
);
body!(
    /// The link and the code of a new question to KMT. Neither is kept here, so this is the only time they are shown.
    KmtLink {
        /// 32 hex digits, which come behind the `#` of the link.
        link: String,
        /// Eight digits, to be told by phone.
        code: String,
    }
);
view!(
    /// A question that an adviser with an account was asked. Answer to `GET adviesvragen` is a list of these.
    KmtAsked {
        /// Its id: the fingerprint of a link that opens nothing.
        id: LinkKey,
        /// The question.
        #[serde(rename = "vraag")]
        question: KmtForAdviser,
    }
);
body!(
    /// The answer of an adviser with an account.
    KmtOwnAnswer {
        /// Whether something is asked back first, or this is the advice.
        #[serde(rename = "soort")]
        says: AdviserSays,
        /// The words.
        #[serde(rename = "tekst", deserialize_with = "of_body")]
        text: Prose,
    }
);
body!(
    /// An adviser's answer: the link and the code, and the words.
    KmtAnswer {
        /// The link and the code.
        #[serde(rename = "toegang")]
        access: KmtLink,
        /// Whether something is asked back first, or this is the advice.
        #[serde(rename = "soort")]
        says: AdviserSays,
        /// The words.
        #[serde(rename = "tekst", deserialize_with = "of_body")]
        text: Prose,
        /// Who writes it, as they say: a name or a function.
        #[serde(rename = "door", deserialize_with = "of_body")]
        by: Line,
    }
);
body!(
    /// Texts in which names of the case are looked for, before they go to KMT.
    NamesQuestion {
        /// The texts. One of nothing stays so.
        #[serde(rename = "teksten")]
        texts: Vec<String>,
    }
);
view!(
    /// The same texts without them.
    NamesAnswer {
        /// As they go, in the same order.
        #[serde(rename = "teksten")]
        texts: Vec<String>,
    }
);

impl KmtContent {
    /// That of a question, with the sentences of its signals.
    #[must_use]
    pub fn of(question: &KmtQuestion, signals: Vec<String>) -> Self {
        let KmtQuestion { forms, subject, place, ages, words, question, .. } = question.clone();
        Self { forms, subject, place, ages, signals, words, question }
    }
}
