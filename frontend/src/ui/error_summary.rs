use crate::browser;
use leptos::{ev, html::Div, prelude::*};

/// An error at a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field's control or fieldset.
    pub id: String,
    /// What to do about it.
    pub text: String,
}

/// Its heading, which names the group too. There is no id in it: closed dialogs stay in the page, each with a summary.
const TITLE: &str = "Dit klopt nog niet";

/// All errors of a page on top of it, each a link to its field. Takes the focus whenever `tried` changes and there is
/// something to say.
#[component]
pub fn ErrorSummary(
    #[prop(into)] errors: Signal<Vec<FieldError>>,
    /// How often sending or going on was tried.
    #[prop(into)]
    tried: Signal<u32>,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if tried.get() > 0
            && !errors.with_untracked(Vec::is_empty)
            && let Some(summary) = node.get()
        {
            browser::focus_element(&summary);
        }
    });
    view! {
        <Show when=move || !errors.with(Vec::is_empty)>
            <div class="notice danger" tabindex="-1" node_ref=node role="group" aria-label=TITLE>
                <h2>{TITLE}</h2>
                <ul>{move || errors.get().into_iter().map(line).collect_view()}</ul>
            </div>
        </Show>
    }
}

fn line(error: FieldError) -> impl IntoView {
    let id = error.id.clone();
    let jump = move |event: ev::MouseEvent| {
        event.prevent_default();
        browser::focus(&id);
    };
    view! {
        <li>
            <a class="utrecht-link" href=format!("#{}", error.id) on:click=jump>{error.text}</a>
        </li>
    }
}
