//! A disk under SQLite that loses power, fills up and fails to flush.
//!
//! What it is: a layer (VFS) over the system's own that keeps unflushed writes apart. Killing a process doesn't lose
//! those, because the system still has the pages. A power cut here throws them away. It is for tests only. It never
//! flushes the real disk.
#![deny(missing_docs)]
#![expect(unsafe_code, reason = "SQLite's file layer is C: this crate, for tests only, is where that is met")]

mod disk;
mod file;
mod vfs;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use disk::Disk;
pub use disk::Survivors;

/// A faulty disk, registered with SQLite under a name of its own for as long as the process lives.
pub struct Fault {
    name: String,
    disk: &'static Disk,
}

/// Whether SQLite uses the layer when no name is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// Only by name.
    ByName,
    /// Everywhere in this process, from now on.
    Everywhere,
    /// For the files under this folder, from now on. Its path is without symbolic links.
    Under(PathBuf),
}

impl Fault {
    /// Registers a new disk without faults.
    ///
    /// # Panics
    /// If SQLite refuses it.
    #[must_use]
    pub fn install(used: Use) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("fault-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        // SQLite keeps pointing at it: it is never freed
        let disk: &'static Disk = Box::leak(Box::default());
        vfs::register(&name, disk, used);
        Self { name, disk }
    }

    /// The name to open a connection with.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// From now on every flush fails, or succeeds again. As on Linux, the pages of a failed flush count as clean:
    /// the next flush writes only pages that were written again.
    pub fn fail_flushes(&self, fail: bool) {
        self.disk.fail_flushes(fail);
    }

    /// From now on only so many bytes can be written; `None`: any number.
    pub fn set_room(&self, room: Option<usize>) {
        self.disk.set_room(room);
    }

    /// Power loss: from now on nothing can be read or written, and of the unflushed writes only `survivors` remain.
    pub fn cut_power(&self, survivors: Survivors) {
        self.disk.cut_power(survivors);
    }

    /// Power loss after this many more writes, truncations and flushes. Trying every number covers every possible
    /// moment.
    pub fn cut_power_after(&self, changes: usize, survivors: Survivors) {
        self.disk.set_fuse(Some((changes, survivors)));
    }

    /// Whether the power is on.
    #[must_use]
    pub fn has_power(&self) -> bool {
        self.disk.powered()
    }

    /// Whether every file was closed, so that the power can come back.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.disk.is_closed()
    }

    /// Power returns, after everything was closed: the files hold the writes that survived.
    ///
    /// # Panics
    /// If a file is still open, or can't be put back.
    pub fn restore_power(&self) {
        self.disk.restore_power();
    }

    /// How many flushes have succeeded.
    #[must_use]
    pub fn flushes(&self) -> usize {
        self.disk.flushes()
    }
}
