use super::{Context, Draft, Several, Within};
use crate::{
    answer::YesNo,
    case::notes::{Assessment, Referral, Ruling},
    id::{AccountId, FunctionId},
    moment::Day,
    report::{FindingCode, Look},
    sharing::{ReferralTarget, SharingRule},
    text::{Line, Prose},
};

draft!(
    /// One outcome of the decision (vervolgstap), as typed.
    ReferralDraft, ReferralField of Referral
    fields {
        /// The receiver's organisation.
        to: ReferralTarget = To "naar",
        /// The receiver: a function, never a name.
        receiver: Option<Line> = Receiver "ontvanger",
        /// The ground (grondslag).
        ground: Option<Line> = Ground "grondslag",
        /// The data that is shared.
        shared: Option<Prose> = Shared "gedeeld",
        /// The answer to "Kan deze persoon gedwongen zijn?"; `None` when no possible victim is named.
        coerced: Option<Prose> = Coerced "kanGedwongenZijn",
        /// How the person agreed to it; `None` where that is not asked.
        consent: Option<Prose> = Consent "instemming",
        /// The day of sending, or of asking for a place on the agenda.
        day: Day = Day "datum",
        /// The day of the table on whose agenda it is; `None` when it was discussed already.
        planned: Option<Day> = Planned "agendaVan",
    }
);
draft!(
    /// The decision of the werkoverleg, as typed.
    RulingDraft, RulingField of Ruling
    fields {
        /// Duiding.
        meaning: Prose = Meaning "duiding",
        /// The AFs' judgement.
        assessment: Assessment = Assessment "inschatting",
        /// The day of the werkoverleg.
        held: Option<Day> = Held "besprokenOp",
        /// The AFs who were there.
        present: Vec<AccountId> = Present "aanwezig",
        /// The functions of the others who were there.
        others: Vec<FunctionId> = Others "ookAanwezig",
        /// Whether the melder was heard before the decision.
        heard: YesNo = Heard "melderGehoord",
        /// What was discussed with the melder before.
        talked: Option<Prose> = Talked "besprokenMetMelder",
        /// The reason why the melder was not heard.
        why_not_heard: Option<Prose> = WhyNotHeard "waaromNietGehoord",
    }
    last {
        /// The receivers of the decision.
        referrals: Vec<ReferralDraft> = Referrals(Within<ReferralField>) "vervolgstappen",
    }
);

impl Several for ReferralDraft {
    const AT_MOST: usize = Ruling::MOST_REFERRALS;
}

impl ReferralDraft {
    /// Whether something is shared with somebody, as far as is known.
    fn shares(&self) -> bool {
        self.to.is_some_and(|to| to != ReferralTarget::TooLittle)
    }
}

impl Draft for ReferralDraft {
    /// "Nu te weinig aanwijzingen" shares nothing.
    fn asked(mut self) -> Self {
        if !self.shares() {
            (self.receiver, self.ground, self.shared) = (None, None, None);
            (self.coerced, self.consent) = (None, None);
        }
        if !self.to.is_some_and(ReferralTarget::is_table) {
            self.planned = None;
        }
        self
    }

    /// A referral needs a legal ground, and a record of what was shared with whom.
    fn rules(&self, look: &mut Look<ReferralField>, context: &Context<'_>) {
        if self.shares() {
            look.needed(ReferralField::Receiver, self.receiver.as_ref());
            look.needed(ReferralField::Ground, self.ground.as_ref());
            look.needed(ReferralField::Shared, self.shared.as_ref());
            self.sharing(look, context);
        }
        if let Some(on) = &self.planned {
            look.later(ReferralField::Planned, on, context);
        }
        look.past(ReferralField::Day, &self.day, context);
    }
}

impl ReferralDraft {
    /// For another receiver: the ground when its rule names only one, and nothing that it does not ask.
    pub fn follow(&mut self, rule: Option<&SharingRule>) {
        let grounds = rule.map(|rule| rule.grounds.as_slice()).unwrap_or_default();
        self.ground = match (self.ground.take().filter(|ground| grounds.contains(ground)), grounds) {
            (None, [only]) => Some(only.clone()),
            (kept, _) => kept,
        };
        if !rule.is_some_and(|rule| rule.asks_coerced) {
            self.coerced = None;
        }
        if !rule.is_some_and(|rule| rule.consent) {
            self.consent = None;
        }
    }

    /// What the table of the gemeente asks for this receiver: a ground that it names, and the person's agreement.
    fn sharing(&self, look: &mut Look<ReferralField>, context: &Context<'_>) {
        let rule = self.to.and_then(|to| context.sharing.rule(to));
        let grounded = context.has_ground(self.to, self.ground.as_ref());
        look.demand(grounded, ReferralField::Ground, FindingCode::WrongGround);
        if rule.is_some_and(|rule| rule.asks_coerced) && self.coerced.is_some() {
            look.needed(ReferralField::Coerced, self.coerced.as_ref());
        }
        if rule.is_some_and(|rule| rule.consent) {
            look.needed(ReferralField::Consent, self.consent.as_ref());
        }
    }
}

impl Draft for RulingDraft {
    fn asked(mut self) -> Self {
        if self.heard != Some(YesNo::No) {
            self.why_not_heard = None;
        }
        if self.heard != Some(YesNo::Yes) {
            self.talked = None;
        }
        self
    }

    fn rules(&self, look: &mut Look<RulingField>, context: &Context<'_>) {
        self.meeting(look, context);
        if self.heard == Some(YesNo::No) {
            look.needed(RulingField::WhyNotHeard, self.why_not_heard.as_ref());
        }
        // what is likely is followed up: with nobody told, it is not
        let nobody = self.referrals.iter().all(|one| one.to == Some(ReferralTarget::TooLittle));
        let likely = self.assessment == Some(Assessment::Likely) && !self.referrals.is_empty();
        look.demand(!(likely && nobody), RulingField::Assessment, FindingCode::Contradiction);
        look.demand(!self.referrals.is_empty(), RulingField::Referrals(Within::List), FindingCode::Required);
        // of more than fit, that is all there is to say
        let fit = if self.referrals.len() > ReferralDraft::AT_MOST { &[] } else { self.referrals.as_slice() };
        for (at, referral) in fit.iter().enumerate() {
            let field = RulingField::Referrals(Within::Item(at, ReferralField::To));
            let twice = referral.to.is_some() && self.referrals[..at].iter().any(|earlier| earlier.to == referral.to);
            let beside = referral.to == Some(ReferralTarget::TooLittle) && self.referrals.len() > 1;
            look.demand(!twice, field, FindingCode::Duplicate);
            look.demand(twice || !beside, field, FindingCode::Contradiction);
        }
    }
}

impl RulingDraft {
    /// Whoever says who was there says on which day, and the other way round.
    fn meeting(&self, look: &mut Look<RulingField>, context: &Context<'_>) {
        if let Some(day) = &self.held {
            look.past(RulingField::Held, day, context);
            look.demand(!self.present.is_empty(), RulingField::Present, FindingCode::Required);
        }
        if !self.present.is_empty() {
            look.needed(RulingField::Held, self.held.as_ref());
        }
    }
}
