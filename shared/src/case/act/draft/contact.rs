use super::{Context, Draft, Typed};
use crate::{
    case::notes::{Attempt, ContactNote, Means, NoContact, NoContactReason, Way},
    moment::Moment,
    report::{FindingCode, Look},
    text::{Line, Prose},
};

draft!(
    /// A try to reach the melder, as typed.
    AttemptDraft, AttemptField of Attempt
    fields {
        /// When it happened.
        happened: Option<Moment> = Happened "gebeurdOp",
        /// How it was tried.
        way: Option<Way> = Way "manier",
        /// A note on the attempt.
        note: Option<Line> = Note "note",
    }
);
draft!(
    /// The contact with the melder, as typed.
    ContactDraft, ContactField of ContactNote
    fields {
        /// The means of contact.
        means: Means = Means "wijze",
        /// When it happened.
        happened: Option<Moment> = Happened "gebeurdOp",
        /// The conversation and the agreements made.
        summary: Option<Prose> = Summary "verslag",
    }
);

draft!(
    /// Going on without contact, as typed.
    NoContactDraft, NoContactField of NoContact
    fields {
        /// Why nobody speaks with the melder.
        reason: NoContactReason = Reason "reden",
        /// The explanation, in words.
        words: Prose = Words "toelichting",
    }
);

impl Draft for NoContactDraft {
    fn rules(&self, look: &mut Look<NoContactField>, _: &Context<'_>) {
        let given = self.reason.is_none_or(|reason| NoContactReason::GIVEN.contains(&reason));
        look.demand(given, NoContactField::Reason, FindingCode::Contradiction);
    }
}

impl Draft for AttemptDraft {
    fn rules(&self, look: &mut Look<AttemptField>, context: &Context<'_>) {
        happened(look, AttemptField::Happened, self.happened.as_ref(), context);
    }
}

impl Draft for ContactDraft {
    fn rules(&self, look: &mut Look<ContactField>, context: &Context<'_>) {
        look.demand(self.means != Some(Means::Written), ContactField::Means, FindingCode::Contradiction);
        happened(look, ContactField::Happened, self.happened.as_ref(), context);
    }
}

/// Not still to come, and not before there was a report to talk about.
fn happened<F: Copy>(look: &mut Look<F>, field: F, typed: Option<&String>, context: &Context<'_>) {
    let Ok(Some(moment)) = Option::<Moment>::read(&typed.cloned()) else { return };
    look.demand(moment <= context.now, field, FindingCode::InFuture);
    // a field for it has no seconds
    look.demand(moment.plus_seconds(60) > context.received, field, FindingCode::BeforeReceipt);
}
