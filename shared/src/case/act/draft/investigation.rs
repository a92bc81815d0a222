use super::{Context, Draft};
use crate::{
    answer::YesNo,
    case::notes::{EndDate, GoingBack, KmtCheck, KmtKind, Plan, SourceNote},
    moment::Day,
    report::{FindingCode, Look},
    sharing::ReferralTarget,
    text::{Line, Prose},
};

draft!(
    /// The question of the investigation and its last day, as typed.
    PlanDraft, PlanField of Plan
    fields {
        /// The question.
        question: Prose = Question "vraag",
        /// Agreed end date.
        until: Day = Until "einddatum",
        /// Whether it is about the household.
        household: Option<YesNo> = Household "overHuishouden",
        /// What was agreed with Veilig Thuis.
        agreed: Option<Line> = Agreed "afgesprokenMetVeiligThuis",
    }
);
draft!(
    /// Another end date, as typed.
    EndDateDraft, EndDateField of EndDate
    fields {
        /// The new end date.
        until: Day = Until "einddatum",
        /// Why it is moved.
        reason: Prose = Reason "reden",
    }
);
draft!(
    /// Back to the investigation, as typed.
    GoingBackDraft, GoingBackField of GoingBack
    fields {
        /// What is still to be found out, and why.
        reason: Prose = Reason "reden",
        /// The new end date.
        until: Option<Day> = Until "einddatum",
    }
);
draft!(
    /// A source that was consulted, as typed.
    SourceDraft, SourceField of SourceNote
    fields {
        /// Which, by the profile's name.
        source: Line = Source "bron",
        /// The day of consulting it.
        day: Day = Day "datum",
        /// The result.
        result: Prose = Result "resultaat",
        /// Whether it is about the household.
        household: Option<YesNo> = Household "overHuishouden",
        /// What was agreed with Veilig Thuis.
        agreed: Option<Line> = Agreed "afgesprokenMetVeiligThuis",
    }
);
draft!(
    /// A check with KMT, as typed.
    KmtDraft, KmtField of KmtCheck
    fields {
        /// The kind of check.
        kind: KmtKind = Kind "soortCheck",
        /// The question.
        question: Prose = Question "vraag",
        /// Advice: the summary without names that went along.
        summary: Option<Prose> = Summary "samenvatting",
        /// Known there: the ground.
        ground: Option<Line> = Ground "grondslag",
        /// The person asked.
        asked_of: Line = AskedOf "gevraagdAan",
        /// The day of the check.
        day: Day = Day "datum",
        /// The answer or advice.
        answer: Prose = Answer "antwoord",
    }
);

impl Draft for PlanDraft {
    /// What was agreed is asked only of the household.
    fn asked(mut self) -> Self {
        if self.household != Some(YesNo::Yes) {
            self.agreed = None;
        }
        self
    }

    fn rules(&self, look: &mut Look<PlanField>, context: &Context<'_>) {
        look.planned(PlanField::Until, &self.until, context);
    }
}

impl Draft for EndDateDraft {
    fn rules(&self, look: &mut Look<EndDateField>, context: &Context<'_>) {
        look.planned(EndDateField::Until, &self.until, context);
    }
}

impl Draft for GoingBackDraft {
    fn rules(&self, look: &mut Look<GoingBackField>, context: &Context<'_>) {
        look.planned(GoingBackField::Until, self.until.as_deref().unwrap_or_default(), context);
    }
}

impl Draft for SourceDraft {
    /// What was agreed is asked only of the household.
    fn asked(mut self) -> Self {
        if self.household != Some(YesNo::Yes) {
            self.agreed = None;
        }
        self
    }

    /// Each source has the ground that the profile names; without one it may not be consulted.
    fn rules(&self, look: &mut Look<SourceField>, context: &Context<'_>) {
        look.past(SourceField::Day, &self.day, context);
        let Ok(name) = Line::parse(&self.source) else { return };
        let named = context.sources.iter().find(|source| source.name == name.as_str());
        let grounded = named.is_some_and(|source| Line::parse(&source.ground).is_ok());
        look.demand(grounded, SourceField::Source, FindingCode::SourceWithoutGround);
    }
}

impl Draft for KmtDraft {
    fn asked(mut self) -> Self {
        match self.kind {
            Some(KmtKind::Advice) => self.ground = None,
            Some(KmtKind::Known) => self.summary = None,
            None => (self.summary, self.ground) = (None, None),
        }
        self
    }

    /// Whether somebody is known there is asked with their name, so on a ground for a case.
    fn rules(&self, look: &mut Look<KmtField>, context: &Context<'_>) {
        match self.kind {
            Some(KmtKind::Advice) => look.needed(KmtField::Summary, self.summary.as_ref()),
            Some(KmtKind::Known) => {
                let to = Some(ReferralTarget::KmtCase);
                look.needed(KmtField::Ground, self.ground.as_ref());
                look.demand(context.has_ground(to, self.ground.as_ref()), KmtField::Ground, FindingCode::WrongGround);
            }
            None => {}
        }
        look.past(KmtField::Day, &self.day, context);
    }
}
