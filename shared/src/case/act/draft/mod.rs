//! The draft of an act as typed ([`Draft`]), and the one check that turns it into a note or reports the errors by
//! field.
//!
//! A dialog holds the draft and shows the findings; the server reads the same draft from the body and answers 400 with
//! the same findings. Rules that depend on the case are not checked here but by `decide`.
#[macro_use]
mod macros;

mod act;
mod contact;
mod context;
mod ending;
mod investigation;
mod kmt;
mod meeting;
mod meldcode;
mod people;
mod place;
mod question;
mod receiver;
mod rights;
mod ruling;
mod safety;
mod sheet;
mod task;
#[cfg(test)]
mod tests;
mod typed;
pub mod vtt;

pub use act::ActDraft;
pub use contact::{AttemptDraft, AttemptField, ContactDraft, ContactField, NoContactDraft, NoContactField};
pub use context::Context;
pub use ending::{
    ConfirmationDraft, ConfirmationField, EarlyEndDraft, EarlyEndField, EarlyUntoldDraft, EarlyUntoldField,
    FeedbackDraft, FeedbackField, ReasonDraft, ReasonField, RemarkDraft, RemarkField,
};
pub use investigation::{
    EndDateDraft, EndDateField, GoingBackDraft, GoingBackField, KmtDraft, KmtField, PlanDraft, PlanField, SourceDraft,
    SourceField,
};
pub use kmt::{KmtEndDraft, KmtEndField, KmtQuestionDraft, KmtQuestionField, KmtReplyDraft, KmtReplyField};
pub use meeting::{MeetingNoteDraft, MeetingNoteField};
pub use meldcode::{MeldcodeDraft, MeldcodeField};
pub use people::{AssignDraft, AssignField, ExclusionDraft, ExclusionField, JoinDraft, JoinField};
pub use place::{DraftField, Inner, Part, Within};
pub use question::{QuestionDraft, QuestionField, QuestionResultDraft, QuestionResultField};
pub use receiver::{
    AnswerDraft, AnswerField, DiscussedDraft, DiscussedField, RejectionDraft, RejectionField, TableDayDraft,
    TableDayField,
};
pub use rights::{
    AdviceDraft, AdviceField, CorrectionDraft, CorrectionField, DeferralDraft, DeferralField, IdentifiedDraft,
    IdentifiedField, InformedDraft, InformedField, RequestDraft, RequestField, TakenOverDraft, TakenOverField,
    WhyDraft, WhyField,
};
pub use ruling::{ReferralDraft, ReferralField, RulingDraft, RulingField};
pub use safety::{SafetyDraft, SafetyField};
pub use sheet::{PersonDraft, PersonField, SheetDraft, SheetField};
pub use task::{TaskDraft, TaskField, TaskResultDraft, TaskResultField};
pub use typed::Typed;
pub use vtt::{VttNoteDraft, VttNoteField};

use crate::{
    moment::{Day, read_day},
    report::{Finding, FindingCode, Look},
    text::{Prose, TextError},
};
use chrono::Months;

/// How far the end of an investigation may lie from today [design: a date further away is a slip; it can be moved
/// later].
const HALF_A_YEAR: Months = Months::new(6);

/// Something with fields that becomes a note, or a part of one.
pub trait Fields: Clone + Default + PartialEq + Send + Sync + Sized + 'static {
    /// One of its fields.
    type Field: DraftField;
    /// The type it becomes.
    type Note: Clone + PartialEq + Send + Sync + 'static;
    /// The most items, if it is a list.
    const MOST: Option<usize> = None;

    /// The draft of this note, as somebody would type it.
    #[must_use]
    fn of(note: &Self::Note) -> Self;

    /// Reads it. Without a note there is a finding.
    fn read(&self, look: &mut Look<Self::Field>, context: &Context<'_>) -> Option<Self::Note>;

    /// Looks at every text for what should not be in it. That does not stop the act.
    fn warn(&self, look: &mut Look<Self::Field>);
}

/// A note that an act holds, and how it is typed.
pub trait Drafted {
    /// Its draft.
    type Draft: Draft<Note = Self>;
}

