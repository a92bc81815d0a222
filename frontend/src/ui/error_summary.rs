use super::{Show, live, live_text};
use crate::browser;
use leptos::{ev, html::Div, prelude::*};
use std::sync::atomic::{AtomicU32, Ordering};

/// An error at a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field's control or fieldset.
    pub id: String,
    /// The advice for the error.
    pub text: String,
}

/// An id for the title of one summary. Every summary gets its own, because closed dialogs stay in the page.
fn title_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("error-summary-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// All errors of a form, above it, each a link to its field. Takes the focus whenever `tried` changes while there are
/// errors.
#[component]
pub fn ErrorSummary(
    #[prop(into)] errors: Signal<Vec<FieldError>>,
    /// How often the user tried to send or to continue.
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
    let title = title_id();
    let left = Memo::new(move |before: Option<&(usize, String)>| {
        let count = errors.with(Vec::len);
        let text =
            before.map_or_else(String::new, |(before, said)| left_in_words(*before, count).unwrap_or(said.clone()));
        (count, text)
    });
    view! {
        <p class="sr-only" aria-live="polite">{live_text(move || left.with(|(_, text)| text.clone()))}</p>
        <Show when=move || !errors.with(Vec::is_empty)>
            <div class="notice danger" tabindex="-1" node_ref=node role="group" aria-labelledby=title.clone()>
                <h2 id=title.clone()>"Dit klopt nog niet"</h2>
                <ul>{live(move || errors.get().into_iter().map(line).collect_view())}</ul>
            </div>
        </Show>
    }
}

/// Said when something was put right. When errors appear the summary takes the focus, so nothing is said then.
fn left_in_words(before: usize, now: usize) -> Option<String> {
    match now {
        _ if now == before => None,
        0 => Some("Alles is verbeterd.".into()),
        _ if now > before => Some(String::new()),
        1 => Some("Nog 1 ding om te verbeteren.".into()),
        more => Some(format!("Nog {more} dingen om te verbeteren.")),
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

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_left_is_said_when_something_was_put_right() {
        let table = [
            (0, 3, Some("")),
            (3, 2, Some("Nog 2 dingen om te verbeteren.")),
            (2, 1, Some("Nog 1 ding om te verbeteren.")),
            (1, 1, None),
            (1, 0, Some("Alles is verbeterd.")),
            (0, 0, None),
        ];
        for (before, now, words) in table {
            assert_eq!(super::left_in_words(before, now).as_deref(), words, "{before} to {now}");
        }
    }

    #[test]
    fn every_summary_of_a_page_has_an_id_of_its_own() {
        assert_ne!(super::title_id(), super::title_id());
    }
}
