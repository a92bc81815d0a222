use super::super::{
    parts::{SelectOption, name_of},
    request::Request,
    session::Session,
};
use crate::{
    browser,
    client::{Call, Failure},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, OfficerView, StandIn},
    id::AccountId,
    moment::Day,
};

/// The state of the page: the waarnemingen that were read, and the last change. Get it with [`Away::here`].
#[derive(Clone, Copy)]
pub struct Away {
    /// All AFs.
    pub officers: RwSignal<Vec<OfficerView>>,
    /// Waarnemingen from today on.
    pub all: RwSignal<Vec<StandIn>>,
    /// The day at the server; `None` before the first answer.
    pub today: RwSignal<Option<Day>>,
    /// The last change; it keeps what was done, in words.
    pub changing: Request<String>,
    /// The last reading.
    pub reading: Request,
    session: Session,
}

/// The data that the page reads.
struct Read {
    officers: Vec<OfficerView>,
    all: Vec<StandIn>,
    today: Day,
}

impl Away {
    /// Not read yet. Once per page.
    #[must_use]
    pub fn start() -> Self {
        let away = Self {
            officers: RwSignal::new(Vec::new()),
            all: RwSignal::new(Vec::new()),
            today: RwSignal::new(None),
            changing: Request::new(),
            reading: Request::new(),
            session: Session::here(),
        };
        provide_context(away);
        away
    }

    /// The store of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// The account of whoever is logged in.
    #[must_use]
    pub fn me(self) -> Option<AccountId> {
        self.session.account()
    }

    /// Colleagues to choose from, without oneself.
    #[must_use]
    pub fn colleagues(self, wanted: impl Fn(&OfficerView) -> bool) -> Vec<SelectOption> {
        let (me, all) = (self.me(), self.officers.get());
        let others = all.iter().filter(|one| Some(&one.id) != me.as_ref() && wanted(one));
        others.map(|one| SelectOption { value: one.id.to_string(), label: one.name.as_str().to_owned() }).collect()
    }

    /// The name of an AF, for a sentence.
    #[must_use]
    pub fn name(self, id: &AccountId) -> String {
        self.officers.with_untracked(|officers| name_of(officers, id))
    }

    /// Changes something, keeps what was done in words, and reads the page again.
    pub fn change(self, work: impl Future<Output = Result<String, Failure>> + 'static) {
        let and_read = async move {
            let ended = work.await;
            self.read();
            ended
        };
        self.changing.run(and_read, |said| said);
    }

    /// Reads everything.
    pub fn read(self) {
        self.reading.run(read(), move |Read { officers, all, today }| {
            self.officers.set(officers);
            self.all.set(all);
            self.today.set(Some(today));
        });
    }
}

async fn read() -> Result<Read, Failure> {
    let officers = Call::to(Endpoint::Officers).ask::<Vec<OfficerView>>().await?.body;
    let answer = Call::to(Endpoint::StandIns).ask::<Vec<StandIn>>().await?;
    // a proxy may have removed the server's time; the server checks the days in any case
    let today = answer.at.unwrap_or_else(browser::now).day();
    Ok(Read { officers, all: answer.body, today })
}
