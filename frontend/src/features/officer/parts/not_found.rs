use crate::{
    messages::Words,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::case::redact::Sought;

/// What was to be blanked and was not found as it stands in the case: the AF looks for it in other words.
pub fn not_found(missed: Vec<Sought>, advice: &'static str) -> impl IntoView {
    let line = |sought: Sought| view! { <li>{sought.kind.words()}": "<bdi>{sought.text}</bdi></li> };
    (!missed.is_empty()).then(|| {
        view! {
            <Notice look=NoticeLook::Wait title="Dit kwamen we niet letterlijk tegen">
                <p>{advice}</p>
                <ul>{missed.into_iter().map(line).collect_view()}</ul>
            </Notice>
        }
    })
}
