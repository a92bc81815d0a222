use super::super::request::Request;
use crate::{
    client::{Call, Failure},
    messages::isolated,
};
use leptos::prelude::*;
use serde::de::{DeserializeOwned, IgnoredAny};
use shared::{
    contract::{
        AccessAnswer, AccessCommand, AccessGiven, AccessPage, AccessRequest, AccountDone, Endpoint, Invitation,
    },
    id::{AccountId, Revision},
};

/// The page about access as read, and the outcome of the last action.
#[derive(Clone, Copy)]
pub struct Access {
    /// `None` before the first answer.
    pub page: RwSignal<Option<AccessPage>>,
    /// The half of an invitation that was made here, for the request that was confirmed.
    pub invitation: RwSignal<Option<(AccessRequest, Invitation)>>,
    /// The last answer to a request for access; it keeps what was done, in words.
    pub answering: Request<String>,
    /// The last reading.
    pub reading: Request,
}

impl Access {
    /// Not read yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            page: RwSignal::new(None),
            invitation: RwSignal::new(None),
            answering: Request::new(),
            reading: Request::new(),
        }
    }

    /// Reads it.
    pub fn read(self) {
        let call = Call::to(Endpoint::AccessRequests).by_itself();
        self.reading.run_by_itself(call.ask::<AccessPage>(), move |answer| self.page.set(Some(answer.body)));
    }

    /// Confirms or refuses, on the revision that is shown.
    pub fn answer(self, request: AccessRequest, answer: AccessAnswer) {
        self.invitation.set(None);
        self.send(request.id.clone(), request.revision, answer, move |done: AccountDone| {
            let said = said(answer, request.name.as_str());
            self.invitation.set(done.invitation.map(|invitation| (request, invitation)));
            said
        });
    }

    /// Notes that the caller saw access that was given, on the revision that is shown.
    pub fn seen(self, given: AccessGiven) {
        let name = given.name.as_str().to_owned();
        let answer = AccessAnswer::Seen;
        self.send(given.id, given.revision, answer, move |_: IgnoredAny| said(answer, &name));
    }

    /// `D`: what is read of the answer. Only the page of access reads it all.
    fn send<D: DeserializeOwned + 'static>(
        self,
        id: AccountId,
        revision: Revision,
        answer: AccessAnswer,
        done: impl FnOnce(D) -> String + 'static,
    ) {
        let work = async move {
            let done = send(&id, revision, answer).await;
            self.read();
            done
        };
        self.answering.run(work, done);
    }
}

async fn send<D>(id: &AccountId, revision: Revision, answer: AccessAnswer) -> Result<D, Failure>
where
    D: DeserializeOwned,
{
    let call = Call::on(Endpoint::CommandAccess, id.as_str()).if_match(revision);
    Ok(call.send(&AccessCommand { answer }).await?.body)
}

fn said(answer: AccessAnswer, name: &str) -> String {
    let name = isolated(name);
    match answer {
        AccessAnswer::Confirm => format!("Je bevestigde het verzoek voor {name}."),
        AccessAnswer::Refuse => format!("Je weigerde het verzoek voor {name}."),
        AccessAnswer::Seen => format!("Je hebt gezien wat er voor {name} veranderde."),
    }
}
