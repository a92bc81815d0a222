//! The lines over the list.
use super::super::line::{Line, recent, together};
use crate::messages::clock;
use leptos::prelude::*;
use shared::{case::ReducedRow, contract::CasePage, id::AccountId, moment::Moment};

/// How long today's work takes, whose cases these are, and what changed since the last time.
#[component]
pub fn Overview(page: RwSignal<Option<CasePage>>, shown: Memo<Vec<Line>>, me: Option<AccountId>) -> impl IntoView {
    let whose = move || {
        page.with(|page| {
            let page = page.as_ref().filter(|page| page.next_page.is_none())?;
            shown.with(|lines| whose(lines, &page.others, me.as_ref()))
        })
    };
    let since = move || {
        let before = page.with(|page| page.as_ref().and_then(|page| page.before))?;
        shown.with(|lines| since(lines, before))
    };
    view! {
        <p class="soft">{move || shown.with(|lines| together(lines))}</p>
        <p class="soft">{whose}</p>
        <p class="soft">{since}</p>
    }
}

/// `2 van jou · 1 van niemand · 3 van collega's, 1 met spoed`; nothing where there is nothing.
fn whose(lines: &[Line], others: &[ReducedRow], me: Option<&AccountId>) -> Option<String> {
    let count = |of: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| of(line)).count();
    let mine = count(&|line| line.row.assigned.is_some() && line.row.assigned.as_ref() == me);
    let nobodys = count(&|line| line.row.assigned.is_none());
    let theirs = lines.len() - mine - nobodys + others.len();
    let is_theirs = |line: &Line| line.row.assigned.is_some() && line.row.assigned.as_ref() != me;
    let urgent = count(&|line| is_theirs(line) && line.row.urgent) + others.iter().filter(|row| row.urgent).count();
    let mut parts = vec![(mine, format!("{mine} van jou")), (nobodys, format!("{nobodys} van niemand"))];
    let spoed = if urgent == 0 { String::new() } else { format!(", {urgent} met spoed") };
    parts.push((theirs, format!("{theirs} van collega's{spoed}")));
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What colleagues did since the last time; nothing without lines.
fn since(lines: &[Line], before: Moment) -> Option<String> {
    let today = lines.first()?.today;
    let changed = lines.iter().filter(|line| line.row.changed || (line.row.fresh && line.row.last > before)).count();
    let what = match changed {
        0 => "is er niets veranderd".to_owned(),
        1 => "is 1 dossier nieuw of veranderd".to_owned(),
        more => format!("zijn {more} dossiers nieuw of veranderd"),
    };
    Some(format!("Sinds je vorige keer ({}, {}) {what}.", recent(before.day(), today), clock(before)))
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::line::tests::{line_of, row},
        *,
    };
    use shared::{
        case::{NextAction, Step},
        id::CaseId,
    };

    fn id(which: u8) -> AccountId {
        AccountId::from_bytes(&[which; 16])
    }

    fn of(assigned: Option<AccountId>, urgent: bool) -> Line {
        let mut row = row(1, NextAction::FillForm, None, urgent);
        row.assigned = assigned;
        line_of(row)
    }

    #[test]
    fn whose_cases_there_are_and_that_a_colleague_has_spoed() {
        let lines = [of(Some(id(1)), false), of(Some(id(1)), true), of(None, true), of(Some(id(2)), true)];
        let other = ReducedRow {
            id: CaseId::from_bytes(&[1; 16]),
            number: lines[0].row.number,
            step: Step::Received,
            due: None,
            urgent: true,
        };
        let me = id(1);
        assert_eq!(
            whose(&lines, &[other], Some(&me)).unwrap(),
            "2 van jou · 1 van niemand · 2 van collega's, 2 met spoed"
        );
        assert_eq!(whose(&lines[..1], &[], Some(&me)).unwrap(), "1 van jou");
        assert_eq!(whose(&[], &[], Some(&me)), None);
    }

    #[test]
    fn what_colleagues_did_since_the_last_time() {
        let before = Moment::from_clock("2026-04-29T16:10").unwrap();
        let mut lines = [of(None, false), of(None, false), of(None, false)];
        let words = |lines: &[Line]| since(lines, before).unwrap();
        assert_eq!(words(&lines), "Sinds je vorige keer (gisteren, 16.10) is er niets veranderd.");
        lines[0].row.changed = true;
        assert_eq!(words(&lines), "Sinds je vorige keer (gisteren, 16.10) is 1 dossier nieuw of veranderd.");
        lines[1].row.fresh = true;
        lines[1].row.last = before.plus_seconds(1);
        lines[2].row.fresh = true;
        assert_eq!(words(&lines), "Sinds je vorige keer (gisteren, 16.10) zijn 2 dossiers nieuw of veranderd.");
    }
}