/// The draft of an act. Most have no rule except the form of each field.
pub trait Draft: Fields {
    /// The draft without the fields that are not asked, given the other answers. Anything typed in them before is
    /// ignored.
    #[must_use]
    fn asked(self) -> Self {
        self
    }

    /// The rules that take more than one field, or something of the context.
    fn rules(&self, _look: &mut Look<Self::Field>, _context: &Context<'_>) {}

    /// The note, or everything that is wrong, in the order of the form.
    ///
    /// # Errors
    /// At least one finding.
    fn check(&self, context: &Context<'_>) -> Result<Self::Note, Vec<Finding<Self::Field>>> {
        let mut look = Look::default();
        let note = self.read(&mut look, context);
        let mut found = look.findings;
        found.sort_by_key(|finding| finding.field);
        match note {
            Some(note) if found.is_empty() => Ok(note),
            Some(_) | None => Err(found),
        }
    }

    /// What to think about before sending; the act can be carried out all the same.
    #[must_use]
    fn warnings(&self) -> Vec<Finding<Self::Field>> {
        let mut look = Look::default();
        self.warn(&mut look);
        look.findings
    }
}

/// A list of drafts: each is read by itself.
impl<D: Draft + Several> Fields for Vec<D> {
    type Field = Within<D::Field>;
    type Note = Vec<D::Note>;
    const MOST: Option<usize> = Some(D::AT_MOST);

    fn of(notes: &Self::Note) -> Self {
        notes.iter().map(D::of).collect()
    }

    fn read(&self, look: &mut Look<Self::Field>, context: &Context<'_>) -> Option<Self::Note> {
        if self.len() > D::AT_MOST {
            look.add(Within::List, FindingCode::TooMany);
            return None;
        }
        // all of them, also behind one that is not right
        let read =
            |(at, one): (usize, &D)| look.inside(|field| Within::Item(at, field), |part| one.read(part, context));
        self.iter().enumerate().map(read).collect::<Vec<_>>().into_iter().collect()
    }

    fn warn(&self, look: &mut Look<Self::Field>) {
        for (at, one) in self.iter().enumerate().take(D::AT_MOST) {
            look.inside(|field| Within::Item(at, field), |part| one.warn(part));
        }
    }
}

/// A draft of which a form has several.
pub trait Several {
    /// The most there may be.
    const AT_MOST: usize;
}

impl<F> Look<F> {
    /// A day on which something was done. One that is missing or has no shape was found already.
    fn past(&mut self, field: F, day: &str, context: &Context<'_>) {
        let Some(day) = read_day(day.trim()) else { return };
        if day > context.today() {
            self.add(field, FindingCode::InFuture);
        } else if day < context.first() {
            self.add(field, FindingCode::TooLongAgo);
        }
    }

    /// A day after today, within a year.
    fn later(&mut self, field: F, day: &str, context: &Context<'_>) {
        self.ahead(field, day, context, |day| (day <= context.today()).then_some(FindingCode::LaterDayNeeded));
    }

    /// The end of an investigation: a working day from today on, within half a year. Nobody works on the other days, so
    /// on such a day nothing would be ready.
    fn planned(&mut self, field: F, day: &str, context: &Context<'_>) {
        let last = context.today().checked_add_months(HALF_A_YEAR).unwrap_or(Day::MAX);
        self.ahead(field, day, context, |day| {
            let past = (day < context.today()).then_some(FindingCode::EndDateInPast);
            let far = (day > last).then_some(FindingCode::TooFarAhead);
            past.or(far).or((!context.calendar.is_working_day(day)).then_some(FindingCode::NotAWorkingDay))
        });
    }

    fn ahead(&mut self, field: F, day: &str, context: &Context<'_>, over: impl Fn(Day) -> Option<FindingCode>) {
        let Some(day) = read_day(day.trim()) else { return };
        let far = (day > context.last()).then_some(FindingCode::TooFarAhead);
        if let Some(code) = over(day).or(far) {
            self.add(field, code);
        }
    }

    /// A text that is asked for because of another answer.
    fn needed(&mut self, field: F, text: Option<&String>) {
        let something = text.is_some_and(|text| Prose::parse(text) != Err(TextError::Empty));
        self.demand(something, field, FindingCode::Required);
    }
}
