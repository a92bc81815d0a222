use super::{page::Step, store::Store};
use crate::{
    messages::melder,
    route::Router,
    ui::{Button, ButtonLook, ErrorSummary, Link, Notice, NoticeLook, PageHeading, Show, live_text},
};
use leptos::prelude::*;
use shared::report::Part;

/// Where what is typed stays. It is said once, where the form begins.
const KEPT: &str = "Wat je typt, blijft hier hoogstens een dag. Met het vinkje alleen in dit tabblad.";

/// The frame of a step with questions: progress bar, heading, error summary, questions, and navigation.
#[component]
pub fn Shell(part: Part, children: Children) -> impl IntoView {
    let melding = Store::here().melding;
    let step = Step::Asks(part);
    let errors = Signal::derive(move || melding.shown_errors(&[part]));
    let tried = Signal::derive(move || melding.tried(part));
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        melding.try_part(part);
        let next = step.next().filter(|_| melding.errors(&[part]).is_empty());
        if let Some(next) = next {
            Router::here().go(next.path());
        }
    };
    view! {
        <form class="column form" novalidate on:submit=go_on>
            <StepBar step=step/>
            <PageHeading text=step.title()/>
            <Rest/>
            <ErrorSummary errors=errors tried=tried/>
            {children()}
            <div class="go-on"><Button wide=true>"Verder"</Button></div>
            {(part == Part::Subject).then(|| view! { <Kept/> })}
            <Wipe/>
        </form>
    }
}

/// Where what is typed stays, and the choice that it stays in this tab: `js/vault.js` hears it.
#[component]
fn Kept() -> impl IntoView {
    let keeper = Store::here().keeper;
    view! {
        <div class="kept">
            <label class="option">
                <input type="checkbox" id="anderen" checked=keeper.others()/>
                <span>"Anderen gebruiken dit apparaat ook"</span>
            </label>
            <p class="soft">{KEPT}</p>
        </div>
    }
}

/// What was typed in another version of this form and has no place in it.
#[component]
fn Rest() -> impl IntoView {
    let rest = Store::here().rest;
    let done = move |()| rest.set(String::new());
    let shown = move || rest.with(|rest| !rest.is_empty());
    view! {
        <Show when=shown>
            <Notice look=NoticeLook::Wait title="Het formulier is veranderd">
                <p>"Dit typte je eerder en past er niet meer in. Zet over wat je nog nodig hebt."</p>
                <p class="own-words" dir="auto">{live_text(move || rest.get())}</p>
                <Button look=ButtonLook::Plain press=done>"Dit kan weg"</Button>
            </Notice>
        </Show>
    }
}

/// Back, how far, and out of sight: `js/start.js` does that.
#[component]
pub fn StepBar(step: Step) -> impl IntoView {
    view! {
        <div class="step-bar">
            <Link to=step.back()>"‹ Terug"</Link>
            <span class="soft">{melder::step_of(step.number(), Step::ALL.len())}</span>
            <a class="utrecht-link" href="about:blank" data-hide>"Verberg scherm"</a>
        </div>
    }
}

/// Takes everything away, after a second press.
#[component]
pub fn Wipe() -> impl IntoView {
    let store = Store::here();
    let router = Router::here();
    let sure = RwSignal::new(false);
    let wipe = move |()| {
        store.wipe();
        router.replace("/");
    };
    view! {
        <div class="aside stack">
            <Show
                when=move || sure.get()
                fallback=move || view! { <Button look=ButtonLook::Subtle press=move |()| sure.set(true)>"Wis alles"</Button> }
            >
                <p role="status">"Weet je het zeker? Alles wat je typte, is dan weg."</p>
                <div class="row">
                    <Button look=ButtonLook::Danger press=wipe>"Ja, wis alles"</Button>
                    <Button look=ButtonLook::Plain press=move |()| sure.set(false)>"Nee"</Button>
                </div>
            </Show>
        </div>
    }
}
