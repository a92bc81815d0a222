use super::super::dossier::{ActButton, Dossier};
use crate::{
    messages::{Words, day_with_year},
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{
    case::{
        ActKind, Entry,
        export::is_granted,
        rights::{RequestState, Rights},
    },
    contract::CaseDetail,
};
use std::sync::Arc;

/// The state of these rights, and the acts that are possible.
#[component]
pub fn RightsCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let dossier = Dossier::here();
    // the server applied these entries: they fit
    let rights = Rights::of(&detail.timeline).unwrap_or_default();
    let copy = rights.requests().iter().any(is_granted);
    let press = Callback::new(move |()| dossier.copying.set(true));
    let buttons =
        detail.rights.iter().copied().map(|kind| view! { <li><ActButton kind=kind look=ButtonLook::Subtle/></li> });
    view! {
        <section class="card">
            <h2>"Bewaren en rechten"</h2>
            <ul class="plain">{lines(&rights, hold_may_end(&detail.timeline)).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {copy.then(|| view! { <Button look=ButtonLook::Plain press=press>"Kopie voor de betrokkene"</Button> })}
            <details>
                <summary>"Corrigeren, bewaren, verzoeken"</summary>
                <ul class="plain tight">{buttons.collect_view()}</ul>
            </details>
        </section>
    }
}

/// Whether it was proposed that the latest hold ends.
fn hold_may_end(timeline: &[Entry]) -> bool {
    let mut acts = timeline.iter().rev().map(|entry| ActKind::of(&entry.event));
    let about_a_hold = |kind: &ActKind| matches!(kind, ActKind::Hold | ActKind::ProposeEndHold);
    acts.find(about_a_hold) == Some(ActKind::ProposeEndHold)
}

/// The current state, one sentence each. `ends`: ending the hold was proposed.
fn lines(rights: &Rights, ends: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if rights.is_doomed() {
        lines.push("Dit dossier wordt vernietigd.".into());
    }
    if rights.hold().is_some() {
        lines.push("Er is een bewaarplicht.".into());
        lines.extend(ends.then(|| "Een AF stelt voor die eraf te halen.".into()));
    }
    if rights.is_restricted() {
        lines.push("De verwerking is beperkt: alleen bewaren.".into());
    }
    lines.extend(rights.requests().iter().enumerate().map(request));
    if lines.is_empty() {
        lines.push("Niets bijzonders.".into());
    }
    lines
}

fn request((at, state): (usize, &RequestState)) -> String {
    let what = match (state.decided(), &state.advice) {
        (Some((verdict, _)), _) => verdict.lower(),
        (None, Some(_)) => "wacht op de FG".into(),
        (None, None) => "wacht op advies".into(),
    };
    let (right, day) = (state.request.right.words(), day_with_year(state.request.received));
    format!("Verzoek {}: {} van {day}, {what}.", at + 1, right.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_anything_special_it_says_so() {
        assert_eq!(lines(&Rights::default(), false), ["Niets bijzonders."]);
    }
}
