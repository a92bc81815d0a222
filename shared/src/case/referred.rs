//! What happens to a case that was decided: receivers confirm and answer, tables discuss it.
use super::{
    Feedback, Investigation, Misfit, Referred, Table,
    notes::{Confirmation, ReceiversAnswer, ReferralTarget, Ruling},
};
use crate::moment::{Day, Moment};

impl Referred {
    /// Just decided.
    pub(super) fn new(inquiry: Investigation, ruling: Ruling, decided_at: Moment) -> Self {
        let feedback = if inquiry.talk.is_impossible() { Feedback::Moot } else { Feedback::Open };
        let planned = ruling.referrals.iter().enumerate().filter_map(|(at, referral)| Some((at, referral.planned?)));
        let tables = planned.map(|(referral, on)| Table { referral, on, discussed: None }).collect();
        let (confirmed, answers) = (Vec::new(), Vec::new());
        let ruling = Box::new(ruling);
        Self { inquiry, ruling, decided_at, confirmed, feedback, tables, answers }
    }

    /// The tables that have not discussed it yet.
    pub fn waiting_tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter(|table| table.discussed.is_none())
    }

    /// The first day on which a table discusses it.
    #[must_use]
    pub fn next_table(&self) -> Option<Day> {
        self.waiting_tables().map(|table| table.on).min()
    }

    /// The earliest day of sending of what is not confirmed. What is on the agenda of a table counts from that day on.
    pub(super) fn unconfirmed_since(&self) -> Option<Day> {
        let waits = |at: usize| !self.confirmed.iter().any(|one| one.referral == at);
        let table = |at: usize| self.tables.iter().rev().find(|table| table.referral == at).map(|table| table.on);
        let sent = self.ruling.referrals.iter().enumerate();
        let sent = sent.filter(|(at, one)| one.to != ReferralTarget::TooLittle && waits(*at));
        sent.map(|(at, one)| table(at).map_or(one.day, |on| on.max(one.day))).min()
    }

    pub(super) fn confirm(&mut self, confirmation: &Confirmation) -> Result<(), Misfit> {
        let exists = confirmation.referral < self.ruling.referrals.len();
        let twice = self.confirmed.iter().any(|earlier| earlier.referral == confirmation.referral);
        if !exists || twice {
            return Err(Misfit);
        }
        self.confirmed.push(confirmation.clone());
        Ok(())
    }

    pub(super) fn answered(&mut self, answer: &ReceiversAnswer) -> Result<(), Misfit> {
        if answer.referral >= self.ruling.referrals.len() {
            return Err(Misfit);
        }
        self.answers.push(answer.clone());
        Ok(())
    }
}
