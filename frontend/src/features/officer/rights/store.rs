use super::super::{case::Dossier, session::Session};
use crate::{client::Call, messages, route::Router};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    case::rights::{RightsCommand, RightsKind},
    contract::{Endpoint, RightsDone},
};
use std::sync::Arc;

/// What is asked beside the route. Get it with [`Asking::here`].
#[derive(Clone, Copy)]
pub struct Asking {
    /// The dialog that is open.
    pub open: RwSignal<Option<RightsKind>>,
    /// Dialogs that were opened: a closed one keeps what was typed.
    pub begun: RwSignal<Vec<RightsKind>>,
    /// Whether the copy is being made.
    pub copying: RwSignal<bool>,
    /// Why the last try did not succeed.
    pub failed: RwSignal<Option<String>>,
    /// Under way.
    pub busy: RwSignal<bool>,
    dossier: Dossier,
    session: Session,
    router: Router,
}

impl Asking {
    /// Nothing asked yet. Once per page of a dossier.
    #[must_use]
    pub fn start(dossier: Dossier) -> Self {
        let asking = Self {
            open: RwSignal::new(None),
            begun: RwSignal::new(Vec::new()),
            copying: RwSignal::new(false),
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
            dossier,
            session: Session::here(),
            router: Router::here(),
        };
        provide_context(asking);
        asking
    }

    /// Of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Opens a dialog.
    pub fn ask(self, kind: RightsKind) {
        self.failed.set(None);
        self.begun.update(|begun| {
            if !begun.contains(&kind) {
                begun.push(kind);
            }
        });
        self.open.set(Some(kind));
    }

    /// Sends it, on the revision the page shows. When it was not carried out, what was typed stays, and the page is read
    /// anew behind it.
    pub fn send(self, command: RightsCommand) {
        let Some(before) = self.dossier.detail.get_untracked() else { return };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        let kind = command.kind();
        spawn_local(async move {
            let call = Call::on(Endpoint::CommandRights, self.dossier.id().as_str()).if_match(before.revision);
            match self.session.heed(call.send::<_, RightsDone>(&command).await) {
                Ok(done) => {
                    self.open.try_set(None);
                    self.begun.try_update(|begun| begun.retain(|one| *one != kind));
                    self.dossier.said.try_set("Vastgelegd. Het staat in de tijdlijn.".into());
                    match done.body.dossier {
                        Some(detail) => {
                            self.dossier.detail.try_set(Some(Arc::new(detail)));
                        }
                        None => self.router.replace("/af"),
                    }
                }
                Err(failure) => {
                    self.failed.try_set(Some(messages::failure(&failure)));
                    self.dossier.read();
                }
            }
            self.busy.try_set(false);
        });
    }
}
