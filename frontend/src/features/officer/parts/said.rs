use crate::ui::{Notice, NoticeLook};
use leptos::prelude::*;

/// What was done, or why not. It stands in a part of the page with the role `status`, which says it aloud.
pub fn said(said: Result<String, String>) -> impl IntoView {
    let (look, text) = match said {
        Ok(text) => (NoticeLook::Done, text),
        Err(text) => (NoticeLook::Danger, text),
    };
    view! { <Notice look=look><p>{text}</p></Notice> }
}
