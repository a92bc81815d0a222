//! Stored values after they are opened: they may come from an attacker or an earlier version.
use crate::account::StoredAccount;
use fuzz::{Form, Luck, Target};
use kit::inbox::arrival::{Content, StoredArrival, StoredReport, StoredStatus, TakenAnswer};
use schemars::SchemaGenerator;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shared::{
    audit::AuditLine,
    calendar::Calendar,
    case::{Act, Case, Context, Entry, Origins, Progress, Row, RowView, decide, notes::ReporterAnswer},
    contract::{SealedReport, examples},
    id::{AccountId, CaseId, CaseNumber, DeviceKeyId, StatusKey},
    indicators::IndicatorList,
    moment::Moment,
    profile::Profile,
    report::{Channel, check},
};
use std::{hint::black_box, sync::OnceLock};

/// An AF, on the day on which the cases came in.
pub fn context() -> Context<'static> {
    static WHO: OnceLock<[AccountId; 1]> = OnceLock::new();
    static CALENDAR: OnceLock<Calendar> = OnceLock::new();
    static KEY: OnceLock<StatusKey> = OnceLock::new();
    let officers = WHO.get_or_init(|| [AccountId::from_bytes(&[1; 16])]);
    Context {
        actor: &officers[0],
        today: received().day(),
        confirm_by: received().day(),
        calendar: CALENDAR.get_or_init(Calendar::default),
        sources: &[],
        officers,
        new_status_key: Some(KEY.get_or_init(|| StatusKey::from_bytes(&[3; 16]))),
        new_link: None,
        lead: None,
    }
}

fn received() -> Moment {
    Moment::try_from("2026-04-24T13:42:00Z".to_owned()).unwrap()
}

fn opened() -> Case {
    let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
    let draft = shared::report::Draft { ticks: vec![], ..examples::draft() };
    Case::open(Origins {
        id: CaseId::from_bytes(&[1; 16]),
        number: CaseNumber { year: 2026, sequence: 17 },
        received: received(),
        contact_by: "2026-04-30".parse().unwrap(),
        channel: Channel::Form {},
        report: check(&draft, &list).report.unwrap(),
        excluded: Vec::new(),
        status_key: StatusKey::from_bytes(&[2; 16]),
    })
}

/// Cases in every state that commands of every kind bring them to, chosen by luck.
pub fn walk() -> Vec<Case> {
    let schema = SchemaGenerator::default().into_root_schema_for::<Act>().to_value();
    let commands: Vec<Act> =
        fuzz::examples(&schema).into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect();
    let mut luck = Luck::new(fuzz::seed(), "walk", 0);
    let mut cases = vec![opened()];
    for _ in 0..3000 {
        let (case, command) = (luck.pick(&cases).unwrap().clone(), luck.pick(&commands).unwrap().clone());
        let Ok(event) = decide(&case, command, &context()) else { continue };
        let entry = Entry { at: received(), by: context().actor.clone(), event };
        let case = case.apply(entry).unwrap();
        let is_new = |other: &Case| other.status() != case.status();
        if case.entries().len() < 30 && (cases.iter().all(is_new) || luck.one_in(40)) && cases.len() < 60 {
            cases.push(case);
        }
    }
    cases
}

fn stored<T: DeserializeOwned>(name: &str, seeds: &[Value], with: impl Fn(T)) {
    let target = Target::new(&format!("stored {name}"), Form::Json, seeds.iter().map(Value::to_string));
    target.run(|input| serde_json::from_slice::<T>(input).map(&with).is_ok());
}

#[test]
fn a_stored_case_loads_or_does_not() {
    let cases = walk();
    assert!(cases.len() > 15, "only {} cases", cases.len());
    let seeds: Vec<Value> = cases.iter().map(|case| serde_json::to_value(case).unwrap()).collect();
    stored::<Case>("case", &seeds, |case| {
        black_box((case.vtt_open(), case.is_urgent(), case.revision().etag()));
        black_box((shared::case::available(&case, context().asker()), Progress::of(&case), Row::of(&case)));
        black_box(serde_json::to_vec(&case).unwrap());
    });
}

#[test]
fn a_line_of_a_list_loads_or_does_not() {
    let seeds: Vec<Value> = walk().iter().map(|case| serde_json::to_value(Row::of(case)).unwrap()).collect();
    let calendar = Calendar { decreed: vec![], closed: vec![] };
    stored::<Row>("row", &seeds, |row| {
        let today = received().day();
        let open = row.is_open();
        let view = RowView::of(row.clone(), received().day(), &AccountId::from_bytes(&[1; 16]));
        black_box((open, view.order(today, &calendar), view.section(today, &calendar), view.urgency(today, &calendar)));
    });
}

#[test]
fn a_value_in_the_inbox_loads_or_does_not() {
    let case = opened();
    let Origins { id, received, contact_by, channel, report, status_key, .. } = case.origins().clone();
    let sealed = SealedReport { key: DeviceKeyId::from_bytes(&[0; 16]), sealed: "AAAA".into() };
    let waiting = [Content::Checked(report.into()), Content::Sealed(sealed)].map(|content| {
        let (id, status_key) = (id.clone(), status_key.clone());
        StoredReport { id, received, contact_by, channel: channel.clone(), content, status_key }
    });
    let waiting = waiting.map(|report| serde_json::to_value(report).unwrap());
    stored::<StoredReport>("report", &waiting, drop);
    let told: Vec<Value> = walk()
        .iter()
        .map(|case| StoredStatus {
            progress: Some(Progress::of(case)),
            received: received.day(),
            contact_by,
            fingerprint: "kenmerk".into(),
            answers: vec![ReporterAnswer::to(0, case.origins().report.story.clone(), received)],
            taken: vec![TakenAnswer { question: Some(1), addition: None, fingerprint: "kenmerk".into() }],
        })
        .map(|status| serde_json::to_value(status).unwrap())
        .collect();
    stored::<StoredStatus>("status", &told, drop);
    stored::<StoredArrival>("arrival", &[json!({ "id": id })], drop);
}

#[test]
fn accounts_and_lines_of_the_audit_load_or_do_not() {
    let id = "01".repeat(16);
    let account = |role: &str| {
        json!({ "id": id, "revisie": 1, "inlognaam": "sem.voorbeeld", "naam": "Sem Voorbeeld", "rol": role,
                "wachtwoord": "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA", "geblokkeerd": false, "tijdperk": 1 })
    };
    let seeds = ["af", "beheerder", "fg"].map(|role| json!([account(role), account("af")]));
    stored::<Vec<StoredAccount>>("accounts", &seeds, |accounts| {
        accounts.iter().for_each(|account| drop(black_box(account.view())));
    });
    let line = json!({ "nummer": 1, "op": "2026-04-24T13:42:00.000Z", "wie": id, "wat": "Case", "waarop": id,
                       "afloop": "gelukt", "herkomst": "review", "reden": null, "spoor": id });
    stored::<AuditLine>("audit line", &[line], drop);
}

/// Every gemeente's own file.
#[test]
fn a_profile_loads_or_does_not() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let seeds: Vec<Value> = files.map(|path| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()).collect();
    stored::<Profile>("profile", &seeds, drop);
}
