use super::{
    super::{
        parts::{CopyButton, Heading, Modal, name_or_id},
        request::Failed,
    },
    csv::csv,
    due::DueList,
    exclusions::ExclusionsThatWait,
    proposals::Proposals,
    requests::Requests,
    reviews::Reviews,
    store::Keeping,
};
use crate::{
    messages::{Words, isolated},
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{Certificate, CertificatePage};

/// Due cases, proposals, and destroyed cases.
#[component]
pub fn KeepingPage() -> impl IntoView {
    let keeping = Keeping::new();
    keeping.read();
    let done = keeping.request.done();
    view! {
        <div class="wide stack">
            <Heading text="Bewaren en vernietigen" title="Bewaren"/>
            <p class="soft">"Je ziet hier nummers en datums, geen inhoud. Eén stelt vernietigen voor, een ander gaat akkoord."</p>
            <p role="status">{move || done.get()}</p>
            <Failed failure=keeping.request.failure()/>
            <Established keeping=keeping/>
            {(!keeping.is_officer()).then(|| view! { <ExclusionsThatWait keeping=keeping/> })}
            <Proposals keeping=keeping/>
            <DueList keeping=keeping/>
            <Requests keeping=keeping/>
            <Reviews keeping=keeping/>
            {move || keeping.certificates.get().map(|page| view! { <Certificates keeping=keeping page=page/> })}
        </div>
        <Sure keeping=keeping/>
    }
}

/// Says that the terms are still an example.
#[component]
fn Established(keeping: Keeping) -> impl IntoView {
    move || {
        keeping.page.with(|page| page.as_ref().is_some_and(|page| page.established.is_none())).then(|| {
            view! {
                <Notice look=NoticeLook::Wait title="De bewaartermijnen zijn een voorbeeld">
                    <p>"Je gemeente heeft ze nog niet vastgesteld. Doe dat samen met de FG."</p>
                </Notice>
            }
        })
    }
}

/// Asks before anything is destroyed.
#[component]
fn Sure(keeping: Keeping) -> impl IntoView {
    let open = Signal::derive(move || keeping.sure.with(Option::is_some));
    let close = Callback::new(move |()| keeping.sure.set(None));
    let approve = Callback::new(move |()| {
        if let Some((id, number)) = keeping.sure.get_untracked() {
            keeping.approve(id, number);
        }
    });
    let number = move || keeping.sure.with(|sure| sure.as_ref().map(|(_, number)| format!("Dossier {number}.")));
    view! {
        <Modal title="Dossier vernietigen" open=open close=close>
            <p><b>{number}</b>" Dit kan niet terug, ook niet met een reservekopie."</p>
            <div class="row">
                <Button look=ButtonLook::Danger press=approve busy=keeping.request.busy()>"Ja, vernietig dit dossier"</Button>
                <Button look=ButtonLook::Plain press=close>"Nu niet"</Button>
            </div>
        </Modal>
    }
}

#[component]
fn Certificates(keeping: Keeping, page: CertificatePage) -> impl IntoView {
    let (older, empty) = (page.next.is_some(), page.certificates.is_empty());
    let text = csv(&page.certificates, &page.names);
    let copy = Callback::new(move |()| text.clone());
    let press = Callback::new(move |()| keeping.older());
    let row = |one: &Certificate| {
        let who = format!(
            "{} en {}",
            isolated(&name_or_id(&page.names, &one.proposed_by)),
            isolated(&name_or_id(&page.names, &one.approved_by))
        );
        view! {
            <tr>
                <td>{one.certificate}</td>
                <td>{one.number.to_string()}</td>
                <td>{one.approved_at.local().format("%d-%m-%Y %H:%M").to_string()}</td>
                <td>{one.outcome.words()}</td>
                <td>{one.ground.words()}</td>
                <td>{who}</td>
            </tr>
        }
    };
    view! {
        <section class="stack" aria-labelledby="verklaringen">
            <h2 id="verklaringen">"Verklaringen van vernietiging"</h2>
            {empty.then(|| view! { <p>"Er is nog niets vernietigd."</p> })}
            {(!empty).then(|| view! {
                <table tabindex="0" aria-label="Verklaringen">
                    <thead>
                        <tr>
                            <th scope="col">"Verklaring"</th><th scope="col">"Dossier"</th><th scope="col">"Vernietigd"</th>
                            <th scope="col">"Uitkomst"</th><th scope="col">"Waarom"</th><th scope="col">"Door"</th>
                        </tr>
                    </thead>
                    <tbody>{page.certificates.iter().map(row).collect_view()}</tbody>
                </table>
                <CopyButton label="Kopieer als tabel" text=copy/>
            })}
            {older.then(|| view! { <Button look=ButtonLook::Plain press=press busy=keeping.request.busy()>"Toon oudere"</Button> })}
        </section>
    }
}
