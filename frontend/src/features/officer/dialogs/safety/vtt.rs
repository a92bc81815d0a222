use super::super::{
    super::dossier::Dossier,
    fields::{Line, Pick},
    form::ActForm,
    frame::ActDialog,
    group::Group,
};
use crate::ui::{Notice, NoticeLook};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{VttNoteDraft, vtt},
    notes::{NotNeededFor, VttStand},
};

/// The contact with Veilig Thuis.
#[component]
pub fn VttDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::RecordVtt, VttNoteDraft::default());
    let of = form.fields;
    let dossier = Dossier::here();
    let state = Memo::new(move |_| of.with(|draft| draft.state));
    let asks_about_home =
        dossier.detail.with_untracked(|detail| detail.as_ref().is_some_and(|detail| detail.safety().asks_about_home()));
    view! {
        <ActDialog form=form make=Act::RecordVtt>
            <Notice look=NoticeLook::Wait>
                {asks_about_home.then(|| view! {
                    <p><b>"Is het thuis onveilig? "</b>"Ja: meld bij Veilig Thuis. Nee: kies ‘Niet nodig’ en schrijf op waarom."</p>
                })}
                <p>"Veilig Thuis vertelt de familie meestal wie er meldde. Is dat gevaarlijk? Zeg dat er meteen bij, en zeg dat je aan mensenhandel denkt."</p>
            </Notice>
            <Pick of=of part=vtt::state() legend="Wat is er gedaan?" all=VttStand::ALL/>
            {move || state.get().map(|state| more(state, of))}
        </ActDialog>
    }
}

fn more(state: VttStand, of: Group<VttNoteDraft>) -> AnyView {
    match state {
        VttStand::Reported => view! {
            <Line of=of part=vtt::who() label="Wie heeft gemeld?"/>
            <Line of=of part=vtt::when() label="Wanneer?"/>
            <Line of=of part=vtt::reference() label="Kenmerk van Veilig Thuis" optional=true/>
        }
        .into_any(),
        VttStand::TakenOver => view! {
            <p>"Daarna doe je geen eigen onderzoek in het gezin, tenzij je dat met Veilig Thuis afspreekt."</p>
            <Line of=of part=vtt::who() label="Wie bij Veilig Thuis?"/>
            <Line of=of part=vtt::when() label="Wanneer?"/>
            <Line of=of part=vtt::reference() label="Kenmerk van Veilig Thuis" optional=true/>
        }
        .into_any(),
        VttStand::Declined => view! {
            <p>"Vraag dan vandaag nog KMT. Dat komt bovenaan je lijst."</p>
            <Line of=of part=vtt::why() label="Waarom niet?"/>
        }
        .into_any(),
        VttStand::NotNeeded => view! {
            <p>"Is er misschien iemand jonger dan 18? Dan moet een collega akkoord geven."</p>
            <Pick of=of part=vtt::because() legend="Omdat" all=NotNeededFor::ALL/>
            <Line of=of part=vtt::why() label="Waarom?"/>
        }
        .into_any(),
        VttStand::NotYet => view! { <Line of=of part=vtt::why() label="Waarom nog niet?"/> }.into_any(),
        VttStand::Advised | VttStand::NotReached => ().into_any(),
    }
}
