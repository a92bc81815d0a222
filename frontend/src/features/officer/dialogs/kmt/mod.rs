//! Questions to KMT: asking one without names, answering what is asked back, ending one; and a check by phone.
mod ask;
mod begin;
mod blank;
mod check;
mod turn;

use leptos::prelude::*;
use shared::case::ActKind;

/// The dialog of one of these acts.
pub fn dialog(kind: ActKind) -> AnyView {
    if kind == ActKind::AskKmt {
        view! { <ask::AskDialog/> }.into_any()
    } else if kind == ActKind::RecordKmtCheck {
        view! { <check::KmtDialog/> }.into_any()
    } else if kind == ActKind::ReplyToKmt {
        view! { <turn::ReplyDialog/> }.into_any()
    } else {
        view! { <turn::EndDialog/> }.into_any()
    }
}
