//! The numbers to call before anything else, for a melding that cannot wait.
use super::call::{CallBlock, Number, tel};
use crate::{
    messages::melder,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::report::Alarm;

/// Danger first, then Veilig Thuis where nobody has reported there yet.
#[component]
pub fn CallFirst(alarms: Vec<Alarm>, veilig_thuis: bool) -> impl IntoView {
    let danger = alarms.first().copied().and_then(danger);
    view! {
        {danger}
        {veilig_thuis.then(call_veilig_thuis)}
    }
}

fn danger(alarm: Alarm) -> Option<AnyView> {
    match alarm {
        Alarm::NotCalled => Some(call_now().into_any()),
        Alarm::Danger => Some(worse().into_any()),
        Alarm::PerhapsDanger => Some(not_sure().into_any()),
        Alarm::Minor | Alarm::AgeUnknown => None,
    }
}

fn call_now() -> impl IntoView {
    view! {
        <Notice look=NoticeLook::Danger title=melder::NOT_CALLED[0]>
            <p>{melder::NOT_CALLED[1]}</p>
        </Notice>
        <CallBlock
            title=melder::DANGER who=melder::DANGER_WHO number=Number::Emergency.shown() danger=true
        />
    }
}

fn worse() -> impl IntoView {
    let number = Number::Emergency.shown();
    view! {
        <Notice look=NoticeLook::Danger>
            <p>
                {melder::CALL_AGAIN}
                <a class="utrecht-link" href=tel(&number)>{number.clone()}</a>"."
            </p>
        </Notice>
    }
}

/// Also beside the question, as soon as somebody says so.
pub fn not_sure() -> impl IntoView {
    view! {
        <Notice look=NoticeLook::Danger title=melder::NOT_SURE[0]>
            <p>{melder::NOT_SURE[1]}</p>
        </Notice>
        <CallBlock title=melder::POLICE[0] who=melder::POLICE[1] number=Number::Police.shown()/>
    }
}

fn call_veilig_thuis() -> impl IntoView {
    let number = Number::VeiligThuis.shown();
    view! {
        <Notice look=NoticeLook::Wait title=melder::THINK_OF_VEILIG_THUIS[0]>
            <p>
                {melder::THINK_OF_VEILIG_THUIS[1]}{Number::VeiligThuis.who()}": "
                <a class="utrecht-link" href=tel(&number)>{number.clone()}</a>
            </p>
        </Notice>
    }
}
