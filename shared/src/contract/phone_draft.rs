//! A report by phone that was begun and not sent.
use crate::{
    id::AccountId,
    moment::{Day, Moment},
    report::Draft,
};
use chrono::Days;
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST telefoonmeldingen`.
    PhoneDraftChange {
        /// The AF who began it.
        #[serde(rename = "van")]
        of: AccountId,
        /// The number of the version that was read; 0 before the first.
        #[serde(rename = "gezien")]
        seen: u32,
        /// As it is typed now; none throws it away.
        #[serde(rename = "concept")]
        draft: Option<Draft>,
    }
);
view!(
    /// A line of `GET telefoonmeldingen`, and the answer to a change there.
    PhoneDraftView {
        /// The AF who began it.
        #[serde(rename = "van")]
        of: AccountId,
        /// The number of this version.
        #[serde(rename = "versie")]
        version: u32,
        /// What is typed; none when there is nothing.
        #[serde(rename = "getypt", default, skip_serializing_if = "Option::is_none")]
        typed: Option<PhoneDraftTyped>,
        /// How the one before ended, when it was sent.
        #[serde(rename = "verstuurd", default, skip_serializing_if = "Option::is_none")]
        sent: Option<PhoneDraftSent>,
    }
);
view!(
    /// What is typed in a report by phone.
    PhoneDraftTyped {
        /// The form.
        #[serde(rename = "concept")]
        draft: Draft,
        /// Who typed in it last.
        #[serde(rename = "door")]
        by: AccountId,
        /// When.
        #[serde(rename = "op")]
        at: Moment,
        /// The last day on which it is kept, when nobody types in it any more.
        #[serde(rename = "totEnMet")]
        until: Day,
    }
);
view!(
    /// That a report by phone was sent.
    PhoneDraftSent {
        /// By whom.
        #[serde(rename = "door")]
        by: AccountId,
        /// When.
        #[serde(rename = "op")]
        at: Moment,
    }
);
view!(
    /// On the worklist: that a report by phone waits to be finished. Nothing of what is typed in it.
    PhoneDraftLine {
        /// The AF who began it.
        #[serde(rename = "van")]
        of: AccountId,
        /// When somebody typed in it last.
        #[serde(rename = "op")]
        at: Moment,
        /// The last day on which it is kept.
        #[serde(rename = "totEnMet")]
        until: Day,
    }
);

impl PhoneDraftTyped {
    /// How many days one is kept after somebody typed in it last [design: a working week and a weekend].
    pub const DAYS: u64 = 7;

    /// The last day on which it is kept, when somebody typed in it last at this moment.
    #[must_use]
    pub fn last_day(at: Moment) -> Day {
        at.day().checked_add_days(Days::new(Self::DAYS)).unwrap_or(Day::MAX)
    }
}
