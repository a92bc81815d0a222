//! Cases and the lists of them. The case record is the truth; every list can be thrown away and made again.
mod alike;
mod answers;
mod beside;
pub mod care;
mod chunk;
mod clues;
pub mod conversation;
mod counters;
pub mod exclusions;
mod flood;
mod followed;
mod guard;
mod guarded;
mod ids;
mod index;
pub mod joined;
mod keys;
pub mod kmt;
pub mod leading;
mod lines;
mod links;
mod load;
pub mod meeting;
mod new_case;
mod open;
pub mod packs;
pub mod phone_draft;
pub mod photos;
pub mod register;
mod reindex;
mod rekey;
pub mod relations;
mod renew;
pub mod requests;
pub mod restored;
pub mod reviews;
mod save;
mod sealed;
mod search;
mod state;
mod take_in;
mod taken_in;
pub mod together;
mod unreadable;
pub mod visits;
mod waiting;

pub use alike::alike;
pub use answers::{take_answers, take_answers_due};
pub use chunk::{chunk_of, inspected};
pub(crate) use clues::forget_clues;
#[cfg(test)]
pub(crate) use clues::is_in_clues;
pub use clues::{inspected_clues, renew_clues};
pub(crate) use counters::chunks;
pub use counters::last_number;
pub use flood::flood;
pub(crate) use guard::forget_guard;
pub use guarded::guard_again;
pub(crate) use index::forget;
pub use index::{closed_rows, closed_rows_to};
pub(crate) use keys::record;
pub use lines::row as numbered;
pub(crate) use lines::{chunk_rows, listed};
pub use load::load;
pub use open::{Lines, Open, open, open_lines, open_rows};
pub use reindex::{Reindexed, reindex};
pub use renew::{renew, renew_lines, renew_unused};
pub use save::{Saved, look, repair, save};
pub use search::{Found, search_closed, search_clues, search_open};
pub use take_in::{take_in, take_in_again, take_in_or_wait};
pub use taken_in::{TakenIn, taken_in};
pub use unreadable::{unreadable, unreadable_arrivals};

use crate::Desk;
use kit::{
    Failure,
    store::{Record, cell::Cases},
};

/// The records that cases begin with, where they are not there yet.
pub(crate) fn first_records(desk: &Desk) -> Result<Vec<Record<Cases>>, Failure> {
    let first = [
        desk.cases.first(&state::StoredTakeIn::CELL)?,
        open::first_record(desk)?,
        desk.cases.first(&requests::REQUESTS)?,
        desk.cases.first(&exclusions::EXCLUSIONS)?,
        desk.cases.first(&reviews::REVIEWS)?,
        desk.cases.first(&joined::JOINED)?,
        desk.cases.first(&links::LINKS)?,
        relations::first_record(desk)?,
        together::first_record(desk)?,
        meeting::first_record(desk)?,
    ];
    Ok(first.into_iter().flatten().collect())
}

#[cfg(test)]
pub(crate) mod tests;
