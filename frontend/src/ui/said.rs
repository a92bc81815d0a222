use super::{Notice, NoticeLook};
use leptos::prelude::*;

/// What was done, after a press: the counterpart of [`super::Alert`], with the same rules for live region and focus.
#[component]
pub fn Said(
    /// What was done; `None` while there is nothing to say.
    #[prop(into)]
    text: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div role="status" class="live">
            {move || text.get().map(|text| view! { <Notice look=NoticeLook::Done><p>{text}</p></Notice> })}
        </div>
    }
}
