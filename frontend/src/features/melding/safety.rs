use super::{fields::choice, store::Melding, veilig_thuis::VeiligThuis};
use crate::ui::Show;
use leptos::prelude::*;
use shared::{
    answer::{Known, YesNo},
    report::Field,
};

/// A minor, acute danger, and the action taken. It can't be skipped silently.
#[component]
pub fn SafetyFields() -> impl IntoView {
    let melding = Melding::here();
    let perhaps = Memo::new(move |_| melding.draft.read().acute == Some(Known::Unknown));
    let (acute, veilig_thuis) = (melding.asks(Field::Called112), melding.asks(Field::VttState));
    view! {
        {choice(Field::Minor, Known::ALL, |d| d.minor, |d, v| d.minor = v)}
        {choice(Field::Acute, Known::ALL, |d| d.acute, |d, v| d.acute = v)}
        <Show when=move || acute.get()>
            <div class="sub">
                {(melding.wording.acute)()}
                {choice(Field::Called112, YesNo::ALL, |d| d.called_112, |d, v| d.called_112 = v)}
            </div>
        </Show>
        <Show when=move || perhaps.get()><div class="sub">{(melding.wording.perhaps_acute)()}</div></Show>
        <Show when=move || veilig_thuis.get()><VeiligThuis/></Show>
    }
}
