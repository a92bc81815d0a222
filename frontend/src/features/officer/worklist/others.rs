//! Cases of colleagues: number, step and deadline, and a button to open one with a reason.
use super::{
    super::{
        later::{CasePart, PageOf, Parts},
        session::Gemeente,
    },
    list::List,
};
use crate::{
    messages::{Words, day_with_year, officer},
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{
    calendar::Calendar,
    case::{ReducedRow, Urgency, urgency},
    moment::Day,
};

/// Those of the open list.
#[component]
pub fn Others(list: List) -> impl IntoView {
    let rows =
        Memo::new(move |_| list.page.with(|page| page.as_ref().map(|page| page.others.clone())).unwrap_or_default());
    let today = Signal::derive(move || list.page.with(|page| page.as_ref().map(|page| page.today)));
    view! { <OfColleagues rows=rows.into() today=today/> }
}

/// A heading with their lines; nothing when there are none.
#[component]
pub fn OfColleagues(
    rows: Signal<Vec<ReducedRow>>,
    #[prop(optional, into)] today: Signal<Option<Day>>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<ReducedRow>);
    let key = |row: &ReducedRow| (row.id.clone(), row.step, row.due, row.urgent);
    view! {
        <Show when=move || !rows.read().is_empty()>
            <section class="work" aria-label="Van collega's">
                <h2>"Van collega's"</h2>
                <p class="soft">
                    "Hiervan zie je alleen nummer, stap, termijn en spoed. Je ziet meer als je waarneemt, of als het in het werkoverleg komt."
                </p>
                <ul class="work-list"><For each=move || rows.get() key=key let(row)><OtherRow row=row asked=asked today=today/></For></ul>
            </section>
        </Show>
        {move || asked.with(Option::is_some).then(|| view! {
            <PageOf part=Parts::here().case page=CasePart::Open(asked) close=Callback::new(move |()| asked.set(None))/>
        })}
    }
}

#[component]
fn OtherRow(row: ReducedRow, asked: RwSignal<Option<ReducedRow>>, today: Signal<Option<Day>>) -> impl IntoView {
    let calendar = Gemeente::here().calendar();
    let shown = row.clone();
    let presses = move || today.get().and_then(|today| presses(&shown, today, &calendar));
    let due = row.due.map_or_else(|| "Geen termijn".to_owned(), |day| format!("Uiterlijk {}", day_with_year(day)));
    let (name, step) = (format!("Dossier {}", row.number), row.step.words());
    let for_label = format!(", dossier {}", row.number);
    let press = Callback::new(move |()| asked.set(Some(row.clone())));
    view! {
        <li class="work-row">
            <p class="left wait">{step}</p>
            <div><h3>{name}</h3>{move || presses().map(|text| view! { <p class="alarm"><b>{text}</b></p> })}<p class="soft">{due}</p></div>
            <Button look=ButtonLook::Plain press=press>"Toch bekijken"<span class="sr-only">{for_label}</span></Button>
        </li>
    }
}

/// That it cannot wait, or waited too long; nothing otherwise. Nobody but its AF reads why.
fn presses(row: &ReducedRow, today: Day, calendar: &Calendar) -> Option<String> {
    match urgency(row.due, row.urgent, today, calendar) {
        late @ Urgency::Late(_) if row.urgent => Some(format!("Spoed, {}", officer::urgency(late))),
        presses @ (Urgency::Late(_) | Urgency::Urgent) => Some(officer::urgency(presses)),
        Urgency::Today | Urgency::Left(_) | Urgency::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::id::CaseId;

    #[test]
    fn a_colleagues_case_that_cannot_wait_or_is_late_says_so() {
        let today: Day = "2026-04-30".parse().unwrap();
        let row = |urgent, due: Option<&str>| ReducedRow {
            id: CaseId::from_bytes(&[1; 16]),
            number: shared::id::CaseNumber { year: 2026, sequence: 17 },
            step: shared::case::Step::Received,
            due: due.map(|day| day.parse().unwrap()),
            urgent,
        };
        let table = [
            (row(true, None), Some("Spoed")),
            (row(true, Some("2026-04-29")), Some("Spoed, 1 werkdag te laat")),
            (row(false, Some("2026-04-29")), Some("1 werkdag te laat")),
            (row(false, Some("2026-04-30")), None),
            (row(false, None), None),
        ];
        for (row, expected) in table {
            assert_eq!(presses(&row, today, &Calendar::default()).as_deref(), expected, "{row:?}");
        }
    }
}
