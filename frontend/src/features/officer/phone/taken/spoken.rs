use super::super::super::{
    page::Page,
    request::{Failed, Request},
};
use crate::{
    client::{Call, Failure},
    ui::{Button, ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::{
    case::{Act, Event, conversation::usual_means, notes::ContactNote},
    contract::{CaseDetail, CommandDone, Endpoint},
    id::CaseId,
};

/// The AF spoke with the melder just now: one touch records the contact, at the time of the report. It is never
/// recorded by itself, because an AF may still have to call the melder.
#[component]
pub fn Spoken(id: CaseId) -> impl IntoView {
    let (request, of) = (Request::<()>::new(), StoredValue::new(id));
    let press = move |()| request.run(record(of.get_value()), |()| ());
    let done = request.done();
    let form = move || Page::Conversation(of.get_value()).path();
    view! {
        <Failed failure=request.failure() title="Het contact is niet vastgelegd"/>
        <div class="row">
            {move || match done.get() {
                None => view! {
                    <Button press=press busy=request.busy()>"Ik sprak de melder: leg het contact vast"</Button>
                }
                .into_any(),
                Some(()) => view! {
                    <p role="status">"Het contact is bewaard."</p>
                    <Link to=form() look=LinkLook::Button(ButtonLook::Main)>"Vul het meldingsformulier in"</Link>
                }
                .into_any(),
            }}
        </div>
    }
}

/// Records it on the case as it is now. What an earlier try did already is not done again.
async fn record(id: CaseId) -> Result<(), Failure> {
    let detail = Call::on(Endpoint::Case, id.as_str()).ask::<CaseDetail>().await?.body;
    if detail.timeline.iter().any(|entry| matches!(entry.event, Event::ContactMade(_))) {
        return Ok(());
    }
    let means = usual_means(&detail.channel);
    let act = Act::RecordContact(ContactNote { happened: Some(detail.received), means, summary: None });
    let call = Call::on(Endpoint::CommandCase, id.as_str()).if_match(detail.revision);
    call.send::<_, CommandDone>(&act).await.map(drop)
}
