use leptos::prelude::*;

/// The kind of message. Colour alone never says it: the text does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeLook {
    /// Good to know.
    #[default]
    Info,
    /// Somebody has to act, or something needs care.
    Wait,
    /// Danger, or something went wrong.
    Danger,
    /// It worked.
    Done,
}

impl NoticeLook {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "notice",
            Self::Wait => "notice wait",
            Self::Danger => "notice danger",
            Self::Done => "notice done",
        }
    }
}

/// A message set apart from the text. Set `live` when it appears after something the user did: screen readers then
/// announce it.
#[component]
pub fn Notice(
    #[prop(optional)] look: NoticeLook,
    /// Above the text; empty for none.
    #[prop(optional, into)]
    title: String,
    #[prop(optional)] live: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=look.class() role=live.then_some("status")>
            {(!title.is_empty()).then(|| view! { <p class="notice-title"><b>{title}</b></p> })}
            {children()}
        </div>
    }
}
