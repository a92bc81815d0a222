//! What a report is checked against: the functions and signals of the profile, and the working days. A file that is
//! damaged keeps no report out. Then there is less to check, and an AF sees what was sent.
use crate::{Failure, instance::Environment};
use shared::{
    calendar::Calendar,
    flood::USUAL_MOST,
    indicators::{SignalIds, Unlisted},
    moment::Day,
    profile::Profile,
    report::{Checked, Draft, Finding, Report, check, check_functions, check_way},
};

/// The rules of this gemeente, as far as its files can be read.
pub(super) struct Rules<'a> {
    environment: &'a Environment,
    profile: Option<Profile>,
}

impl<'a> Rules<'a> {
    /// Reads them.
    ///
    /// # Errors
    /// [`Failure::Internal`] when there is no profile of this name: a report would be sealed for nobody.
    pub(super) fn read(environment: &'a Environment) -> Result<Self, Failure> {
        Ok(Self { environment, profile: environment.readable_profile()? })
    }

    /// The report in this draft; `own` says that the melder sends it themselves.
    ///
    /// # Errors
    /// All findings.
    pub(super) fn report(&self, draft: &Draft, own: bool, today: Day) -> Result<Report, Failure> {
        let Checked { report, findings } = match self.signals() {
            Some(list) => check(draft, &list),
            None => check(draft, &Unlisted),
        };
        let of_profile = self.profile.as_ref().and_then(|profile| check_functions(draft, &profile.functions));
        let of_way = check_way(draft, own, today);
        let findings: Vec<Finding> = findings.into_iter().chain(of_profile).chain(of_way).collect();
        report.filter(|_| of_profile.is_none() && of_way.is_none()).ok_or_else(|| Failure::findings(&findings))
    }

    fn signals(&self) -> Option<SignalIds> {
        self.environment.signal_ids(self.profile.as_ref()?).ok()
    }

    /// The most reports in an hour that are usual here.
    pub(super) fn usual_most(&self) -> u32 {
        self.profile.as_ref().map_or(USUAL_MOST, |profile| profile.usual_most)
    }

    /// The working days.
    pub(super) fn calendar(self) -> Calendar {
        let known = self.profile.and_then(|profile| self.environment.calendar_of(profile).ok());
        known.unwrap_or_else(|| self.environment.calendar_without_profile())
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        Failure,
        inbox::{Inbox, arrival::accept, secret::Secret},
        instance::Environment,
        testing::{environment, memory, variables},
    };
    use shared::{
        contract::examples,
        report::{Channel, Draft, WayIn},
    };

    /// A melder's own form is never without a melder.
    #[test]
    fn only_an_af_chooses_the_way_in() {
        let draft = Draft { way: Some(WayIn::Kmt), ..examples::draft() };
        let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
        let sent = accept(&inbox, &Secret::from_bytes([9; 16]), &draft, Channel::Form {});
        let Err(Failure::Problem(_, _, errors)) = sent else { panic!("{sent:?}") };
        assert!(errors.iter().any(|error| error.pointer == "/weg"), "{errors:?}");
    }

    /// Who has the form open, sends it; what cannot be checked now an AF sees.
    #[test]
    fn a_damaged_profile_keeps_no_report_out() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("hengelo.json"), "{ \"sluitingsdagen\": [\"30-11-2026\"] }").unwrap();
        let whole = environment(variables(&[], &[]));
        let damaged = Environment { profiles: folder.path().into(), ..whole.clone() };
        let sent = |environment: &Environment, secret| {
            let inbox = Inbox::new(memory(), environment.clone());
            accept(&inbox, &Secret::from_bytes([secret; 16]), &examples::draft(), Channel::Form {})
        };
        let (one, other) = (sent(&whole, 7).unwrap().receipt, sent(&damaged, 7).unwrap().receipt);
        assert_eq!(one.ontvangstcode, other.ontvangstcode);
        assert!(other.contact_by <= one.contact_by, "promised too early at worst");
        let empty = tempfile::tempdir().unwrap();
        let missing = Environment { profiles: empty.path().into(), ..whole };
        assert!(sent(&missing, 7).is_err(), "nobody could open it");
    }
}
