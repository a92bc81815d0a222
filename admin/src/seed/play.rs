//! Plays a story: a report comes in on some day, and acts on it follow.
use super::people;
use chrono::Timelike;
use desk::{
    Desk,
    case::{Saved, load, save, take_in},
};
use kit::{
    Failure, clock,
    inbox::{arrival::accept, secret::Secret},
};
use shared::{
    calendar::Calendar,
    case::{Act, Context, Entry, decide},
    contract::ProblemKind,
    id::{AccountId, CaseId},
    moment::{Day, Moment},
    profile::Source,
    report::{Channel, Draft},
};
use std::sync::atomic::{AtomicI64, Ordering};

static CLOCK: AtomicI64 = AtomicI64::new(0);

/// The time in the play.
pub fn now() -> Moment {
    Moment::from_millis(CLOCK.load(Ordering::Relaxed))
}

/// Sets it.
pub fn set_clock(moment: Moment) {
    CLOCK.store(moment.millis(), Ordering::Relaxed);
}

/// The stage.
pub struct Play {
    desk: Desk,
    /// The day it really is.
    pub today: Day,
    start: Moment,
    calendar: Calendar,
    /// The sources that may be consulted here.
    pub sources: Vec<Source>,
    /// The two AFs.
    pub officers: [AccountId; 2],
    /// The version of the list of signals.
    pub list: String,
}

/// Somebody's report, and the AF who handles it.
pub struct Thread<'a> {
    play: &'a Play,
    id: CaseId,
    /// The melder's code.
    pub code: String,
}

impl Play {
    /// Makes the colleagues.
    pub fn begin(desk: Desk) -> Result<Self, Failure> {
        let instance = desk.environment().instance()?;
        let officers = people::make(&desk)?;
        let calendar = instance.calendar();
        let (sources, list) = (instance.profile.sources, instance.indicators.version);
        Ok(Self { today: now().day(), start: now(), desk, calendar, sources, officers, list })
    }

    /// The moment so many working days ago, at this hour of the day in the Netherlands.
    fn days_ago(&self, working_days: u32, hour: i64) -> Moment {
        let (mut day, mut left, mut back) = (self.today, working_days, 0i64);
        while left > 0 || !self.calendar.is_working_day(day) {
            let Some(earlier) = day.pred_opt() else { break };
            (day, back) = (earlier, back + 1);
            left -= u32::from(left > 0 && self.calendar.is_working_day(day));
        }
        if back == 0 {
            // today: never in the future
            return self.start.plus_seconds(-60 * (24 - hour));
        }
        let into_the_day = i64::from(self.start.local().num_seconds_from_midnight());
        self.start.plus_seconds(hour * 3600 + 720 - into_the_day - back * 86_400)
    }

    /// The day so many working days ago.
    pub fn day_ago(&self, working_days: u32) -> Day {
        self.days_ago(working_days, 10).day()
    }

    /// The day so many working days from today.
    pub fn day_ahead(&self, working_days: u32) -> Day {
        self.calendar.nth_working_day_after(self.today, working_days)
    }

    /// A report comes in.
    pub fn report(&self, days_ago: u32, draft: Draft) -> Result<Thread<'_>, Failure> {
        self.arrive(days_ago, draft, Channel::Form {})
    }

    /// A report is taken by phone by the first AF.
    pub fn phone_report(&self, days_ago: u32, draft: Draft) -> Result<Thread<'_>, Failure> {
        self.arrive(days_ago, draft, Channel::Phone { noted_by: self.officers[0].clone() })
    }

    fn arrive(&self, days_ago: u32, draft: Draft, channel: Channel) -> Result<Thread<'_>, Failure> {
        set_clock(self.days_ago(days_ago, 9));
        let secret = Secret::from_bytes(clock::random()?);
        let accepted = accept(&self.desk.inbox, &secret, &draft, channel)?;
        take_in(&self.desk)?;
        Ok(Thread { play: self, id: accepted.id, code: accepted.receipt.ontvangstcode })
    }
}

impl Thread<'_> {
    /// An AF (0 or 1) does this, so many working days ago.
    pub fn then(self, days_ago: u32, officer: usize, act: Act) -> Result<Self, Failure> {
        let play = self.play;
        set_clock(play.days_ago(days_ago, 14));
        let standing = load(&play.desk, &self.id)?;
        let last = standing.value.entries().last().map_or(standing.value.origins().received, |entry| entry.at);
        let at = now().max(last.plus_seconds(240));
        set_clock(at);
        let by = play.officers[officer].clone();
        let (today, confirm_by) = (at.day(), play.calendar.confirm_by(at.day()));
        let (sources, officers) = (&play.sources, &play.officers);
        let context = Context {
            actor: &by,
            today,
            confirm_by,
            calendar: &play.calendar,
            sources,
            officers,
            new_status_key: None,
            new_link: None,
            lead: None,
        };
        let event = decide(&standing.value, act, &context)?;
        match save(&play.desk, &standing, Entry { at, by, event })? {
            Saved::Done(_) => Ok(self),
            Saved::Stale => Err(Failure::of(ProblemKind::Busy, "de opslag wordt door iets anders gebruikt")),
        }
    }
}
