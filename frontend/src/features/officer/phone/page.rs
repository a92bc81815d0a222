use super::{
    super::{super::melding::WayField, parts::Heading, request::Failed, session::Session},
    kept::{Clashed, Drafts, Others, Phone},
    part::FormPart,
    taken::Received,
};
use crate::ui::{AskFirst, Button, ButtonLook, ErrorSummary, Link};
use leptos::prelude::*;
use shared::{
    contract::{OfficerView, PhoneDraftTyped, PhoneDraftView},
    report::{Field, Part},
};

/// The parts in the order in which an AF asks them: safety first, the melder's own details last.
const ORDER: [Part; 5] = [Part::Safety, Part::Subject, Part::Story, Part::Signals, Part::Reporter];

/// A report that an AF writes down, on one page.
#[component]
pub fn PhonePage() -> impl IntoView {
    let drafts = Drafts::start();
    let (done, failure) = (drafts.reading.done(), drafts.reading.failure());
    let busy = drafts.reading.busy();
    view! {
        <div class="case-bar"><Link to="/af">"‹ Te doen"</Link></div>
        <div class="column stack">
            <Show when=move || busy.get()><p class="soft" role="status">"Even laden…"</p></Show>
            <Failed failure=failure title="Wat eerder getypt is, is er nu niet"/>
            {move || done.get().map(|read| {
                let view = drafts.of().and_then(|of| read.all.iter().find(|one| one.of == of).cloned());
                let names = read.names.clone();
                view! { <Others drafts=drafts read=read/><Report drafts=drafts view=view names=names/> }
            })}
            // somebody is on the phone: what is typed waits on the device
            <Show when=move || failure.with(Option::is_some)>
                <Button look=ButtonLook::Plain press=move |()| drafts.again()>"Probeer opnieuw"</Button>
                <Report drafts=drafts view=None names=vec![]/>
            </Show>
        </div>
    }
}

#[component]
fn Report(drafts: Drafts, view: Option<PhoneDraftView>, names: Vec<OfficerView>) -> impl IntoView {
    let (of, me) = (drafts.of(), Session::here().account());
    let Some((of, me)) = of.zip(me) else { return ().into_any() };
    let phone = Phone::start(of, me, view, Callback::new(move |()| drafts.show(None)));
    let names = StoredValue::new(names);
    view! {
        {move || match phone.sent.get() {
            Some(code) => view! { <Received made=code urgent=phone.is_urgent()/> }.into_any(),
            None => view! { <PhoneForm phone=phone names=names/> }.into_any(),
        }}
    }
    .into_any()
}

#[component]
fn PhoneForm(phone: Phone, names: StoredValue<Vec<OfficerView>>) -> impl IntoView {
    let (melding, session) = (phone.melding, Session::here());
    // whoever listens does not type, and is not logged out for it
    session.talks(true);
    on_cleanup(move || session.talks(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        phone.send();
    };
    let errors = Signal::derive(move || melding.shown_errors(&ORDER));
    let from_kmt = melding.asks(Field::KmtWho);
    view! {
        <Heading text="Melding opnemen" title="Melding opnemen"/>
        <p>{move || if from_kmt.get() { FROM_KMT } else { FROM_MELDER }}</p>
        <p class="soft">
            {format!(
                "Wat je typt, wordt bewaard, ook als dit apparaat uitvalt. Na versturen is het weg, en anders {} dagen \
                nadat er voor het laatst is getypt. Wie voor je waarneemt, ziet het zodra hieronder staat of het over een \
                collega gaat, en zo ja voor wie het niet is.",
                PhoneDraftTyped::DAYS,
            )}
        </p>
        <p class="soft" role="status">{move || phone.saving.kept.get().words()}</p>
        <Clashed phone=phone names=names/>
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors tried=Signal::derive(move || melding.sends())/>
            <WayField/>
            {ORDER.map(|part| view! { <FormPart part=part/> }).collect_view()}
            <Failed failure=phone.failure()/>
            <div class="talk-bar row"><Button busy=phone.busy()>"Neem op als melding"</Button></div>
        </form>
        <Failed failure=phone.dropping.failure()/>
        <Show when=move || phone.is_begun()>
            <AskFirst label="Gooi deze melding weg" question="Gooi je weg wat er getypt is?" yes="Ja, gooi weg"
                look=ButtonLook::Plain busy=phone.dropping.busy() press=move |()| phone.drop()/>
        </Show>
    }
}

const FROM_MELDER: &str = "Genoteerd door jou. De klok begint te lopen als je de melding opneemt.";
const FROM_KMT: &str = "Genoteerd door jou. Er is geen melder: er is niemand om te bellen en er is geen code.";
