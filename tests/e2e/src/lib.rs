//! The tools of the end-to-end tests: the real host over a folder of its own, people who are logged in, and requests
//! whose answers are all checked in the same way.
//!
//! What it is not: a second client of the API. It knows paths and statuses from `shared::contract` only.
//!
//! `cargo xtask test` runs these tests. To run one alone, build first with `cargo xtask build`, then: `cargo test
//! --locked --release --workspace --test contract` (or `access`, `route`, `crash`, `backup`, `store`, `durability`,
//! `outage`). `MELDROUTE_CRASH_ROUNDS=20` runs the crash tests at full length, and `MELDROUTE_SEED=N` repeats the
//! choices of one run.
#![deny(missing_docs)]

mod admin;
mod answer;
mod client;
mod closed;
mod dossier;
mod gemeente;
mod host;
mod keyring;
pub mod keys;
pub mod kmt;
pub mod packs;
mod people;
mod photo;
mod place;
mod random;
mod report;
mod schema;
mod storm;
pub mod talk;
pub mod turns;
pub mod words;

pub use admin::meldroute;
pub use answer::Answer;
pub use client::{Ask, Client};
pub use closed::closed_before;
pub use dossier::Dossier;
pub use host::{Host, Site};
pub use keyring::{Keyring, open_kit};
pub use people::{PASSWORD, People, accept, accept_with, see_everybody};
pub use photo::{add_photo, look_at_photo, send_photo_part};
pub use place::Place;
pub use random::{Luck, fresh_key};
pub use report::{add_to_report, answer_question, ask_progress, besides_told, open_lines, send_report, sent, worklist};
pub use schema::follows;
pub use storm::{REPORTS, all_there_once, report, storm, storm_past};

use std::sync::{Arc, Mutex, PoisonError, Weak};

/// A host with its first accounts.
pub struct World {
    /// The account that is logged in.
    pub people: People,
    /// The process. Declared before its folder, so that it ends before the folder goes.
    pub host: Host,
    /// The folder with its stores.
    pub site: Site,
}

impl World {
    /// A new folder, a new host, four people logged in.
    ///
    /// # Panics
    /// With a sentence that says what is missing.
    #[must_use]
    pub fn new() -> Self {
        Self::over(Site::new())
    }

    /// A host over a folder whose stores are there already, with its first accounts.
    ///
    /// # Panics
    /// As [`World::new`].
    #[must_use]
    pub fn over(site: Site) -> Self {
        let host = site.start();
        Self { people: People::set_up(&host), host, site }
    }

    /// One world for the tests of a file that run at the same time; it ends with the last of them.
    ///
    /// # Panics
    /// As [`World::new`].
    #[must_use]
    pub fn shared() -> Arc<Self> {
        static WORLD: Mutex<Weak<World>> = Mutex::new(Weak::new());
        let mut place = WORLD.lock().unwrap_or_else(PoisonError::into_inner);
        place.upgrade().unwrap_or_else(|| {
            let world = Arc::new(Self::new());
            *place = Arc::downgrade(&world);
            world
        })
    }

    /// Somebody without a log-in.
    #[must_use]
    pub fn anyone(&self) -> Client {
        self.host.client()
    }

    /// Ends the host with `end` and starts it again over the same folder; the same people stay logged in.
    pub fn restart(&mut self, end: impl FnOnce(&mut Host)) {
        end(&mut self.host);
        self.host = self.site.start();
        self.people.move_to(&self.host);
    }
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}
