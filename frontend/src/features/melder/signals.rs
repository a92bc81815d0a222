//! Step 2: what the melder noticed, from the list, each with how it is known.
use super::{instance::InstanceGate, page::Step, shell::Shell, signal_row::SignalRow, store::Store};
use crate::{
    messages::field_id,
    ui::{Bound, Button, ButtonLook, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    indicators::{Indicator, IndicatorList},
    report::{Draft, Field, Subject},
};

/// The second step.
#[component]
pub fn SignalsStep() -> impl IntoView {
    view! {
        <Shell step=Step::Signals>
            <p class="soft">
                "Kies wat klopt. Een signaal is een richting, geen bewijs: het kan ook iets anders betekenen. Meer signalen \
                samen zeggen meer. Zie je niets in de lijst? Dat bewijst niets. Sla deze stap dan over."
            </p>
            <div id=field_id(Field::Ticks)>
                <InstanceGate><SignalList/></InstanceGate>
            </div>
        </Shell>
    }
}

#[component]
fn SignalList() -> impl IntoView {
    let store = Store::here();
    let sought = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let groups = Memo::new(move |_| {
        let instance = store.instance.read();
        let draft = store.draft.read_untracked();
        instance.as_ref().map(|one| shown(&one.indicators, &draft, &sought.read(), all.get())).unwrap_or_default()
    });
    let count = move || groups.read().iter().map(|(_, group)| group.len()).sum::<usize>();
    let word = Bound::from(sought);
    view! {
        <div class="stack">
            <TextField id="zoek" label="Zoek een signaal" kind=TextKind::Search value=word/>
            <p class="soft" role="status">{move || told(count())}</p>
            {move || groups.get().into_iter().map(group).collect_view()}
            <Show when=move || !all.get()>
                <Button look=ButtonLook::Subtle press=move |()| all.set(true)>"Toon alle signalen"</Button>
            </Show>
        </div>
    }
}

fn told(count: usize) -> String {
    match count {
        0 => "Geen signaal gevonden. Probeer een ander woord, of beschrijf het in de volgende stap.".into(),
        1 => "1 signaal".into(),
        more => format!("{more} signalen"),
    }
}

type Group = (String, Vec<String>);

fn group((name, ids): Group) -> impl IntoView {
    let rows = ids.into_iter().map(|id| view! { <li><SignalRow id=id/></li> }).collect_view();
    view! {
        <section class="stack">
            <h2>{name}</h2>
            <ul class="tick-list">{rows}</ul>
        </section>
    }
}

/// The ids to show by heading: those of the chosen forms (or all), that hold every word sought; what is ticked stays in
/// sight as long as nothing is sought. About a place, the signals of places come first.
fn shown(list: &IndicatorList, draft: &Draft, sought: &str, all: bool) -> Vec<Group> {
    let words: Vec<String> = sought.to_ascii_lowercase().split_whitespace().map(str::to_owned).collect();
    let forms = if all || !words.is_empty() { &[][..] } else { &draft.forms[..] };
    let fitting: Vec<&str> = list.for_forms(forms).map(|one| one.id.as_str()).collect();
    let ticked = |one: &Indicator| words.is_empty() && draft.ticks.iter().any(|tick| tick.id == one.id);
    let mut groups: Vec<Group> = Vec::new();
    let kept = |one: &&Indicator| (fitting.contains(&one.id.as_str()) && holds(one, &words)) || ticked(one);
    for one in list.indicators.iter().filter(kept) {
        match groups.iter_mut().find(|(name, _)| *name == one.group) {
            Some((_, ids)) => ids.push(one.id.clone()),
            None => groups.push((one.group.clone(), vec![one.id.clone()])),
        }
    }
    let place_first = draft.subject == Some(Subject::Place);
    if let Some(at) = groups.iter().position(|(name, _)| place_first && name.starts_with("Plek")) {
        groups[..=at].rotate_right(1);
    }
    groups
}

fn holds(one: &Indicator, words: &[String]) -> bool {
    let text =
        format!("{} {} {}", one.sentence, one.example.as_deref().unwrap_or_default(), one.group).to_ascii_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

#[cfg(test)]
mod tests;
