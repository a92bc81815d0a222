//! Refusals are counted and reported: bounded, complete, and the same for a name that exists and one that does not.
use super::{super::denied::PLACES, *};
use crate::{
    account,
    login::{
        limit::{self, Caller},
        session,
    },
};
use http::HeaderMap;
use kit::{
    inbox::limit::{Net, failed},
    store::cell::{self, Cases, Cell},
};
use shared::{
    access::Role,
    audit::Denial,
    contract::{Credentials, examples},
    id::AccountId,
    text::Login,
};

fn all(desk: &Desk) -> Vec<AuditLine> {
    let mut lines = list(desk, &Filter::default()).unwrap().lines;
    lines.reverse();
    lines
}

fn facts(line: &AuditLine) -> (&str, &str, Outcome, u32) {
    (line.action.as_str(), &line.object, line.outcome, line.repeated.map_or(0, |repeated| repeated.count))
}

fn enrolled(desk: &Desk) -> AccountId {
    crate::key_check::check(desk).unwrap();
    let new = vec![examples::new_account(Role::Officer).unwrap()];
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    account::first_enrolled(desk, new, "een lange verzonnen zin", factor).unwrap().remove(0).id
}

fn try_log_in(desk: &Desk, login: &str) {
    let login = Login::parse(login).unwrap();
    let wrong = Credentials { login, password: "fout-kanarie".into(), code: "000000".into() };
    assert!(session::log_in(desk, &wrong).is_err());
}

#[test]
fn a_failed_log_in_names_the_account_or_nobody_and_nothing_that_was_typed() {
    let desk = desk();
    let id = enrolled(&desk);
    (0..3).for_each(|_| try_log_in(&desk, "Fleur.Voorbeeld"));
    (0..2).for_each(|n| try_log_in(&desk, &format!("kanarie{n}")));
    assert_eq!(all(&desk).len(), 0, "counted, not told");
    tell_of(&desk, &id).unwrap();
    assert_eq!(
        all(&desk).iter().map(facts).collect::<Vec<_>>(),
        [("inloggen-geweigerd", id.as_str(), Outcome::Refused, 3)]
    );
    assert_eq!(tell_all(&desk), Ok(true));
    let lines = all(&desk);
    assert_eq!(facts(&lines[1]), ("inloggen-geweigerd", "sessies", Outcome::Refused, 2));
    assert!(lines.iter().all(|line| line.actor.is_none() && line.origin == "review POST /sessies"));
    assert!(!serde_json::to_string(&lines).unwrap().contains("kanarie"));
    assert_eq!((tell_all(&desk), all(&desk).len()), (Ok(false), 2), "told once");
    assert_eq!((seal(&desk), findings(&desk)), (Ok(2), vec![]));
}

#[test]
fn a_thousand_refusals_are_a_few_lines_an_hour_and_the_records_do_not_grow() {
    let desk = desk();
    let open = desk.now();
    for endpoint in Endpoint::ALL {
        count(&desk, Denial::NoSession, *endpoint, None).unwrap();
    }
    let unknown = || count(&desk, Denial::LogIn, Endpoint::LogIn, None).unwrap();
    (0..1000).for_each(|_| unknown());
    let kept: Vec<Cell<Cases, serde_json::Value>> = (0..PLACES).map(cell::denied).collect();
    let sizes = |desk: &Desk| -> usize {
        let found = desk.cases.get_many(&kept).unwrap();
        found.iter().map(|(_, value)| value.as_array().unwrap().len()).sum()
    };
    assert!(sizes(&desk) <= usize::from(PLACES) * (Endpoint::ALL.len() + 1), "{}", sizes(&desk));
    tell_due(&desk).unwrap();
    let told = all(&desk).len();
    assert!((1..=Endpoint::ALL.len() + 1).contains(&told), "{told}");
    let log_ins: Vec<_> =
        list(&desk, &Filter { action: Some(AuditAction::Denied(Denial::LogIn)), ..Filter::default() }).unwrap().lines;
    assert_eq!((log_ins.len(), log_ins[0].repeated.unwrap().count), (1, 1000), "no try is lost");
    assert!(log_ins[0].repeated.unwrap().first >= open && sizes(&desk) == 0);
    unknown();
    tell_due(&desk).unwrap();
    assert_eq!(all(&desk).len().min(50), told.min(50), "not again within the hour");
    CLOCK.fetch_add(3_600_000, Ordering::Relaxed);
    tell_due(&desk).unwrap();
    assert_eq!(list(&desk, &Filter::default()).unwrap().lines[0].repeated.unwrap().count, 1);
}

