//! The numbers to call before anything else, for a melding that cannot wait.
use super::call::{CallBlock, Number, tel};
use crate::ui::{Notice, NoticeLook};
use leptos::prelude::*;
use shared::report::Alarm;

/// Danger first, then Veilig Thuis where nobody has reported there yet.
#[component]
pub fn CallFirst(alarms: Vec<Alarm>, veilig_thuis: bool) -> impl IntoView {
    let danger = alarms.first().copied().and_then(danger);
    view! {
        {danger}
        {veilig_thuis.then(call_veilig_thuis)}
    }
}

/// Whether an alarm is about somebody for whom Veilig Thuis has to be called.
#[must_use]
pub fn asks_for_veilig_thuis(alarms: &[Alarm]) -> bool {
    alarms.iter().any(|alarm| match alarm {
        Alarm::PerhapsDanger | Alarm::Minor | Alarm::AgeUnknown => true,
        Alarm::NotCalled | Alarm::Danger => false,
    })
}

fn danger(alarm: Alarm) -> Option<AnyView> {
    match alarm {
        Alarm::NotCalled => Some(call_now().into_any()),
        Alarm::Danger => Some(worse().into_any()),
        Alarm::PerhapsDanger => Some(not_sure().into_any()),
        Alarm::Minor | Alarm::AgeUnknown => None,
    }
}

fn call_now() -> impl IntoView {
    view! {
        <Notice look=NoticeLook::Danger title="Bel nu 112">
            <p>"Er is iemand in gevaar en 112 is nog niet gebeld. Wacht niet op ons: we lezen meldingen alleen op werkdagen."</p>
        </Notice>
        <CallBlock
            title="Direct gevaar" who="Politie, ambulance, brandweer" number=Number::Emergency.shown() danger=true
        />
    }
}

fn worse() -> impl IntoView {
    let number = Number::Emergency.shown();
    view! {
        <Notice look=NoticeLook::Danger>
            <p>
                "Is er nog gevaar, of wordt het erger? Bel weer "
                <a class="utrecht-link" href=tel(&number)>{number.clone()}</a>"."
            </p>
        </Notice>
    }
}

/// Also beside the question, as soon as somebody says so.
pub fn not_sure() -> impl IntoView {
    view! {
        <Notice look=NoticeLook::Danger title="Weet je niet of er gevaar is?">
            <p>"Bel de politie of Veilig Thuis voor advies. Wacht niet op ons: we lezen meldingen alleen op werkdagen."</p>
        </Notice>
        <CallBlock title="Geen spoed, wel vragen" who="Politie" number=Number::Police.shown()/>
    }
}

fn call_veilig_thuis() -> impl IntoView {
    let number = Number::VeiligThuis.shown();
    view! {
        <Notice look=NoticeLook::Wait title="Denk aan Veilig Thuis">
            <p>
                "Meldroute meldt niet voor je. Bel "{Number::VeiligThuis.who()}": "
                <a class="utrecht-link" href=tel(&number)>{number.clone()}</a>
            </p>
        </Notice>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_be_a_child_or_in_danger_asks_for_veilig_thuis() {
        let asking: Vec<Alarm> = Alarm::ALL.iter().copied().filter(|one| asks_for_veilig_thuis(&[*one])).collect();
        assert_eq!(asking, [Alarm::PerhapsDanger, Alarm::Minor, Alarm::AgeUnknown]);
        assert!(asks_for_veilig_thuis(&[Alarm::NotCalled, Alarm::Minor]) && !asks_for_veilig_thuis(&[]));
    }
}
