use super::*;
use crate::{
    answer::{Known, YesNo},
    contract::examples,
    indicators::{Indicator, IndicatorList, Origin},
    profile::Domain,
    report::{ColleagueDraft, KmtDraft, VttDraft, VttState},
};
use proptest::prelude::*;

fn list() -> IndicatorList {
    let indicator = |id: &str| Indicator {
        id: id.into(),
        sentence: "Een zin".into(),
        group: "Groep".into(),
        source: "test".into(),
        ..Indicator::default()
    };
    IndicatorList {
        version: "2026-1".into(),
        indicators: vec![indicator("bedden"), indicator("paspoort")],
        ..IndicatorList::default()
    }
}

fn draft() -> Draft {
    Draft { list: "2026-1".into(), ticks: vec![], ..examples::draft() }
}

fn findings(change: impl FnOnce(&mut Draft)) -> Vec<(Field, FindingCode)> {
    let mut draft = draft();
    change(&mut draft);
    check(&draft, &list()).findings.into_iter().map(|f| (f.field, f.code)).collect()
}

#[test]
fn excluded_functions_are_of_the_profile_and_one_is_left() {
    let id = |text: &str| FunctionId::parse(text).unwrap();
    let function = |text: &str| Function { id: id(text), name: text.into(), domain: Domain::Care };
    let functions = [function("wmo"), function("veiligheid")];
    let about = |colleague, excluded: &[&str]| {
        let excluded = excluded.iter().map(|text| id(text)).collect();
        let draft = Draft { colleague: Some(colleague), excluded, ..draft() };
        check_functions(&draft, &functions).map(|finding| finding.code)
    };
    assert_eq!(about(YesNo::Yes, &[]), None);
    assert_eq!(about(YesNo::Yes, &["wmo"]), None);
    assert_eq!(about(YesNo::Yes, &["wmo", "veiligheid"]), Some(FindingCode::NobodyLeft));
    assert_eq!(about(YesNo::Yes, &["burgemeester"]), Some(FindingCode::UnknownFunction));
    assert_eq!(about(YesNo::No, &["wmo", "veiligheid"]), None, "what was chosen before no longer counts");
    let twice = findings(|d| (d.colleague, d.excluded) = (Some(YesNo::Yes), vec![id("wmo"), id("wmo")]));
    assert_eq!(twice, [(Field::Excluded, FindingCode::Duplicate)]);
    let no = Draft { colleague: Some(YesNo::No), excluded: vec![id("wmo")], ..draft() };
    assert_eq!(check(&no, &list()).report.unwrap().excluded, []);
}

#[test]
fn the_example_is_valid() {
    let checked = check(&draft(), &list());
    assert_eq!(checked.findings, []);
    assert!(checked.report.is_some());
}

#[test]
fn an_empty_draft_names_every_required_field_at_once() {
    let found = check(&Draft::default(), &list());
    let fields: Vec<Field> = found.findings.iter().map(|f| f.field).collect();
    use Field::{Acute, Colleague, Forms, List, Minor, Name, Phone, Story, Subject};
    assert_eq!(fields, [Subject, Forms, List, Story, Colleague, Minor, Acute, Name, Phone]);
    assert!(found.report.is_none() && found.findings.iter().all(|f| f.code == FindingCode::Required));
}