/// Nothing bounds these but this: beyond so many a refusal costs no write.
#[test]
fn refusals_without_a_rate_limit_are_counted_up_to_a_bound() {
    let desk = desk();
    (0..2_600).for_each(|_| count(&desk, Denial::NoSession, Endpoint::Cases, None).unwrap());
    tell_all(&desk).unwrap();
    let lines = all(&desk);
    assert_eq!((lines.len(), lines[0].object.as_str()), (1, "dossiers"));
    assert!((1_500..=2_000).contains(&lines[0].repeated.unwrap().count), "{:?}", lines[0].repeated);
}

/// How often a store was written, and a counter of it raised.
#[derive(Clone, Default)]
struct Worked(Arc<[AtomicI64; 2]>);

impl Watch for Worked {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        let [written, raised] = &*self.0;
        match touch {
            Touch::Read(_) => {}
            Touch::Set(_) | Touch::Delete | Touch::Swap(_) => {
                written.fetch_add(1, Ordering::Relaxed);
            }
            Touch::Increment(_) => {
                raised.fetch_add(1, Ordering::Relaxed);
            }
        }
        Ok(())
    }
}

#[test]
fn a_name_that_exists_writes_as_much_as_one_that_does_not() {
    let worked = Worked::default();
    let desk = kit_over(Arc::new(Watched { store: Arc::new(Memory::default()), watch: worked.clone() }));
    enrolled(&desk);
    let writes = |login: &str| {
        let before: Vec<i64> = worked.0.iter().map(|count| count.load(Ordering::Relaxed)).collect();
        try_log_in(&desk, login);
        worked.0.iter().zip(before).map(|(count, before)| count.load(Ordering::Relaxed) - before).collect::<Vec<_>>()
    };
    for _ in 0..5 {
        assert_eq!(writes("fleur.voorbeeld"), [1, 0]);
        assert_eq!(writes("niemand.verzonnen"), [1, 0]);
    }
}

#[test]
fn a_rate_limit_is_counted_when_reached_and_not_for_each_refusal() {
    let desk = desk();
    let (caller, login) = (Caller::of(&desk, &HeaderMap::new()), Login::parse("fleur.voorbeeld").unwrap());
    for _ in 0..40 {
        if let Ok(attempt) = limit::guard(&desk, &caller, &login) {
            attempt.failed(&desk).unwrap();
        }
    }
    tell_all(&desk).unwrap();
    assert_eq!(all(&desk).iter().map(facts).collect::<Vec<_>>(), [("rem-op-inloggen", "sessies", Outcome::Refused, 1)]);
}

/// A melder may not become traceable: only a day and a number, reported when the day is over.
#[test]
fn the_limit_on_codes_leaves_a_day_and_a_number_when_the_day_is_over() {
    let desk = desk();
    let net = Net::of(&HeaderMap::new());
    let day = desk.now().day();
    (0..100).for_each(|_| failed(&desk.inbox, &net).unwrap());
    let kept: serde_json::Value = desk.inbox.pointers.get(&cell::code_limited()).unwrap().unwrap();
    assert_eq!(kept.as_object().unwrap().len(), 1, "{kept}");
    assert_eq!((tell_all(&desk), all(&desk).len()), (Ok(false), 0), "not on the same day");
    CLOCK.fetch_add(24 * 3_600_000, Ordering::Relaxed);
    tell_all(&desk).unwrap();
    let lines = all(&desk);
    assert_eq!(
        lines.iter().map(facts).collect::<Vec<_>>(),
        [("rem-op-ontvangstcodes", "meldingen", Outcome::Refused, 1)]
    );
    let start = Moment::start_of(day);
    assert_eq!(lines[0].repeated.map(|one| (one.first, one.last)), Some((start, start)));
    assert!(lines[0].at.day() > day && lines[0].origin == "intake POST /meldingen/opvragen");
    assert_eq!(tell_all(&desk), Ok(false));
}

