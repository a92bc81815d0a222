use super::super::request::Request;
use crate::client::{Call, Failure};
use leptos::prelude::*;
use shared::contract::{Endpoint, MessagesCommand, OwnMessages};

/// What was read, and the outcome of the last command.
#[derive(Clone, Copy)]
pub struct Messages {
    /// `None` before the first answer.
    pub own: RwSignal<Option<OwnMessages>>,
    pub reading: Request,
    pub changing: Request<&'static str>,
}

impl Messages {
    /// Begins, and reads.
    pub fn start() -> Self {
        let messages = Self { own: RwSignal::new(None), reading: Request::new(), changing: Request::new() };
        provide_context(messages);
        let call = Call::to(Endpoint::OwnMessages).ask::<OwnMessages>();
        messages.reading.run(call, move |answer| messages.own.set(Some(answer.body)));
        messages
    }

    /// Those of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Carries out a command; `said` is said when it succeeded.
    pub fn change(self, command: MessagesCommand, said: &'static str) {
        self.changing.run(send(command), move |own| {
            self.own.set(Some(own));
            said
        });
    }
}

async fn send(command: MessagesCommand) -> Result<OwnMessages, Failure> {
    Ok(Call::to(Endpoint::ChooseMessages).send(&command).await?.body)
}
