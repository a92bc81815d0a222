//! Step 4: a minor, acute danger, and what was done about it. It can't be skipped silently.
use super::{
    call::{CallBlock, Number},
    fields::choice,
    page::Step,
    shell::Shell,
    store::Store,
    vtt::VeiligThuis,
};
use crate::ui::{Notice, NoticeLook};
use leptos::prelude::*;
use shared::report::{Field, Known, YesNo, vtt_needed};

/// The fourth step.
#[component]
pub fn SafetyStep() -> impl IntoView {
    let store = Store::here();
    let acute = move || store.draft.read().acute == Some(YesNo::Yes);
    let needed = Memo::new(move |_| {
        let draft = store.draft.read();
        vtt_needed(draft.minor, draft.acute)
    });
    view! {
        <Shell step=Step::Safety>
            {choice(
                Field::Minor, Known::ALL, |d| d.minor, |d, v| d.minor = v,
                "Twijfel je? Kies ‘Weet ik niet’. We doen dan alsof het zo is.",
            )}
            {choice(Field::Acute, YesNo::ALL, |d| d.acute, |d, v| d.acute = v, "")}
            <Show when=acute><Acute/></Show>
            <Show when=move || needed.get()><VeiligThuis/></Show>
            <Notice>
                <p>"Ga nooit alleen. Blijf rustig. Beloof niets. Confronteer niemand."</p>
            </Notice>
        </Shell>
    }
}

#[component]
fn Acute() -> impl IntoView {
    view! {
        <div class="sub">
            <Notice look=NoticeLook::Danger live=true>
                <p>"Bel nu. Wacht niet op deze melding: wij lezen haar alleen op werkdagen."</p>
            </Notice>
            <CallBlock
                title="Direct gevaar" who="Politie, ambulance, brandweer" number=Number::Emergency.shown() danger=true
            />
            {choice(Field::Called112, YesNo::ALL, |d| d.called_112, |d, v| d.called_112 = v, "")}
        </div>
    }
}