#[test]
fn two_reports_at_the_same_moment_report_nothing_twice() {
    let desk = desk();
    for round in 0..20 {
        for endpoint in [Endpoint::Cases, Endpoint::Audit, Endpoint::Accounts] {
            count(&desk, Denial::NoSession, endpoint, None).unwrap();
        }
        std::thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(|| tell_all(&desk).unwrap()))));
        let refused =
            list(&desk, &Filter { action: Some(AuditAction::Denied(Denial::NoSession)), ..Filter::default() })
                .unwrap()
                .lines;
        let told: u32 = refused.iter().map(|line| line.repeated.unwrap().count).sum();
        assert!(refused.len() >= 50 || told == 3 * (round + 1), "{told}");
    }
    seal(&desk).unwrap();
    assert_eq!(findings(&desk), [], "numbers that were not needed are void");
}

#[test]
fn damaged_counts_restart_and_let_nobody_in() {
    let desk = desk();
    enrolled(&desk);
    (0..PLACES).for_each(|place| desk.cases.set(&cell::denied(place), &"kapot").unwrap());
    desk.cases.set(&cell::denied_told(), &"kapot").unwrap();
    desk.inbox.pointers.set(&cell::code_limited(), &"kapot").unwrap();
    assert_eq!(tell_due(&desk), Ok(()));
    try_log_in(&desk, "fleur.voorbeeld");
    (0..100).for_each(|_| failed(&desk.inbox, &Net::of(&HeaderMap::new())).unwrap());
    assert_eq!(tell_all(&desk), Ok(true));
    assert_eq!(all(&desk).len(), 1);
}

#[test]
fn a_count_that_cannot_be_written_lets_nobody_in() {
    let desk = kit_over(no_lines());
    enrolled(&desk);
    assert_eq!(count(&desk, Denial::NoSession, Endpoint::Cases, None), Err(Failure::Unavailable));
    let right = Credentials {
        login: Login::parse("fleur.voorbeeld").unwrap(),
        password: "een lange verzonnen zin".into(),
        code: "000000".into(),
    };
    assert_eq!(session::log_in(&desk, &right).map(|_| ()), Err(Failure::Unavailable));
}

#[test]
fn lines_and_counts_as_they_were_stored_still_load() {
    let line = r#"{"nummer":1,"op":"2026-05-01T10:00:00.000Z","wie":null,"wat":"Case","waarop":"dossiers","afloop":"gelukt",
        "herkomst":"review GET /dossiers/{id}","reden":null,"spoor":"00"}"#;
    let line: AuditLine = serde_json::from_str(line).unwrap();
    assert_eq!(line.repeated, None);
    assert!(!serde_json::to_string(&line).unwrap().contains("herhaald"), "its MAC stays what it was");
    let counted = r#"[{"wat":"zonder-sessie","waarop":"dossiers","herkomst":"review GET /dossiers","herhaald":
        {"aantal":2,"eerste":"2026-05-01T10:00:00.000Z","laatste":"2026-05-01T11:00:00.000Z"}}]"#;
    assert_eq!(serde_json::from_str::<Vec<super::super::denied::Counted>>(counted).unwrap()[0].repeated.count, 2);
    let days = r#"{"2026-05-01":3}"#;
    let days: std::collections::BTreeMap<shared::moment::Day, u32> = serde_json::from_str(days).unwrap();
    assert_eq!(days.values().sum::<u32>(), 3);
}