#[test]
fn one_wrong_thing_one_finding() {
    use ExploitationForm::{Labour, Unknown};
    type Change = fn(&mut Draft);
    let tick = |id: &str| Tick { id: id.into(), origin: Origin::Seen };
    let table: [(Change, Field, FindingCode); 12] = [
        (|d| d.forms = vec![Labour, Labour], Field::Forms, FindingCode::Duplicate),
        (|d| d.forms = vec![Labour, Unknown], Field::Forms, FindingCode::Contradiction),
        (|d| d.list = "Lijst 1".into(), Field::List, FindingCode::BadShape),
        (|d| d.story = " \n ".into(), Field::Story, FindingCode::Required),
        (|d| d.story = "x".repeat(4001), Field::Story, FindingCode::TooLong),
        (|d| d.name = "\u{200b}".into(), Field::Name, FindingCode::Required),
        (|d| d.phone = "bel maar".into(), Field::Phone, FindingCode::BadShape),
        (|d| d.email = "nadia".into(), Field::Email, FindingCode::BadShape),
        (|d| d.known = "nummer 111222333".into(), Field::Known, FindingCode::LooksLikeBsn),
        (|d| d.acute = None, Field::Acute, FindingCode::Required),
        (|d| d.team = "x".repeat(201), Field::Team, FindingCode::TooLong),
        (|d| d.minor = None, Field::Minor, FindingCode::Required),
    ];
    for (change, field, code) in table {
        assert_eq!(findings(change), [(field, code)]);
    }
    assert_eq!(findings(|d| d.ticks = vec![tick("onzin")]), [(Field::Ticks, FindingCode::UnknownIndicator)]);
    assert_eq!(findings(|d| d.ticks = vec![tick("bedden"); 2]), [(Field::Ticks, FindingCode::Duplicate)]);
}

#[test]
fn veilig_thuis_cannot_be_skipped() {
    let asked = |minor, acute| {
        findings(move |d| {
            (d.minor, d.acute, d.called_112, d.vtt) = (Some(minor), Some(acute), Some(YesNo::No), VttDraft::default());
        })
    };
    assert_eq!(asked(Known::No, Known::No), []);
    let unsafe_now = [Known::Yes, Known::Unknown].map(|acute| (Known::No, acute));
    for (minor, acute) in [(Known::Yes, Known::No), (Known::Unknown, Known::No)].into_iter().chain(unsafe_now) {
        assert_eq!(asked(minor, acute), [(Field::VttState, FindingCode::Required)]);
    }
    let not_yet = findings(|d| {
        d.minor = Some(Known::Yes);
        d.vtt = VttDraft { state: Some(VttState::NotYet), ..VttDraft::default() };
    });
    assert_eq!(not_yet, [(Field::VttWhy, FindingCode::Required)]);
}

#[test]
fn more_functions_than_there_can_be_are_not_compared_with_each_other() {
    let many = (0..100_000).map(|n| FunctionId::parse(&format!("f{n}")).unwrap()).collect();
    let found = findings(|d| (d.colleague, d.excluded) = (Some(YesNo::Yes), many));
    assert_eq!(found, [(Field::Excluded, FindingCode::TooMany)]);
}

#[test]
fn a_warning_does_not_stop_the_report() {
    let draft = Draft { known: "111222333".into(), ..draft() };
    assert!(check(&draft, &list()).report.is_some());
}

#[test]
fn every_free_text_that_is_asked_is_looked_at() {
    let number = || "Met 111 222 333".to_owned();
    let with = |state, minor| {
        findings(move |d| {
            let vtt = VttDraft { state, who: number(), when: number(), reference: number(), why: number() };
            (d.minor, d.vtt) = (Some(minor), vtt);
            (d.story, d.when, d.place, d.known) = (number(), number(), number(), number());
            (d.name, d.team, d.reachable) = (number(), number(), number());
        })
    };
    use Field::{Known as Facts, Name, Place, Reachable, Story, Team, VttReference, VttWhen, VttWho, VttWhy, When};
    let warned = |found: Vec<(Field, FindingCode)>| {
        assert!(found.iter().all(|(_, code)| *code == FindingCode::LooksLikeBsn), "{found:?}");
        found.into_iter().map(|(field, _)| field).collect::<Vec<_>>()
    };
    let reported = [Story, When, Place, Facts, VttWho, VttWhen, VttReference, Name, Team, Reachable];
    assert_eq!(warned(with(Some(VttState::Reported), Known::Yes)), reported);
    assert_eq!(warned(with(Some(VttState::NotYet), Known::Yes))[4], VttWhy);
    assert_eq!(warned(with(Some(VttState::NotYet), Known::No)).len(), 7, "Veilig Thuis is not asked");
}

#[test]
fn signals_of_an_older_list_are_kept() {
    let tick = Tick { id: "verdwenen-signaal".into(), origin: Origin::Heard };
    let old = Draft { list: "2025-2".into(), ticks: vec![tick], ..draft() };
    assert!(check(&old, &list()).report.is_some());
}

