//! The durable contents of a disk, and the contents that a power cut may lose.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The unflushed writes that survive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Survivors {
    /// Nothing.
    None,
    /// Some of them, whichever the disk happened to have written: about half, chosen by this number.
    Some(u64),
}

/// The disk's answer to a write or a flush.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Done,
    NoPower,
    Full,
    FlushFailed,
}

/// A change that was not flushed.
pub(crate) enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

#[derive(Default)]
struct Image {
    /// The bytes that survive a power cut; `None`: the file isn't there.
    durable: Option<Vec<u8>>,
    pending: Vec<Change>,
}

#[derive(Default)]
struct State {
    dark: bool,
    failing: bool,
    room: Option<usize>,
    /// The power goes at this many changes and flushes from now.
    fuse: Option<(usize, Survivors)>,
    open: usize,
    flushes: usize,
    files: BTreeMap<PathBuf, Image>,
}

#[derive(Default)]
pub(crate) struct Disk(Mutex<State>);

impl Disk {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn fail_flushes(&self, fail: bool) {
        self.state().failing = fail;
    }

    pub(crate) fn set_room(&self, room: Option<usize>) {
        self.state().room = room;
    }

    pub(crate) fn set_fuse(&self, fuse: Option<(usize, Survivors)>) {
        self.state().fuse = fuse;
    }

    pub(crate) fn flushes(&self) -> usize {
        self.state().flushes
    }

    pub(crate) fn powered(&self) -> bool {
        !self.state().dark
    }

    /// Contents from before the first opening count as durable.
    pub(crate) fn opened(&self, path: &Path, before: Option<Vec<u8>>) {
        let mut state = self.state();
        state.open += 1;
        let image = || Image { durable: before, pending: Vec::new() };
        state.files.entry(path.into()).or_insert_with(image);
    }

    pub(crate) fn knows(&self, path: &Path) -> bool {
        self.state().files.contains_key(path)
    }

    pub(crate) fn closed(&self) {
        self.state().open -= 1;
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.state().open == 0
    }

    pub(crate) fn deleted(&self, path: &Path) {
        self.state().files.remove(path);
    }

    /// Asks before a change, which `carry_out` makes on the real file while nobody cuts the power.
    pub(crate) fn change(&self, path: &Path, change: Change, carry_out: impl FnOnce() -> bool) -> Verdict {
        let mut state = self.state();
        state.burn();
        if state.dark {
            return Verdict::NoPower;
        }
        if let (Some(room), Change::Write(_, bytes)) = (state.room, &change) {
            match room.checked_sub(bytes.len()) {
                Some(left) => state.room = Some(left),
                None => return Verdict::Full,
            }
        }
        if !carry_out() {
            return Verdict::NoPower;
        }
        state.files.entry(path.into()).or_default().pending.push(change);
        Verdict::Done
    }

    pub(crate) fn flush(&self, path: &Path) -> Verdict {
        let mut state = self.state();
        state.burn();
        if state.dark {
            return Verdict::NoPower;
        }
        let failing = state.failing;
        let image = state.files.entry(path.into()).or_default();
        if failing {
            image.pending.clear();
            return Verdict::FlushFailed;
        }
        let mut durable = image.durable.take().unwrap_or_default();
        for change in image.pending.drain(..) {
            apply(&mut durable, change);
        }
        image.durable = Some(durable);
        state.flushes += 1;
        Verdict::Done
    }

    pub(crate) fn cut_power(&self, survivors: Survivors) {
        self.state().cut(survivors);
    }

    pub(crate) fn restore_power(&self) {
        let mut state = self.state();
        assert_eq!(state.open, 0, "the power comes back after everything was closed");
        for (path, image) in &state.files {
            match &image.durable {
                Some(bytes) => std::fs::write(path, bytes).expect("a file is put back"),
                None => drop(std::fs::remove_file(path)),
            }
            let mut shared_memory = path.clone().into_os_string();
            shared_memory.push("-shm");
            drop(std::fs::remove_file(shared_memory));
        }
        state.files.clear();
        state.fuse = None;
        state.dark = false;
    }
}

impl State {
    /// One change or flush nearer to the end of the fuse.
    fn burn(&mut self) {
        match self.fuse {
            Some((0, survivors)) => {
                self.fuse = None;
                self.cut(survivors);
            }
            Some((left, survivors)) => self.fuse = Some((left - 1, survivors)),
            None => {}
        }
    }

    fn cut(&mut self, survivors: Survivors) {
        self.dark = true;
        let mut luck = match survivors {
            Survivors::None => None,
            Survivors::Some(seed) => Some(seed | 1),
        };
        for image in self.files.values_mut() {
            for change in std::mem::take(&mut image.pending) {
                let Some(luck) = &mut luck else { continue };
                // xorshift: enough to pick
                *luck ^= *luck << 13;
                *luck ^= *luck >> 7;
                *luck ^= *luck << 17;
                if luck.is_multiple_of(2) {
                    apply(image.durable.get_or_insert_default(), change);
                }
            }
        }
    }
}

fn apply(bytes: &mut Vec<u8>, change: Change) {
    match change {
        Change::Write(at, new) => {
            if bytes.len() < at + new.len() {
                bytes.resize(at + new.len(), 0);
            }
            bytes[at..at + new.len()].copy_from_slice(&new);
        }
        Change::Truncate(size) => bytes.truncate(size),
    }
}
