//! The steps with questions: an introduction, and the questions of their part.
use super::{
    super::melding::PartFields,
    call::{Number, tel},
    instance::{InstanceGate, read_instance},
    shell::Shell,
    store::Store,
};
use crate::{
    client::Call,
    messages::melder,
    ui::{Button, ButtonLook, Notice, NoticeLook, Show},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, ProblemKind},
    report::Part,
};

/// A step with the questions of a part.
#[component]
pub fn AskStep(part: Part) -> impl IntoView {
    view! { <Shell part=part>{lead(part)}{questions(part)}{after(part)}</Shell> }
}

/// The text before the questions.
fn lead(part: Part) -> impl IntoView {
    let text = melder::lead(part);
    let name = (part == Part::Reporter).then(|| {
        let lines = melder::ABOUT_MY_NAME.map(|text| view! { <li>{text}</li> }).collect_view();
        view! { <details><summary>{melder::MY_NAME}</summary><ul>{lines}</ul></details> }
    });
    view! { {(!text.is_empty()).then_some(view! { <p class="soft">{text}</p> })}{skip(part)}{name} }
}

/// Goes on without a signal. It sends the step's form, as "Verder" does.
fn skip(part: Part) -> impl IntoView {
    (part == Part::Signals).then(|| view! { <Button look=ButtonLook::Plain>"Sla over"</Button> })
}

fn questions(part: Part) -> AnyView {
    match part {
        Part::Subject => {
            read_numbers();
            view! { <NobodyReads/><PartFields part=part/> }.into_any()
        }
        Part::Signals => view! { <InstanceGate><PartFields part=part/></InstanceGate> }.into_any(),
        Part::Story | Part::Safety | Part::Reporter => view! { <PartFields part=part/> }.into_any(),
    }
}

/// Says so before anything is filled in, where nobody would read it yet. Without a connection nothing is known, and
/// sending says it.
#[component]
fn NobodyReads() -> impl IntoView {
    let closed = RwSignal::new(false);
    spawn_local(async move {
        let answer = Call::to(Endpoint::CheckOpen).ask::<()>().await;
        let why = answer.err().and_then(|failure| failure.kind());
        closed.try_set(why == Some(ProblemKind::NotOpen));
    });
    view! {
        <Show when=move || closed.get()>
            <Notice look=NoticeLook::Danger title=melder::NOBODY_READS[0] live=true>
                <p>
                    {melder::NOBODY_READS[1]}{Number::Kmt.who()}": "
                    <a class="utrecht-link" href=tel(&Number::Kmt.shown())>{Number::Kmt.shown()}</a>"."
                </p>
            </Notice>
        </Show>
    }
}

/// For the remark about a colleague. The form also works without these numbers.
fn read_numbers() {
    let store = Store::here();
    spawn_local(async move {
        let _ = read_instance(store).await;
    });
}

/// The text after the questions.
fn after(part: Part) -> impl IntoView {
    (part == Part::Safety).then(|| {
        view! { <Notice><p>{melder::NEVER_ALONE}</p></Notice> }
    })
}
