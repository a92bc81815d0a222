use super::super::page::Page;
use crate::{
    route::{Router, is_plain},
    ui::{ButtonLook, Link, LinkLook},
};
use leptos::{ev, prelude::*};
use shared::contract::CasePage;

/// The tabs over both lists, with how many there are to do.
#[component]
pub fn Tabs(
    /// The tab that is shown.
    now: Page,
    page: RwSignal<Option<CasePage>>,
) -> impl IntoView {
    let here = now == Page::ToDo;
    // a reminder of the cases that are due to be destroyed
    let due =
        move || page.with(|page| page.as_ref().filter(|page| page.due > 0).map(|page| format!(" ({})", page.due)));
    let count = move || page.with(|page| page.as_ref().map(counted));
    view! {
        <div class="tab-bar">
            <nav class="tabs" aria-label="Lijsten">
                <Tab to=Page::ToDo current=here>"Te doen"{move || here.then(count)}</Tab>
                <Tab to=Page::Done(1) current=!here>"Afgerond"</Tab>
                <Tab to=Page::Meetings current=false>"Overleg"</Tab>
                <Tab to=Page::Keeping current=false>"Bewaren"{due}</Tab>
            </nav>
            <div class="row">
                <Link to=Page::Search.path()>"Zoeken"</Link>
                <Link to=Page::Away.path()>"Waarneming"</Link>
                <Link to=Page::Awareness.path()>"Bewustwording"</Link>
                <Link to=Page::Figures.path()>"Cijfers"</Link>
                <Link to=Page::Phone.path() look=LinkLook::Button(ButtonLook::Plain)>"Melding opnemen"</Link>
            </div>
        </div>
    }
}

/// ` (5), 2 nieuw`.
fn counted(page: &CasePage) -> String {
    let fresh = if page.fresh == 0 { String::new() } else { format!(", {} nieuw", page.fresh) };
    format!(" ({}){fresh}", page.open)
}

/// A link in a row of pages.
#[component]
pub fn Tab(to: Page, current: bool, children: Children) -> impl IntoView {
    let router = Router::here();
    let path = to.path();
    let href = path.clone();
    let click = move |event: ev::MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            router.go(&path);
        }
    };
    view! { <a class="tab" href=href aria-current=current.then_some("page") on:click=click>{children()}</a> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_ones_are_counted_when_there_are_any() {
        let mut page = CasePage {
            rows: vec![],
            others: vec![],
            today: "2026-04-30".parse().unwrap(),
            fresh: 2,
            open: 5,
            next_page: None,
            due: 0,
            officers: vec![],
            unreadable: vec![],
            flood: None,
            together: 0,
            messages: None,
            reviews: 0,
            late: vec![],
            before: None,
            covers: vec![],
            unfinished: vec![],
            update: None,
        };
        assert_eq!(counted(&page), " (5), 2 nieuw");
        page.fresh = 0;
        assert_eq!(counted(&page), " (5)");
    }
}
