use super::{
    super::{page::Page, paper::PrintButton, parts::Heading, request::Failed},
    list::List,
    others::OfColleagues,
    tabs::Tabs,
};
use crate::{
    messages::{day_with_year, officer},
    ui::{ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::{case::RowView, contract::CasePage};

/// Closed cases, newest first, a page at a time.
#[component]
pub fn DonePage(number: u32) -> impl IntoView {
    let list = List::new();
    list.read_done(number);
    let heading = if number > 1 { format!("Afgerond, pagina {number}") } else { "Afgerond".into() };
    view! {
        <Tabs now=Page::Done(number) page=list.page/>
        <div class="wide stack">
            <Heading text=heading title="Afgerond"/>
            <Failed failure=list.failure/>
            {move || list.page.get().map(|page| view! { <Lines page=page number=number/> })}
            <PrintButton/>
        </div>
    }
}

#[component]
fn Lines(page: CasePage, number: u32) -> impl IntoView {
    let empty = page.rows.is_empty() && page.others.is_empty();
    let plain = LinkLook::Button(ButtonLook::Plain);
    view! {
        {empty.then(|| view! { <p>"Hier staan geen afgeronde dossiers."</p> })}
        <ul class="work-list">{page.rows.into_iter().map(|row| view! { <DoneRow row=row/> }).collect_view()}</ul>
        <OfColleagues rows=Signal::stored(page.others)/>
        <nav class="row" aria-label="Pagina's">
            {(number > 1).then(|| view! { <Link to=Page::Done(number - 1).path() look=plain>"Nieuwere"</Link> })}
            {page.next_page.map(|next| view! { <Link to=Page::Done(next).path() look=plain>"Oudere"</Link> })}
        </nav>
    }
}

#[component]
fn DoneRow(row: RowView) -> impl IntoView {
    let name = format!("{} · {}", row.number, officer::subject_and_forms(row.subject, &row.forms));
    let since = row.kept.as_ref().map_or_else(|| row.last.day(), |kept| kept.closed);
    let label = format!("Bekijk dossier {}", row.number);
    view! {
        <li class="work-row">
            <p class="left ok">"Afgerond"</p>
            <div>
                <h2 class="name">{name}</h2>
                <p class="soft">{format!("Sinds {}", day_with_year(since))}</p>
            </div>
            <Link to=Page::Case(row.id).path() look=LinkLook::Button(ButtonLook::Plain) label=label>"Bekijk"</Link>
        </li>
    }
}
