//! Acts that only ask whether one is sure.
use super::{super::dossier::Dossier, frame::Frame};
use crate::{
    messages::Words,
    ui::{Bound, Choices},
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
    let waiting = dossier.detail.with_untracked(|detail| detail.as_ref().map(|detail| detail.proposals.clone()));
    let waiting = StoredValue::new(waiting.unwrap_or_default());
    let chosen = RwSignal::new(Some(0_usize));
    let named = move || chosen.get_untracked().and_then(|at| waiting.with_value(|waiting| waiting.get(at).copied()));
    let take = Callback::new(move |()| Some(Act::Agree(named())));
    let options = waiting.with_value(|waiting| waiting.iter().map(|kind| kind.words().into()).collect::<Vec<_>>());
    view! {
        <Frame kind=ActKind::Agree take=take>
            {(options.len() > 1).then(|| view! {
                <Choices id="akkoord-voorstel" legend="Met welk voorstel ga je akkoord?" options=options
                    chosen=Bound::from(chosen)/>
            })}
        </Frame>
    }
}
