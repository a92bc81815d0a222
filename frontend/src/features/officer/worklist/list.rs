use super::super::session::Session;
use crate::client::{Call, Failure};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    calendar::Calendar,
    case::{NextAction, Row, Section, Urgency},
    contract::{CasePage, Endpoint, OfficerView},
    id::AccountId,
    moment::Day,
};

/// The lines that were read, and how reading goes. A quiet reading changes nothing on the page but the lines.
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

    /// Reads the open ones again, all pages that are shown, because somebody is there.
    pub fn refresh(self) {
        self.read_again(Asked::BySomebody);
    }

    /// The same without anybody there: it keeps no session alive.
    pub fn refresh_by_itself(self) {
        self.read_again(Asked::ByItself);
    }

    fn read_again(self, asked: Asked) {
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        spawn_local(async move {
            let answer = read_open(self.pages.get_untracked(), asked).await;
            let answer = match asked {
                Asked::BySomebody => self.session.heed(answer),
                Asked::ByItself => self.session.heed_by_itself(answer),
            };
            self.busy.set_value(false);
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

/// Who asks for a list.
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
    Ok(call.get::<CasePage>().await?.body)
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

/// A line with what has to be known to show it. Two equal ones look the same, so that a line that did not change is not
/// drawn again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line.
    pub row: Row,
    /// How it presses today.
    pub urgency: Urgency,
    /// Under which heading.
    pub section: Section,
    /// Whose it is, in words.
    pub owner: String,
    /// Today.
    pub today: Day,
}

/// The lines in the order of what needs doing first.
#[must_use]
pub fn lines(page: &CasePage, calendar: &Calendar, me: Option<&AccountId>) -> Vec<Line> {
    let today = page.today;
    let mut rows = page.rows.clone();
    rows.sort_by_key(|row| row.order(today, calendar));
    rows.dedup_by(|a, b| a.id == b.id);
    let line = |row: Row| Line {
        urgency: row.urgency(today, calendar),
        section: row.section(today, calendar),
        owner: owner(row.assigned.as_ref(), &page.officers, me),
        today,
        row,
    };
    rows.into_iter().map(line).collect()
}

/// Whose it is: `Van jou`, `Van Mo Fictief`, `Nog van niemand`.
fn owner(assigned: Option<&AccountId>, officers: &[OfficerView], me: Option<&AccountId>) -> String {
    let Some(id) = assigned else { return "Nog van niemand".into() };
    if Some(id) == me {
        return "Van jou".into();
    }
    let name = officers.iter().find(|one| one.id == *id).map(|one| one.name.as_str());
    format!("Van {}", name.unwrap_or("een collega"))
}

/// How long the lines under "Nu doen" take together, rounded up to five minutes; none when there is nothing to do.
#[must_use]
pub fn together(lines: &[Line]) -> Option<String> {
    let now = lines.iter().filter(|line| line.section == Section::Now);
    let minutes: u32 = now.map(|line| crate::messages::officer::minutes(line.row.next)).sum();
    (minutes > 0).then(|| format!("Nu doen kost bij elkaar ongeveer {} minuten", minutes.div_ceil(5) * 5))
}

/// Whether the next step is with somebody else.
#[must_use]
pub fn waits(next: NextAction) -> bool {
    matches!(next, NextAction::AwaitColleague | NextAction::AwaitReceipt)
}

#[cfg(test)]
mod tests;
