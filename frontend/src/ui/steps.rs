use super::live;
use leptos::prelude::*;
pub use words::{StepItem, StepState};

/// Lying (on a wide screen) or standing (on a phone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepsLook {
    /// One under the other, with a line between.
    #[default]
    Standing,
    /// Side by side.
    Lying,
}

/// The steps of the route, in order.
#[component]
pub fn Steps(#[prop(into)] items: Signal<Vec<StepItem>>, #[prop(optional)] look: StepsLook) -> impl IntoView {
    let class = match look {
        StepsLook::Standing => "steps standing",
        StepsLook::Lying => "steps lying",
    };
    view! { <ol class=class>{live(move || items.get().into_iter().map(step).collect_view())}</ol> }
}

fn step(item: StepItem) -> impl IntoView {
    let (class, said, current) = match item.state {
        StepState::Done => ("done", Some("Klaar: "), None),
        StepState::Current => ("current", None, Some("step")),
        StepState::ToDo => ("to-do", None, None),
    };
    view! {
        <li class=class aria-current=current>
            <b>{said.map(|said| view! { <span class="sr-only">{said}</span> })}{item.label}</b>
            {item.note.map(|note| view! { <span class="soft">{note}</span> })}
        </li>
    }
}
