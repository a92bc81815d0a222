//! The check of what may go where, as of a part of the settings.
use crate::{
    report::{Finding, FindingCode},
    sharing::{ReferralTarget, Sharing, SharingFault},
};

/// What is wrong with it, each at its field: `delen/riec/grondslagen`.
pub(super) fn findings(table: &Sharing) -> Vec<Finding<String>> {
    table.faults().into_iter().map(|(to, fault)| at(to, fault)).collect()
}

fn at(to: ReferralTarget, fault: SharingFault) -> Finding<String> {
    let (field, code) = match fault {
        SharingFault::NoReceiver => ("naar", FindingCode::BadShape),
        SharingFault::Twice => ("naar", FindingCode::Duplicate),
        SharingFault::KindTwice(_) => ("mag", FindingCode::Duplicate),
        SharingFault::Identifies(_) => ("mag", FindingCode::Contradiction),
        SharingFault::UnaskedCoercion => ("vraagtGedwongen", FindingCode::Required),
        SharingFault::ManyGrounds => ("grondslagen", FindingCode::TooMany),
        SharingFault::NoLine(_, error) => ("grondslagen", error.into()),
        SharingFault::GroundTwice(_) => ("grondslagen", FindingCode::Duplicate),
    };
    Finding { field: format!("delen/{}/{field}", to.as_str()), code }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        profile::Profile,
        settings::{Part, PartKind, Settings},
        sharing::DataKind,
    };

    #[test]
    fn what_is_wrong_is_at_its_receiver_and_does_not_hold() {
        let profile: Profile = serde_json::from_str(include_str!("../../../gemeenten/hengelo.json")).unwrap();
        let mut table = Sharing::default();
        let kmt = table.rules.iter_mut().find(|rule| rule.to == ReferralTarget::Kmt).unwrap();
        kmt.may.push(DataKind::Place);
        kmt.grounds.push(String::new());
        let found = Part::Sharing(Some(table.clone())).check();
        let found: Vec<(&str, FindingCode)> = found.iter().map(|one| (one.field.as_str(), one.code)).collect();
        let expected =
            [("delen/kmt/mag", FindingCode::Contradiction), ("delen/kmt/grondslagen", FindingCode::Required)];
        assert_eq!(found, expected);
        let stored = Settings::default().with(Part::Sharing(Some(table)));
        assert_eq!(stored.over(profile.clone()), profile, "a table that names a place for advice does not hold");
        let nothing = Sharing { established: None, rules: Vec::new() };
        let changed = Settings::default().with(Part::Sharing(Some(nothing.clone())));
        assert_eq!(Part::of(PartKind::Sharing, &changed.over(profile)), Part::Sharing(Some(nothing)));
    }
}
