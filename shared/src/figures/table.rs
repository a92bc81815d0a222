//! Which tables there are, and their rows.
use crate::{
    case::{Step, notes::KmtKind},
    choice::choice,
    indicators::ExploitationForm,
    report::Subject,
    retention::Outcome,
    sharing::ReferralTarget,
};

choice!(
    /// A table of the figures (tabel).
    FigureTable {
        /// Uitgangspunt: reports that came in.
        Subject = "uitgangspunt",
        /// Soort team: the same reports by the melder's kind of team.
        Team = "soort-team",
        /// Vorm: the same reports by form; a report may have several.
        Form = "vorm",
        /// Contact: reports whose last day for contact was in the half-year.
        Contact = "contact",
        /// KMT: cases about which KMT was asked.
        Kmt = "kmt",
        /// Uitkomst: cases that were decided, or ended without a decision. Joined reports count with their lead case.
        Outcome = "uitkomst",
        /// Vervolgstap: decided cases that were passed on, by receiver; there may be several.
        Referral = "vervolgstap",
        /// Tijd tot contact: cases that went on from the first step.
        ToContact = "tijd-gemeld",
        /// Tijd voor het formulier: cases that went on from the second step.
        ToInquiry = "tijd-contact",
        /// Tijd voor het onderzoek.
        ToDecision = "tijd-onderzoek",
        /// Tijd tot de beslissing.
        ToRuling = "tijd-beslismoment",
        /// Tijd tot afronden, after the decision.
        ToEnd = "tijd-doorgezet",
        /// Signaal: cases with an outcome in which the melder ticked it.
        Signal = "signaal",
        /// The same for those that went on: likely, or unclear.
        SignalOn = "signaal-verder",
    }
);

choice!(
    /// Whether the AF spoke with the melder in time.
    InTime {
        /// Op tijd.
        Yes = "op-tijd",
        /// Te laat, or not at all.
        No = "te-laat",
        /// Niet nodig: it was closed before the last day.
        Moot = "niet-nodig",
    }
);
choice!(
    /// How long a case was in a step, in calendar days.
    Span {
        /// Up to seven days.
        Week = "week",
        /// Up to 28 days.
        Month = "vier-weken",
        /// Up to 91 days.
        Quarter = "kwartaal",
        /// Longer.
        Longer = "langer",
    }
);

impl Span {
    /// The class of a number of days.
    #[must_use]
    pub fn of(days: i64) -> Self {
        match days {
            ..=7 => Self::Week,
            8..=28 => Self::Month,
            29..=91 => Self::Quarter,
            92.. => Self::Longer,
        }
    }
}

/// How the rows of a table and its total belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Every case is in one row: the rows add up to the total.
    One,
    /// Every case is in one row or in several.
    Several,
    /// A case may be in no row, and there is no total.
    Any,
}

/// What the melder's team is when no kind of team fits, when none was named, or when there is no melder. A signal from
/// KMT has no row of its own: with that number one could follow reports from step to step.
pub const OTHER_TEAM: &str = "anders";

impl FigureTable {
    /// How its rows belong together.
    #[must_use]
    pub fn rows(self) -> Rows {
        match self {
            Self::Form | Self::Kmt | Self::Referral => Rows::Several,
            Self::Signal | Self::SignalOn => Rows::Any,
            Self::Subject
            | Self::Team
            | Self::Contact
            | Self::Outcome
            | Self::ToContact
            | Self::ToInquiry
            | Self::ToDecision
            | Self::ToRuling
            | Self::ToEnd => Rows::One,
        }
    }

    /// Whether its total is published. How many cases went on from a step would say, with the outcomes, how many ended
    /// without a decision; so would the number of cases about which KMT was asked, because nobody decides before that.
    #[must_use]
    pub fn has_total(self) -> bool {
        match self {
            Self::Subject | Self::Team | Self::Form | Self::Contact | Self::Outcome | Self::Referral => true,
            Self::Kmt
            | Self::ToContact
            | Self::ToInquiry
            | Self::ToDecision
            | Self::ToRuling
            | Self::ToEnd
            | Self::Signal
            | Self::SignalOn => false,
        }
    }

    /// The table of how long cases were in this step; none for what is over.
    #[must_use]
    pub fn of_step(step: Step) -> Option<Self> {
        match step {
            Step::Received => Some(Self::ToContact),
            Step::InContact => Some(Self::ToInquiry),
            Step::Investigation => Some(Self::ToDecision),
            Step::Decision => Some(Self::ToRuling),
            Step::Referred => Some(Self::ToEnd),
            Step::Closed => None,
        }
    }

    /// The codes of its rows, in their order; none where they are data of the gemeente.
    #[must_use]
    pub fn codes(self) -> Option<Vec<&'static str>> {
        fn all<T: Copy>(of: &[T], code: fn(T) -> &'static str) -> Option<Vec<&'static str>> {
            Some(of.iter().copied().map(code).collect())
        }
        match self {
            Self::Team | Self::Signal | Self::SignalOn => None,
            Self::Subject => all(Subject::ALL, Subject::as_str),
            Self::Form => all(&ExploitationForm::ALL, ExploitationForm::as_str),
            Self::Contact => all(InTime::ALL, InTime::as_str),
            Self::Kmt => all(KmtKind::ALL, KmtKind::as_str),
            Self::Outcome => all(Outcome::ALL, Outcome::as_str),
            Self::Referral => Some(ReferralTarget::receivers().map(ReferralTarget::as_str).collect()),
            Self::ToContact | Self::ToInquiry | Self::ToDecision | Self::ToRuling | Self::ToEnd => {
                all(Span::ALL, Span::as_str)
            }
        }
    }
}
