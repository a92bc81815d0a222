//! What changes an account: a request, a second person's answer, an invitation, blocking.
use super::{
    flat::{StoredAsked, StoredDeparture, StoredGiven, Wanted},
    life::{Life, Pending},
    stored::StoredAccount,
    words,
};
use kit::Failure;
use shared::{
    access::Role,
    contract::{AccessKind, FunctionChange, Invitation, ProblemKind},
    id::{AccountId, FunctionId},
    moment::Moment,
    text::Line,
};

impl StoredAccount {
    /// What an invitation, or opening the account, would give: a first account, another way to log in, a work account
    /// of which it is not known whose it is, or the end of being blocked.
    fn kind(&self) -> AccessKind {
        match &self.life {
            Life::Arrived { .. } => AccessKind::Work,
            Life::Blocked { .. } => AccessKind::Unblocked,
            Life::NotEnrolled(_) => AccessKind::New,
            Life::Enrolled { means, .. } if means.credential().is_some() => AccessKind::Again,
            Life::Enrolled { .. } => AccessKind::New,
        }
    }

    /// What this request asks for.
    pub(super) fn kind_of(&self, asked: &StoredAsked) -> AccessKind {
        match &asked.wanted {
            Wanted::Access => self.kind(),
            Wanted::Function { .. } => AccessKind::Function,
            Wanted::Departure { .. } => AccessKind::Departed,
        }
    }

    /// Carries out what was asked, now that a second person agrees; with an invitation where one is needed.
    ///
    /// # Errors
    /// As [`Self::invite`].
    pub(super) fn agree(
        &mut self,
        asked: StoredAsked,
        by: &AccountId,
        at: Moment,
    ) -> Result<Option<Invitation>, Failure> {
        let kind = self.kind_of(&asked);
        // who arrives asks for it themselves
        let asked_by = Some(asked.by).filter(|by| *by != self.id);
        let given = StoredGiven::new(kind, asked_by.clone(), Some(by.clone()), at);
        match asked.wanted {
            Wanted::Access => match kind {
                AccessKind::Work | AccessKind::Unblocked => self.turn(Life::open),
                AccessKind::New
                | AccessKind::Again
                | AccessKind::Linked
                | AccessKind::Function
                | AccessKind::Departed => return self.complete(asked.half, asked_by, by, at).map(Some),
            },
            Wanted::Function { to } => {
                let change = FunctionChange { from: self.function.take(), to };
                self.function.clone_from(&change.to);
                self.turn(|life| life.pend(None));
                self.given = Some(StoredGiven { function: Some(change), ..given });
                return Ok(None);
            }
            Wanted::Departure { reason } => {
                let departure = StoredDeparture { reason, confirmed_by: by.clone(), at };
                self.turn(|life| life.depart(departure));
            }
        }
        self.given = Some(given);
        Ok(None)
    }

    /// Another function. Which reports an AF may not see follows from it, so for somebody who ever had access it waits
    /// for a second person.
    ///
    /// # Errors
    /// A 409 for a blocked account, and while something else waits.
    pub(super) fn ask_function(&mut self, to: Option<FunctionId>, by: &AccountId, at: Moment) -> Result<(), Failure> {
        let never_had_access = self.given.is_none() && !self.can_log_in();
        if never_had_access || !self.role.needs_second_person() {
            // whoever confirms the access sees the function
            self.function = to;
            return Ok(());
        }
        self.refuse_closed()?;
        if self.life.pending().is_some() {
            let detail = "Er wacht al iets voor dit account. Trek dat eerst in, of wacht tot het klaar is.";
            return Err(Failure::of(ProblemKind::Exists, detail));
        }
        if self.function != to {
            let asked = StoredAsked::of(by, at, Wanted::Function { to });
            self.turn(|life| life.pend(Some(Pending::Asked(asked))));
        }
        Ok(())
    }

