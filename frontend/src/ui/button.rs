use leptos::prelude::*;

/// How much a button asks for attention. One [`ButtonLook::Main`] per screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonLook {
    /// Filled: what to do here.
    #[default]
    Main,
    /// Outlined: a secondary action.
    Plain,
    /// As a link in running text.
    Subtle,
    /// Outlined in red: takes something away.
    Danger,
}

impl ButtonLook {
    /// Its classes, also for links that look like a button.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Main => "utrecht-button utrecht-button--primary-action",
            Self::Plain => "utrecht-button utrecht-button--secondary-action",
            Self::Subtle => "link-button",
            Self::Danger => "utrecht-button utrecht-button--secondary-action utrecht-button--danger",
        }
    }
}

/// A button. While `busy` it says so and a press does nothing; it keeps the focus.
#[component]
pub fn Button(
    #[prop(optional)] look: ButtonLook,
    /// The action of a press; without it, the button submits its form.
    #[prop(optional, into)]
    press: Option<Callback<()>>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional)] wide: bool,
    children: Children,
) -> impl IntoView {
    let click = move |event: leptos::ev::MouseEvent| {
        if busy.get_untracked() {
            event.prevent_default();
        } else if let Some(press) = press {
            press.run(());
        }
    };
    view! {
        <button
            type=if press.is_some() { "button" } else { "submit" }
            class=look.class()
            class:wide=wide
            aria-disabled=Signal::derive(move || busy.get().then_some("true"))
            on:click=click
        >
            {children()}
        </button>
    }
}
