//! Several reports under one lead case: the card that leads from one to the other.
use super::page::Page;
use crate::{
    messages::{Words, day_short, officer::why_urgent},
    ui::Link,
};
use leptos::prelude::*;
use shared::{
    case::{NextAction, Step, notes::LeadStand},
    contract::{CaseDetail, JoinedReport, LeadCase},
};
use std::sync::Arc;

/// The lead case of a report, or the reports under a lead case. Nothing for a case with neither.
#[component]
pub fn JoinedCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let lead = detail.lead.as_ref().map(|lead| lead_view(lead, detail.step == Step::Closed));
    let reports = (!detail.joined.is_empty()).then(|| {
        let lines = detail.joined.iter().map(|report| {
            let (path, number) = (Page::Case(report.id.clone()).path(), report.number.to_string());
            view! { <li><Link to=path>{number}</Link>": "{left(report)}</li> }
        });
        view! {
            <p>"Deze meldingen horen bij dit dossier. Elke melder krijgt zelf bericht."</p>
            <ul class="plain">{lines.collect_view()}</ul>
        }
    });
    (lead.is_some() || reports.is_some()).then(|| {
        view! {
            <section class="card">
                <h2>"Samengevoegd"</h2>
                {lead}
                {reports}
            </section>
        }
    })
}

fn lead_view(lead: &LeadCase, closed: bool) -> impl IntoView + use<> {
    let (path, number) = (Page::Case(lead.id.clone()).path(), format!("Hoort bij {}", lead.number));
    view! {
        <p><Link to=path>{number}</Link></p>
        <p>{format!("Dat dossier is nu: {}.", stand(lead.stand))}</p>
        {(!closed).then(|| view! { <p class="soft">"Onderzoek en besluit staan daar. Het contact met deze melder en Veilig Thuis staan hier."</p> })}
    }
}

fn stand(stand: LeadStand) -> &'static str {
    match stand {
        LeadStand::Begun => "nog niet in onderzoek",
        LeadStand::Investigated => "in onderzoek",
        LeadStand::Discussed => "op de agenda van het werkoverleg",
        LeadStand::Decided => "besloten",
        LeadStand::Closed => "afgerond",
    }
}

/// What is still to be done with the melder of a joined report.
fn left(report: &JoinedReport) -> String {
    if report.step == Step::Closed {
        return "afgerond".into();
    }
    let next = match (report.next == NextAction::AwaitLead, report.ready) {
        (true, true) => "melder heeft bericht".into(),
        (true, false) => "nog bericht te geven".into(),
        (false, _) => lower(report.next.words()),
    };
    let due = report.due.map(|day| format!(", uiterlijk {}", day_short(day)));
    let urgent = if report.urgent { ". Spoed" } else { "" };
    let why = why_urgent(&report.alarms).map(|why| format!(": {}", lower(&why)));
    [next, due.unwrap_or_default(), urgent.into(), why.unwrap_or_default()].concat()
}

fn lower(words: &str) -> String {
    let first = words.chars().next().into_iter().flat_map(char::to_lowercase);
    first.chain(words.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        id::{CaseId, CaseNumber},
        report::Alarm,
    };

    #[test]
    fn a_lead_case_says_what_is_left_with_each_melder() {
        let report = |next, ready| JoinedReport {
            id: CaseId::from_bytes(&[3; 16]),
            number: CaseNumber { year: 2026, sequence: 18 },
            step: Step::Received,
            next,
            due: None,
            urgent: false,
            alarms: vec![],
            ready,
        };
        let day = "2026-04-30".parse().ok();
        let call = JoinedReport { due: day, ..report(NextAction::CallReporter, false) };
        let urgent = JoinedReport { urgent: true, alarms: vec![Alarm::Minor], ..call.clone() };
        let table = [
            (report(NextAction::AwaitLead, false), "nog bericht te geven"),
            (report(NextAction::AwaitLead, true), "melder heeft bericht"),
            (JoinedReport { step: Step::Closed, ..report(NextAction::Nothing, true) }, "afgerond"),
            (call, "bel de melder, uiterlijk do 30 apr"),
            (urgent, "bel de melder, uiterlijk do 30 apr. Spoed: jonger dan 18"),
        ];
        for (report, words) in table {
            assert_eq!(left(&report), words);
        }
    }
}
