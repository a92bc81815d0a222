//! Views for the page on awareness.
use crate::{awareness::Session, moment::Day, text::Line};
use serde::{Deserialize, Serialize};

view!(
    /// Answer to `GET bewustwording`, and to a command there.
    AwarenessPage {
        /// The lines, the last day first.
        #[serde(rename = "regels")]
        sessions: Vec<SessionLine>,
        /// The day on which the yearly update is due; none when that is not known.
        #[serde(rename = "jaarlijkseUpdate", default, skip_serializing_if = "Option::is_none")]
        update: Option<Day>,
        /// The day of the last yearly update.
        #[serde(rename = "vorigeUpdate", default, skip_serializing_if = "Option::is_none")]
        last: Option<Day>,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
    }
);
view!(
    /// A line of the log of awareness.
    SessionLine {
        /// Its number.
        #[serde(rename = "nummer")]
        number: u32,
        /// How often it was changed.
        #[serde(rename = "gezien")]
        seen: u32,
        /// What was done.
        #[serde(rename = "regel")]
        session: Session,
        /// Who recorded it or changed it last; none when the account is not there any more.
        #[serde(rename = "vastgelegdDoor", default, skip_serializing_if = "Option::is_none")]
        by: Option<Line>,
        /// Whether it does not count any more.
        #[serde(rename = "beeindigd")]
        ended: bool,
    }
);
