use super::super::request::Request;
use crate::client::{Call, Failure};
use leptos::prelude::*;
use shared::{
    awareness::AwarenessCommand,
    contract::{AwarenessPage, Endpoint},
};

/// The log as read, and the last change.
#[derive(Clone, Copy)]
pub struct Log {
    /// `None` before the first answer.
    pub page: RwSignal<Option<AwarenessPage>>,
    pub reading: Request,
    /// What was done, in words.
    pub changing: Request<&'static str>,
}

impl Log {
    /// Begins, and reads.
    pub fn start() -> Self {
        let log = Self { page: RwSignal::new(None), reading: Request::new(), changing: Request::new() };
        provide_context(log);
        log.read();
        log
    }

    /// That of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Sends a command. After a refusal the log is read again: perhaps a colleague changed it.
    pub fn send(self, command: AwarenessCommand, said: &'static str) {
        let work = async move {
            let done = send(command).await;
            if done.is_err() {
                self.read();
            }
            done
        };
        self.changing.run(work, move |page| {
            self.page.set(Some(page));
            said
        });
    }

    fn read(self) {
        let call = Call::to(Endpoint::Awareness).by_itself().ask::<AwarenessPage>();
        self.reading.run_by_itself(call, move |answer| self.page.set(Some(answer.body)));
    }
}

async fn send(command: AwarenessCommand) -> Result<AwarenessPage, Failure> {
    Ok(Call::to(Endpoint::CommandAwareness).send(&command).await?.body)
}
