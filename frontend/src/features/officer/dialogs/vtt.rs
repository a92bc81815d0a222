use super::{
    fields::{Line, Pick},
    form::ActForm,
    frame::ActDialog,
    group::Group,
};
use crate::ui::{Notice, NoticeLook};
use leptos::prelude::*;
use shared::{
    case::{Act, ActKind, act::draft::vtt},
    report::{VttDraft, VttState},
};

/// The contact with Veilig Thuis.
#[component]
pub fn VttDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::RecordVtt, VttDraft::default());
    let of = form.fields;
    let state = Memo::new(move |_| of.with(|draft| draft.state));
    view! {
        <ActDialog form=form make=Act::RecordVtt>
            <Notice look=NoticeLook::Wait>
                <p>"Veilig Thuis vertelt de familie meestal wie er meldde. Is dat gevaarlijk? Zeg dat er meteen bij, en zeg dat je aan mensenhandel denkt."</p>
            </Notice>
            <Pick of=of part=vtt::state() legend="Wat is er gedaan?" all=VttState::ALL/>
            {move || state.get().map(|state| more(state, of))}
        </ActDialog>
    }
}

fn more(state: VttState, of: Group<VttDraft>) -> AnyView {
    match state {
        VttState::Reported => view! {
            <Line of=of part=vtt::who() label="Wie heeft gemeld?"/>
            <Line of=of part=vtt::when() label="Wanneer?"/>
            <Line of=of part=vtt::reference() label="Kenmerk van Veilig Thuis" optional=true/>
        }
        .into_any(),
        VttState::NotYet => view! { <Line of=of part=vtt::why() label="Waarom nog niet?"/> }.into_any(),
        VttState::Advised | VttState::NotReached => ().into_any(),
    }
}
