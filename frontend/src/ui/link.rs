use super::ButtonLook;
use crate::route::{Router, is_plain};
use leptos::{ev, prelude::*};

/// How a link looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LinkLook {
    /// Underlined, in running text.
    #[default]
    Text,
    /// As a button.
    Button(ButtonLook),
}

/// A link to another page of this entry: goes there without loading, and is an ordinary link for the browser.
#[component]
pub fn Link(
    #[prop(into)] to: String,
    #[prop(optional)] look: LinkLook,
    #[prop(optional)] wide: bool,
    /// The name for screen readers where the text alone is not enough ("Wijzig" → "Wijzig: je naam").
    #[prop(optional, into)]
    label: Option<String>,
    children: Children,
) -> impl IntoView {
    let router = Router::here();
    let class = match look {
        LinkLook::Text => "utrecht-link",
        LinkLook::Button(look) => look.class(),
    };
    let target = to.clone();
    let click = move |event: ev::MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            router.go(&target);
        }
    };
    view! {
        <a class=class class:wide=wide href=to aria-label=label on:click=click>
            {children()}
        </a>
    }
}
