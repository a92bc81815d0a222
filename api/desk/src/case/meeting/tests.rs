//! The werkoverleg over every kind of store: what is proposed, and what an AF learns of a case that is not for them.
use super::*;
use crate::case::{
    load, take_in,
    tests::{end_early, kit_over, kits, memory, secret},
};
use kit::inbox::arrival::accept;
use shared::{
    answer::YesNo,
    contract::{NewAccount, examples},
    id::{AccountId, CaseId, FunctionId},
    report::{Channel, Draft},
    text::Login,
};

/// Ada and Bea, who have a function each.
fn people(desk: &Desk) -> [AccountId; 2] {
    let new = [("ada", "regisseur-wmo"), ("bea", "zorg-en-veiligheid")].map(|(name, function)| {
        let new = examples::new_account(Role::Officer).unwrap();
        NewAccount { login: Login::parse(name).unwrap(), function: FunctionId::parse(function).ok(), ..new }
    });
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, new.to_vec(), "een lange verzonnen zin", factor).unwrap();
    <[_; 2]>::try_from(made).ok().unwrap().map(|one| one.id)
}

fn viewer(desk: &Desk, who: &AccountId) -> Viewer {
    relations::viewer(desk, who, &account::all(desk).unwrap()).unwrap()
}

/// Sends a report, and takes it in.
fn arrives(desk: &Desk, n: u16, draft: &Draft) -> (CaseId, CaseNumber) {
    let id = accept(&desk.inbox, &secret(n), draft, Channel::Form {}).unwrap().id;
    take_in(desk).unwrap();
    let number = load(desk, &id).unwrap().value.origins().number;
    (id, number)
}

/// A report that nobody with Bea's function may know of.
fn hidden() -> Draft {
    let excluded = FunctionId::parse("zorg-en-veiligheid").into_iter().collect();
    Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() }
}

fn plan(desk: &Desk, present: &[AccountId]) -> MeetingPlan {
    MeetingPlan { day: desk.now().day(), present: present.to_vec(), others: vec![], next: None }
}

fn does(desk: &Desk, who: &AccountId, what: MeetingCommand) -> Result<Option<MeetingId>, Failure> {
    command(desk, &viewer(desk, who), what)
}

fn numbers(desk: &Desk, who: &AccountId, id: &MeetingId) -> Vec<CaseNumber> {
    let shown = show(desk, &viewer(desk, who), &account::all(desk).unwrap(), id).unwrap();
    shown.cases.iter().map(|row| row.number).collect()
}

fn offered(desk: &Desk, viewer: &Viewer) -> Vec<(CaseNumber, Vec<MeetingReason>)> {
    let page = list(desk, viewer, &account::all(desk).unwrap()).unwrap();
    page.proposed.into_iter().map(|one| (one.row.number, one.why)).collect()
}

#[test]
fn what_an_af_asks_to_discuss_is_proposed_until_it_is_in_a_meeting() {
    for desk in kits() {
        let [ada, bea] = people(&desk);
        let [(_, first), (id, second)] = [1, 2].map(|n| arrives(&desk, n, &examples::draft()));
        assert_eq!(offered(&desk, &viewer(&desk, &bea)), []);
        for case in [first, second] {
            does(&desk, &ada, MeetingCommand::Ask { case }).unwrap();
        }
        does(&desk, &ada, MeetingCommand::StopAsking { case: first }).unwrap();
        assert_eq!(offered(&desk, &viewer(&desk, &bea)), [(second, vec![MeetingReason::Asked])]);
        let both = plan(&desk, &[ada.clone(), bea.clone()]);
        let made = does(&desk, &bea, MeetingCommand::Plan { plan: both, add: vec![second, second] }).unwrap().unwrap();
        assert_eq!(offered(&desk, &viewer(&desk, &bea)), [], "now it is in a meeting");
        assert_eq!(numbers(&desk, &ada, &made), [second], "once");
        crate::case::tests::change(&desk, &id, end_early());
        assert!(does(&desk, &ada, MeetingCommand::Ask { case: second }).is_err(), "there is nothing left to decide");
    }
}

#[test]
fn a_case_whose_day_is_over_is_proposed() {
    let desk = kit_over(memory(), memory(), memory());
    let [ada, _] = people(&desk);
    let (_, number) = arrives(&desk, 1, &examples::draft());
    let later = Viewer { today: desk.now().plus_seconds(30 * 86_400).day(), ..viewer(&desk, &ada) };
    assert_eq!(offered(&desk, &later), [(number, vec![MeetingReason::Late])]);
}

