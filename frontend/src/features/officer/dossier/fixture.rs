//! A fictional dossier for tests, made the way the server makes one.
use shared::{
    access::Relation,
    case::{Asker, Case, Entry, Event, Origins, Row, RowView, asked_of, available, own_proposals, proposals},
    contract::{CaseDetail, OfficerView, examples},
    id::{AccountId, CaseId, CaseNumber, StatusKey},
    indicators::IndicatorList,
    moment::Moment,
    report::{Channel, Draft, check},
    sharing::Sharing,
    text::Line,
};

/// Fleur (1) and Mo (2).
pub fn officer(which: u8) -> AccountId {
    AccountId::from_bytes(&[which; 16])
}

fn named(which: u8, name: &str) -> OfficerView {
    OfficerView { id: officer(which), name: Line::parse(name).unwrap(), active: true }
}

/// As Fleur sees it after these events, each by the officer named with it.
pub fn detail(events: Vec<(u8, Event)>) -> CaseDetail {
    possible(events).unwrap()
}

/// The same; none when these events cannot happen in this order.
pub fn possible(events: Vec<(u8, Event)>) -> Option<CaseDetail> {
    let received = Moment::try_from("2026-04-24T13:42:00Z".to_owned()).unwrap();
    let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
    let draft = Draft { ticks: vec![], ..examples::draft() };
    let origins = Origins {
        id: CaseId::from_bytes(&[9; 16]),
        number: CaseNumber { year: 2026, sequence: 17 },
        received,
        contact_by: "2026-04-30".parse().unwrap(),
        channel: Channel::Form {},
        report: check(&draft, &list).report.unwrap(),
        status_key: StatusKey::from_bytes(&[3; 16]),
        excluded: vec![],
    };
    let entries = events.into_iter().enumerate().map(|(at, (by, event))| Entry {
        at: received.plus_seconds(3600 * (1 + i64::try_from(at).unwrap())),
        by: officer(by),
        event,
    });
    let case = { entries }.try_fold(Case::open(origins), |case, entry| case.apply(entry).ok())?;
    Some(view(&case))
}

fn view(case: &Case) -> CaseDetail {
    let (origins, me, today) = (case.origins(), officer(1), "2026-04-30".parse().unwrap());
    let asker = Asker { actor: &me, today };
    let acts = |route: bool| {
        let all = available(case, asker).into_iter();
        all.filter(|kind| kind.is_of_the_route() == route).collect()
    };
    CaseDetail {
        id: origins.id.clone(),
        number: origins.number,
        revision: case.revision(),
        received: origins.received,
        contact_by: origins.contact_by,
        channel: origins.channel.clone(),
        report: origins.report.clone(),
        signals: vec![],
        step: case.status().step(),
        row: RowView::of(Row::of(case), today, &me),
        assigned: case.assigned().cloned(),
        vtt: case.safety().vtt().cloned(),
        vtt_open: case.vtt_open(),
        commands: acts(true),
        rights: acts(false),
        proposals: proposals(case, asker),
        asked: asked_of(case, asker),
        own: own_proposals(case, asker),
        timeline: case.entries().to_vec(),
        officers: vec![named(1, "Fleur Voorbeeld"), named(2, "Mo Fictief")],
        today,
        relation: Relation::Assigned,
        excluded: vec![],
        meeting: None,
        asked_to_discuss: false,
        lead: None,
        joined: vec![],
        answers: vec![],
        kmt: vec![],
        advisers: vec![],
        alike: vec![],
        sharing: Sharing::default(),
    }
}
