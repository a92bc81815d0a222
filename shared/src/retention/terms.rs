//! How long cases are kept, by how they ended.
use super::{least::KEPT_AT_LEAST, length::Length};
use crate::{choice::choice, moment::Day};
use serde::{Deserialize, Serialize};

choice!(
    /// How a case ended, as far as the term depends on that (uitkomst).
    Outcome {
        /// Waarschijnlijk mensenhandel.
        Likely = "waarschijnlijk",
        /// Onduidelijk.
        Unclear = "onduidelijk",
        /// Nu te weinig aanwijzingen.
        TooLittle = "te-weinig-aanwijzingen",
        /// Eerder afgesloten: geen mensenhandel.
        NotTrafficking = "geen-mensenhandel",
        /// Eerder afgesloten: vergissing.
        Mistake = "vergissing",
        /// Eerder afgesloten: dubbel.
        Duplicate = "dubbel",
        /// Kwaadwillige melding: two AFs decided so.
        Malicious = "kwaadwillig",
    }
);

/// How long cases with one outcome are kept, counted from the day they were closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Nobody may destroy the case sooner than this.
    pub minimum: Length,
    /// After this the case is due.
    #[serde(rename = "termijn")]
    pub term: Length,
    /// After this the case is late: it should be gone.
    pub maximum: Length,
}

impl Term {
    const fn of(minimum: Length, term: Length, maximum: Length) -> Self {
        Self { minimum, term, maximum }
    }
}

/// The terms of a gemeente (bewaartermijnen).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// When the gemeente established them with its FG. Until then they are an example [check with FG].
    #[serde(rename = "vastgesteldOp", default, skip_serializing_if = "Option::is_none")]
    pub established: Option<Day>,
    /// Waarschijnlijk.
    #[serde(rename = "waarschijnlijk")]
    pub likely: Term,
    /// Onduidelijk.
    #[serde(rename = "onduidelijk")]
    pub unclear: Term,
    /// Nu te weinig aanwijzingen.
    #[serde(rename = "te-weinig-aanwijzingen")]
    pub too_little: Term,
    /// Geen mensenhandel.
    #[serde(rename = "geen-mensenhandel")]
    pub not_trafficking: Term,
    /// Vergissing.
    #[serde(rename = "vergissing")]
    pub mistake: Term,
    /// Dubbel.
    #[serde(rename = "dubbel")]
    pub duplicate: Term,
    /// Kwaadwillig.
    #[serde(rename = "kwaadwillig")]
    pub malicious: Term,
    /// How long a line of the audit is kept (logboek) [check with FG and archivist].
    #[serde(rename = "logboek", default = "trail")]
    pub audit: Length,
    /// How long a line of the processing record is kept (verwerkingen) [check with FG and archivist].
    #[serde(rename = "verwerkingen", default = "trail")]
    pub processing: Length,
}

/// Five years, for a profile that does not say.
fn trail() -> Length {
    Length::Months(60)
}

/// The least for lines of the audit and of the processing record: within a year somebody should have looked at them.
const TRAIL_AT_LEAST: Length = Length::Months(12);

impl Default for Terms {
    /// The terms of a profile that names none [design; check with FG].
    fn default() -> Self {
        use Length::{Days, Months};
        let unfounded = Term::of(Months(1), Months(6), Months(12));
        let slip = Term::of(Days(30), Months(1), Months(3));
        Self {
            established: None,
            likely: Term::of(Months(12), Months(60), Months(120)),
            unclear: Term::of(Months(6), Months(24), Months(60)),
            too_little: unfounded,
            not_trafficking: unfounded,
            mistake: slip,
            duplicate: slip,
            malicious: Term::of(Months(1), Months(3), Months(12)),
            audit: trail(),
            processing: trail(),
        }
    }
}

/// The error in the terms of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermsError {
    /// Minimum, term and maximum are not in that order.
    Order(Outcome),
    /// An unfounded case is kept longer than an unclear one, or an unclear one longer than a likely one (domain §3,
    /// Rights).
    UnfoundedLonger(Outcome),
    /// A case that ended early can go before thirty days are over.
    EarlyEndTooShort(Outcome),
    /// Lines of the audit can go within a year.
    AuditTooShort,
    /// Lines of the processing record can go within a year.
    ProcessingTooShort,
}

