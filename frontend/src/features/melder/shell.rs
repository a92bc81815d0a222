use super::{page::Step, saved, store::Store};
use crate::{
    browser,
    route::Router,
    ui::{Button, ButtonLook, ErrorSummary, Link, Notice, NoticeLook, PageHeading, Show, live_text},
};
use leptos::prelude::*;
use shared::report::Part;

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
            <Wipe/>
        </form>
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

/// Back, how far, and out of sight.
#[component]
pub fn StepBar(step: Step) -> impl IntoView {
    view! {
        <div class="step-bar">
            <Link to=step.back()>"‹ Terug"</Link>
            <span class="soft">{format!("Stap {} van {}", step.number(), Step::ALL.len())}</span>
            <Button look=ButtonLook::Subtle press=hide>"Verberg scherm"</Button>
        </div>
    }
}

/// Covers the draft, so that nothing shows when somebody presses "back", and leaves for an empty page that takes the
/// place of this one.
fn hide(_: ()) {
    let store = Store::here();
    store.keeper.now();
    store.covered.set(true);
    saved::set_at_work(false);
    if let Some(window) = browser::window() {
        // if the browser refuses, the cover stays over the page
        let _ = window.location().replace("about:blank");
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
            <p class="soft">"Wat je typt, blijft op dit apparaat tot je het verstuurt, en nooit langer dan een dag."</p>
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
