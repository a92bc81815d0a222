use super::{page::Step, saved, store::Store};
use crate::{
    browser,
    messages::{field_id, finding},
    route::Router,
    ui::{Button, ButtonLook, ErrorSummary, FieldError, Link, PageHeading},
};
use leptos::prelude::*;

/// The frame of a step: the bar, the heading, what is wrong, the step itself, and the way on.
#[component]
pub fn Shell(step: Step, children: Children) -> impl IntoView {
    let store = Store::here();
    let errors = Signal::derive(move || if store.tried(step) > 0 { summary(store, step) } else { Vec::new() });
    let tried = Signal::derive(move || store.tried(step));
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        store.try_step(step);
        let next = step.next().filter(|_| store.errors(step).is_empty());
        if let Some(next) = next {
            Router::here().go(next.path());
        }
    };
    view! {
        <form class="column form" novalidate on:submit=go_on>
            <StepBar step=step/>
            <PageHeading text=step.title()/>
            <ErrorSummary errors=errors tried=tried/>
            {children()}
            <div class="go-on"><Button wide=true>"Verder"</Button></div>
            <Wipe/>
        </form>
    }
}

fn summary(store: Store, step: Step) -> Vec<FieldError> {
    let line =
        |one: shared::report::Finding| FieldError { id: field_id(one.field), text: finding(one.field, one.code) };
    store.errors(step).into_iter().map(line).collect()
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
    Store::here().covered.set(true);
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
