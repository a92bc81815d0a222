use super::{super::page::Page, page::given_words, store::Access};
use crate::{
    messages::isolated,
    ui::{Link, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{AccessPage, AccessRequest};

/// On the start page: requests that wait for a second person, and access granted recently. Nobody gets access unseen.
#[component]
pub fn AccessNotice() -> impl IntoView {
    let access = Access::new();
    access.read();
    let something =
        move || access.page.get().filter(|page: &AccessPage| !page.requests.is_empty() || !page.given.is_empty());
    move || {
        something().map(|page| {
            let waits = page.requests.iter().any(|request| request.may_answer);
            let look = if waits { NoticeLook::Wait } else { NoticeLook::Info };
            let asks = |request: &AccessRequest| {
                format!(
                    "{} vraagt toegang voor {}.",
                    isolated(request.asked_by.as_str()),
                    isolated(request.name.as_str())
                )
            };
            let told: Vec<String> =
                page.requests.iter().map(asks).chain(page.given.iter().take(3).map(given_words)).collect();
            let told = told.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! {
                <Notice look=look title="Toegang">
                    <ul>{told}</ul>
                    <p><Link to=Page::Access.path()>"Bekijk wie toegang heeft gekregen of vraagt"</Link></p>
                </Notice>
            }
        })
    }
}
