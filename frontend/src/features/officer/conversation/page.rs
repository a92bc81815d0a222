use super::{clash::Clashes, contact::ContactFields, sheet::SheetFields, store::Conversation};
use crate::{
    browser,
    client::Call,
    features::officer::{
        case::{MelderCard, ReportCard},
        dialogs::{ActForm, Acting, Dialogs},
        dossier::{ActButton, Dossier},
        page::Page,
        parts::Heading,
        request::{Failed, Request},
        session::Session,
    },
    messages::{self, officer::act_text},
    ui::{Bound, Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::{
    case::{Act, ActKind, act::draft::SheetDraft},
    contract::{CaseDetail, ConversationView, Endpoint},
    id::CaseId,
};
use std::sync::Arc;

/// The page of the conversation about a case.
#[component]
pub fn ConversationPage(id: CaseId) -> impl IntoView {
    let (dossier, session) = (Dossier::start(id.clone()), Session::here());
    dossier.read();
    let read = Request::<ConversationView>::new();
    let ask = Callback::new(move |()| {
        let call = Call::on(Endpoint::Conversation, dossier.id().as_str());
        read.run(call.ask::<ConversationView>(), |answer| answer.body);
    });
    ask.run(());
    session.talks(true);
    on_cleanup(move || session.talks(false));
    let begun = read.done();
    let there = Memo::new(move |_| dossier.detail.with(Option::is_some) && begun.with(Option::is_some));
    let again = Callback::new(move |()| {
        dossier.read();
        ask.run(());
    });
    let failed = move || dossier.failure.with(Option::is_some) || read.failure().with(Option::is_some);
    view! {
        <div class="case-bar"><Link to=Page::Case(id).path()>"‹ Dossier"</Link></div>
        <p class="sr-only" role="status">{move || dossier.said.get()}</p>
        <Failed failure=dossier.failure title="Dit dossier is er nu niet"/>
        <Failed failure=read.failure() title="Het gesprek is er nu niet"/>
        <Show when=failed><Button look=ButtonLook::Plain press=again>"Probeer opnieuw"</Button></Show>
        {move || there.get().then(|| view! { <Talk dossier=dossier begun=begun.get_untracked()/> })}
        <Dialogs/>
    }
}

/// The acts that this page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The melder was not spoken to yet.
    Contact,
    /// The meldingsformulier can be saved.
    Form,
    /// Neither: the case went on.
    Over,
}

impl Step {
    fn of(detail: &CaseDetail) -> Self {
        let can = |kind| detail.commands.contains(&kind);
        match (can(ActKind::RecordContact), can(ActKind::SaveForm)) {
            (true, _) => Self::Contact,
            (false, true) => Self::Form,
            (false, false) => Self::Over,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Contact => act_text(ActKind::RecordContact).title,
            Self::Form => act_text(ActKind::SaveForm).title,
            Self::Over => "Het gesprek is voorbij",
        }
    }
}

#[component]
fn Talk(dossier: Dossier, begun: Option<ConversationView>) -> impl IntoView {
    let Some(begun) = begun else { return ().into_any() };
    let conversation = Conversation::start(dossier, begun);
    let step = Memo::new(move |_| dossier.detail.with(|detail| detail.as_ref().map_or(Step::Over, |it| Step::of(it))));
    let draft = conversation.draft;
    let contact = Bound::part(draft, |draft| draft.contact.clone(), |draft, contact| draft.contact = contact);
    let sheet = Bound::part(draft, |draft| draft.form.clone(), |draft, form| draft.form = numbered(form));
    let (contact, sheet) = (ActForm::over(ActKind::RecordContact, contact), ActForm::over(ActKind::SaveForm, sheet));
    let speaking = Acting::new(contact, Act::RecordContact).then(move || conversation.done(ActKind::RecordContact));
    let saving = Acting::new(sheet, Act::SaveForm).then(move || conversation.done(ActKind::SaveForm));
    let report = dossier.detail.get_untracked();
    let name = report.as_ref().map(|detail| whose(detail)).unwrap_or_default();
    view! {
        <section class="talk wide" aria-label=move || step.get().title()>
            <div class="talk-top">
                <Heading text=name title="Gesprek"/>
                <p class="soft" role="status">{move || conversation.saving.kept.get().words()}</p>
            </div>
            <Clashes/>
            <div class="two">
                <div class="cards">
                    <Show when=move || step.get() == Step::Contact>
                        <section class="card"><ContactFields form=contact acting=speaking/></section>
                    </Show>
                    <SheetFields form=sheet acting=saving/>
                </div>
                {report.map(|detail| view! { <Beside detail=detail/> })}
            </div>
            <div class="talk-bar row">
                {move || match step.get() {
                    Step::Contact => view! {
                        <Button press=speaking.press() busy=speaking.busy()>{act_text(ActKind::RecordContact).send}</Button>
                        <ActButton kind=ActKind::RecordAttempt look=ButtonLook::Plain/>
                    }
                    .into_any(),
                    Step::Form => view! {
                        <Button press=saving.press() busy=saving.busy()>{act_text(ActKind::SaveForm).send}</Button>
                    }
                    .into_any(),
                    Step::Over => view! { <p>"Dit dossier is verder. Wat hier staat, wordt niet meer bewaard."</p> }.into_any(),
                }}
            </div>
        </section>
    }
    .into_any()
}

/// A person who was just added gets a number, before anybody else knows of them.
fn numbered(mut form: SheetDraft) -> SheetDraft {
    for person in &mut form.persons {
        person.number.get_or_insert_with(browser::new_number);
    }
    form
}

/// Whose conversation it is. From KMT there is nobody to speak with, and the form is filled in all the same.
fn whose(detail: &CaseDetail) -> String {
    match detail.report.reporter() {
        Some(melder) => format!("Gesprek met {}", messages::isolated(melder.name.as_str())),
        None => "Meldingsformulier bij een signaal van KMT".into(),
    }
}

/// What the melder wrote, whom to call, and what to say.
#[component]
fn Beside(detail: Arc<CaseDetail>) -> impl IntoView {
    view! {
        <div class="cards side">
            <MelderCard detail=detail.clone()/>
            {detail.report.reporter().map(|_| view! {
                <section class="card">
                    <h2>"Zeg tegen de melder"</h2>
                    <p>"Zoek niets extra op. Je hoort van ons vóór het besluit. Je leidinggevende ziet dit niet."</p>
                </section>
            })}
            <ReportCard detail=detail/>
        </div>
    }
}
