use super::*;
use crate::case::{
    relations::{add, start},
    tests::{kit_over, kits, memory},
};
use shared::{
    access::Role,
    answer::YesNo,
    case::notes::BreakGlassReason,
    contract::{NewStandIn, StartStandIn, examples},
    id::FunctionId,
    text::{Line, Login},
};

const WMO: &str = "regisseur-wmo";
const SAFETY: &str = "zorg-en-veiligheid";

/// Ada and Bea, with functions of their own, and Cor, whose function is not known.
fn people(desk: &Desk) -> [AccountId; 3] {
    let made = [("ada", Some(WMO)), ("bea", Some(SAFETY)), ("cor", None)].map(|(name, function)| {
        let new = examples::new_account(Role::Officer).unwrap();
        let function = function.map(|id| FunctionId::parse(id).unwrap());
        shared::contract::NewAccount { login: Login::parse(name).unwrap(), function, ..new }
    });
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, made.to_vec(), "een lange verzonnen zin", factor).unwrap();
    <[_; 3]>::try_from(made.into_iter().map(|one| one.id).collect::<Vec<_>>()).unwrap()
}

fn viewer(desk: &Desk, who: &AccountId) -> Viewer {
    crate::case::relations::viewer(desk, who, &account::all(desk).unwrap()).unwrap()
}

fn typed(story: &str) -> Draft {
    Draft { story: story.into(), colleague: Some(YesNo::No), ..examples::draft() }
}

fn put(desk: &Desk, who: &AccountId, of: &AccountId, seen: u32, draft: Option<Draft>) -> Result<u32, Failure> {
    let change = PhoneDraftChange { of: of.clone(), seen, draft };
    keep(desk, &viewer(desk, who), &change).map(|kept| kept.version)
}

/// What `who` sees of what `of` typed.
fn sees(desk: &Desk, who: &AccountId, of: &AccountId) -> Option<Draft> {
    let found = all(desk, &viewer(desk, who)).unwrap().into_iter().find(|one| one.of == *of);
    found.and_then(|one| one.typed).map(|typed| typed.draft)
}

fn is_stale<T>(answer: &Result<T, Failure>) -> bool {
    matches!(answer, Err(Failure::Problem(ProblemKind::Stale, ..)))
}

/// Bea begins to stand in for Ada.
fn covers(desk: &Desk, ada: &AccountId, bea: &AccountId) {
    let (until, words) = (desk.now().day(), Line::parse("Verzonnen reden").unwrap());
    start(desk, bea, &StartStandIn { of: ada.clone(), until, why: BreakGlassReason::Absent, words }).unwrap();
}

#[test]
fn it_is_there_on_another_tablet_and_for_whoever_stands_in() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        assert_eq!(put(&desk, &ada, &ada, 0, Some(typed("Begonnen"))), Ok(1));
        assert_eq!(sees(&desk, &ada, &ada), Some(typed("Begonnen")));
        assert_eq!([&bea, &cor].map(|who| sees(&desk, who, &ada)), [None, None], "nobody else");
        assert_eq!(put(&desk, &bea, &ada, 1, Some(typed("Anders"))), Err(Failure::not_found()));
        covers(&desk, &ada, &bea);
        assert_eq!(sees(&desk, &bea, &ada), Some(typed("Begonnen")));
        assert_eq!(put(&desk, &bea, &ada, 1, Some(typed("Afgemaakt"))), Ok(2));
        let listed = lines(&desk, &viewer(&desk, &bea)).unwrap();
        assert_eq!(listed.iter().map(|line| &line.of).collect::<Vec<_>>(), [&ada]);
        let (from, until) = (desk.now().day(), desk.now().day());
        add(&desk, &ada, &NewStandIn { by: cor.clone(), from, until }).unwrap();
        assert_eq!(sees(&desk, &cor, &ada), Some(typed("Afgemaakt")), "as arranged");
    }
}

#[test]
fn whoever_it_is_perhaps_about_neither_sees_it_nor_learns_that_it_is_there() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        covers(&desk, &ada, &bea);
        let about = |excluded: &[&str]| {
            let excluded = excluded.iter().map(|id| FunctionId::parse(id).unwrap()).collect();
            Draft { colleague: Some(YesNo::Yes), excluded, ..typed("Over een collega") }
        };
        let not_asked_yet = Draft { colleague: None, ..typed("Nog niet gevraagd") };
        for (n, hidden) in (0..).zip([not_asked_yet, about(&[]), about(&[SAFETY])]) {
            put(&desk, &ada, &ada, n, Some(hidden)).unwrap();
            assert_eq!(all(&desk, &viewer(&desk, &bea)).unwrap().len(), 1, "their own, with nothing in it");
            assert_eq!(lines(&desk, &viewer(&desk, &bea)), Ok(vec![]));
            assert_eq!(put(&desk, &bea, &ada, n + 1, None), Err(Failure::not_found()));
        }
        put(&desk, &ada, &ada, 3, Some(about(&[WMO]))).unwrap();
        assert_eq!(sees(&desk, &bea, &ada), Some(about(&[WMO])));
    }
}

