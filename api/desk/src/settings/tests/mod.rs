mod lists;
mod standing;

use super::*;
use crate::{account, case::tests::kits};
use kit::inbox;
use shared::{
    access::Role,
    contract::{SettingsAnswer, SettingsCommand, SettingsVerdict, examples},
    id::AccountId,
    profile::{Contact, Source},
    settings::{Part, PartKind, Phones},
};

/// The beheerder, an AF and the FG.
fn people(desk: &Desk) -> [AccountId; 3] {
    let new =
        [Role::Administrator, Role::Officer, Role::PrivacyOfficer].map(|role| examples::new_account(role).unwrap());
    let made = account::first(desk, new.to_vec()).unwrap();
    let ids: Vec<AccountId> = made.into_iter().map(|done| done.account.id).collect();
    ids.try_into().unwrap()
}

fn numbers(desk: &Desk, number: &str) -> Part {
    let Part::Phones(Some(phones)) = Part::of(PartKind::Phones, &desk.environment().base().unwrap()) else {
        panic!("phones")
    };
    let kmt = Contact { number: number.into(), ..phones.kmt.clone() };
    Part::Phones(Some(Phones { kmt, ..phones }))
}

fn closed(day: &str) -> Part {
    Part::Closed(Some(vec![day.parse().unwrap()]))
}

fn change(desk: &Desk, part: Part, by: &AccountId) -> Result<(), Failure> {
    let seen = page(desk).unwrap().last;
    command(desk, &SettingsCommand::Change { seen, part }, by)
}

fn confirm(desk: &Desk, number: u32, by: &AccountId) -> Result<(), Failure> {
    answer(desk, &SettingsAnswer { verdict: SettingsVerdict::Confirm, number }, by)
}

/// What `intake` answers a melder.
fn melder_sees(desk: &Desk) -> String {
    let inbox = &desk.inbox;
    let copy = inbox::settings::shown(&inbox.pointers).unwrap_or_default();
    copy.over(inbox.environment.base().unwrap()).contacts.kmt.number
}

#[test]
fn a_closing_day_holds_at_once_for_everybody_and_can_be_taken_back() {
    for desk in kits() {
        let [bo, ..] = people(&desk);
        change(&desk, closed("2027-05-14"), &bo).unwrap();
        let day = "2027-05-14".parse().unwrap();
        assert!(!desk.calendar().unwrap().is_working_day(day));
        let copy = inbox::settings::shown(&desk.inbox.pointers).unwrap();
        assert_eq!(copy.closed, Some(vec![day]), "the melder's promise too");
        let seen = page(&desk).unwrap().last;
        command(&desk, &SettingsCommand::Undo { seen, number: seen }, &bo).unwrap();
        assert!(desk.calendar().unwrap().is_working_day(day));
        let now = page(&desk).unwrap();
        assert_eq!((now.history.len(), now.history[0].undoes), (2, Some(seen)));
        assert_eq!(now.history[0].after, now.history[1].before, "as it was");
        assert_eq!(
            now.history[0].by.as_ref().map(|by| by.as_str().to_owned()),
            now.history[1].by.as_ref().map(|by| by.as_str().to_owned())
        );
    }
}

#[test]
fn a_number_to_call_changes_only_with_a_second_person() {
    for desk in kits() {
        let [bo, fleur, _] = people(&desk);
        let before = melder_sees(&desk);
        change(&desk, numbers(&desk, "074-000 00 99"), &bo).unwrap();
        let waiting = page(&desk).unwrap().waiting.unwrap();
        assert_eq!((melder_sees(&desk), desk.profile().unwrap().contacts.kmt.number), (before.clone(), before.clone()));
        assert_eq!(
            confirm(&desk, waiting.number, &bo).unwrap_err().problem().status,
            409,
            "oneself is no second person"
        );
        assert!(confirm(&desk, waiting.number + 1, &fleur).is_err(), "another change than was read");
        confirm(&desk, waiting.number, &fleur).unwrap();
        assert_eq!(melder_sees(&desk), "074-000 00 99");
        assert!(desk.profile().unwrap().backup.is_some(), "review knows the achterwacht");
        let page = page(&desk).unwrap();
        assert!(page.waiting.is_none() && page.history[0].confirmed_by.is_some());
        // back waits too
        command(&desk, &SettingsCommand::Undo { seen: page.last, number: page.last }, &bo).unwrap();
        assert_eq!(melder_sees(&desk), "074-000 00 99");
        confirm(&desk, page.last + 1, &fleur).unwrap();
        assert_eq!(melder_sees(&desk), before);
    }
}

