use super::super::{request::Request, session::Session};
use crate::client::{Call, Failure};
use leptos::prelude::*;
use shared::{
    case::together::{Selection, TogetherCommand},
    contract::{Endpoint, TogetherPage},
    id::{AccountId, TogetherId},
};

/// The page as read, and the request that is under way.
#[derive(Clone, Copy)]
pub struct Together {
    /// The proposals.
    pub page: RwSignal<Option<TogetherPage>>,
    /// A proposal that was agreed to with a press and is to be confirmed, and how many reports it closes.
    pub sure: RwSignal<Option<(TogetherId, usize)>>,
    /// The request in flight; it keeps a text on the last result.
    pub request: Request<String>,
    session: Session,
}

impl Together {
    /// Nothing yet. Once per page.
    #[must_use]
    pub fn new() -> Self {
        let (page, sure) = (RwSignal::new(None), RwSignal::new(None));
        Self { page, sure, request: Request::new(), session: Session::here() }
    }

    /// The viewer.
    #[must_use]
    pub fn me(self) -> Option<AccountId> {
        self.session.account()
    }

    /// Reads the proposals.
    pub fn read(self) {
        let work = async move { self.take(Call::to(Endpoint::Together).ask().await?.body) };
        self.request.run(work, |()| String::new());
    }

    fn take(self, page: TogetherPage) -> Result<(), Failure> {
        self.page.try_set(Some(page));
        Ok(())
    }

    /// Proposes a selection.
    pub fn propose(self, selection: Selection) {
        let work = async move {
            let page = ask(TogetherCommand::Propose(selection)).await?;
            let said = proposed_words(&page);
            self.take(page)?;
            Ok(said)
        };
        self.request.run(work, |said| said);
    }

    /// Agrees, and goes on until all are closed. What is left when the page is closed the server does by itself.
    pub fn agree(self, proposal: TogetherId) {
        self.sure.set(None);
        self.close(TogetherCommand::Agree { proposal: proposal.clone() }, proposal);
    }

    /// Goes on with what two agreed on.
    pub fn go_on(self, proposal: TogetherId) {
        self.close(TogetherCommand::GoOn { proposal: proposal.clone() }, proposal);
    }

    fn close(self, first: TogetherCommand, proposal: TogetherId) {
        let work = async move {
            let mut command = first;
            loop {
                let page = ask(command).await?;
                let now = page.proposals.iter().find(|one| one.id == proposal).cloned();
                self.take(page)?;
                match now {
                    Some(one) if one.ended.is_none() && !self.page.is_disposed() => {
                        command = TogetherCommand::GoOn { proposal: proposal.clone() };
                    }
                    Some(one) => return Ok(closed_words(one.closed)),
                    None => return Ok(String::new()),
                }
            }
        };
        self.request.run(work, |said| said);
    }

    /// Takes a proposal back, or does not agree.
    pub fn reject(self, proposal: TogetherId) {
        let work = async move { self.take(ask(TogetherCommand::Reject { proposal }).await?) };
        self.request.run(work, |()| "Het voorstel is weg. Er is niets afgesloten.".into());
    }
}

async fn ask(command: TogetherCommand) -> Result<TogetherPage, Failure> {
    Ok(Call::to(Endpoint::CommandTogether).send::<_, TogetherPage>(&command).await?.body)
}

/// What the proposer hears: how many it came to, and whether there are more.
fn proposed_words(page: &TogetherPage) -> String {
    let count = page.proposals.last().map_or(0, |one| one.count);
    let more = if page.more { " Er zijn er meer: stel die hierna voor." } else { "" };
    format!("Je stelt voor om {} af te sluiten. Een collega gaat akkoord.{more}", reports(count))
}

fn closed_words(count: usize) -> String {
    format!("Klaar: {} afgesloten.", reports(count))
}

/// `1 melding`, `20 meldingen`.
pub(super) fn reports(count: usize) -> String {
    if count == 1 { "1 melding".into() } else { format!("{count} meldingen") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_in_words() {
        assert_eq!(closed_words(1), "Klaar: 1 melding afgesloten.");
        assert_eq!(closed_words(12), "Klaar: 12 meldingen afgesloten.");
    }
}
