use super::{Context, Draft};
use crate::{
    answer::YesNo,
    case::notes::rights::{
        Advice, AtRequestOf, Correction, Deferral, Ground, Identified, Informed, Part, Request, Right, TakenOver, Told,
        Verdict, Why,
    },
    moment::Day,
    report::{FindingCode, Look},
    text::{Line, Prose},
};

draft!(
    /// A correction, as typed.
    CorrectionDraft, CorrectionField of Correction
    fields {
        /// About which part.
        part: Part = Part "onderdeel",
        /// The incorrect data.
        wrong: Prose = Wrong "onjuist",
        /// The correct data.
        right: Prose = Right "juist",
        /// The person or body that asked for it.
        at_request_of: AtRequestOf = AtRequestOf "opVerzoekVan",
    }
);
draft!(
    /// A reason for holding, restricting, or ending that, as typed.
    WhyDraft, WhyField of Why
    fields {
        /// The words.
        reason: Prose = Reason "reden",
    }
);
draft!(
    /// The record that another system keeps the case, as typed.
    TakenOverDraft, TakenOverField of TakenOver
    fields {
        /// The other system.
        system: Line = System "systeem",
        /// The day it confirmed.
        day: Day = Day "op",
    }
);
draft!(
    /// A data subject's request, as typed.
    RequestDraft, RequestField of Request
    fields {
        /// The right.
        right: Right = Right "recht",
        /// The day it came in.
        received: Day = Received "ontvangenOp",
        /// Whether the identity of the person who asks was established.
        identified: YesNo = Identified "identiteitVastgesteld",
    }
);
draft!(
    /// The record that it was established who asks, as typed.
    IdentifiedDraft, IdentifiedField of Identified
    fields {
        /// Which request of the case, counted from 0.
        request: usize = Request "verzoek",
        /// The day on which it was established.
        day: Day = Day "vastgesteldOp",
    }
);
draft!(
    /// An AF's advice on a request, as typed.
    AdviceDraft, AdviceField of Advice
    fields {
        /// Which request of the case, counted from 0.
        request: usize = Request "verzoek",
        /// The advised decision.
        verdict: Verdict = Verdict "besluit",
        /// The ground.
        ground: Ground = Ground "grond",
        /// The reasons.
        reason: Prose = Reason "motivering",
        /// The last day of postponement (uitstellen).
        until: Option<Day> = Until "tot",
        /// Who asks for an inzage: which person of the meldingsformulier, counted from 0.
        person: Option<usize> = Person "persoon",
    }
);
draft!(
    /// The record that somebody was informed of their data, as typed.
    InformedDraft, InformedField of Informed
    fields {
        /// The means of informing.
        how: Told = How "wijze",
        /// The day of informing.
        day: Day = Day "datum",
    }
);
draft!(
    /// The decision to inform the person later, as typed.
    DeferralDraft, DeferralField of Deferral
    fields {
        /// The ground.
        ground: Ground = Ground "grond",
        /// The reasons.
        reason: Prose = Reason "motivering",
        /// The day on which the postponement is reviewed.
        review: Day = Review "opnieuwBekijkenOp",
    }
);

impl Draft for CorrectionDraft {}
impl Draft for WhyDraft {}

impl Draft for TakenOverDraft {
    fn rules(&self, look: &mut Look<TakenOverField>, context: &Context<'_>) {
        look.past(TakenOverField::Day, &self.day, context);
    }
}

impl Draft for RequestDraft {
    fn rules(&self, look: &mut Look<RequestField>, context: &Context<'_>) {
        look.past(RequestField::Received, &self.received, context);
    }
}

impl Draft for IdentifiedDraft {
    fn rules(&self, look: &mut Look<IdentifiedField>, context: &Context<'_>) {
        look.past(IdentifiedField::Day, &self.day, context);
    }
}

impl Draft for InformedDraft {
    fn rules(&self, look: &mut Look<InformedField>, context: &Context<'_>) {
        look.past(InformedField::Day, &self.day, context);
    }
}

impl Draft for AdviceDraft {
    fn asked(mut self) -> Self {
        if self.verdict != Some(Verdict::Defer) {
            self.until = None;
        }
        if self.verdict != Some(Verdict::Give) {
            self.person = None;
        }
        self
    }

    fn rules(&self, look: &mut Look<AdviceField>, context: &Context<'_>) {
        if let (Some(verdict), Some(ground)) = (self.verdict, self.ground) {
            look.demand(carries(ground, verdict), AdviceField::Ground, FindingCode::WrongGround);
        }
        if self.verdict == Some(Verdict::Defer) {
            look.needed(AdviceField::Until, self.until.as_ref());
            look.later(AdviceField::Until, self.until.as_deref().unwrap_or_default(), context);
        }
    }
}

impl Draft for DeferralDraft {
    fn rules(&self, look: &mut Look<DeferralField>, context: &Context<'_>) {
        let fits = self.ground.is_none_or(may_put_off);
        look.demand(fits, DeferralField::Ground, FindingCode::WrongGround);
        look.later(DeferralField::Review, &self.review, context);
    }
}

/// Whether a decision on a request can rest on this ground.
fn carries(ground: Ground, verdict: Verdict) -> bool {
    match verdict {
        Verdict::Give => ground == Ground::Founded,
        Verdict::Refuse => !matches!(ground, Ground::Founded | Ground::Complex),
        Verdict::Defer => matches!(ground, Ground::Limited | Ground::Complex),
    }
}

/// Whether informing somebody can be postponed on this ground [law: AVG 14 lid 5, UAVG 41].
fn may_put_off(ground: Ground) -> bool {
    match ground {
        Ground::Limited | Ground::Others => true,
        Ground::Founded | Ground::Needed | Ground::Excessive | Ground::Complex => false,
    }
}
