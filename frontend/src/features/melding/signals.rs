use super::{
    fields::group,
    search::{Search, told},
    signal_row::SignalRow,
    store::Melding,
};
use crate::ui::{Button, ButtonLook, Show, TextField, TextKind, live, live_text};
use leptos::prelude::*;
use shared::report::Field;

/// The signals that were noticed, each with how it is known.
#[component]
pub fn SignalsField() -> impl IntoView {
    group(Field::Ticks, view! { <SignalList/> }.into_any())
}

#[component]
fn SignalList() -> impl IntoView {
    let melding = Melding::here();
    let (sought, all) = (RwSignal::new(String::new()), RwSignal::new(false));
    let (forms, subject) =
        (Memo::new(move |_| melding.draft.read().forms.clone()), Memo::new(move |_| melding.draft.read().subject));
    let found = Memo::new(move |_| {
        let offered = melding.offered.read();
        let search = Search { forms: &forms.read(), subject: subject.get(), words: &sought.read(), all: all.get() };
        // a tick moves nothing on the page
        let ticks = &melding.draft.read_untracked().ticks;
        offered.as_ref().map(|offered| search.run(&offered.indicators, ticks)).unwrap_or_default()
    });
    let groups = move || found.get().groups.into_iter().map(move |one| signals(melding, one)).collect_view();
    view! {
        <div class="stack">
            <TextField id="zoek-signaal" label="Zoek een signaal" kind=TextKind::Search value=sought.into()/>
            <p class="soft" role="status">{live_text(move || told(found.read().count))}</p>
            <div class="signals stack">{live(groups)}</div>
            <Show when=move || !all.get()>
                <Button look=ButtonLook::Subtle press=move |()| all.set(true)>"Toon alle signalen"</Button>
            </Show>
        </div>
    }
}

fn signals(melding: Melding, (name, ids): (String, Vec<String>)) -> impl IntoView {
    let rows = ids.into_iter().map(|id| view! { <li><SignalRow id=id/></li> }).collect_view();
    view! {
        <section class="stack">
            {(melding.wording.group_heading)(name)}
            <ul class="tick-list">{rows}</ul>
        </section>
    }
}
