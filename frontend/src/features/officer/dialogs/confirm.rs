//! Acts that only ask whether one is sure.
use super::frame::Frame;
use leptos::prelude::*;
use shared::case::{Act, ActKind};

/// An act without content.
#[component]
pub fn ConfirmDialog(kind: ActKind, act: Act) -> impl IntoView {
    let take = Callback::new(move |()| Some(act.clone()));
    view! { <Frame kind=kind take=take/> }
}
