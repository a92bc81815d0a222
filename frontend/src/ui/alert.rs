use super::{Notice, NoticeLook};
use leptos::prelude::*;

/// The error message of a failed request. A page reports failures in no other way.
///
/// The live region is always in the page and only its content changes: a screen reader announces what appears in it.
/// The focus stays where it is, at the button that was pressed, so that a second press tries again. Only
/// [`super::ErrorSummary`] takes the focus, because there is something to correct elsewhere.
#[component]
pub fn Alert(
    /// The error and the advice; `None` when all is well.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// Above the text; empty for none.
    #[prop(optional, into)]
    title: String,
) -> impl IntoView {
    view! {
        <div role="alert" class="live">
            {move || text.get().map(|text| view! {
                <Notice look=NoticeLook::Danger title=title.clone()><p>{text}</p></Notice>
            })}
        </div>
    }
}