impl Terms {
    /// The term of one outcome.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> Term {
        match outcome {
            Outcome::Likely => self.likely,
            Outcome::Unclear => self.unclear,
            Outcome::TooLittle => self.too_little,
            Outcome::NotTrafficking => self.not_trafficking,
            Outcome::Mistake => self.mistake,
            Outcome::Duplicate => self.duplicate,
            Outcome::Malicious => self.malicious,
        }
    }

    /// The same with another term for one outcome.
    #[must_use]
    pub fn with(mut self, outcome: Outcome, term: Term) -> Self {
        let place = match outcome {
            Outcome::Likely => &mut self.likely,
            Outcome::Unclear => &mut self.unclear,
            Outcome::TooLittle => &mut self.too_little,
            Outcome::NotTrafficking => &mut self.not_trafficking,
            Outcome::Mistake => &mut self.mistake,
            Outcome::Duplicate => &mut self.duplicate,
            Outcome::Malicious => &mut self.malicious,
        };
        *place = term;
        self
    }

    /// Whether they can be used: minimum, term and maximum are in order, and unfounded cases are kept the shortest.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), TermsError> {
        self.faults().into_iter().next().map_or(Ok(()), Err)
    }

    /// Everything that is wrong, the trails first.
    #[must_use]
    pub fn faults(&self) -> Vec<TermsError> {
        let trails = [(self.audit, TermsError::AuditTooShort), (self.processing, TermsError::ProcessingTooShort)];
        let trails = trails.into_iter().filter(|(trail, _)| trail.is_shorter_than(TRAIL_AT_LEAST));
        let outcomes = Outcome::ALL.iter().flat_map(|outcome| self.faults_of(*outcome));
        trails.map(|(_, fault)| fault).chain(outcomes).collect()
    }

    fn faults_of(&self, outcome: Outcome) -> impl Iterator<Item = TermsError> {
        let Term { minimum, term, maximum } = self.of(outcome);
        let (longest, shortest) = match outcome {
            Outcome::Likely | Outcome::Unclear => (self.likely.term, Length::Days(0)),
            Outcome::TooLittle => (self.unclear.term, Length::Days(0)),
            Outcome::NotTrafficking | Outcome::Mistake | Outcome::Duplicate | Outcome::Malicious => {
                (self.unclear.term, Length::Days(KEPT_AT_LEAST))
            }
        };
        let wrong = [
            (term.is_shorter_than(minimum) || maximum.is_shorter_than(term), TermsError::Order(outcome)),
            (longest.is_shorter_than(term), TermsError::UnfoundedLonger(outcome)),
            (minimum.is_shorter_than(shortest), TermsError::EarlyEndTooShort(outcome)),
        ];
        wrong.into_iter().filter_map(|(is, fault)| is.then_some(fault))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_that_cannot_be_are_refused() {
        let good = Terms::default();
        assert_eq!((good.check(), good.established), (Ok(()), None));
        let long = Term { maximum: Length::Months(1), ..good.likely };
        assert_eq!(Terms { likely: long, ..good.clone() }.check(), Err(TermsError::Order(Outcome::Likely)));
        let slip = Term { minimum: Length::Days(29), ..good.mistake };
        let found = Terms { mistake: slip, ..good.clone() }.check();
        assert_eq!(found, Err(TermsError::EarlyEndTooShort(Outcome::Mistake)));
        let early = Term { minimum: Length::Days(61), term: Length::Months(2), maximum: Length::Months(3) };
        assert_eq!(Terms { mistake: early, ..good.clone() }.check(), Err(TermsError::Order(Outcome::Mistake)));
        let unfounded = Term { term: Length::Months(25), maximum: Length::Months(30), ..good.too_little };
        let found = Terms { too_little: unfounded, ..good.clone() }.check();
        assert_eq!(found, Err(TermsError::UnfoundedLonger(Outcome::TooLittle)));
        let short = Length::Months(11);
        assert_eq!(Terms { audit: short, ..good.clone() }.check(), Err(TermsError::AuditTooShort));
        assert_eq!(Terms { processing: short, ..good.clone() }.check(), Err(TermsError::ProcessingTooShort));
        let both = Terms { audit: short, mistake: slip, ..good };
        assert_eq!(both.faults(), [TermsError::AuditTooShort, TermsError::EarlyEndTooShort(Outcome::Mistake)]);
    }

    /// As in every profile of before.
    #[test]
    fn a_profile_that_does_not_say_how_long_the_trail_is_kept_keeps_it_five_years() {
        let mut old = serde_json::to_value(Terms::default()).unwrap();
        old.as_object_mut().unwrap().retain(|name, _| name != "logboek" && name != "verwerkingen");
        let terms: Terms = serde_json::from_value(old).unwrap();
        assert_eq!((terms.audit.to_string(), terms.processing.to_string()), ("60 maanden".into(), "60 maanden".into()));
    }
}
