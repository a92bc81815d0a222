use super::super::page::Page;
use crate::{
    messages::{Words, day_with_year, officer},
    ui::{ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::case::{RowView, Step};

/// What was found, as on the lists.
#[component]
pub fn FoundRows(rows: Vec<RowView>) -> impl IntoView {
    view! { <ul class="work-list">{rows.into_iter().map(|row| view! { <FoundRow row=row/> }).collect_view()}</ul> }
}

#[component]
fn FoundRow(row: RowView) -> impl IntoView {
    let name = format!("{} · {}", row.number, officer::subject_and_forms(row.subject, &row.forms));
    let (label, look) = (format!("Bekijk dossier {}", row.number), LinkLook::Button(ButtonLook::Plain));
    let class = if row.step == Step::Closed { "left ok" } else { "left wait" };
    view! {
        <li class="work-row">
            <p class=class>{row.step.words()}</p>
            <div><h3>{name}</h3><p class="soft">{detail(&row)}</p></div>
            <Link to=Page::Case(row.id).path() look=look label=label>"Bekijk"</Link>
        </li>
    }
}

/// What is next, or how it ended and when.
fn detail(row: &RowView) -> String {
    match &row.kept {
        Some(kept) => format!("{}. Afgerond op {}", kept.outcome.words(), day_with_year(kept.closed)),
        None => format!("{}. Laatst bijgewerkt op {}", row.next.words(), day_with_year(row.last.day())),
    }
}
