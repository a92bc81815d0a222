use super::super::request::Request;
use crate::{
    client::{Call, Failure},
    messages::isolated,
};
use leptos::prelude::*;
use shared::contract::{AccessAnswer, AccessCommand, AccessPage, AccessRequest, AccountDone, Endpoint, Invitation};

/// The page about access as read, and the outcome of the last action.
#[derive(Clone, Copy)]
pub struct Access {
    /// `None` before the first answer.
    pub page: RwSignal<Option<AccessPage>>,
    /// An invitation that was made here, and for whom.
    pub invitation: RwSignal<Option<(String, Invitation)>>,
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
        let name = request.name.as_str().to_owned();
        self.answering.run(
            async move {
                let done = send(&request, answer).await;
                self.read();
                done
            },
            move |done| {
                self.invitation.set(done.invitation.map(|invitation| (name.clone(), invitation)));
                said(answer, &name)
            },
        );
    }
}

async fn send(request: &AccessRequest, answer: AccessAnswer) -> Result<AccountDone, Failure> {
    let call = Call::on(Endpoint::CommandAccess, request.id.as_str()).if_match(request.revision);
    Ok(call.send(&AccessCommand { answer }).await?.body)
}

fn said(answer: AccessAnswer, name: &str) -> String {
    let name = isolated(name);
    match answer {
        AccessAnswer::Confirm => format!("Je bevestigde de toegang van {name}."),
        AccessAnswer::Refuse => format!("Je weigerde de toegang van {name}."),
    }
}