#[test]
fn the_second_of_two_who_type_at_once_is_refused_and_loses_nothing_of_the_first() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        put(&desk, &ada, &ada, 0, Some(typed("Begonnen"))).unwrap();
        covers(&desk, &ada, &bea);
        assert_eq!(put(&desk, &bea, &ada, 1, Some(typed("Van Bea"))), Ok(2));
        assert_eq!(put(&desk, &bea, &ada, 1, Some(typed("Van Bea"))), Ok(2), "the answer got lost");
        for late in [Some(typed("Van Ada")), None] {
            assert!(is_stale(&put(&desk, &ada, &ada, 1, late)));
        }
        assert!(is_stale(&put(&desk, &ada, &ada, 1, Some(typed("Van Bea")))), "the same, by somebody else");
        assert_eq!(sees(&desk, &ada, &ada), Some(typed("Van Bea")));
        assert_eq!(put(&desk, &ada, &ada, 2, None), Ok(3));
        assert_eq!(put(&desk, &bea, &ada, 2, Some(typed("Weer"))), Err(Failure::not_found()), "it was thrown away");
    }
}

#[test]
fn of_two_who_begin_at_once_one_is_refused() {
    for desk in kits() {
        let [ada, ..] = people(&desk);
        let put = |story: &'static str| {
            let (desk, ada) = (desk.clone(), ada.clone());
            std::thread::spawn(move || put(&desk, &ada, &ada, 0, Some(typed(story))))
        };
        let [one, other] = [put("Op het ene apparaat"), put("Op het andere apparaat")].map(|put| put.join().unwrap());
        assert_eq!(one.is_ok(), is_stale(&other), "{one:?} {other:?}");
        assert_eq!(other.is_ok(), is_stale(&one), "{one:?} {other:?}");
    }
}

#[test]
fn what_was_sent_is_gone_and_a_page_that_was_left_open_cannot_bring_it_back() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        put(&desk, &ada, &ada, 0, Some(typed("Begonnen"))).unwrap();
        covers(&desk, &ada, &bea);
        put(&desk, &bea, &bea, 0, Some(typed("Een andere melding"))).unwrap();
        for _twice in 0..2 {
            sent(&desk, &viewer(&desk, &bea), &typed("Begonnen")).unwrap();
        }
        assert_eq!((sees(&desk, &ada, &ada), sees(&desk, &bea, &ada)), (None, None));
        assert_eq!(sees(&desk, &bea, &bea), Some(typed("Een andere melding")), "only the one that was sent");
        let own = all(&desk, &viewer(&desk, &ada)).unwrap().remove(0);
        assert_eq!((own.version, own.sent.map(|sent| sent.by)), (2, Some(bea.clone())));
        assert!(is_stale(&put(&desk, &ada, &ada, 1, Some(typed("Begonnen")))));
        let stored = desk.cases.get(&StoredPhoneDraft::cell(&ada)).unwrap().unwrap();
        assert_eq!(stored.typed, None, "and nothing of it is kept");
    }
}

#[test]
fn it_is_gone_after_seven_days_and_due_work_removes_it() {
    for desk in kits() {
        let [ada, ..] = people(&desk);
        put(&desk, &ada, &ada, 0, Some(typed("Begonnen"))).unwrap();
        let stored = |desk: &Desk| desk.cases.get(&StoredPhoneDraft::cell(&ada)).unwrap().unwrap();
        let last = desk.clone().at(|| Moment::from_millis(1_777_000_000_000).plus_seconds(7 * 86_400));
        sweep(&last).unwrap();
        assert_eq!(sees(&last, &ada, &ada), Some(typed("Begonnen")), "on the seventh day it is there");
        let over = desk.clone().at(|| Moment::from_millis(1_777_000_000_000).plus_seconds(8 * 86_400));
        assert_eq!(sees(&over, &ada, &ada), None, "also before due work");
        assert!(stored(&over).typed.is_some());
        sweep(&over).unwrap();
        assert_eq!(stored(&over), StoredPhoneDraft { version: 2, typed: None, sent: None });
        assert!(is_stale(&put(&over, &ada, &ada, 1, Some(typed("Begonnen")))));
    }
}

#[test]
fn it_is_sealed_and_one_that_is_too_large_is_refused() {
    for desk in kits() {
        let [ada, ..] = people(&desk);
        let large = Draft { story: "x".repeat(MOST), ..typed("") };
        let refused = put(&desk, &ada, &ada, 0, Some(large));
        assert!(matches!(refused, Err(Failure::Problem(ProblemKind::TooLarge, ..))));
    }
    let cases = memory();
    let desk = kit_over(memory(), cases.clone(), memory());
    let [ada, ..] = people(&desk);
    put(&desk, &ada, &ada, 0, Some(typed("Verzonnen en geheim"))).unwrap();
    let cell = StoredPhoneDraft::cell(&ada);
    let raw = cases.get(cell.key()).unwrap().unwrap();
    assert!(!raw.windows(7).any(|part| part == b"Verzonn"));
    cases.set(cell.key(), b"beschadigd").unwrap();
    assert_eq!(all(&desk, &viewer(&desk, &ada)).unwrap()[0].version, 0, "one that cannot be read begins anew");
    assert_eq!(put(&desk, &ada, &ada, 0, Some(typed("Weer getypt"))), Ok(1));
}
