use super::super::session::Session;
use crate::{
    client::{Call, Failure},
    messages,
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::{AccountCommand, AccountDone, AccountView, Endpoint, Invitation, NewAccount};

/// The accounts that were read. Get it with [`Accounts::here`].
#[derive(Clone, Copy)]
pub struct Accounts {
    /// By name.
    pub all: RwSignal<Option<Vec<AccountView>>>,
    /// What was done, or why not.
    pub said: RwSignal<Option<Result<String, String>>>,
    /// An invitation that was made here, and for whom; to hand over.
    pub invitation: RwSignal<Option<(String, Invitation)>>,
    /// Something is under way.
    pub busy: RwSignal<bool>,
    session: Session,
}

impl Accounts {
    /// Not read yet. Once per page.
    #[must_use]
    pub fn start() -> Self {
        let (all, said, busy) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(false));
        let accounts = Self { all, said, invitation: RwSignal::new(None), busy, session: Session::here() };
        provide_context(accounts);
        accounts
    }

    /// The ones of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Reads them.
    pub fn read(self) {
        spawn_local(async move {
            let answer = self.session.heed(Call::to(Endpoint::Accounts).get::<Vec<AccountView>>().await);
            match answer {
                Ok(answer) => {
                    let mut all = answer.body;
                    all.sort_by(|a, b| a.name.cmp(&b.name));
                    self.all.try_set(Some(all));
                }
                Err(failure) => self.tell(Err(messages::failure(&failure))),
            }
        });
    }

    /// Adds one; `done` is called when it is there.
    pub fn add(self, account: NewAccount, done: Callback<()>) {
        let name = account.name.as_str().to_owned();
        let said = if account.role.needs_second_person() {
            format!("Het account van {name} wacht op een tweede persoon. Die ziet het op de pagina Toegang.")
        } else {
            format!("Het account van {name} is er.")
        };
        self.run(
            said,
            done,
            async move { Call::to(Endpoint::AddAccount).send(&account).await.map(|answer| answer.body) },
        );
    }

    /// Changes one, on the revision that is shown; `done` is called when it is done.
    pub fn command(self, account: &AccountView, command: AccountCommand, said: String, done: Callback<()>) {
        let call = Call::on(Endpoint::CommandAccount, account.id.as_str()).if_match(account.revision);
        self.run(said, done, async move { call.send(&command).await.map(|answer| answer.body) });
    }

    fn run(self, said: String, done: Callback<()>, work: impl Future<Output = Result<AccountDone, Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.invitation.set(None);
        spawn_local(async move {
            let answer = self.session.heed(work.await);
            self.busy.try_set(false);
            match answer {
                Ok(AccountDone { account, invitation }) => {
                    let name = account.name.as_str().to_owned();
                    self.invitation.try_set(invitation.map(|invitation| (name, invitation)));
                    self.tell(Ok(said));
                    done.run(());
                }
                Err(failure) => self.tell(Err(messages::failure(&failure))),
            }
            self.read();
        });
    }

    fn tell(self, said: Result<String, String>) {
        self.said.try_set(Some(said));
    }
}
