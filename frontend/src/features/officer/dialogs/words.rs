//! Acts that take one text: a note, or a reason.
use super::{fields::Area, form::ActForm, frame::ActDialog};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{ReasonDraft, RemarkDraft, WhyDraft},
    notes::{Reason, rights::Why},
};

/// A note.
#[component]
pub fn RemarkDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::AddRemark, RemarkDraft::default());
    view! {
        <ActDialog form=form make=Act::AddRemark>
            <Area of=form.fields part=RemarkDraft::text() label="Wat wil je onthouden?"/>
        </ActDialog>
    }
}

/// An act of the route with its reason.
#[component]
pub fn ReasonDialog(kind: ActKind, make: fn(Reason) -> Act, label: &'static str) -> impl IntoView {
    let form = ActForm::new(kind, ReasonDraft::default());
    view! {
        <ActDialog form=form make=make><Area of=form.fields part=ReasonDraft::reason() label=label/></ActDialog>
    }
}

/// An act outside the route with its reason.
#[component]
pub fn WhyDialog(kind: ActKind, make: fn(Why) -> Act) -> impl IntoView {
    let form = ActForm::new(kind, WhyDraft::default());
    view! {
        <ActDialog form=form make=make><Area of=form.fields part=WhyDraft::reason() label="Waarom?" rows=4/></ActDialog>
    }
}
