use super::super::{super::dossier::Dossier, group::Group};
use crate::{
    messages::{Words, day_with_year},
    ui::{Bound, Choice, Choices},
};
use leptos::prelude::*;
use shared::case::{
    act::draft::{Fields, Part},
    rights::{RequestState, Rights},
};

/// The state of retention and rights of the case on this page.
pub fn rights(dossier: Dossier) -> Rights {
    dossier.detail.with_untracked(|detail| {
        // the server applied these entries: they fit
        detail.as_ref().and_then(|detail| Rights::of(&detail.timeline).ok()).unwrap_or_default()
    })
}

/// The requests of this case for which something holds: their places among all of them, and their names.
pub fn requests(dossier: Dossier, holds: fn(&RequestState) -> bool) -> Vec<(usize, Choice)> {
    let rights = rights(dossier);
    let name = |(at, state): (usize, &RequestState)| {
        let (right, day) = (state.request.right.lower(), day_with_year(state.request.received));
        (at, Choice { label: format!("Verzoek {}: {right} van {day}", at + 1), hint: None })
    };
    rights.requests().iter().enumerate().filter(|(_, state)| holds(state)).map(name).collect()
}

/// The only one, which then is chosen from the beginning.
pub fn only(requests: &[(usize, Choice)]) -> Option<usize> {
    if let [(at, _)] = requests { Some(*at) } else { None }
}

/// Which request.
#[component]
pub fn Which<I: Fields>(
    of: Group<I>,
    part: Part<I, Option<usize>, I::Field>,
    /// Places and names.
    all: Vec<(usize, Choice)>,
) -> impl IntoView {
    let (places, options): (Vec<usize>, Vec<Choice>) = all.into_iter().unzip();
    let (request, places) = (of.bound(part), StoredValue::new(places));
    let place = move || request.get().and_then(|at| places.with_value(|all| all.iter().position(|one| *one == at)));
    let choose =
        move |place: Option<usize>| request.set(place.and_then(|at| places.with_value(|all| all.get(at).copied())));
    let chosen = Bound::new(Signal::derive(place), Callback::new(choose));
    let (id, note) = (of.id(part.field), of.note(part.field));
    view! { <Choices id=id legend="Welk verzoek?" options=options note=note chosen=chosen/> }
}
