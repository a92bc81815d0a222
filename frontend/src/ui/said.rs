use super::{Notice, NoticeLook, live};
use crate::browser;
use leptos::{html::Div, prelude::*};

/// A success message after a press: the counterpart of [`super::Alert`]. It takes the focus, because the button that
/// was pressed is often gone, with its row or its dialog.
#[component]
pub fn Said(
    /// The message; `None` while there is none.
    #[prop(into)]
    text: Signal<Option<String>>,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if text.with(Option::is_some)
            && let Some(region) = node.get_untracked()
        {
            // once the text is in the page, and a dialog above it is not
            request_animation_frame(move || browser::focus_element(&region));
        }
    });
    view! {
        <div role="status" class="live" tabindex="-1" node_ref=node>
            {live(move || text.get().map(|text| view! { <Notice look=NoticeLook::Done><p>{text}</p></Notice> }))}
        </div>
    }
}
