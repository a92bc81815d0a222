use super::{Context, Draft};
use crate::{
    case::notes::{AgeGroup, KmtEnd, KmtQuestion, KmtReply, PlaceKind},
    id::AccountId,
    indicators::ExploitationForm,
    report::{FindingCode, Look, Subject},
    sharing::{DataKind, ReferralTarget},
    text::{Line, Prose},
};

draft!(
    /// A question to KMT without names, as typed.
    KmtQuestionDraft, KmtQuestionField of KmtQuestion
    fields {
        /// Vormen.
        forms: Vec<ExploitationForm> = Forms "vormen",
        /// Persoon of plek.
        subject: Subject = Subject "onderwerp",
        /// The kind of place.
        place: Option<PlaceKind> = Place "soortPlek",
        /// Ages in groups.
        ages: Vec<AgeGroup> = Ages "leeftijden",
        /// Signals of the report, by id.
        signals: Vec<String> = Signals "signalen",
        /// What else matters.
        words: Option<Prose> = Words "woorden",
        /// The question.
        question: Prose = Question "vraag",
        /// Who is asked: a function at KMT.
        asked_of: Line = AskedOf "gevraagdAan",
        /// The account of the adviser; none for a link and a code.
        adviser: Option<AccountId> = Adviser "adviseur",
    }
);
draft!(
    /// An answer to what the adviser asked back, as typed.
    KmtReplyDraft, KmtReplyField of KmtReply
    fields {
        /// Which question, counted from 0.
        question: usize = Question "adviesvraag",
        /// The answer.
        text: Prose = Text "antwoord",
    }
);
draft!(
    /// Why a question needs no answer any more, as typed.
    KmtEndDraft, KmtEndField of KmtEnd
    fields {
        /// Which question, counted from 0.
        question: usize = Question "adviesvraag",
        /// Why.
        reason: Prose = Reason "reden",
    }
);

impl Draft for KmtQuestionDraft {
    /// An adviser cannot say anything about nothing. What goes is what the table of the gemeente lets go for advice: no
    /// ground, no sending.
    fn rules(&self, look: &mut Look<KmtQuestionField>, context: &Context<'_>) {
        let rule = context.sharing.rule(ReferralTarget::Kmt);
        let grounded = rule.is_some_and(|rule| !rule.grounds.is_empty() && rule.may.contains(&DataKind::Nature));
        let ages = self.ages.is_empty() || rule.is_some_and(|rule| rule.may.contains(&DataKind::Ages));
        look.demand(!self.forms.is_empty(), KmtQuestionField::Forms, FindingCode::Required);
        look.demand(ages || !grounded, KmtQuestionField::Ages, FindingCode::WrongGround);
        look.demand(grounded, KmtQuestionField::Question, FindingCode::WrongGround);
    }
}

impl Draft for KmtReplyDraft {}
impl Draft for KmtEndDraft {}