    /// Whoever held it is gone for good: that waits for a second person.
    ///
    /// # Errors
    /// A 409 unless it is a blocked account of an AF.
    pub(super) fn ask_departure(&mut self, reason: Line, by: &AccountId, at: Moment) -> Result<(), Failure> {
        if !self.is_blocked() || self.role != Role::Officer {
            let detail = "Dit kan bij een aandachtsfunctionaris die geblokkeerd is. Blokkeer het account eerst.";
            return Err(Failure::of(ProblemKind::Exists, detail));
        }
        let asked = StoredAsked::of(by, at, Wanted::Departure { reason });
        self.turn(|life| life.ask_to_open(asked));
        Ok(())
    }

    /// Goes to another stage.
    pub(super) fn turn(&mut self, to: impl FnOnce(Life) -> Life) {
        let now = std::mem::replace(&mut self.life, Life::NotEnrolled(None));
        self.life = to(now);
    }

    /// Blocks it: every session ends, and the local log-in is gone.
    pub(crate) fn block(&mut self) {
        self.turn(Life::block);
        self.epoch += 1;
    }

    /// Unblocks it. A work account that sees content can be used again only once a second person agrees; otherwise its
    /// holder needs an invitation, which asks for the second person where one is needed.
    pub(super) fn unblock(&mut self, by: &AccountId, at: Moment) {
        if self.role.needs_second_person() && self.fingerprint().is_some() {
            self.turn(|life| life.ask_to_open(StoredAsked::access(by, at)));
        } else {
            self.turn(Life::open);
        }
    }

    /// Access is asked for, or given at once where no second person is needed. Whoever asks gets a half of the
    /// invitation, which opens nothing without the other one. An arrival needs no invitation.
    ///
    /// # Errors
    /// A 409 for a blocked account.
    pub(super) fn ask(&mut self, by: &AccountId, at: Moment) -> Result<Option<Invitation>, Failure> {
        if !self.role.needs_second_person() {
            return self.invite(Some(by.clone()), at).map(Some);
        }
        if self.has_arrived() {
            self.turn(|life| life.ask_to_open(StoredAsked::access(by, at)));
            return Ok(None);
        }
        self.refuse_closed()?;
        let (hash, half) = words::first_half()?;
        let asked = StoredAsked { half: Some(hash), ..StoredAsked::access(by, at) };
        self.turn(|life| life.pend(Some(Pending::Asked(asked))));
        Ok(Some(half))
    }

    /// Whoever confirms gets the other half, so neither of the two can use the invitation.
    fn complete(
        &mut self,
        first: Option<String>,
        asked_by: Option<AccountId>,
        by: &AccountId,
        at: Moment,
    ) -> Result<Invitation, Failure> {
        self.refuse_closed()?;
        let old = || {
            let detail = "Dit is gevraagd voor een uitnodiging uit twee helften bestond. Laat het opnieuw vragen.";
            Failure::of(ProblemKind::Exists, detail)
        };
        let (made, half) = words::second_half(&first.ok_or_else(old)?, at)?;
        self.given = Some(StoredGiven::new(self.kind(), asked_by, Some(by.clone()), at));
        self.turn(|life| life.pend(Some(Pending::Invited(made))));
        Ok(half)
    }

    /// Makes the only valid invitation, for a role that takes no second person, at the set-up and on the server. Its
    /// token is returned, and stored nowhere.
    ///
    /// # Errors
    /// A 409 for a blocked account and for an arrival.
    pub(super) fn invite(&mut self, asked_by: Option<AccountId>, at: Moment) -> Result<Invitation, Failure> {
        self.refuse_closed()?;
        let (made, invitation) = words::whole(at)?;
        self.given = Some(StoredGiven::new(self.kind(), asked_by, None, at));
        self.turn(|life| life.pend(Some(Pending::Invited(made))));
        Ok(invitation)
    }

    fn refuse_closed(&self) -> Result<(), Failure> {
        let detail = match self.life {
            Life::Arrived { .. } => "Dit werkaccount wacht op een tweede persoon.",
            Life::Blocked { .. } => "Dit account is geblokkeerd. Geef het eerst vrij.",
            Life::NotEnrolled(_) | Life::Enrolled { .. } => return Ok(()),
        };
        Err(Failure::of(ProblemKind::Exists, detail))
    }
}
