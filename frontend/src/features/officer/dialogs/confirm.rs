//! Acts that only ask whether one is sure.
use super::{super::dossier::Dossier, frame::Frame};
use crate::{
    messages::Words,
    ui::{Bound, Choice, Choices},
};
use leptos::prelude::*;
use shared::case::{Act, ActKind};

/// An act without content.
#[component]
pub fn ConfirmDialog(kind: ActKind, act: Act) -> impl IntoView {
    let take = Callback::new(move |()| Some(act.clone()));
    view! { <Frame kind=kind take=take/> }
}

/// Agreeing with a colleague's proposal; with which one, where more than one waits.
#[component]
pub fn AgreeDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let waiting = Memo::new(move |_| {
        dossier.detail.with(|detail| detail.as_ref().map(|detail| detail.proposals.clone()).unwrap_or_default())
    });
    let chosen = RwSignal::new(Some(0_usize));
    let take = Callback::new(move |()| {
        let named = chosen.get_untracked().and_then(|at| waiting.with_untracked(|waiting| waiting.get(at).copied()));
        Some(Act::Agree(named))
    });
    let which = move || {
        let options: Vec<Choice> = waiting.with(|waiting| waiting.iter().map(|kind| kind.words().into()).collect());
        (options.len() > 1).then(|| {
            view! {
                <Choices id="akkoord-voorstel" legend="Met welk voorstel ga je akkoord?" options=options
                    chosen=Bound::from(chosen)/>
            }
        })
    };
    view! { <Frame kind=ActKind::Agree take=take>{which}</Frame> }
}
