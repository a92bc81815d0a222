use super::{super::session::Gemeente, fields::label, store::Phone};
use crate::{
    messages::{Words, field_id, officer},
    ui::{Bound, Checkbox, Choice, ChoiceLook, Choices, FieldFrame, TextField, TextKind, picked},
};
use leptos::prelude::*;
use shared::{
    indicators::{ExploitationForm, Indicator, IndicatorList, Origin, Tick},
    report::{Draft, Field},
};
use std::sync::Arc;

/// The forms: several may be chosen; "weet ik niet" goes with nothing else.
#[component]
pub fn Forms() -> impl IntoView {
    let phone = Phone::here();
    let (id, own) = (field_id(Field::Forms), field_id(Field::Forms));
    let boxes = ExploitationForm::ALL.map(|form| {
        let get = Signal::derive(move || phone.draft.with(|draft| draft.forms.contains(&form)));
        let set = Callback::new(move |on| phone.draft.update(|draft| choose(draft, form, on)));
        view! { <Checkbox id=format!("vorm-{}", form as u8) label=form.words() checked=Bound::new(get, set)/> }
    });
    view! {
        <fieldset class="field" id=own>
            <legend class="utrecht-form-label">{label(Field::Forms)}</legend>
            <FieldFrame id=id hint=None note=phone.note(Field::Forms)>
                <div class="option-list">{boxes.collect_view()}</div>
            </FieldFrame>
        </fieldset>
    }
}

fn choose(draft: &mut Draft, form: ExploitationForm, on: bool) {
    let unknown = |one: &ExploitationForm| *one == ExploitationForm::Unknown;
    draft.forms.retain(|one| *one != form && (!on || unknown(one) == unknown(&form)));
    if on {
        draft.forms.push(form);
    }
}

/// The signals that fit the forms, by search; each tick says how the melder knows.
#[component]
pub fn Signals() -> impl IntoView {
    let phone = Phone::here();
    let instance = Gemeente::here();
    let sought = RwSignal::new(String::new());
    let shown = Memo::new(move |_| phone.draft.with(|draft| fitting(&instance.indicators, draft, &sought.read())));
    let (id, own) = (field_id(Field::Ticks), field_id(Field::Ticks));
    view! {
        <fieldset class="field stack" id=own>
            <legend class="utrecht-form-label">{label(Field::Ticks)}</legend>
            <FieldFrame id=id hint=Some("Geen signalen is ook goed. Je vindt er meer door te zoeken.".into())
                note=phone.note(Field::Ticks)>
                <TextField id="zoek-signaal" label="Zoek een signaal" kind=TextKind::Search value=sought.into()/>
                <div class="signals">
                    <For each=move || shown.get() key=|one| one.id.clone() let(one)><SignalBox signal=one/></For>
                </div>
            </FieldFrame>
        </fieldset>
    }
}

#[component]
fn SignalBox(signal: Arc<Indicator>) -> impl IntoView {
    let draft = Phone::here().draft;
    let id = StoredValue::new(signal.id.clone());
    let origin = move || draft.with(|draft| id.with_value(|id| origin_of(draft, id)));
    let tick = Callback::new(move |on: bool| {
        draft.update(|draft| set_origin(draft, &id.get_value(), on.then_some(Origin::Seen)));
    });
    let get = Signal::derive(origin);
    let set = Callback::new(move |origin| draft.update(|draft| set_origin(draft, &id.get_value(), origin)));
    let options = move || Origin::ALL.map(|one| Choice::from(officer_origin(one))).to_vec();
    view! {
        <div class="signal">
            <Checkbox id=format!("signaal-{}", signal.id) label=signal.sentence.clone()
                checked=Bound::new(Signal::derive(move || origin().is_some()), tick)/>
            <Show when=move || get.get().is_some()>
                <Choices id=format!("herkomst-{}", id.get_value()) legend="Hoe weet de melder dit?" quiet=true
                    options=options() look=ChoiceLook::Segments chosen=picked(&Origin::ALL, Bound::new(get, set))/>
            </Show>
        </div>
    }
}

/// The melder says it; "uit mijn werk" is the melder's work.
fn officer_origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Seen | Origin::Heard => origin.words(),
        Origin::FromWork => officer::FROM_WORK,
    }
}

fn origin_of(draft: &Draft, id: &str) -> Option<Origin> {
    draft.ticks.iter().find(|tick| tick.id == id).map(|tick| tick.origin)
}

fn set_origin(draft: &mut Draft, id: &str, origin: Option<Origin>) {
    draft.ticks.retain(|tick| tick.id != id);
    draft.ticks.extend(origin.map(|origin| Tick { id: id.into(), origin }));
}

/// What was ticked, and what fits: with something sought the whole list, else what belongs to the chosen forms.
fn fitting(list: &IndicatorList, draft: &Draft, sought: &str) -> Vec<Arc<Indicator>> {
    let sought = sought.trim().to_lowercase();
    let forms: &[ExploitationForm] = if sought.is_empty() { &draft.forms } else { &[] };
    let ticked = |one: &Indicator| draft.ticks.iter().any(|tick| tick.id == one.id);
    let found = |one: &Indicator| sought.is_empty() || one.sentence.to_lowercase().contains(&sought);
    let listed: Vec<&Indicator> = list.for_forms(forms).collect();
    let shown = |one: &&Indicator| ticked(one) || (found(one) && listed.iter().any(|other| other.id == one.id));
    list.indicators.iter().filter(shown).cloned().map(Arc::new).collect()
}

#[cfg(test)]
mod tests;
