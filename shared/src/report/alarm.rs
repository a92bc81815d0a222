//! Why something cannot wait: for the melder's pages, and for the AF's list.
use super::{Draft, Field, Report, VttContact, VttState, asked};
use crate::{
    answer::{Known, YesNo},
    choice::choice,
};

choice!(
    #[derive(PartialOrd, Ord)]
    /// Why something cannot wait (domain §3, Urgent), the most urgent first. This order is that of the worklist.
    Alarm {
        /// Somebody is in danger, and 112 was not called.
        NotCalled = "gevaar-112-niet-gebeld",
        /// Somebody is in danger.
        Danger = "gevaar",
        /// The melder does not know whether somebody is in danger: counts as danger.
        PerhapsDanger = "gevaar-onbekend",
        /// A minor, without a melding at Veilig Thuis.
        Minor = "jonger-dan-18",
        /// Somebody of unknown age, without a melding at Veilig Thuis: counts as a minor.
        AgeUnknown = "leeftijd-onbekend",
    }
);

impl Alarm {
    /// The alarm about danger that follows from these answers.
    #[must_use]
    pub fn of_danger(acute: Known, called_112: Option<YesNo>) -> Option<Self> {
        match (acute, called_112) {
            (Known::Yes, Some(YesNo::Yes)) => Some(Self::Danger),
            (Known::Yes, Some(YesNo::No) | None) => Some(Self::NotCalled),
            (Known::Unknown, _) => Some(Self::PerhapsDanger),
            (Known::No, _) => None,
        }
    }

    /// The alarm about somebody's age.
    #[must_use]
    pub fn of_age(minor: Known) -> Option<Self> {
        match minor {
            Known::Yes => Some(Self::Minor),
            Known::Unknown => Some(Self::AgeUnknown),
            Known::No => None,
        }
    }

    /// Whether it is about somebody for whom Veilig Thuis has to be called.
    #[must_use]
    pub fn asks_for_veilig_thuis(self) -> bool {
        match self {
            Self::PerhapsDanger | Self::Minor | Self::AgeUnknown => true,
            Self::NotCalled | Self::Danger => false,
        }
    }

    /// The place of something with these alarms in a list, the most urgent first. What was stored before alarms were
    /// kept says only that it is urgent: it comes first, because it may be the worst.
    #[must_use]
    pub fn rank(urgent: bool, alarms: &[Self]) -> u8 {
        let first = alarms.first().map_or(0, |first| *first as u8);
        if urgent { first } else { u8::MAX }
    }
}

impl Draft {
    /// Why this cannot wait, as far as it is filled in.
    #[must_use]
    pub fn alarms(&self) -> Vec<Alarm> {
        let danger = self.acute.and_then(|acute| Alarm::of_danger(acute, self.called_112));
        let age = self.minor.and_then(Alarm::of_age).filter(|_| self.vtt.state != Some(VttState::Reported));
        danger.into_iter().chain(age).collect()
    }

    /// Whether Veilig Thuis comes into it and nobody has reported there.
    #[must_use]
    pub fn has_to_call_veilig_thuis(&self) -> bool {
        asked(Field::VttState, self) && self.vtt.state != Some(VttState::Reported)
    }
}

impl Report {
    /// Why this cannot wait.
    #[must_use]
    pub fn alarms(&self) -> Vec<Alarm> {
        let at_veilig_thuis = matches!(self.vtt, Some(VttContact::Reported { .. }));
        let age = Alarm::of_age(self.minor).filter(|_| !at_veilig_thuis);
        Alarm::of_danger(self.acute, self.called_112).into_iter().chain(age).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        contract::examples,
        indicators::IndicatorList,
        report::{VttDraft, check},
    };

    /// Every combination of the answers: the draft and the report that comes of it say the same.
    #[test]
    fn a_draft_and_its_report_have_the_same_alarms() {
        let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
        for (acute, minor) in Known::ALL.iter().flat_map(|acute| Known::ALL.iter().map(move |minor| (*acute, *minor))) {
            for (called, state) in YesNo::ALL.iter().flat_map(|one| VttState::ALL.iter().map(move |two| (*one, *two))) {
                let text = || "Verzonnen".to_owned();
                let vtt =
                    VttDraft { state: Some(state), who: text(), when: text(), why: text(), ..VttDraft::default() };
                let (acute, minor, called_112) = (Some(acute), Some(minor), Some(called));
                let draft = Draft { ticks: vec![], acute, minor, called_112, vtt, ..examples::draft() };
                let report = check(&draft, &list).report.unwrap();
                assert_eq!(draft.alarms(), report.alarms());
                assert_eq!(
                    draft.alarms().is_empty(),
                    acute == Some(Known::No) && (minor == Some(Known::No) || state == VttState::Reported)
                );
            }
        }
    }

    #[test]
    fn danger_without_112_comes_before_everything_else() {
        use Alarm::{AgeUnknown, Danger, Minor, NotCalled, PerhapsDanger};
        let order = [NotCalled, Danger, PerhapsDanger, Minor, AgeUnknown];
        assert_eq!(Alarm::ALL, order);
        assert!(order.map(|alarm| Alarm::rank(true, &[alarm])).is_sorted());
        assert_eq!(Alarm::rank(true, &[]), 0, "of before alarms were kept");
        assert!(Alarm::rank(false, &[]) > Alarm::rank(true, &[AgeUnknown]));
        assert_eq!(Alarm::of_danger(Known::Yes, None), Some(NotCalled), "nobody said that 112 was called");
    }

    #[test]
    fn who_may_be_a_child_or_in_danger_asks_for_veilig_thuis() {
        let asking: Vec<Alarm> = Alarm::ALL.iter().copied().filter(|one| one.asks_for_veilig_thuis()).collect();
        assert_eq!(asking, [Alarm::PerhapsDanger, Alarm::Minor, Alarm::AgeUnknown]);
    }

    #[test]
    fn the_reminder_is_for_a_melder_who_has_not_reported_to_veilig_thuis() {
        let mut draft = examples::draft();
        assert!(!draft.has_to_call_veilig_thuis());
        draft.minor = Some(Known::Unknown);
        draft.vtt.state = Some(VttState::Advised);
        assert!(draft.has_to_call_veilig_thuis());
        draft.vtt.state = Some(VttState::Reported);
        assert!(!draft.has_to_call_veilig_thuis());
    }
}
