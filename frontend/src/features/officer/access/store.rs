use super::super::session::Session;
use crate::{
    client::{Call, Failure},
    messages,
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::{AccessAnswer, AccessCommand, AccessPage, AccessRequest, AccountDone, Endpoint, Invitation};

/// What was read of access, and what was done here.
#[derive(Clone, Copy)]
pub struct Access {
    /// `None` before the first answer.
    pub page: RwSignal<Option<AccessPage>>,
    /// What was done, or why not.
    pub said: RwSignal<Option<Result<String, String>>>,
    /// An invitation that was made here, and for whom.
    pub invitation: RwSignal<Option<(String, Invitation)>>,
    /// Something is under way.
    pub busy: RwSignal<bool>,
    session: Session,
}

impl Access {
    /// Not read yet.
    #[must_use]
    pub fn new() -> Self {
        let (page, said, invitation) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        Self { page, said, invitation, busy: RwSignal::new(false), session: Session::here() }
    }

    /// Reads it.
    pub fn read(self) {
        spawn_local(async move {
            let answer = Call::to(Endpoint::AccessRequests).by_itself().get::<AccessPage>().await;
            match self.session.heed_by_itself(answer) {
                Ok(answer) => drop(self.page.try_set(Some(answer.body))),
                Err(failure) => self.fail(&failure),
            }
        });
    }

    /// Confirms or refuses, on the revision that is shown.
    pub fn answer(self, request: AccessRequest, answer: AccessAnswer) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.invitation.set(None);
        spawn_local(async move {
            let call = Call::on(Endpoint::CommandAccess, request.id.as_str()).if_match(request.revision);
            let done = self.session.heed(call.send::<_, AccountDone>(&AccessCommand { answer }).await);
            self.busy.try_set(false);
            match done {
                Ok(done) => {
                    let name = request.name.as_str().to_owned();
                    let said = match answer {
                        AccessAnswer::Confirm => format!("Je bevestigde de toegang van {name}."),
                        AccessAnswer::Refuse => format!("Je weigerde de toegang van {name}."),
                    };
                    self.said.try_set(Some(Ok(said)));
                    self.invitation.try_set(done.body.invitation.map(|invitation| (name, invitation)));
                }
                Err(failure) => self.fail(&failure),
            }
            self.read();
        });
    }

    fn fail(self, failure: &Failure) {
        self.said.try_set(Some(Err(messages::failure(failure))));
    }
}
