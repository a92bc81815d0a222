use super::{
    super::{page::Page, request::Failed},
    given::Given,
    store::Access,
};
use crate::{
    messages::isolated,
    ui::{Link, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{AccessGiven, AccessKind, AccessPage, AccessRequest};

/// On the start page: requests that wait for a second person, and all access that this person did not see yet. Nobody
/// gets access unseen.
#[component]
pub fn AccessNotice() -> impl IntoView {
    let access = Access::new();
    access.read();
    let something = move || {
        access.page.get().filter(|page: &AccessPage| !page.requests.is_empty() || unseen(page).next().is_some())
    };
    move || {
        something().map(|page| {
            let waits = page.requests.iter().any(|request| request.may_answer);
            let look = if waits { NoticeLook::Wait } else { NoticeLook::Info };
            let asked = page.requests.iter().map(|request| view! { <li>{asked_words(request)}</li> }).collect_view();
            let given = unseen(&page).map(|given| view! { <Given given=given.clone() access=access/> }).collect_view();
            view! {
                <Notice look=look title="Toegang">
                    <ul>{asked}{given}</ul>
                    <Failed failure=access.answering.failure()/>
                    <p><Link to=Page::Access.path()>"Bekijk wie toegang heeft gekregen of vraagt"</Link></p>
                </Notice>
            }
        })
    }
}

fn unseen(page: &AccessPage) -> impl Iterator<Item = &AccessGiven> {
    page.given.iter().filter(|given| given.unseen)
}

fn asked_words(request: &AccessRequest) -> String {
    let (who, whom) = (isolated(request.asked_by.as_str()), isolated(request.name.as_str()));
    match request.kind {
        AccessKind::New | AccessKind::Again | AccessKind::Unblocked => format!("{who} vraagt toegang voor {whom}."),
        AccessKind::Work | AccessKind::Linked => format!("{whom} logde voor het eerst in met een werkaccount."),
        AccessKind::Function => format!("{who} vraagt een andere functie voor {whom}."),
        AccessKind::Departed => format!("{who} zegt dat {whom} is vertrokken."),
    }
}
