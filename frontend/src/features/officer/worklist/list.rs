use super::super::session::Session;
use crate::client::{Call, Failure};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::{CasePage, Endpoint};

/// The lines that were read. The page reads them again by itself, so this is not a request: while it reads, the last
/// lines and the last failure stay on the page, and nothing is announced twice.
#[derive(Clone, Copy)]
pub struct List {
    /// All pages read so far as one; `None` before the first answer.
    pub page: RwSignal<Option<CasePage>>,
    /// Why the last reading failed.
    pub failure: RwSignal<Option<Failure>>,
    /// How many pages to read.
    pub pages: RwSignal<u32>,
    busy: StoredValue<bool>,
    session: Session,
}

impl List {
    /// Nothing read yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            page: RwSignal::new(None),
            failure: RwSignal::new(None),
            pages: RwSignal::new(1),
            busy: StoredValue::new(false),
            session: Session::here(),
        }
    }

    /// Reloads all pages of open cases that are shown, on a user's action.
    pub fn refresh(self) {
        self.read_again(Asked::BySomebody);
    }

    /// The same by the page itself, which does not keep the session alive.
    pub fn refresh_by_itself(self) {
        self.read_again(Asked::ByItself);
    }

    fn read_again(self, asked: Asked) {
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        let pages = self.pages.get_untracked();
        spawn_local(async move {
            let answer = read_open(pages, asked).await;
            let answer = match asked {
                Asked::BySomebody => self.session.heed(answer),
                Asked::ByItself => self.session.heed_by_itself(answer),
            };
            self.busy.try_set_value(false);
            self.take(answer);
        });
    }

    /// Reads one page of the closed ones.
    pub fn read_done(self, number: u32) {
        spawn_local(async move {
            let answer = self.session.heed(read("afgerond", number, Asked::BySomebody).await);
            self.take(answer);
        });
    }

    fn take(self, answer: Result<CasePage, Failure>) {
        // the page may be gone by the time the answer comes
        match answer {
            Ok(page) => {
                self.failure.try_set(None);
                self.page.try_set(Some(page));
            }
            Err(failure) => {
                self.failure.try_set(Some(failure));
            }
        }
    }
}

/// The origin of a request for a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    BySomebody,
    ByItself,
}

async fn read(step: &str, number: u32, asked: Asked) -> Result<CasePage, Failure> {
    let call = Call::to(Endpoint::Cases).query(&format!("stap={step}&pagina={number}"));
    let call = match asked {
        Asked::BySomebody => call,
        Asked::ByItself => call.by_itself(),
    };
    Ok(call.ask::<CasePage>().await?.body)
}

async fn read_open(pages: u32, asked: Asked) -> Result<CasePage, Failure> {
    let mut all = read("open", 1, asked).await?;
    for number in 2..=pages {
        if all.next_page.is_none() {
            break;
        }
        let more = read("open", number, asked).await?;
        all.next_page = more.next_page;
        all.rows.extend(more.rows);
        all.others.extend(more.others);
        all.officers.extend(more.officers);
    }
    Ok(all)
}
