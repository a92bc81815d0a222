//! A question to KMT without names (advies zonder namen), which an adviser answers in Meldroute.
use super::AgeGroup;
use crate::{
    choice::choice,
    id::{AccountId, LinkKey},
    indicators::ExploitationForm,
    moment::{Day, Moment},
    report::Subject,
    text::{Line, Prose},
};

choice!(
    /// The kind of place (soort plek): no place that somebody can find \[design; check with KMT\].
    PlaceKind {
        /// Woning.
        Home = "woning",
        /// Hotel, vakantiehuis of camping.
        Stay = "verblijf",
        /// Horeca.
        Hospitality = "horeca",
        /// Winkel of salon.
        Shop = "winkel",
        /// Ander bedrijf.
        Business = "bedrijf",
        /// Land- of tuinbouw.
        Farm = "landbouw",
        /// Bouw.
        Building = "bouw",
        /// Op straat.
        Street = "straat",
        /// Online.
        Online = "online",
        /// Iets anders.
        Other = "anders",
    }
);

note!(
    /// What the adviser gets: choices from lists, which can hold no name, and words that were searched for names.
    KmtQuestion {
        /// Vormen.
        #[serde(rename = "vormen")]
        forms: Vec<ExploitationForm>,
        /// Persoon of plek.
        #[serde(rename = "onderwerp")]
        subject: Subject,
        /// The kind of place; none where it does not matter.
        #[serde(rename = "soortPlek", default, skip_serializing_if = "Option::is_none")]
        place: Option<PlaceKind>,
        /// Ages in groups.
        #[serde(rename = "leeftijden")]
        ages: Vec<AgeGroup>,
        /// Signals of the report, by their id in its list.
        #[serde(rename = "signalen")]
        signals: Vec<String>,
        /// What else matters, in own words.
        #[serde(rename = "woorden", default, skip_serializing_if = "Option::is_none")]
        words: Option<Prose>,
        /// The question.
        #[serde(rename = "vraag")]
        question: Prose,
        /// Who is asked: a function at KMT.
        #[serde(rename = "gevraagdAan")]
        asked_of: Line,
        /// The account of the adviser who is asked; none where they come with a link and a code.
        #[serde(rename = "adviseur", default, skip_serializing_if = "Option::is_none")]
        adviser: Option<AccountId>,
    }
);
note!(
    /// The question as it was asked.
    AskedKmt {
        /// What the adviser gets.
        #[serde(rename = "vraag")]
        question: KmtQuestion,
        /// The fingerprint of the link, which itself is not kept.
        #[serde(rename = "link")]
        link: LinkKey,
        /// The fingerprint of the link together with its code.
        #[serde(rename = "code")]
        code: LinkKey,
        /// The last day on which the link works.
        #[serde(rename = "totEnMet")]
        until: Day,
    }
);
note!(
    /// What an AF answers to what the adviser asked back.
    KmtReply {
        /// Which question to KMT, counted from 0.
        #[serde(rename = "adviesvraag")]
        question: usize,
        /// The answer.
        #[serde(rename = "antwoord")]
        text: Prose,
    }
);
note!(
    /// A question to KMT needs no answer any more: the link ends.
    KmtEnd {
        /// Which question to KMT, counted from 0.
        #[serde(rename = "adviesvraag")]
        question: usize,
        /// Why.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
choice!(
    /// What an adviser of KMT says.
    AdviserSays {
        /// Something is asked back first.
        AsksBack = "terugvraag",
        /// The advice: the question is answered.
        Advises = "advies",
    }
);
note!(
    /// What happened at the adviser's end of a link. It stands beside the timeline, as an answer of the melder does.
    KmtWord {
        /// Which question to KMT, counted from 0.
        #[serde(rename = "adviesvraag")]
        question: usize,
        /// After how many lines of the timeline.
        #[serde(rename = "na")]
        after: usize,
        /// What was said; none of a try with a wrong code.
        #[serde(rename = "gezegd", default, skip_serializing_if = "Option::is_none")]
        said: Option<AdviserWord>,
        /// When.
        #[serde(rename = "op")]
        at: Moment,
    }
);
note!(
    /// What an adviser wrote.
    AdviserWord {
        /// What it is.
        #[serde(rename = "soort")]
        says: AdviserSays,
        /// The words.
        #[serde(rename = "tekst")]
        text: Prose,
        /// Who wrote it: the name of the account, or what they say of themselves.
        #[serde(rename = "door")]
        by: Line,
        /// The account; none of somebody who came with a link and a code.
        #[serde(rename = "account", default, skip_serializing_if = "Option::is_none")]
        account: Option<AccountId>,
    }
);

impl KmtWord {
    /// Whether it is advice.
    #[must_use]
    pub fn advises(&self) -> bool {
        self.said.as_ref().is_some_and(|said| said.says == AdviserSays::Advises)
    }
}

impl KmtQuestion {
    /// The most choices of one kind.
    pub const MOST_CHOICES: usize = 60;
}
