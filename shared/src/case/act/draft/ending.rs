use super::{Context, Draft};
use crate::{
    case::notes::{Confirmation, EarlyEnd, EarlyReason, EarlyUntold, FeedbackNote, Means, Reason, Remark},
    moment::Day,
    report::Look,
    text::Prose,
};

draft!(
    /// A receiver's confirmation of receipt, as typed.
    ConfirmationDraft, ConfirmationField of Confirmation
    fields {
        /// Which referral, counted from 0.
        referral: usize = Referral "vervolgstap",
        /// The day of the confirmation.
        day: Day = Day "datum",
    }
);
draft!(
    /// Feedback to the melder, as typed.
    FeedbackDraft, FeedbackField of FeedbackNote
    fields {
        /// The means of contact.
        means: Means = Means "wijze",
        /// The feedback given.
        text: Prose = Text "tekst",
        /// What the melder reads with the code.
        reporter: Option<Prose> = Reporter "voorMelder",
        /// The day of the feedback.
        day: Day = Day "datum",
    }
);
draft!(
    /// Closing before the decision, as typed.
    EarlyEndDraft, EarlyEndField of EarlyEnd
    fields {
        /// The reason.
        reason: EarlyReason = Reason "reden",
        /// The explanation, in words.
        explanation: Prose = Explanation "toelichting",
    }
    last {
        /// The text of the feedback.
        feedback: FeedbackDraft = Feedback(FeedbackField) "terugkoppeling",
    }
);
draft!(
    /// Closing before the decision without telling the melder, as typed.
    EarlyUntoldDraft, EarlyUntoldField of EarlyUntold
    fields {
        /// The reason.
        reason: EarlyReason = Reason "reden",
        /// The explanation, in words.
        explanation: Prose = Explanation "toelichting",
        /// Why the melder is not told.
        why_untold: Prose = WhyUntold "waaromNietVerteld",
    }
);
draft!(
    /// A reason, as typed.
    ReasonDraft, ReasonField of Reason
    fields {
        /// The words.
        reason: Prose = Reason "reden",
    }
);
draft!(
    /// Something to remember, as typed.
    RemarkDraft, RemarkField of Remark
    fields {
        /// The words.
        text: Prose = Text "tekst",
    }
);

impl Draft for EarlyEndDraft {}
impl Draft for EarlyUntoldDraft {}
impl Draft for ReasonDraft {}
impl Draft for RemarkDraft {}

impl Draft for ConfirmationDraft {
    fn rules(&self, look: &mut Look<ConfirmationField>, context: &Context<'_>) {
        look.past(ConfirmationField::Day, &self.day, context);
    }
}

impl Draft for FeedbackDraft {
    fn rules(&self, look: &mut Look<FeedbackField>, context: &Context<'_>) {
        look.past(FeedbackField::Day, &self.day, context);
    }
}
