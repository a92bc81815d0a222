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
    let (case, name) = (detail.id.clone(), format!("overdracht-{}.zip", detail.number));
    let ask = move || {
        let call = Call::on(Endpoint::RegisterPackage, case.as_str());
        async move { call.ask::<MadeFile>().await }
    };
    goes.then(|| {
        view! {
            <section class="card not-on-paper">
                <h2>"Voor het register"</h2>
                <p>"In het pakket staat dit dossier als PDF en als JSON, zonder de gegevens van de melder. Namen van melder en medewerkers zijn weggelakt. Wat over zorg gaat, zit erin als jij dat leest."</p>
                <p>"Lees de PDF na: uit een verhaal kan blijken wie iemand is. Zet het pakket dan in het register, en leg daarna bij Bewaren en rechten vast dat een ander systeem het heeft overgenomen."</p>
                <FileButton ask=ask label="Bewaar het pakket" name=name kind="application/zip"/>
            </section>
        }
    })
}
