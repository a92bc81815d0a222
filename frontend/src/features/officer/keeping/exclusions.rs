use super::{super::parts::name_or_id, store::Keeping};
use crate::{
    messages::day_with_year,
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{case::OpenExclusion, contract::OfficerView};

/// Exclusions by one AF that wait for a second person. The FG sees who, by whom and until when, and no reason.
#[component]
pub fn ExclusionsThatWait(keeping: Keeping) -> impl IntoView {
    let names = move || keeping.page.with(|page| page.as_ref().map(|page| page.names.clone()).unwrap_or_default());
    let lines = move || {
        keeping.requests.get().map(|page| {
            let (empty, names) = (page.exclusions.is_empty(), names());
            let row = |one: OpenExclusion| view! { <ExclusionRow keeping=keeping names=names.clone() one=one/> };
            view! {
                {empty.then(|| view! { <p>"Er wacht geen uitsluiting."</p> })}
                <ul class="work-list">{page.exclusions.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="uitsluitingen">
            <h2 id="uitsluitingen">"Uitsluitingen die op een tweede persoon wachten"</h2>
            <p>"Eén AF sloot een collega uit van een dossier. Bel voor je akkoord geeft met een AF die je vertrouwt."</p>
            {lines}
        </section>
    }
}

#[component]
fn ExclusionRow(keeping: Keeping, names: Vec<OfficerView>, one: OpenExclusion) -> impl IntoView {
    let number = one.number;
    let (who, by) = (name_or_id(&names, &one.who), name_or_id(&names, &one.by));
    let works = match one.until {
        Some(until) => format!("Werkt al. Vervalt na {} zonder akkoord.", day_with_year(until)),
        None => "Werkt nog niet: er blijft geen andere AF over.".to_owned(),
    };
    let agree = Callback::new(move |()| keeping.confirm_exclusion(one.clone()));
    view! {
        <li class="work-row">
            <p class="left today">"Uitsluiting"</p>
            <div>
                <h3 class="name">{format!("{number} · {who}")}</h3>
                <p class="soft">{format!("Uitgesloten door {by}. {works}")}</p>
            </div>
            <div class="row">
                <Button look=ButtonLook::Plain press=agree busy=keeping.request.busy()>
                    "Akkoord"<span class="sr-only">{format!(" met de uitsluiting in {number}")}</span>
                </Button>
            </div>
        </li>
    }
}
