use super::{
    super::session::Gemeente,
    fields::{choice, line, prose},
    store::Phone,
};
use crate::ui::{Notice, NoticeLook, TextKind};
use leptos::prelude::*;
use shared::report::{Field, Known, VttState, YesNo, vtt_needed};

/// What is asked first, before anything else.
#[component]
pub fn Safety() -> impl IntoView {
    let phone = Phone::here();
    let acute = Memo::new(move |_| phone.draft.read().acute == Some(YesNo::Yes));
    let vtt = Memo::new(move |_| phone.draft.with(|draft| vtt_needed(draft.minor, draft.acute)));
    let contacts = Gemeente::here().profile.contacts.clone();
    let alarm = format!("Laat de melder nu {} bellen, of bel zelf.", contacts.emergency.number);
    let call = format!(
        "Bel Veilig Thuis: {}. Meldroute meldt niet zelf. Advies vragen is geen melding.",
        contacts.veilig_thuis.number
    );
    let (alarm, call) = (StoredValue::new(alarm), StoredValue::new(call));
    view! {
        {choice(Field::Acute, YesNo::ALL, |d| d.acute, |d, v| d.acute = v)}
        <Show when=move || acute.get()>
            <Notice look=NoticeLook::Danger><p>{alarm.get_value()}</p></Notice>
            {choice(Field::Called112, YesNo::ALL, |d| d.called_112, |d, v| d.called_112 = v)}
        </Show>
        {choice(Field::Minor, Known::ALL, |d| d.minor, |d, v| d.minor = v)}
        <Show when=move || vtt.get()>
            <Notice look=NoticeLook::Wait><p>{call.get_value()}</p></Notice>
            <Vtt/>
        </Show>
    }
}

#[component]
fn Vtt() -> impl IntoView {
    let phone = Phone::here();
    let state = Memo::new(move |_| phone.draft.read().vtt.state);
    let more = move || match state.get() {
        Some(VttState::Reported) => view! {
            {line(Field::VttWho, TextKind::Text, false, |d| d.vtt.who.clone(), |d, v| d.vtt.who = v)}
            {line(Field::VttWhen, TextKind::Text, false, |d| d.vtt.when.clone(), |d, v| d.vtt.when = v)}
            {line(Field::VttReference, TextKind::Text, true, |d| d.vtt.reference.clone(), |d, v| d.vtt.reference = v)}
        }
        .into_any(),
        Some(VttState::NotYet) => {
            line(Field::VttWhy, TextKind::Text, false, |d| d.vtt.why.clone(), |d, v| d.vtt.why = v).into_any()
        }
        Some(VttState::Advised | VttState::NotReached) | None => ().into_any(),
    };
    view! {
        {choice(Field::VttState, VttState::ALL, |d| d.vtt.state, |d, v| d.vtt.state = v)}
        {more}
    }
}

/// In the melder's words, as far as the AF can note them.
#[component]
pub fn Words() -> impl IntoView {
    view! {
        {prose(Field::Story, "Noteer zo veel mogelijk de woorden van de melder. Vul geen BSN in.", false,
            |d| d.story.clone(), |d, v| d.story = v)}
        {line(Field::When, TextKind::Text, true, |d| d.when.clone(), |d, v| d.when = v)}
        {line(Field::Place, TextKind::Text, true, |d| d.place.clone(), |d, v| d.place = v)}
        {prose(Field::Known, "Van de persoon of de plek", true, |d| d.known.clone(), |d, v| d.known = v)}
    }
}

/// Who reports.
#[component]
pub fn Melder() -> impl IntoView {
    view! {
        {line(Field::Name, TextKind::Text, false, |d| d.name.clone(), |d, v| d.name = v)}
        {line(Field::Team, TextKind::Text, true, |d| d.team.clone(), |d, v| d.team = v)}
        {line(Field::Phone, TextKind::Phone, false, |d| d.phone.clone(), |d, v| d.phone = v)}
        {line(Field::Email, TextKind::Email, true, |d| d.email.clone(), |d, v| d.email = v)}
        {line(Field::Reachable, TextKind::Text, true, |d| d.reachable.clone(), |d, v| d.reachable = v)}
    }
}