proptest! {
    #[test]
    fn there_is_a_report_exactly_when_nothing_stops_it(story in ".{0,80}", name in ".{0,30}", phone in "[0-9 a]{0,12}") {
        let checked = check(&Draft { story, name, phone, ..draft() }, &list());
        let stopped = checked.findings.iter().any(|f| !f.code.is_warning());
        prop_assert_eq!(checked.report.is_none(), stopped);
    }
}

fn from_kmt(day: &str) -> Draft {
    let kmt = KmtDraft { who: "Procesmanager".into(), day: day.into(), reference: String::new() };
    let draft = draft();
    Draft { way: Some(WayIn::Kmt), kmt, name: String::new(), phone: String::new(), ..draft }
}

#[test]
fn a_signal_from_kmt_has_no_melder_and_needs_none() {
    let report = check(&from_kmt("2026-04-24"), &list()).report.unwrap();
    assert_eq!((report.reporter(), report.kmt().unwrap().who.as_str()), (None, "Procesmanager"));
    let json = serde_json::to_value(&report).unwrap();
    assert!(json.get("melder").is_none() && json["kmt"]["dag"] == "2026-04-24", "{json}");
    assert_eq!(serde_json::from_value::<Report>(json).unwrap(), report);
    let found =
        |draft: Draft| check(&draft, &list()).findings.into_iter().map(|f| (f.field, f.code)).collect::<Vec<_>>();
    let missing = [(Field::KmtWho, FindingCode::Required), (Field::KmtDay, FindingCode::Required)];
    assert_eq!(found(Draft { kmt: KmtDraft::default(), ..from_kmt("") }), missing);
    assert_eq!(found(from_kmt("24 april")), [(Field::KmtDay, FindingCode::BadShape)]);
    // what was typed about a melder before KMT was chosen does not count
    let named = Draft { name: "Nadia Verzonnen".into(), ..from_kmt("2026-04-24") };
    assert_eq!(check(&named, &list()).report.unwrap().reporter(), None);
}

#[test]
fn the_way_in_is_the_afs_to_choose_and_kmts_day_is_not_to_come() {
    let today = "2026-04-24".parse().unwrap();
    let code = |draft: &Draft, own| check_way(draft, own, today).map(|one| (one.field, one.code));
    assert_eq!(code(&draft(), true), None);
    assert_eq!(code(&from_kmt("2026-04-24"), true), Some((Field::Way, FindingCode::Contradiction)));
    assert_eq!(code(&from_kmt("2026-04-24"), false), None);
    assert_eq!(code(&from_kmt("2026-04-25"), false), Some((Field::KmtDay, FindingCode::InFuture)));
}

#[test]
fn on_behalf_of_a_colleague_it_says_whom_to_call_first() {
    let behalf = |name: &str, phone: &str, first| ColleagueDraft { name: name.into(), phone: phone.into(), first };
    let found = |way, behalf| findings(|draft| (draft.way, draft.behalf) = (way, behalf));
    assert_eq!(found(None, ColleagueDraft::default()), []);
    assert_eq!(found(None, behalf("Bo Fictief", "", None)), [(Field::CallFirst, FindingCode::Required)]);
    let unnamed = [(Field::ColleagueName, FindingCode::Required), (Field::CallFirst, FindingCode::Required)];
    assert_eq!(found(Some(WayIn::Colleague), ColleagueDraft::default()), unnamed);
    let without_number = found(None, behalf("Bo Fictief", "", Some(CallFirst::Colleague)));
    assert_eq!(without_number, [(Field::ColleaguePhone, FindingCode::Required)]);
    assert_eq!(found(None, behalf("Bo Fictief", "", Some(CallFirst::Reporter))), []);
    let first = |first| {
        let draft = Draft { behalf: behalf("Bo Fictief", "074 111 11 11", Some(first)), ..draft() };
        let report = check(&draft, &list()).report.unwrap();
        report
            .reporter()
            .unwrap()
            .called_before()
            .map(|(one, phone)| format!("{} {}", one.name.as_str(), phone.as_str()))
    };
    assert_eq!(first(CallFirst::Reporter), None);
    assert_eq!(first(CallFirst::Colleague), Some("Bo Fictief 074 111 11 11".into()));
}
