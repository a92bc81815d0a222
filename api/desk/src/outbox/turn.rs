//! Changing the outbox: one worker at a time, and whoever asks for a letter meanwhile.
use crate::{
    Desk,
    letters::{StoredOutbox, change},
};
use kit::{Failure, clock, hex, store::Change};

/// Longer than a request may last (30 s in the host).
const LEASE_SECONDS: i64 = 40;

/// One worker at a time.
pub(super) struct Turn {
    me: String,
    pub outbox: StoredOutbox,
}

impl Turn {
    /// Takes the lease; `None` while somebody else has it.
    pub fn take(desk: &Desk) -> Result<Option<Self>, Failure> {
        let (me, now) = (hex::encode(&clock::random::<8>()?), desk.now());
        let outbox = change(desk, |stored| {
            let end = now.plus_seconds(LEASE_SECONDS);
            // a clock that was set back keeps nobody waiting for longer
            if stored.lease.as_ref().is_some_and(|(_, until)| *until > now && *until <= end) {
                return Ok(Change::Keep(None));
            }
            let lease = Some((me.clone(), end));
            let outbox = StoredOutbox { lease, ..stored };
            Ok(Change::Write(outbox.clone(), Some(outbox)))
        })?;
        Ok(outbox.map(|outbox| Self { me, outbox }))
    }

    /// Writes what this worker did, if the lease is still its own. A letter that an AF asked for meanwhile stays.
    pub fn put(&mut self, desk: &Desk) -> Result<(), Failure> {
        self.outbox = change(desk, |stored| {
            if stored.lease.as_ref().is_none_or(|(holder, _)| *holder != self.me) {
                return Err(Failure::busy());
            }
            let mut outbox = self.outbox.clone();
            outbox.take_asked(&stored);
            Ok(Change::Write(outbox.clone(), outbox))
        })?;
        Ok(())
    }
}
