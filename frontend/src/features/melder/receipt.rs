//! The ontvangstbevestiging. It survives a reload, until "Klaar".
use super::{
    super::melding::CodeShown,
    call_first::CallFirst,
    offered::photo_too,
    page::{MY_REPORT, Page},
    saved::{self, KeptReceipt},
};
use crate::{
    browser,
    messages::{
        SOMEBODY_CALLS, calendar, day_seen, melder,
        stages::{SOON, items},
    },
    route::Router,
    ui::{Button, ButtonLook, PageHeading, Steps, live_text},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{case::Progress, moment::Day};

/// The receipt of the melding that was just sent; without one, there is nothing to see.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    match saved::receipt() {
        Some(kept) => view! { <Shown kept=kept/> }.into_any(),
        None => view! {
            <div class="column stack">
                <PageHeading text="Hier staat niets meer"/>
                <p>"Heb je een code? Kijk dan hoe je melding ervoor staat."</p>
                <p class="links"><a class="utrecht-link" href=MY_REPORT>"Hoe staat mijn melding ervoor?"</a></p>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Shown(kept: KeptReceipt) -> impl IntoView {
    let KeptReceipt { receipt, call_veilig_thuis, alarms } = kept;
    let router = Router::here();
    let urgent = !alarms.is_empty();
    let steps = items(&Progress::received(receipt.received, receipt.contact_by, alarms.clone()));
    let by_day = format!("uiterlijk {}", day_seen(receipt.contact_by, receipt.received));
    let done = move |()| {
        saved::forget_receipt();
        router.replace(Page::First.path());
    };
    view! {
        <div class="column stack">
            <PageHeading text="Je melding is binnen"/>
            <CallFirst alarms=alarms veilig_thuis=call_veilig_thuis/>
            <p>
                "Dank je wel. Een aandachtsfunctionaris belt je "
                <b>{if urgent { SOON.to_owned() } else { by_day }}</b>"."
            </p>
            <h2>"Jouw code"</h2>
            <CodeShown code=receipt.ontvangstcode.clone()/>
            <p class="soft">
                {melder::KEEP_CODE} " " {photo_too()}
            </p>
            <Copy code=receipt.ontvangstcode/>
            {(!urgent).then(|| view! {
                <Button wide=true look=ButtonLook::Plain press=move |()| agenda(receipt.contact_by)>"Zet in mijn agenda"</Button>
            })}
            <h2>"Zo gaat het verder"</h2>
            <Steps items=steps/>
            <Button wide=true look=ButtonLook::Plain press=done>"Klaar"</Button>
            <p class="soft">"Na ‘Klaar’ staat de code niet meer op dit apparaat."</p>
        </div>
    }
}

#[component]
fn Copy(code: String) -> impl IntoView {
    let told = RwSignal::new("");
    let copy = move |()| {
        let code = code.clone();
        spawn_local(async move {
            told.set(if browser::copy(&code).await {
                "De code is gekopieerd."
            } else {
                "Kopiëren lukt niet. Schrijf de code op."
            });
        });
    };
    view! {
        <Button wide=true press=copy>"Kopieer code"</Button>
        <p class="soft" role="status">{live_text(move || told.get().to_owned())}</p>
    }
}

/// Hands the browser a calendar file. A browser that refuses leaves the date on the page.
fn agenda(contact_by: Day) {
    let _ = browser::download(
        "bel-afspraak.ics",
        "text/calendar",
        &calendar(SOMEBODY_CALLS, contact_by, &browser::utc_now()),
    );
}
