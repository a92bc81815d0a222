use super::{super::page::Page, store::Keeping};
use crate::{
    messages::{Words, day_with_year},
    ui::{AskFirst, Button, ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::{answer::YesNo, case::OpenRequest};

/// Requests of data subjects. The FG sees which right, since when and what the AF advises.
#[component]
pub fn Requests(keeping: Keeping) -> impl IntoView {
    let lines = move || {
        keeping.requests.get().map(|page| {
            let empty = page.requests.is_empty();
            let row = |one: OpenRequest| view! { <RequestRow keeping=keeping one=one/> };
            view! {
                {empty.then(|| view! { <p>"Er is geen verzoek dat wacht."</p> })}
                <ul class="work-list">{page.requests.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="verzoeken">
            <h2 id="verzoeken">"Verzoeken van betrokkenen"</h2>
            {lines}
        </section>
    }
}

#[component]
fn RequestRow(keeping: Keeping, one: OpenRequest) -> impl IntoView {
    let advice = one.advice.map(|advice| {
        let until = advice.until.map(|day| format!(", tot {}", day_with_year(day))).unwrap_or_default();
        format!("Advies van de AF: {}{until}. Grond: {}.", advice.verdict.lower(), advice.ground.words())
    });
    let state = if one.granted {
        "Toegewezen"
    } else if advice.is_some() {
        "Wacht op FG"
    } else {
        "Wacht op AF"
    };
    let granted = one.granted.then_some("De AF stelt voor het dossier te vernietigen. Tot dan is er niets gewist.");
    let unknown = (!one.identified).then_some("Nog niet vastgesteld wie het vraagt.");
    let waits = advice.is_some() && !keeping.is_officer();
    let (name, number) = (format!("{} · {}", one.number, one.right.words()), one.number);
    let days =
        format!("Ontvangen {}. Antwoord uiterlijk {}.", day_with_year(one.received), day_with_year(one.answer_by));
    let case = Page::Case(one.case.clone()).path();
    let other = one.clone();
    let agree = Callback::new(move |()| keeping.decide(one.clone(), YesNo::Yes));
    let back = Callback::new(move |()| keeping.decide(other.clone(), YesNo::No));
    view! {
        <li class="work-row">
            <p class="left">{state}</p>
            <div>
                <h3 class="name">{name}</h3>
                <p class="soft">{days}</p>
                {advice.map(|text| view! { <p>{text}</p> })}
                {granted.map(|text| view! { <p><b>{text}</b></p> })}
                {unknown.map(|text| view! { <p>{text}</p> })}
            </div>
            {waits.then(|| view! {
                <div class="row">
                    <AskFirst
                        label="Akkoord" about=format!(" met het advies over {number}")
                        question="Ga je akkoord met dit advies? Het besluit staat dan vast." yes="Ja, akkoord"
                        press=agree look=ButtonLook::Plain busy=keeping.request.busy()
                    />
                    <Button look=ButtonLook::Plain press=back busy=keeping.request.busy()>
                        "Terug naar de AF"<span class="sr-only">{format!(": {number}")}</span>
                    </Button>
                </div>
            })}
            {keeping.is_officer().then(|| view! {
                <Link to=case label=format!("Bekijk dossier {number}") look=LinkLook::Button(ButtonLook::Plain)>"Bekijk"</Link>
            })}
        </li>
    }
}
