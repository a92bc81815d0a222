use super::super::request::Request;
use crate::client::Call;
use leptos::prelude::*;
use serde::Deserialize;
use shared::{
    contract::{Endpoint, KeptList, ListsPage, SettingsCommand},
    indicators::{IndicatorList, ListVersion},
    settings::Part,
};

/// What this reads of [`shared::contract::SettingsPage`].
#[derive(Deserialize)]
struct Last {
    #[serde(rename = "laatste")]
    last: u32,
}

/// The lists as read, and the outcome of the last command.
#[derive(Clone, Copy)]
pub struct Lists {
    /// `None` before the first answer.
    pub kept: RwSignal<Option<Vec<KeptList>>>,
    /// The last number of a change that was read.
    last: RwSignal<u32>,
    pub reading: Request,
    pub changing: Request<String>,
}

impl Lists {
    /// Begins, and reads.
    pub fn start() -> Self {
        let lists = Self {
            kept: RwSignal::new(None),
            last: RwSignal::new(0),
            reading: Request::new(),
            changing: Request::new(),
        };
        provide_context(lists);
        let work = read();
        lists.reading.run_by_itself(work, move |read| lists.set(read));
        lists
    }

    /// Those of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Reads in a list, and puts it in use.
    pub fn import(self, list: IndicatorList) {
        let said =
            format!("Lijst {} is ingelezen en in gebruik. Eerdere meldingen houden hun eigen zinnen.", list.version);
        self.send(SettingsCommand::Import { seen: self.last.get_untracked(), list }, said);
    }

    /// Puts a list of before in use again.
    pub fn choose(self, version: ListVersion) {
        let said = format!("Lijst {} is in gebruik.", version.as_str());
        let part = Part::List(Some(version));
        self.send(SettingsCommand::Change { seen: self.last.get_untracked(), part }, said);
    }

    fn send(self, command: SettingsCommand, said: String) {
        let work = async move {
            let _: Last = Call::to(Endpoint::CommandSettings).send(&command).await?.body;
            read().await
        };
        self.changing.run(work, move |read| {
            self.set(read);
            said
        });
    }

    fn set(self, (page, last): (ListsPage, u32)) {
        self.last.set(last);
        self.kept.set(Some(page.lists));
    }
}

async fn read() -> Result<(ListsPage, u32), crate::client::Failure> {
    let last = Call::to(Endpoint::Settings).by_itself().ask::<Last>().await?.body.last;
    Ok((Call::to(Endpoint::SignalLists).by_itself().ask().await?.body, last))
}
