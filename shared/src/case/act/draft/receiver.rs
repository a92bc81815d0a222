use super::{Context, Draft};
use crate::{
    case::{
        act::{ActKind, Rejection},
        notes::{Discussed, ReceiversAnswer, TableDay},
    },
    moment::Day,
    report::Look,
    text::Prose,
};

draft!(
    /// An answer of a receiver, as typed.
    AnswerDraft, AnswerField of ReceiversAnswer
    fields {
        /// Which referral, counted from 0.
        referral: usize = Referral "vervolgstap",
        /// The day of the answer.
        day: Day = Day "datum",
        /// The answer.
        answer: Prose = Answer "antwoord",
    }
);
draft!(
    /// What a table decided, as typed.
    DiscussedDraft, DiscussedField of Discussed
    fields {
        /// Which referral, counted from 0.
        referral: usize = Referral "vervolgstap",
        /// The day on which it was discussed.
        day: Day = Day "datum",
        /// What was decided there.
        outcome: Prose = Outcome "uitkomst",
    }
);
draft!(
    /// Another day of a table, as typed.
    TableDayDraft, TableDayField of TableDay
    fields {
        /// Which referral, counted from 0.
        referral: usize = Referral "vervolgstap",
        /// The new day.
        on: Day = On "agendaVan",
        /// Why it was moved.
        reason: Prose = Reason "reden",
    }
);
draft!(
    /// No to a proposal, or taking it back, as typed.
    RejectionDraft, RejectionField of Rejection
    fields {
        /// The act that was proposed.
        which: Option<ActKind> = Which "welk",
        /// Why.
        reason: Prose = Reason "reden",
    }
);

impl Draft for RejectionDraft {}

impl Draft for AnswerDraft {
    fn rules(&self, look: &mut Look<AnswerField>, context: &Context<'_>) {
        look.past(AnswerField::Day, &self.day, context);
    }
}

impl Draft for DiscussedDraft {
    fn rules(&self, look: &mut Look<DiscussedField>, context: &Context<'_>) {
        look.past(DiscussedField::Day, &self.day, context);
    }
}

impl Draft for TableDayDraft {
    fn rules(&self, look: &mut Look<TableDayField>, context: &Context<'_>) {
        look.later(TableDayField::On, &self.on, context);
    }
}
