use super::*;
use crate::{
    account,
    case::{
        keys, load, relations, renew, take_in,
        tests::{change, end_early, kits, note, send},
    },
    login::session::Session,
};
use shared::{
    access::{Action, Role},
    case::{Exclusion, Status, notes::CareGround},
    contract::{AccessAnswer, AccountCommand, NewAccount, examples},
    id::{AccountId, FunctionId},
    moment::Moment,
    text::{Line, Login, Prose},
};

const SECRET: &str = "Verzonnen medicijn";

/// Ada from zorg, Bea from veiligheid, and Cor, whose function is not known.
fn people(desk: &Desk) -> [Session; 3] {
    let of = |(name, function): (&str, Option<&str>)| NewAccount {
        login: Login::parse(name).unwrap(),
        function: function.map(|id| FunctionId::parse(id).unwrap()),
        ..examples::new_account(Role::Officer).unwrap()
    };
    let new = [("ada", Some("regisseur-wmo")), ("bea", Some("zorg-en-veiligheid")), ("cor", None)].map(of);
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, new.to_vec(), "een lange verzonnen zin", factor).unwrap();
    <[_; 3]>::try_from(made).ok().unwrap().map(|one| Session::of_test(one.id, one.role))
}

fn viewer(desk: &Desk, who: &Session) -> Viewer {
    relations::viewer(desk, &who.account, &account::all(desk).unwrap()).unwrap()
}

fn case(desk: &Desk) -> CaseId {
    let id = send(desk, 1).id;
    take_in(desk).unwrap();
    id
}

fn now(desk: &Desk, id: &CaseId) -> Case {
    load(desk, id).unwrap().value
}

fn entry(text: &str) -> NewCareEntry {
    NewCareEntry { text: Prose::parse(text).unwrap(), corrects: None }
}

fn writes(desk: &Desk, id: &CaseId, who: &Session, text: &str) -> CareView {
    add(desk, &now(desk, id), &viewer(desk, who), entry(text)).unwrap()
}

fn shown(desk: &Desk, id: &CaseId, who: &Session) -> CareView {
    read(desk, &now(desk, id), &viewer(desk, who), true).unwrap()
}

fn reason() -> OpenCareReason {
    OpenCareReason { ground: CareGround::Decision, reason: Line::parse("Verzonnen reden").unwrap() }
}

fn opens(desk: &Desk, id: &CaseId, who: &Session) -> Result<CareView, Failure> {
    open(desk, load(desk, id).unwrap(), &viewer(desk, who), reason(), true)
}

fn reads(view: &CareView) -> bool {
    let json = serde_json::to_string(view).unwrap();
    assert_eq!(json.contains(SECRET), view.sight.reads());
    view.sight.reads()
}

/// The same instance so many hours later.
fn later(desk: &Desk, day: bool) -> Desk {
    let noon = || Moment::from_millis(1_777_000_000_000 + 3_600_000);
    let tomorrow = || Moment::from_millis(1_777_000_000_000 + 86_400_000);
    if day { desk.clone().at(tomorrow) } else { desk.clone().at(noon) }
}

#[test]
fn whoever_is_not_from_zorg_reads_it_after_opening_it_and_not_the_next_day() {
    for desk in kits() {
        let ([ada, bea, cor], id) = (people(&desk), case(&desk));
        assert_eq!(opens(&desk, &id, &bea), Err(Refusal::NothingToDo.into()), "there is nothing");
        assert!(reads(&writes(&desk, &id, &ada, SECRET)));
        for who in [&bea, &cor] {
            let before = now(&desk, &id).entries().len();
            let closed = shown(&desk, &id, who);
            assert!(!reads(&closed) && closed.entries.len() == 1 && closed.entries[0].by == ada.account);
            assert!(reads(&opens(&desk, &id, who).unwrap()) && reads(&shown(&desk, &id, who)));
            let opened = now(&desk, &id);
            assert_eq!(opened.entries().len(), before + 1);
            assert!(!serde_json::to_string(&opened).unwrap().contains(SECRET), "the event has no word of it");
            assert!(reads(&opens(&desk, &id, who).unwrap()), "again, with nothing new");
            assert_eq!(now(&desk, &id).entries().len(), before + 1);
            assert!(reads(&shown(&later(&desk, false), &id, who)), "an hour later");
            assert!(!reads(&shown(&later(&desk, true), &id, who)), "24 hours later");
        }
        assert_eq!(opens(&desk, &id, &ada), Err(Refusal::NothingToDo.into()), "reads it anyway");
        assert!(reads(&shown(&later(&desk, true), &id, &ada)));
    }
}

#[test]
fn an_af_from_veiligheid_adds_what_they_were_told_and_reads_none_of_it() {
    for desk in kits() {
        let ([ada, bea, _], id) = (people(&desk), case(&desk));
        writes(&desk, &id, &ada, SECRET);
        let added = writes(&desk, &id, &bea, "Vertelde Verzonnen medicijn");
        assert!(!reads(&added));
        assert_eq!(added.entries.len(), 2);
        assert_eq!(writes(&desk, &id, &bea, "Vertelde Verzonnen medicijn").entries.len(), 2, "sent again");
        assert!(reads(&shown(&desk, &id, &ada)));
    }
}

