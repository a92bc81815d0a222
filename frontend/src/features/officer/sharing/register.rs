use crate::{
    client::Call,
    features::officer::{dossier::Story, paper::FileButton},
};
use leptos::prelude::*;
use shared::{
    access::{Action, Role, may},
    case::Step,
    contract::{CaseDetail, Endpoint, MadeFile},
};

/// The way of a case to the gemeente's own register, once it is known what becomes of it.
pub fn to_register(detail: &CaseDetail, story: &Story) -> Option<impl IntoView + use<>> {
    let known = story.ruling.is_some() || detail.step == Step::Closed;
    let goes = known && may(Some(Role::Officer), Action::Handle, detail.relation);
    let case = detail.id.clone();
    let ask = move || {
        let call = Call::on(Endpoint::RegisterPackage, case.as_str());
        async move { call.ask::<MadeFile>().await }
    };
    goes.then(|| {
        view! {
            <section class="card not-on-paper">
                <h2>"Voor het register"</h2>
                <p>"In het pakket staat dit dossier als PDF en als JSON. Wie meldde, staat er niet in."</p>
                <p>"Zet het in het register van de gemeente. Leg daarna vast dat het is overgenomen."</p>
                <FileButton ask=ask label="Bewaar het pakket" name="overdracht.zip" kind="application/zip"/>
            </section>
        }
    })
}
