use crate::{
    calendar::Calendar,
    moment::{Day, Moment},
    profile::Source,
    sharing::{ReferralTarget, Sharing},
    text::Line,
};
use chrono::Months;

/// How far the days of a draft may lie from today, or from the day of the report.
const YEAR: Months = Months::new(12);

/// The inputs of a check besides the draft. The current time is one of them, because nothing here reads a clock.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The moment it is at the server.
    pub now: Moment,
    /// When the report was received.
    pub received: Moment,
    /// Sources for which the gemeente named a ground.
    pub sources: &'a [Source],
    /// What may go where here.
    pub sharing: &'a Sharing,
    /// The working days of the gemeente.
    pub calendar: &'a Calendar,
}

impl Context<'_> {
    /// The day it is.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// Whether the table names this ground for this receiver. What is no line of text is refused for that.
    pub(super) fn has_ground(&self, to: Option<ReferralTarget>, ground: Option<&String>) -> bool {
        let rule = to.and_then(|to| self.sharing.rule(to));
        let Some(ground) = ground.filter(|ground| Line::parse(ground).is_ok()) else { return true };
        rule.is_some_and(|rule| rule.names(ground))
    }

    /// The last day that can be planned: a year from today.
    #[must_use]
    pub fn last(&self) -> Day {
        self.today().checked_add_months(YEAR).unwrap_or(Day::MAX)
    }

    /// The first day on which something of this case can have been done. A melder may tell of it later, but not years
    /// later: an earlier day is a slip.
    #[must_use]
    pub fn first(&self) -> Day {
        self.received.day().checked_sub_months(YEAR).unwrap_or(Day::MIN)
    }
}
