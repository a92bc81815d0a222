//! Questions to KMT without names: for the AF, and for the adviser who holds the link and the code.
use crate::{
    case::{
        kmt::KmtStand,
        notes::{AdviserSays, KmtQuestion},
    },
    id::LinkKey,
    moment::{Day, Moment},
    text::{Line, Prose, of_body},
};
use serde::{Deserialize, Serialize};

view!(
    /// A question to KMT, and what was said about it. It names no AF.
    KmtView {
        /// Which of its case, counted from 0.
        #[serde(rename = "adviesvraag")]
        number: usize,
        /// When it was asked.
        #[serde(rename = "op")]
        asked: Moment,
        /// The last day on which the link works.
        #[serde(rename = "totEnMet")]
        until: Day,
        /// How it stands.
        #[serde(rename = "stand")]
        stand: KmtStand,
        /// What the adviser gets.
        #[serde(rename = "vraag")]
        question: KmtQuestion,
        /// Its signals, as they stand on the list.
        #[serde(rename = "signalen")]
        signals: Vec<String>,
        /// What was said since, oldest first.
        #[serde(rename = "gezegd")]
        said: Vec<KmtSaid>,
        /// How often a wrong code was tried with the link.
        #[serde(rename = "verkeerdeCodes")]
        tries: usize,
    }
);
view!(
    /// Something that was said about a question to KMT.
    KmtSaid {
        /// What the adviser said; none of an AF.
        #[serde(rename = "adviseur")]
        says: Option<AdviserSays>,
        /// Who at KMT, as they say; none of an AF.
        #[serde(rename = "door")]
        by: Option<Line>,
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
        /// Its id: the fingerprint of a link that nobody was given.
        id: LinkKey,
        /// The question.
        #[serde(rename = "vraag")]
        question: KmtView,
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
