use super::{
    super::{
        dialogs::Dialogs,
        dossier::{Dossier, story},
        kmt::LinkCard,
        paper::PrintButton,
        request::Failed,
        rights::CopyDialog,
    },
    cards::Cards,
    code_card::CodeCard,
    header::CaseHeader,
    steps::RouteSteps,
};
use crate::ui::{Button, ButtonLook, Link};
use leptos::prelude::*;
use shared::{contract::CaseDetail, id::CaseId};
use std::sync::Arc;

/// The page of a dossier.
#[component]
pub fn CasePage(id: CaseId) -> impl IntoView {
    let dossier = Dossier::start(id);
    dossier.read();
    view! {
        <CaseHeader dossier=dossier/>
        <p class="sr-only" role="status">{move || dossier.said.get()}</p>
        {move || dossier.detail.get().map(|detail| view! { <Content detail=detail/> })}
        <NotRead dossier=dossier/>
        <Dialogs/>
        {move || dossier.copying.get().then(|| view! { <CopyDialog/> })}
        <CodeCard/>
        <LinkCard/>
    }
}

#[component]
fn Content(detail: Arc<CaseDetail>) -> impl IntoView {
    let story = Arc::new(story(&detail));
    view! {
        <div class="wide">
            <RouteSteps detail=detail.clone() story=story.clone()/>
            <Cards detail=detail story=story/>
            <PrintButton/>
        </div>
    }
}

#[component]
fn NotRead(dossier: Dossier) -> impl IntoView {
    let again = Callback::new(move |()| dossier.read());
    let failed = move || dossier.failure.with(Option::is_some);
    let waiting = move || dossier.detail.with(Option::is_none) && dossier.failure.with(Option::is_none);
    view! {
        <Show when=waiting><p class="soft" role="status">"Even laden…"</p></Show>
        <div class="stack" class:wide=failed>
            <Failed failure=dossier.failure title="Dit dossier is er nu niet"/>
            <Show when=failed>
                <Button look=ButtonLook::Plain press=again>"Probeer opnieuw"</Button>
                <p><Link to="/af">"Naar wat er te doen is"</Link></p>
            </Show>
        </div>
    }
}
