use super::super::request::Request;
use crate::client::{Call, Failure};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, SettingsAnswer, SettingsCommand, SettingsPage, SettingsVerdict},
    settings::{Part, PartKind},
};

/// The settings as read, and the outcome of the last command.
#[derive(Clone, Copy)]
pub struct Settings {
    /// `None` before the first answer.
    pub page: RwSignal<Option<SettingsPage>>,
    pub reading: Request,
    /// What was done, in words.
    pub changing: Request<&'static str>,
}

impl Settings {
    /// Begins, and reads.
    pub fn start() -> Self {
        let settings = Self { page: RwSignal::new(None), reading: Request::new(), changing: Request::new() };
        provide_context(settings);
        settings.read();
        settings
    }

    /// Those of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Changes a part.
    pub fn change(self, part: Part) {
        let said = said(part.kind());
        self.send(SettingsCommand::Change { seen: self.seen(), part }, said);
    }

    /// Puts a part back as it was before this change.
    pub fn undo(self, number: u32, kind: PartKind) {
        self.send(SettingsCommand::Undo { seen: self.seen(), number }, said(kind));
    }

    /// Withdraws the change that waits.
    pub fn withdraw(self) {
        self.send(SettingsCommand::Withdraw, "Ingetrokken. Er verandert niets.");
    }

    /// Confirms or refuses the change that waits.
    pub fn answer(self, number: u32, verdict: SettingsVerdict) {
        let said = match verdict {
            SettingsVerdict::Confirm => "Bevestigd. Het geldt nu.",
            SettingsVerdict::Refuse => "Geweigerd. Er verandert niets.",
        };
        self.run(answer(SettingsAnswer { verdict, number }), said);
    }

    fn seen(self) -> u32 {
        self.page.with_untracked(|page| page.as_ref().map_or(0, |page| page.last))
    }

    fn read(self) {
        let call = Call::to(Endpoint::Settings).by_itself().ask::<SettingsPage>();
        self.reading.run_by_itself(call, move |answer| self.page.set(Some(answer.body)));
    }

    fn send(self, command: SettingsCommand, said: &'static str) {
        self.run(send(command), said);
    }

    fn run(self, call: impl Future<Output = Result<SettingsPage, Failure>> + 'static, said: &'static str) {
        let work = async move {
            let done = call.await;
            if done.is_err() {
                // perhaps somebody else changed something
                self.read();
            }
            done
        };
        self.changing.run(work, move |page| {
            self.page.set(Some(page));
            said
        });
    }
}

async fn send(command: SettingsCommand) -> Result<SettingsPage, Failure> {
    Ok(Call::to(Endpoint::CommandSettings).send(&command).await?.body)
}

async fn answer(answer: SettingsAnswer) -> Result<SettingsPage, Failure> {
    Ok(Call::to(Endpoint::AnswerSettings).send(&answer).await?.body)
}

fn said(kind: PartKind) -> &'static str {
    if kind.needs_second_person() {
        "Gevraagd. Het geldt als een aandachtsfunctionaris of de FG het bevestigt."
    } else {
        "Bewaard. Het geldt nu."
    }
}
