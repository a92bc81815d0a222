use super::super::request::Request;
use crate::{
    client::{Call, Failure},
    messages::isolated,
};
use leptos::prelude::*;
use shared::contract::{AccountCommand, AccountDone, AccountView, Endpoint, Invitation, NewAccount};

/// The accounts that were read. Get it with [`Accounts::here`].
#[derive(Clone, Copy)]
pub struct Accounts {
    /// By name; `None` before the first answer.
    pub all: RwSignal<Option<Vec<AccountView>>>,
    /// An invitation that was made here, and for whom; to hand over.
    pub invitation: RwSignal<Option<(String, Invitation)>>,
    /// The last change; it keeps what was done, in words.
    pub changing: Request<String>,
    /// The last reading.
    pub reading: Request,
}

impl Accounts {
    /// Not read yet. Once per page.
    #[must_use]
    pub fn start() -> Self {
        let accounts = Self {
            all: RwSignal::new(None),
            invitation: RwSignal::new(None),
            changing: Request::new(),
            reading: Request::new(),
        };
        provide_context(accounts);
        accounts
    }

    /// The accounts of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Reads them.
    pub fn read(self) {
        self.reading.run(Call::to(Endpoint::Accounts).ask::<Vec<AccountView>>(), move |answer| {
            let mut all = answer.body;
            all.sort_by(|a, b| a.name.cmp(&b.name));
            self.all.set(Some(all));
        });
    }

    /// Adds one; `done` is called when it is there.
    pub fn add(self, account: NewAccount, done: Callback<()>) {
        let said = added(&account);
        self.run(said, done, async move { Ok(Call::to(Endpoint::AddAccount).send(&account).await?.body) });
    }

    /// Changes one, on the revision that is shown; `done` is called when that succeeded.
    pub fn command(self, account: &AccountView, command: AccountCommand, said: String, done: Callback<()>) {
        let call = Call::on(Endpoint::CommandAccount, account.id.as_str()).if_match(account.revision);
        self.run(said, done, async move { Ok(call.send(&command).await?.body) });
    }

    fn run(self, said: String, done: Callback<()>, work: impl Future<Output = Result<AccountDone, Failure>> + 'static) {
        self.invitation.set(None);
        self.changing.run(
            async move {
                let answer = work.await;
                self.read();
                answer
            },
            move |AccountDone { account, invitation }| {
                let name = account.name.as_str().to_owned();
                self.invitation.set(invitation.map(|invitation| (name, invitation)));
                done.run(());
                said
            },
        );
    }
}

fn added(account: &NewAccount) -> String {
    let name = isolated(account.name.as_str());
    if account.role.needs_second_person() {
        format!("Het account van {name} wacht op een tweede persoon. Die ziet het op de pagina Toegang.")
    } else {
        format!("Het account van {name} is er.")
    }
}
