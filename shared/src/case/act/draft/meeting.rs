use super::{Context, Draft};
use crate::{
    case::notes::MeetingNote,
    id::{AccountId, FunctionId},
    moment::Day,
    report::{FindingCode, Look},
    text::Prose,
};

draft!(
    /// What was said in a werkoverleg that did not decide, as typed.
    MeetingNoteDraft, MeetingNoteField of MeetingNote
    fields {
        /// The day of the werkoverleg.
        held: Day = Held "besprokenOp",
        /// The AFs who were there.
        present: Vec<AccountId> = Present "aanwezig",
        /// The functions of the others who were there.
        others: Vec<FunctionId> = Others "ookAanwezig",
        /// What was said.
        said: Prose = Said "besproken",
        /// What is to be done.
        to_do: Option<Prose> = ToDo "teDoen",
        /// The day to come back to it.
        again: Day = Again "opnieuwOp",
    }
);

impl Draft for MeetingNoteDraft {
    fn rules(&self, look: &mut Look<MeetingNoteField>, context: &Context<'_>) {
        look.past(MeetingNoteField::Held, &self.held, context);
        look.demand(!self.present.is_empty(), MeetingNoteField::Present, FindingCode::Required);
        look.later(MeetingNoteField::Again, &self.again, context);
    }
}