/// The function of now counts, as a second person confirmed it.
#[test]
fn who_gets_another_function_reads_by_that_one() {
    for desk in kits() {
        let ([ada, bea, cor], id) = (people(&desk), case(&desk));
        writes(&desk, &id, &ada, SECRET);
        opens(&desk, &id, &cor).unwrap();
        let becomes = |who: &Session, function: &str, second: &Session| {
            let revision =
                || account::all(&desk).unwrap().into_iter().find(|one| one.id == who.account).unwrap().revision;
            let command = AccountCommand::SetFunction { function: FunctionId::parse(function).ok() };
            account::command(&desk, &who.account, revision(), &command, &AccountId::from_bytes(&[9; 16])).unwrap();

            account::access::answer(&desk, &who.account, revision(), AccessAnswer::Confirm, &second.account).unwrap();
        };
        becomes(&ada, "zorg-en-veiligheid", &bea);
        assert!(!reads(&shown(&desk, &id, &ada)), "also what they wrote themselves");
        becomes(&bea, "regisseur-wmo", &ada);
        assert!(reads(&shown(&desk, &id, &bea)));
        becomes(&cor, "zorg-en-veiligheid", &ada);
        assert!(reads(&shown(&desk, &id, &cor)), "opened today, by the same person");
    }
}

#[test]
fn who_is_excluded_after_opening_it_finds_nothing() {
    for desk in kits() {
        let ([ada, bea, _], id) = (people(&desk), case(&desk));
        writes(&desk, &id, &ada, SECRET);
        opens(&desk, &id, &bea).unwrap();
        let note = Exclusion { who: bea.account.clone(), reason: Prose::parse("Verzonnen").unwrap() };
        let standing = load(&desk, &id).unwrap();
        let out = Entry { at: desk.now(), by: ada.account.clone(), event: Event::Excluded(note) };
        crate::case::save(&desk, &standing, out).unwrap();
        assert_eq!(relations::see(&desk, &bea, &id, Action::See).err(), Some(Failure::not_found()));
    }
}

#[test]
fn a_full_one_refuses_entries_and_keeps_the_case_from_nothing() {
    for desk in kits() {
        let ([ada, ..], id) = (people(&desk), case(&desk));
        for n in 0..CareRecord::MOST {
            writes(&desk, &id, &ada, &format!("{SECRET} {n}"));
        }
        let refused = add(&desk, &now(&desk, &id), &viewer(&desk, &ada), entry("Nog een"));
        assert_eq!(refused, Err(Refusal::CareFull.into()));
        drop(change(&desk, &id, note()));
        drop(change(&desk, &id, end_early()));
        assert!(matches!(now(&desk, &id).status(), Status::Closed(_)));
        assert_eq!(shown(&desk, &id, &ada).entries.len(), CareRecord::MOST);
    }
}

#[test]
fn of_many_who_begin_at_once_nothing_is_lost() {
    for desk in kits() {
        let ([ada, bea, cor], id) = (people(&desk), case(&desk));
        std::thread::scope(|scope| {
            for who in [&ada, &bea, &cor] {
                let (desk, id) = (&desk, &id);
                scope.spawn(move || writes(desk, id, who, SECRET));
            }
        });
        assert_eq!(shown(&desk, &id, &ada).entries.len(), 3);
    }
}

#[test]
fn it_is_sealed_with_the_cases_key_gets_another_with_it_and_goes_with_it() {
    for desk in kits() {
        let ([ada, ..], id) = (people(&desk), case(&desk));
        let before = writes(&desk, &id, &ada, SECRET);
        let cell = <CareRecord as Beside>::cell(&id);
        let under = desk.cases.get::<CareRecord>(&Cell::named(cell.key()).unwrap_or(cell::told()));
        assert!(!under.is_ok_and(|found| found.is_some()), "the instance's key does not open it");
        renew(&desk, &id).unwrap();
        assert_eq!(shown(&desk, &id, &ada), before, "also after the case got another key");
        forget(&desk, &id).unwrap();
        assert!(!desk.cases.exists(&cell).unwrap());
    }
}

/// It is not replaced: nothing else says what stood there. The rest of the case goes on, with a new key too.
#[test]
fn one_that_cannot_be_read_says_so_and_stops_nothing_else() {
    for desk in kits() {
        let ([ada, bea, _], id) = (people(&desk), case(&desk));
        writes(&desk, &id, &ada, SECRET);
        keys::vault(&desk, &id).unwrap().set(&cell::care(&id), &"iets anders").unwrap();
        let is_told = |answer: Result<CareView, Failure>| matches!(answer, Err(Failure::Unreadable(_)));
        let (case, who) = (now(&desk, &id), viewer(&desk, &ada));
        assert!(is_told(read(&desk, &case, &who, true)) && is_told(add(&desk, &case, &who, entry("Nieuw"))));
        assert!(is_told(opens(&desk, &id, &bea)));
        assert!(inspected(&desk, &id).is_err());
        assert!(now(&desk, &id).entries().iter().all(|one| !matches!(one.event, Event::CareOpened(_))));
        drop(change(&desk, &id, note()));
        renew(&desk, &id).unwrap();
        assert_eq!(now(&desk, &id).entries().len(), 1);
        forget(&desk, &id).unwrap();
        assert!(reads(&writes(&desk, &id, &ada, SECRET)));
    }
}
