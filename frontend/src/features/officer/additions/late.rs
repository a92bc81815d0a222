use super::super::page::Page;
use crate::ui::{Link, Notice, NoticeLook};
use leptos::prelude::*;
use shared::{case::OpenReview, contract::CasePage};

/// On the AF's list: closed cases to which the melder added something.
#[component]
pub fn LateAdditions(page: RwSignal<Option<CasePage>>) -> impl IntoView {
    let late = Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.late.clone()).unwrap_or_default()));
    move || {
        let late = late.get();
        (!late.is_empty()).then(|| {
            view! {
                <Notice look=NoticeLook::Wait title="Aanvulling op een afgerond dossier">
                    <p>"De melder voegde iets toe. Lees het, en schrijf een notitie of heropen het dossier."</p>
                    <ul class="plain">{late.into_iter().map(line).collect_view()}</ul>
                </Notice>
            }
        })
    }
}

fn line(one: OpenReview) -> impl IntoView {
    let label = format!("Dossier {}", one.number);
    view! { <li><Link to=Page::Case(one.case).path()>{label}</Link></li> }
}