#[test]
fn a_change_is_refused_withdrawn_or_of_an_older_page() {
    for desk in kits() {
        let [bo, _, vera] = people(&desk);
        let part = numbers(&desk, "074-000 00 98");
        change(&desk, part.clone(), &bo).unwrap();
        let number = page(&desk).unwrap().last;
        answer(&desk, &SettingsAnswer { verdict: SettingsVerdict::Refuse, number }, &vera).unwrap();
        assert!(page(&desk).unwrap().waiting.is_none() && page(&desk).unwrap().history.is_empty());
        change(&desk, part.clone(), &bo).unwrap();
        command(&desk, &SettingsCommand::Withdraw, &bo).unwrap();
        assert!(command(&desk, &SettingsCommand::Withdraw, &bo).is_err(), "nothing waits");
        let old = SettingsCommand::Change { seen: 0, part };
        assert_eq!(command(&desk, &old, &bo).unwrap_err().problem().status, 412);
        let nameless = Part::Sources(Some(vec![Source { name: String::new(), ground: "Eigen taak".into() }]));
        let wrong = change(&desk, nameless, &bo).unwrap_err().problem();
        assert_eq!((wrong.status, wrong.errors[0].pointer.as_str()), (400, "/inhoud/deel/waarde/bronnen/0/naam"));
    }
}

#[test]
fn the_history_is_bounded() {
    let desk = kits().into_iter().next().unwrap();
    let [bo, ..] = people(&desk);
    for n in 0..105_u32 {
        let text = format!("Verzonnen tekst {n}. {}", "ë".repeat(150));
        change(&desk, Part::Texts(Some(vec![text])), &bo).unwrap();
    }
    let page = page(&desk).unwrap();
    assert_eq!((page.history.len(), page.last), (100, 105));
}

/// An instance, and the store of its cases, to damage something in it.
fn with_store() -> (std::sync::Arc<dyn keyvalue::Store>, Desk) {
    let store = crate::testing::memory();
    let stores =
        crate::Stores { inbox: crate::testing::memory(), cases: store.clone(), keys: crate::testing::memory() };
    let environment = crate::testing::environment(crate::testing::variables(&[crate::testing::key(5)], &[]));
    let desk = Desk::new(stores, environment);
    crate::key_check::check(&desk).unwrap();
    (store, desk)
}

/// Damaged: what was last shown goes on, it is told, and the next change begins again from there.
#[test]
fn a_damaged_history_takes_nothing_down() {
    let (store, desk) = with_store();
    let [bo, fleur, _] = people(&desk);
    change(&desk, numbers(&desk, "074-000 00 97"), &bo).unwrap();
    confirm(&desk, 1, &fleur).unwrap();
    store.set(StoredSettings::CELL.key(), &[0xA5; 40]).unwrap();
    show(&desk).unwrap();
    assert_eq!(
        (melder_sees(&desk).as_str(), desk.profile().unwrap().contacts.kmt.number.as_str()),
        ("074-000 00 97", "074-000 00 97")
    );
    assert!(page(&desk).unwrap().unreadable);
    command(&desk, &SettingsCommand::Change { seen: 0, part: closed("2027-05-14") }, &bo).unwrap();
    let page = page(&desk).unwrap();
    assert!(!page.unreadable && page.history.len() == 1);
    assert_eq!(desk.profile().unwrap().contacts.kmt.number, "074-000 00 97");
}
