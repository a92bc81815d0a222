use super::store::Melding;
use crate::ui::{Bound, Checkbox, Choice, ChoiceLook, Choices, Show, picked};
use leptos::prelude::*;
use shared::{
    indicators::{Origin, Tick},
    report::Draft,
};

/// A signal that can be ticked. Ticked, it gives an example and asks how it is known; no answer is filled in for the
/// melder, and none is needed.
#[component]
pub fn SignalRow(id: String) -> impl IntoView {
    let melding = Melding::here();
    let name = format!("signaal-{id}");
    let (sentence, example) = shown(melding, &id);
    let example = StoredValue::new(example);
    let id = StoredValue::new(id);
    let origin = Memo::new(move |_| id.with_value(|id| origin_of(&melding.draft.read(), id)));
    let tick = move |origin| id.with_value(|id| melding.draft.update(|draft| set(draft, id, origin)));
    let checked = Bound::new(
        Signal::derive(move || origin.get().is_some()),
        Callback::new(move |on: bool| tick(on.then_some(Origin::NotSaid))),
    );
    let chosen = picked(&Origin::OFFERED, Bound::new(origin.into(), Callback::new(tick)));
    let legend = format!("{} {sentence}", melding.wording.how_known);
    let options = move || Origin::OFFERED.map(|one| Choice::from((melding.wording.origin)(one))).to_vec();
    view! {
        <div class="tick" class:on=Signal::derive(move || origin.get().is_some())>
            <Checkbox id=name.clone() label=sentence checked=checked/>
            <Show when=move || origin.get().is_some()>
                <p class="soft" dir="auto">{example.get_value()}</p>
                <Choices
                    id=format!("{name}-herkomst") legend=legend.clone() quiet=true look=ChoiceLook::Segments
                    options=options() chosen=chosen
                />
            </Show>
        </div>
    }
}

/// The sentence of a signal and an example of it.
fn shown(melding: Melding, id: &str) -> (String, String) {
    let offered = melding.offered.read_untracked();
    let one = offered.as_ref().and_then(|offered| offered.indicators.find(id));
    one.map(|one| (one.sentence.clone(), one.example.clone().unwrap_or_default())).unwrap_or_default()
}

fn origin_of(draft: &Draft, id: &str) -> Option<Origin> {
    draft.ticks.iter().find(|tick| tick.id == id).map(|tick| tick.origin)
}

/// Ticks, changes how it is known, or unticks. A tick keeps its place: the order is that of ticking.
pub(super) fn set(draft: &mut Draft, id: &str, origin: Option<Origin>) {
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
        for origin in [None, Some(Origin::NotSaid), Some(Origin::Heard), None] {
            set(&mut draft, "ramen-afgeplakt", origin);
            assert_eq!(origin_of(&draft, "ramen-afgeplakt"), origin);
            assert_eq!(draft.ticks.len(), usize::from(origin.is_some()));
        }
    }

    #[test]
    fn a_tick_that_is_changed_keeps_its_place() {
        let mut draft = Draft::default();
        set(&mut draft, "ramen-afgeplakt", Some(Origin::Seen));
        set(&mut draft, "bedden-in-bedrijf", Some(Origin::Seen));
        set(&mut draft, "ramen-afgeplakt", Some(Origin::Heard));
        let ids: Vec<&str> = draft.ticks.iter().map(|tick| tick.id.as_str()).collect();
        assert_eq!(ids, ["ramen-afgeplakt", "bedden-in-bedrijf"]);
    }
}
