//! Lists of signals that are read in: adopted as a new version, taken back, and kept for the reports made on them.
use super::*;
use shared::indicators::{IndicatorList, ListVersion, Origin, Tick};

/// The list in use with another sentence for one signal.
fn newer(desk: &Desk, version: &str, sentence: &str) -> IndicatorList {
    let mut list = desk.environment().instance().unwrap().indicators;
    list.version = version.into();
    list.indicators[0].sentence = sentence.into();
    list
}

fn import(desk: &Desk, list: IndicatorList, by: &AccountId) -> Result<(), Failure> {
    let seen = page(desk).unwrap().last;
    command(desk, &SettingsCommand::Import { seen, list }, by)
}

fn in_use(desk: &Desk) -> (String, String) {
    let list = desk.environment().instance().unwrap().indicators;
    (list.version.clone(), list.indicators[0].sentence.clone())
}

/// The sentence of the first signal, as a report that was made on this version has it.
fn as_ticked(desk: &Desk, version: &str) -> Option<String> {
    let profile = desk.profile().unwrap();
    let id = desk.environment().instance().unwrap().indicators.indicators[0].id.clone();
    let found = desk.environment().ticked(&profile, version, &[Tick { id, origin: Origin::Seen }]).unwrap();
    found.first().map(|one| one.sentence.clone())
}

#[test]
fn a_list_that_is_read_in_holds_at_once_and_older_reports_keep_their_sentences() {
    for desk in kits() {
        let [bo, ..] = people(&desk);
        let before = in_use(&desk);
        import(&desk, newer(&desk, "2027-1", "Een eerste verzonnen zin"), &bo).unwrap();
        import(&desk, newer(&desk, "2027-2", "Een tweede verzonnen zin"), &bo).unwrap();
        assert_eq!(in_use(&desk), ("2027-2".into(), "Een tweede verzonnen zin".into()));
        let copy = inbox::lists::shown(&desk.inbox.pointers, &ListVersion::parse("2027-2").unwrap()).unwrap();
        assert_eq!(copy.indicators[0].sentence, "Een tweede verzonnen zin", "a melder gets it");
        assert_eq!(as_ticked(&desk, "2026-1").as_ref(), Some(&before.1), "of the file");
        assert_eq!(as_ticked(&desk, "2027-1").as_deref(), Some("Een eerste verzonnen zin"));
        assert_eq!(as_ticked(&desk, "2025-1"), None);
        let kept: Vec<(String, bool)> =
            lists(&desk).unwrap().lists.into_iter().map(|kept| (kept.list.version, kept.in_use)).collect();
        assert_eq!(kept, [("2027-2".into(), true), ("2027-1".into(), false), ("2026-1".into(), false)]);
        // back to the first, and to the file
        let undo = |number| {
            let seen = page(&desk).unwrap().last;
            command(&desk, &SettingsCommand::Undo { seen, number }, &bo).unwrap();
        };
        undo(2);
        assert_eq!(in_use(&desk).0, "2027-1");
        undo(1);
        assert_eq!(in_use(&desk), before);
        assert_eq!(as_ticked(&desk, "2027-2").as_deref(), Some("Een tweede verzonnen zin"), "still kept");
        change(&desk, Part::List(Some(ListVersion::parse("2027-2").unwrap())), &bo).unwrap();
        assert_eq!(in_use(&desk).0, "2027-2", "chosen again");
    }
}

#[test]
fn a_list_that_is_not_in_order_or_there_already_is_refused_at_its_field() {
    let desk = kits().into_iter().next().unwrap();
    let [bo, ..] = people(&desk);
    let pointers = |list: IndicatorList| {
        let problem = import(&desk, list, &bo).unwrap_err().problem();
        problem.errors.iter().map(|one| one.pointer.clone()).collect::<Vec<_>>()
    };
    let mut wrong = newer(&desk, "2027-1", "");
    wrong.indicators[2].sentence = "Is van een ander geloof".into();
    assert_eq!(pointers(wrong), ["/inhoud/lijst/signalen/0/zin", "/inhoud/lijst/signalen/2/zin"]);
    assert_eq!(pointers(newer(&desk, "2026-1", "Verzonnen")), ["/inhoud/lijst/versie"], "a file");
    import(&desk, newer(&desk, "2027-1", "Verzonnen"), &bo).unwrap();
    assert_eq!(pointers(newer(&desk, "2027-1", "Anders")), ["/inhoud/lijst/versie"], "read in before");
    let old = SettingsCommand::Import { seen: 0, list: newer(&desk, "2027-2", "Anders") };
    assert_eq!(command(&desk, &old, &bo).unwrap_err().problem().status, 412);
    let unknown = change(&desk, Part::List(Some(ListVersion::parse("2030-1").unwrap())), &bo).unwrap_err().problem();
    assert_eq!(unknown.errors[0].pointer, "/inhoud/deel/waarde/signalenlijst");
}

/// Damaged: a browser keeps what was last shown, and the next read of an old report says nothing instead of stopping.
#[test]
fn a_damaged_list_takes_nothing_down() {
    let (store, desk) = with_store();
    let [bo, ..] = people(&desk);
    import(&desk, newer(&desk, "2027-1", "Verzonnen een"), &bo).unwrap();
    import(&desk, newer(&desk, "2027-2", "Verzonnen twee"), &bo).unwrap();
    for key in store.keys().unwrap().into_iter().filter(|key| key.starts_with("list:")) {
        store.set(&key, &[0xA5; 40]).unwrap();
    }
    show(&desk).unwrap();
    assert_eq!(in_use(&desk), ("2027-2".into(), "Verzonnen twee".into()), "the copy");
    assert_eq!(as_ticked(&desk, "2027-1"), None);
    assert_eq!(lists(&desk).unwrap().lists.len(), 1, "the file");
}
