//! One fact that calls for Veilig Thuis, and whether Veilig Thuis was settled for it.
use crate::answer::Known;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settled {
    Not,
    /// It was said why Veilig Thuis is not needed.
    NotNeeded,
    /// Veilig Thuis knows of it.
    Reached,
}

/// A fact as it is known now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Concern {
    now: Known,
    settled: Settled,
}

impl Concern {
    pub(super) fn of(now: Known) -> Self {
        Self { now, settled: Settled::Not }
    }

    pub(super) fn now(self) -> Known {
        self.now
    }

    pub(super) fn is_open(self) -> bool {
        self.now.may_be() && self.settled == Settled::Not
    }

    /// The fact is at least this.
    pub(super) fn raise(&mut self, at_least: Known) {
        self.set(self.now.or(at_least));
    }

    /// The fact is this now. What was settled holds only for what was known then: a fact that comes up is new to Veilig
    /// Thuis too, and one that gets worse takes away the reason why it was not needed.
    pub(super) fn set(&mut self, now: Known) {
        let came_up = !self.now.may_be() && now.may_be();
        let worse = now.is_worse_than(self.now);
        let holds = match self.settled {
            Settled::Not => false,
            Settled::NotNeeded => !worse,
            Settled::Reached => !came_up,
        };
        if !holds {
            self.settled = Settled::Not;
        }
        self.now = now;
    }

    pub(super) fn reached(&mut self) {
        self.settled = Settled::Reached;
    }

    pub(super) fn not_needed(&mut self) {
        if self.settled == Settled::Not {
            self.settled = Settled::NotNeeded;
        }
    }
}
