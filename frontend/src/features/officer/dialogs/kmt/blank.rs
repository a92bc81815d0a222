//! The button that takes names out of what was typed, so that an AF sees what goes before it goes.
use super::super::super::{
    dossier::Dossier,
    request::{Failed, Request},
};
use crate::{
    client::{Call, Failure},
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, NamesAnswer, NamesQuestion},
    id::CaseId,
};

/// What is said when something was taken away, and when nothing was.
const CUT: &str = "Weggelakt. Lees het na: er kan nog iets in staan dat iemand herkenbaar maakt.";
const NOTHING: &str =
    "Er is niets gevonden. Namen die alleen in een verhaal staan, herkennen we niet: lees het zelf nog na.";
/// What is said when somebody typed on meanwhile: what they typed is not overwritten.
const TYPED_ON: &str = "Je typte intussen verder. Druk nog eens.";

/// Looks for names in these texts, and puts them back without.
#[component]
pub fn Blank(
    /// As typed.
    texts: Callback<(), Vec<String>>,
    put: Callback<Vec<String>>,
) -> impl IntoView {
    let (dossier, request) = (Dossier::here(), Request::<&'static str>::new());
    let press = Callback::new(move |()| {
        let (id, typed) = (dossier.id(), texts.run(()));
        request.run(look(id, typed.clone()), move |found| {
            if texts.run(()) != typed {
                return TYPED_ON;
            }
            let changed = found.iter().zip(&typed).any(|(found, typed)| found.trim() != typed.trim());
            put.run(found);
            if changed { CUT } else { NOTHING }
        });
    });
    let (busy, done) = (request.busy(), request.done());
    view! {
        <div class="row">
            <Button look=ButtonLook::Plain press=press busy=busy>"Zoek namen en lak ze weg"</Button>
            <span class="soft" role="status">{move || done.get()}</span>
        </div>
        <Failed failure=request.failure()/>
    }
}

async fn look(id: CaseId, texts: Vec<String>) -> Result<Vec<String>, Failure> {
    let call = Call::on(Endpoint::LookForNames, id.as_str());
    Ok(call.send::<_, NamesAnswer>(&NamesQuestion { texts }).await?.body.texts)
}
