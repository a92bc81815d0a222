use super::{fields::group, signal_row::SignalRow, store::Melding};
use crate::ui::{TextField, TextKind, live, live_text};
use leptos::{ev::KeyboardEvent, prelude::*};
use shared::{
    indicators::{Group, Search, Shown},
    report::{Field, Subject},
};

/// The signals that were noticed, each with how it is known.
#[component]
pub fn SignalsField() -> impl IntoView {
    group(Field::Ticks, view! { <SignalList/> }.into_any())
}

/// A search, the likeliest signals or those that were found, and all others in folded groups.
#[component]
fn SignalList() -> impl IntoView {
    let melding = Melding::here();
    let sought = RwSignal::new(String::new());
    let (forms, subject) =
        (Memo::new(move |_| melding.draft.read().forms.clone()), Memo::new(move |_| melding.draft.read().subject));
    let shown = Memo::new(move |_| {
        let offered = melding.offered.read();
        let place = subject.get() == Some(Subject::Place);
        let search = Search { forms: &forms.read(), place, words: &sought.read() };
        // a tick moves nothing on the page
        let ticks = &melding.draft.read_untracked().ticks;
        offered.as_ref().map(|offered| search.run(&offered.indicators, ticks)).unwrap_or_default()
    });
    view! {
        <div class="stack">
            <div on:keydown=stay>
                <TextField id="zoek-signaal" label="Zoek een signaal" kind=TextKind::Search value=sought.into()/>
            </div>
            <p class="soft" role="status">{live_text(move || told(&shown.read()))}</p>
            <div class="signals">{live(move || all(shown.get()))}</div>
        </div>
    }
}

/// Enter after a search is no wish to go on to the next step, or to send the form.
fn stay(event: KeyboardEvent) {
    if event.key() == "Enter" {
        event.prevent_default();
    }
}

/// The others are folded once more: most find what they saw among the first.
fn all(shown: Shown) -> impl IntoView {
    let Shown { first, groups, .. } = shown;
    let others = (!groups.is_empty()).then(|| {
        let open = groups.iter().any(|group| group.open);
        let groups = groups.into_iter().map(folded).collect_view();
        view! { <details open=open><summary>"Andere signalen"</summary>{groups}</details> }
    });
    view! { {rows(first)} {others} }
}

fn rows(ids: Vec<String>) -> impl IntoView {
    let rows = ids.into_iter().map(|id| view! { <li><SignalRow id=id/></li> }).collect_view();
    view! { <ul class="tick-list">{rows}</ul> }
}

fn folded(group: Group) -> impl IntoView {
    let title = format!("{} ({})", group.name, group.ids.len());
    view! { <details open=group.open><summary>{title}</summary>{rows(group.ids)}</details> }
}

/// What a search found, in words.
fn told(shown: &Shown) -> String {
    match (shown.searched, shown.first.len()) {
        (false, _) => String::new(),
        (true, 0) => "Geen signaal gevonden. Probeer een ander woord, of beschrijf het met eigen woorden.".into(),
        (true, 1) => "1 signaal".into(),
        (true, more) => format!("{more} signalen"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::melding::{forms::choose, signal_row::set};
    use proptest::prelude::*;
    use shared::{
        indicators::{ExploitationForm, IndicatorList, Origin},
        report::Draft,
    };

    fn list() -> IndicatorList {
        serde_json::from_str(include_str!("../../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap()
    }

    #[test]
    fn what_was_found_is_said_in_words() {
        let of = |searched, count: usize| {
            told(&Shown { searched, first: (0..count).map(|n| n.to_string()).collect(), groups: vec![] })
        };
        assert!(of(false, 8).is_empty() && of(true, 0).starts_with("Geen signaal"));
        assert_eq!([of(true, 1), of(true, 2)], ["1 signaal", "2 signalen"]);
    }

    /// What somebody does on the page, in any order.
    #[derive(Debug, Clone)]
    enum Deed {
        Choose(ExploitationForm, bool),
        About(Option<Subject>),
        Type(String),
        Tick(usize, Origin),
        Untick(usize),
    }

    fn deed() -> impl Strategy<Value = Deed> {
        let form = proptest::sample::select(ExploitationForm::ALL.to_vec());
        let subject = proptest::option::of(proptest::sample::select(Subject::ALL.to_vec()));
        let words = proptest::sample::select(vec!["", "keuken", "bed", "loverboy", "eenhoorn", "pas"]);
        let origin = proptest::sample::select(vec![Origin::NotSaid, Origin::Seen, Origin::Heard]);
        prop_oneof![
            (form, any::<bool>()).prop_map(|(form, on)| Deed::Choose(form, on)),
            subject.prop_map(Deed::About),
            words.prop_map(|words| Deed::Type(words.into())),
            (0..51_usize, origin).prop_map(|(at, origin)| Deed::Tick(at, origin)),
            (0..51_usize).prop_map(Deed::Untick),
        ]
    }

    proptest! {
        /// Only a tick sets one, and only a second tap takes it away; and none of them is out of sight.
        #[test]
        fn a_tick_survives_everything_else(deeds in proptest::collection::vec(deed(), 0..30)) {
            let list = list();
            let (mut draft, mut words) = (Draft::default(), String::new());
            let mut expected: Vec<(String, Origin)> = Vec::new();
            for deed in deeds {
                match deed {
                    Deed::Choose(form, on) => choose(&mut draft, form, on),
                    Deed::About(subject) => draft.subject = subject,
                    Deed::Type(typed) => words = typed,
                    Deed::Tick(at, origin) => {
                        let id = &list.indicators[at].id;
                        set(&mut draft, id, Some(origin));
                        match expected.iter_mut().find(|(other, _)| other == id) {
                            Some(one) => one.1 = origin,
                            None => expected.push((id.clone(), origin)),
                        }
                    }
                    Deed::Untick(at) => {
                        set(&mut draft, &list.indicators[at].id, None);
                        expected.retain(|(id, _)| *id != list.indicators[at].id);
                    }
                }
                let ticks: Vec<_> = draft.ticks.iter().map(|tick| (tick.id.clone(), tick.origin)).collect();
                prop_assert_eq!(&ticks, &expected);
                let place = draft.subject == Some(Subject::Place);
                let shown = Search { forms: &draft.forms, place, words: &words }.run(&list, &draft.ticks);
                let open = shown.groups.iter().filter(|group| group.open).flat_map(|group| &group.ids);
                let in_sight: Vec<&String> = shown.first.iter().chain(open).collect();
                prop_assert!(expected.iter().all(|(id, _)| in_sight.contains(&id)), "{:?}", expected);
            }
        }
    }
}
