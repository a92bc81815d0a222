use super::store::Store;
use crate::{
    messages::Words,
    ui::{Bound, Checkbox, Choice, ChoiceLook, Choices},
};
use leptos::prelude::*;
use shared::{
    indicators::{Origin, Tick},
    report::Draft,
};

/// A signal that can be ticked; ticked, it asks how it is known.
#[component]
pub fn SignalRow(id: String) -> impl IntoView {
    let store = Store::here();
    let id = StoredValue::new(id);
    let (sentence, example) = store.instance.with_untracked(|instance| {
        let one = id.with_value(|id| instance.as_ref()?.indicators.find(id).cloned());
        one.map(|one| (one.sentence, one.example.unwrap_or_default())).unwrap_or_default()
    });
    let origin = Memo::new(move |_| id.with_value(|id| origin_of(&store.draft.read(), id)));
    let tick = move |origin: Option<Origin>| id.with_value(|id| store.draft.update(|draft| set(draft, id, origin)));
    let checked = Bound::new(
        Signal::derive(move || origin.get().is_some()),
        Callback::new(move |on: bool| tick(on.then_some(Origin::Seen))),
    );
    let chosen = Bound::new(
        Signal::derive(move || origin.get().and_then(|one| Origin::ALL.iter().position(|other| *other == one))),
        Callback::new(move |at: Option<usize>| tick(at.and_then(|at| Origin::ALL.get(at).copied()))),
    );
    let name = id.with_value(|id| format!("signaal-{id}"));
    let legend = format!("Hoe weet je dit? {sentence}");
    view! {
        <div class="tick" class:on=move || origin.get().is_some()>
            <Checkbox id=name.clone() label=sentence hint=example checked=checked/>
            <Show when=move || origin.get().is_some()>
                <Choices
                    id=format!("{name}-herkomst") legend=legend.clone() quiet=true look=ChoiceLook::Segments
                    options=Origin::ALL.map(|one| Choice::from(one.words())).to_vec() chosen=chosen
                />
            </Show>
        </div>
    }
}

fn origin_of(draft: &Draft, id: &str) -> Option<Origin> {
    draft.ticks.iter().find(|tick| tick.id == id).map(|tick| tick.origin)
}

/// Ticks, changes how it is known, or unticks. The order is that of ticking.
fn set(draft: &mut Draft, id: &str, origin: Option<Origin>) {
    match (draft.ticks.iter().position(|tick| tick.id == id), origin) {
        (Some(at), Some(origin)) => draft.ticks[at].origin = origin,
        (Some(at), None) => {
            draft.ticks.remove(at);
        }
        (None, Some(origin)) => draft.ticks.push(Tick { id: id.into(), origin }),
        (None, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_is_set_changed_and_taken_away() {
        let mut draft = Draft::default();
        for origin in [None, Some(Origin::Seen), Some(Origin::Heard), None] {
            set(&mut draft, "ramen-afgeplakt", origin);
            assert_eq!(origin_of(&draft, "ramen-afgeplakt"), origin);
            assert_eq!(draft.ticks.len(), usize::from(origin.is_some()));
        }
    }
}
