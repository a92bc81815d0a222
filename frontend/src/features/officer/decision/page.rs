use super::ruling::RulingForm;
use crate::{
    features::officer::{
        additions::AdditionsCard,
        case::{FormCard, InquiryCard, ReportCard},
        dialogs::Dialogs,
        dossier::{Dossier, story},
        kmt::KmtCard,
        page::Page,
        parts::Heading,
        request::Failed,
    },
    messages::officer::act_text,
    ui::{Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::{case::ActKind, contract::CaseDetail, id::CaseId};
use std::sync::Arc;

/// The page of the decision about a case, with what was found out and what was reported beside it.
#[component]
pub fn DecisionPage(id: CaseId) -> impl IntoView {
    let dossier = Dossier::start(id.clone());
    dossier.read();
    let again = Callback::new(move |()| dossier.read());
    let failed = move || dossier.failure.with(Option::is_some);
    let read = Memo::new(move |_| dossier.detail.with(Option::is_some));
    view! {
        <div class="case-bar"><Link to=Page::Case(id).path()>"‹ Dossier"</Link></div>
        <Failed failure=dossier.failure title="Dit dossier is er nu niet"/>
        <Show when=failed><Button look=ButtonLook::Plain press=again>"Probeer opnieuw"</Button></Show>
        {move || read.get().then(|| dossier.detail.get_untracked()).flatten().map(|detail| view! { <Deciding detail=detail/> })}
        <Dialogs/>
    }
}

/// The form as long as a decision can be taken; what was typed stays when a colleague changes the case meanwhile.
#[component]
fn Deciding(detail: Arc<CaseDetail>) -> impl IntoView {
    let (dossier, text) = (Dossier::here(), act_text(ActKind::Decide));
    let story = Arc::new(story(&detail));
    let possible = Memo::new(move |_| {
        let offered = |detail: &Arc<CaseDetail>| detail.commands.contains(&ActKind::Decide);
        dossier.detail.with(|detail| detail.as_ref().is_some_and(offered))
    });
    view! {
        <div class="wide talk">
            <div class="talk-top">
                <Heading text=format!("{}: {}", text.title, detail.number) title="Besluit"/>
            </div>
            <div class="two">
                <Show when=move || possible.get()>
                    <section class="card" aria-label=text.title><RulingForm/></section>
                </Show>
                <Show when=move || !possible.get()>
                    <section class="card"><p>{OVER}</p><p><Link to=Page::Case(dossier.id()).path()>"Naar het dossier"</Link></p></section>
                </Show>
                <div class="cards">
                    <AdditionsCard detail=detail.clone()/>
                    <KmtCard detail=detail.clone()/>
                    <InquiryCard detail=detail.clone() story=story.clone()/>
                    <ReportCard detail=detail/>
                    <FormCard story=story/>
                </div>
            </div>
        </div>
    }
}

const OVER: &str = "Een besluit kan nu niet in dit dossier: het ligt al voor, of het dossier is in een andere stap.";
