//! Feedback to the melder, closing, and acts that are only a text.
use super::Means;
use crate::{
    choice::choice,
    id::{AccountId, TogetherId},
    moment::{Day, Moment},
    text::{Line, Prose},
};

choice!(
    /// Why a case ends before the decision.
    EarlyReason {
        /// Vergissing.
        Mistake = "vergissing",
        /// Dubbel: al in een ander dossier.
        Duplicate = "dubbel",
        /// Geen mensenhandel.
        NotTrafficking = "geen-mensenhandel",
        /// Kwaadwillig: somebody was reported against better knowledge. Needs two AFs.
        Malicious = "kwaadwillig",
    }
);
choice!(
    /// Why an AF opens the case of a colleague. It stays when the case is gone, so nothing about the case is in it.
    #[derive(Default)]
    BreakGlassReason {
        /// The colleague is not there, and it cannot wait.
        Absent = "collega-afwezig",
        /// Danger, or haste.
        Urgent = "spoed",
        /// The melder or a partner asks about it.
        Asked = "vraag",
        /// The colleague asked for a second pair of eyes.
        Together = "meekijken",
        /// Something else, that is in the words.
        #[default]
        Other = "anders",
    }
);
note!(
    /// Opening the case of a colleague (noodtoegang).
    BreakGlass {
        /// The reason.
        #[serde(rename = "waarom")]
        why: BreakGlassReason,
        /// The reason in words. They are kept in the case alone, and go with it.
        #[serde(rename = "toelichting")]
        words: Line,
    }
);
note!(
    /// Feedback to the melder (terugkoppeling).
    FeedbackNote {
        /// The means of contact.
        #[serde(rename = "wijze")]
        means: Means,
        /// The feedback given.
        #[serde(rename = "tekst")]
        text: Prose,
        /// What the melder reads with the code.
        #[serde(rename = "voorMelder", default, skip_serializing_if = "Option::is_none")]
        reporter: Option<Prose>,
        /// The day of the feedback.
        #[serde(rename = "datum")]
        day: Day,
    }
);
note!(
    /// Closing before the decision.
    EarlyEnd {
        /// The reason.
        #[serde(rename = "reden")]
        reason: EarlyReason,
        /// The explanation, in words.
        #[serde(rename = "toelichting")]
        explanation: Prose,
        /// The feedback to the melder.
        #[serde(rename = "terugkoppeling")]
        feedback: FeedbackNote,
    }
);
note!(
    /// Closing before the decision, when the melder cannot be told about it. A second AF agrees, unless two agreed
    /// before that nobody can speak with the melder.
    EarlyUntold {
        /// The reason.
        #[serde(rename = "reden")]
        reason: EarlyReason,
        /// The explanation, in words.
        #[serde(rename = "toelichting")]
        explanation: Prose,
        /// Why the melder is not told.
        #[serde(rename = "waaromNietVerteld")]
        why_untold: Prose,
    }
);
note!(
    /// Closing as one of many that are no real reports: one AF proposed them all, another agreed (samen afsluiten).
    ClosedTogether {
        /// The proposal.
        #[serde(rename = "voorstel")]
        proposal: TogetherId,
        /// The AF who proposed it; the AF who agreed is who the event is by.
        #[serde(rename = "voorgesteldDoor")]
        proposed_by: AccountId,
        /// The moment of the proposal.
        #[serde(rename = "voorgesteldOp")]
        proposed_at: Moment,
        /// Why, in the words of the proposal.
        #[serde(rename = "reden")]
        reason: Line,
    }
);
note!(
    /// A reason in words.
    Reason {
        /// The words.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
note!(
    /// A closed case that was opened again.
    Reopening {
        /// The reason.
        #[serde(rename = "reden")]
        reason: Prose,
        /// The last day for what comes next: work that was closed for months is not months late. Cases that were opened
        /// before this was kept have none.
        #[serde(rename = "uiterlijk", default, skip_serializing_if = "Option::is_none")]
        due: Option<Day>,
    }
);
note!(
    /// Something to remember: a question, an answer, an agreement.
    Remark {
        /// The words.
        #[serde(rename = "tekst")]
        text: Prose,
    }
);
note!(
    /// The AF who has the case from now on.
    Assignment {
        /// The AF who gets it.
        #[serde(rename = "aan")]
        to: AccountId,
    }
);