/// Neither the case, nor a gap, nor a number of cases; and nothing that this AF does takes it out of the meeting.
#[test]
fn an_excluded_af_learns_nothing_of_a_case_in_a_meeting_and_leaves_it_there() {
    for desk in kits() {
        let [ada, bea] = people(&desk);
        let (_, plain) = arrives(&desk, 1, &examples::draft());
        let (hidden_id, hidden) = arrives(&desk, 2, &hidden());
        let both = || plan(&desk, &[ada.clone(), bea.clone()]);
        does(&desk, &ada, MeetingCommand::Ask { case: hidden }).unwrap();
        assert_eq!(offered(&desk, &viewer(&desk, &bea)), []);
        assert_eq!(offered(&desk, &viewer(&desk, &ada)), [(hidden, vec![MeetingReason::Asked])]);
        let with_both = MeetingCommand::Plan { plan: both(), add: vec![plain, hidden] };
        let with_one = MeetingCommand::Plan { plan: both(), add: vec![plain] };
        let first = does(&desk, &ada, with_both).unwrap().unwrap();
        let second = does(&desk, &ada, with_one).unwrap().unwrap();
        assert_eq!(numbers(&desk, &ada, &first), [plain, hidden]);
        let row = lines::row(&desk, hidden.sequence).unwrap().unwrap();
        let (met, _) = of_case(&desk, &viewer(&desk, &ada), &row).unwrap();
        assert_eq!(met.unwrap().plan.present, std::slice::from_ref(&ada), "Bea was not there when it was discussed");
        let shown = |id: &MeetingId| {
            let view = show(&desk, &viewer(&desk, &bea), &account::all(&desk).unwrap(), id).unwrap();
            serde_json::to_string(&view).unwrap().replace(id.as_str(), "")
        };
        assert_eq!(shown(&first), shown(&second), "with it and without it are the same");
        assert!(!shown(&first).contains(hidden_id.as_str()));
        let change = |add: Vec<CaseNumber>, remove: Vec<CaseNumber>| {
            does(&desk, &bea, MeetingCommand::Change { meeting: first.clone(), plan: both(), add, remove })
        };
        let nobodys = CaseNumber { year: hidden.year, sequence: 9999 };
        assert_eq!(change(vec![hidden], vec![]), change(vec![nobodys], vec![]), "as if it were not there");
        assert_eq!(change(vec![], vec![hidden]), change(vec![], vec![nobodys]));
        let asks = |case| does(&desk, &bea, MeetingCommand::Ask { case });
        assert_eq!(asks(hidden), asks(nobodys));
        assert!(asks(hidden).is_err());
        change(vec![], vec![plain]).unwrap();
        assert_eq!(numbers(&desk, &ada, &first), [hidden], "what Bea does not see she takes nothing of");
        assert_eq!(numbers(&desk, &bea, &first), []);
    }
}

#[test]
fn a_meeting_is_of_afs_and_functions_of_the_profile_and_can_be_cancelled() {
    let desk = kit_over(memory(), memory(), memory());
    let [ada, bea] = people(&desk);
    let stranger = AccountId::from_bytes(&[9; 16]);
    let planned = |plan| does(&desk, &ada, MeetingCommand::Plan { plan, add: vec![] });
    assert_eq!(planned(plan(&desk, &[stranger])), Err(Refusal::NotAnOfficer.into()));
    let of = |name: &str| vec![FunctionId::parse(name).unwrap()];
    let others = |name: &str| MeetingPlan { others: of(name), ..plan(&desk, std::slice::from_ref(&ada)) };
    assert!(planned(others("bestaat-niet")).is_err());
    assert!(planned(plan(&desk, &[])).is_err(), "somebody is there");
    let made = planned(others("regisseur-wmo")).unwrap().unwrap();
    does(&desk, &bea, MeetingCommand::Cancel { meeting: made.clone() }).unwrap();
    assert_eq!(does(&desk, &bea, MeetingCommand::Cancel { meeting: made }), Err(Failure::not_found()));
    assert_eq!(list(&desk, &viewer(&desk, &ada), &account::all(&desk).unwrap()).unwrap().meetings, []);
}

/// Discussed and not decided: proposed for the next one, with the day, until it is in one or was decided.
#[test]
fn what_was_not_decided_is_proposed_again() {
    for desk in kits() {
        let [ada, bea] = people(&desk);
        let (id, number) = arrives(&desk, 1, &examples::draft());
        let day = desk.now().plus_seconds(14 * 86_400).day();
        let first = does(
            &desk,
            &ada,
            MeetingCommand::Plan { plan: plan(&desk, std::slice::from_ref(&ada)), add: vec![number] },
        );
        comes_back(&desk, number, day).unwrap();
        let page = |who: &AccountId| list(&desk, &viewer(&desk, who), &account::all(&desk).unwrap()).unwrap().proposed;
        let proposed = page(&bea);
        assert_eq!((proposed[0].row.number, proposed[0].again), (number, Some(day)));
        assert_eq!(proposed[0].why, [MeetingReason::Undecided]);
        assert_eq!(numbers(&desk, &ada, &first.unwrap().unwrap()), [number], "it stays where it was discussed");
        is_over(&desk, number).unwrap();
        assert_eq!(page(&bea), []);
        comes_back(&desk, number, day).unwrap();
        does(&desk, &bea, MeetingCommand::Plan { plan: plan(&desk, std::slice::from_ref(&bea)), add: vec![number] })
            .unwrap();
        assert_eq!(page(&bea), [], "it is in the next one");
        comes_back(&desk, number, day).unwrap();
        drop(crate::case::tests::change(&desk, &id, end_early()));
        assert_eq!(page(&bea), [], "it ended");
    }
}
