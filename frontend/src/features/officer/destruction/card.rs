use super::super::request::{Failed, Request};
use crate::{
    client::Call,
    messages::Words,
    ui::{AskFirst, ButtonLook},
};
use leptos::prelude::*;
use shared::{
    access::{Action, Role, may},
    case::{
        Step,
        destruction::{DestructionCommand, DestructionGround},
        rights::Rights,
    },
    contract::{CaseDetail, Endpoint, RetentionDone},
};
use std::sync::Arc;

/// What can be proposed for this case now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    /// An erasure was granted, and the case has to be closed first.
    CloseFirst,
    /// Something keeps it.
    Kept(&'static str),
    /// On this ground.
    On(DestructionGround),
}

/// A granted erasure leads to destruction; a closed case that is not needed any more may go before its term is over.
#[component]
pub fn DestructionCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let offer = offer(&detail);
    let request: Request<&'static str> = Request::new();
    let done = request.done();
    offer.map(|offer| {
        let body = match offer {
            Offer::CloseFirst => {
                view! { <p>"Wissing is toegewezen. Sluit dit dossier af. Daarna stel je hier vernietigen voor."</p> }
                    .into_any()
            }
            Offer::Kept(why) => view! { <p>{format!("Mag niet weg: {}.", why.to_lowercase())}</p> }.into_any(),
            Offer::On(ground) => propose(&detail, ground, request).into_any(),
        };
        view! {
            <section class="card">
                <h2>"Vernietigen"</h2>
                {body}
                <p role="status">{move || done.get()}</p>
                <Failed failure=request.failure()/>
            </section>
        }
    })
}

fn propose(detail: &CaseDetail, ground: DestructionGround, request: Request<&'static str>) -> impl IntoView + use<> {
    let id = detail.id.clone();
    let lead = match ground {
        DestructionGround::Erasure => "Wissing is toegewezen. Stel nu voor dit dossier te vernietigen.",
        DestructionGround::NotNeeded | DestructionGround::Term => {
            "Is dit dossier niet meer nodig? Dan mag het weg voordat de termijn om is."
        }
    };
    let press = Callback::new(move |()| {
        let id = id.clone();
        let work = async move {
            let command = DestructionCommand::Propose { ground };
            let call = Call::on(Endpoint::CommandRetention, id.as_str());
            call.send::<_, RetentionDone>(&command).await.map(drop)
        };
        request.run(work, |()| "Vernietigen is voorgesteld. Een ander gaat akkoord, bij ‘Bewaren’.");
    });
    view! {
        <p>{lead}</p>
        <AskFirst
            label="Stel vernietigen voor" about=""
            question="Weet je het zeker? Een ander moet akkoord geven. Daarna is het dossier voorgoed weg."
            yes="Ja, stel voor" press=press look=ButtonLook::Plain busy=request.busy()
        />
    }
}

fn offer(detail: &CaseDetail) -> Option<Offer> {
    // the server applied these entries: they fit
    let rights = Rights::of(&detail.timeline).unwrap_or_default();
    let granted = rights.erasure_granted();
    let is_closed = detail.step == Step::Closed;
    if rights.is_doomed() || !may(Some(Role::Officer), Action::Destroy, detail.relation) {
        return None;
    }
    match (is_closed, granted, rights.blocked()) {
        (false, true, _) => Some(Offer::CloseFirst),
        (false, false, _) => None,
        (true, true, Some(blocked)) => Some(Offer::Kept(blocked.words())),
        (true, false, Some(_)) => None,
        (true, true, None) => Some(Offer::On(DestructionGround::Erasure)),
        (true, false, None) => Some(Offer::On(DestructionGround::NotNeeded)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::{
        answer::YesNo,
        case::{
            Event, RightsEvent,
            notes::{
                ClosedTogether,
                rights::{Advice, Ground, Request as Asked, RequestDecision, Right, Verdict, Why},
            },
        },
        id::{AccountId, TogetherId},
        moment::Moment,
        text::{Line, Prose},
    };

    fn granted() -> Vec<(u8, Event)> {
        let reason = Prose::parse("Verzonnen reden").unwrap();
        let asked = Asked { right: Right::Erasure, received: "2026-04-24".parse().unwrap(), identified: YesNo::Yes };
        let advice =
            Advice { request: 0, verdict: Verdict::Give, ground: Ground::Founded, reason, until: None, person: None };
        let agreed = RequestDecision { request: 0, agreed: YesNo::Yes };
        let events = [RightsEvent::Requested(asked), RightsEvent::Advised(advice), RightsEvent::RequestDecided(agreed)];
        events.into_iter().map(|event| (1, Event::Rights(event))).collect()
    }

    fn closed() -> (u8, Event) {
        let (proposal, reason) = (TogetherId::from_bytes(&[9; 16]), Line::parse("Geen echte melding").unwrap());
        let at = Moment::try_from("2026-04-24T14:00:00Z".to_owned()).unwrap();
        let by = AccountId::from_bytes(&[1; 16]);
        (2, Event::ClosedTogether(ClosedTogether { proposal, proposed_by: by, proposed_at: at, reason }))
    }

    #[test]
    fn a_granted_erasure_leads_to_destruction_and_a_hold_prevents_it() {
        assert_eq!(offer(&detail(vec![])), None);
        assert_eq!(offer(&detail(granted())), Some(Offer::CloseFirst));
        assert_eq!(offer(&detail(vec![closed()])), Some(Offer::On(DestructionGround::NotNeeded)));
        let mut events = vec![closed()];
        events.extend(granted());
        assert_eq!(offer(&detail(events.clone())), Some(Offer::On(DestructionGround::Erasure)));
        let reason = Prose::parse("De rechter vroeg erom").unwrap();
        events.push((1, Event::Rights(RightsEvent::Held(Why { reason }))));
        assert!(matches!(offer(&detail(events)), Some(Offer::Kept(_))));
    }
}
