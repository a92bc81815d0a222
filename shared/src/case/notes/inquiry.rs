//! The investigation: its question, sources, and checks with KMT.
use crate::{
    answer::YesNo,
    choice::choice,
    moment::Day,
    text::{Line, Prose},
};

note!(
    /// The question of the investigation and its deadline, agreed with the melder [seed: "De duur wordt onderling
    /// afgestemd"].
    Plan {
        /// The written question.
        #[serde(rename = "vraag")]
        question: Prose,
        /// Agreed end date.
        #[serde(rename = "einddatum")]
        until: Day,
        /// Whether it is about the household. Asked where Veilig Thuis took it over.
        #[serde(rename = "overHuishouden", default, skip_serializing_if = "Option::is_none")]
        household: Option<YesNo>,
        /// What was agreed with Veilig Thuis about that.
        #[serde(rename = "afgesprokenMetVeiligThuis", default, skip_serializing_if = "Option::is_none")]
        agreed: Option<Line>,
    }
);
note!(
    /// Another end date, as agreed with the melder.
    EndDate {
        /// The new end date.
        #[serde(rename = "einddatum")]
        until: Day,
        /// Why it is moved.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
note!(
    /// Back from the beslismoment: more has to be found out first.
    GoingBack {
        /// What is still to be found out, and why.
        #[serde(rename = "reden")]
        reason: Prose,
        /// The new end date; needed when the one that was agreed is over.
        #[serde(rename = "einddatum", default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
    }
);
note!(
    /// A source that was consulted. The ground follows from the gemeente's profile; a source it does not name is
    /// refused.
    SourceNote {
        /// Which, by the profile's name.
        #[serde(rename = "bron")]
        source: Line,
        /// The day of consulting it.
        #[serde(rename = "datum")]
        day: Day,
        /// The result.
        #[serde(rename = "resultaat")]
        result: Prose,
        /// Whether it is about the household. Asked where Veilig Thuis took it over.
        #[serde(rename = "overHuishouden", default, skip_serializing_if = "Option::is_none")]
        household: Option<YesNo>,
        /// What was agreed with Veilig Thuis about that.
        #[serde(rename = "afgesprokenMetVeiligThuis", default, skip_serializing_if = "Option::is_none")]
        agreed: Option<Line>,
    }
);
choice!(
    /// Two kinds of KMT check (domain §3).
    KmtKind {
        /// Advies zonder namen.
        Advice = "advies",
        /// Bekend bij KMT? By phone, with a ground.
        Known = "bekend",
    }
);
note!(
    /// A check with KMT [seed: "Check bij het KMT"].
    KmtCheck {
        /// The kind of check.
        #[serde(rename = "soortCheck")]
        kind: KmtKind,
        /// The question.
        #[serde(rename = "vraag")]
        question: Prose,
        /// The summary without names that went along; required for advice.
        #[serde(rename = "samenvatting")]
        summary: Option<Prose>,
        /// The ground; required for "bekend bij KMT?".
        #[serde(rename = "grondslag")]
        ground: Option<Line>,
        /// The person asked.
        #[serde(rename = "gevraagdAan")]
        asked_of: Line,
        /// The day of the check.
        #[serde(rename = "datum")]
        day: Day,
        /// The answer or advice.
        #[serde(rename = "antwoord")]
        answer: Prose,
    }
);
