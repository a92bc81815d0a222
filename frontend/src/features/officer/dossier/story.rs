use shared::{
    case::{
        Event, Proposal,
        notes::{
            Confirmation, Discussed, FormSheet, KmtCheck, PackKept, Plan, ReceiversAnswer, ReferralTarget, Ruling,
            SourceNote,
        },
    },
    contract::CaseDetail,
    moment::{Day, Moment},
    text::Line,
};

/// A summary of the timeline: the latest form and plan, all sources and checks, and the current decision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    /// The latest version of the meldingsformulier.
    pub form: Option<FormSheet>,
    /// Question and end date.
    pub plan: Option<Plan>,
    /// Sources, each with the ground it had then.
    pub sources: Vec<(SourceNote, Line)>,
    /// KMT checks.
    pub checks: Vec<KmtCheck>,
    /// The decision; none after reopening.
    pub ruling: Option<Ruling>,
    /// Which of its receivers confirmed.
    pub confirmed: Vec<Confirmation>,
    /// What receivers answered.
    pub answers: Vec<ReceiversAnswer>,
    /// What tables decided.
    pub discussed: Vec<Discussed>,
    /// What was kept for receivers, and when; of an earlier decision too.
    pub packs: Vec<(Moment, PackKept)>,
}

impl Story {
    /// Whether the receiver of a referral confirmed.
    #[must_use]
    pub fn is_confirmed(&self, referral: usize) -> bool {
        self.confirmed.iter().any(|one| one.referral == referral)
    }

    /// The referrals that wait for a confirmation: place in the decision, and where to.
    #[must_use]
    pub fn unconfirmed(&self) -> Vec<(usize, ReferralTarget)> {
        let all = self.ruling.iter().flat_map(Ruling::to_confirm);
        let open = all.filter(|(at, _)| !self.is_confirmed(*at));
        open.map(|(at, one)| (at, one.to)).collect()
    }

    /// The referrals that went to a receiver: place in the decision, and where to.
    #[must_use]
    pub fn sent(&self) -> Vec<(usize, ReferralTarget)> {
        self.ruling.iter().flat_map(Ruling::sent).map(|(at, one)| (at, one.to)).collect()
    }

    /// The tables that have not discussed it: place in the decision, which table, and its day.
    #[must_use]
    pub fn tables(&self) -> Vec<(usize, ReferralTarget, Day)> {
        let planned = self.sent().into_iter().filter_map(|(at, to)| Some((at, to, self.on_agenda(at)?)));
        planned.collect()
    }

    /// The day of the table that still has to discuss a referral.
    #[must_use]
    pub fn on_agenda(&self, referral: usize) -> Option<Day> {
        let planned = self.ruling.as_ref()?.referrals.get(referral)?.planned?;
        let discussed = self.discussed.iter().any(|one| one.referral == referral);
        (!discussed).then_some(planned)
    }

    fn decided(&mut self, ruling: Option<&Ruling>) {
        self.ruling = ruling.cloned();
        self.confirmed.clear();
        self.answers.clear();
        self.discussed.clear();
    }

    fn add(mut self, (at, event): (Moment, &Event)) -> Self {
        match event {
            Event::FormSaved(form) => self.form = Some(form.clone()),
            Event::InvestigationStarted(plan) => self.plan = Some(plan.clone()),
            Event::EndDateMoved(note) => self.plan.iter_mut().for_each(|plan| plan.until = note.until),
            Event::SourceConsulted { note, ground } => self.sources.push((note.clone(), ground.clone())),
            Event::KmtChecked(check) => self.checks.push(check.clone()),
            Event::Decided(ruling) | Event::Agreed(Proposal::Ruling(ruling)) => self.decided(Some(ruling)),
            Event::ReferralConfirmed(confirmation) => self.confirmed.push(confirmation.clone()),
            Event::Reopened(_) => self.decided(None),
            Event::WentBack(note) => {
                self.plan.iter_mut().for_each(|plan| plan.until = note.until.unwrap_or(plan.until));
            }
            Event::Answered(answer) => self.answers.push(answer.clone()),
            Event::TableDiscussed(note) => self.discussed.push(note.clone()),
            Event::PackKept(kept) => self.packs.push((at, kept.clone())),
            Event::TableMoved(note) => {
                let referrals = self.ruling.iter_mut().flat_map(|ruling| &mut ruling.referrals);
                referrals.skip(note.referral).take(1).for_each(|one| one.planned = Some(note.on));
            }
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::ReachedLater(_)
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::TaskNoted(_)
            | Event::TaskDone(_)
            | Event::ReporterAsked(_)
            | Event::QuestionSettled(_)
            | Event::Kmt(_)
            | Event::MovedToDecision
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Closed
            | Event::ClosedEarly(_)
            | Event::ClosedUntold(_)
            | Event::ClosedTogether(_)
            | Event::Remarked(_)
            | Event::TalkedOver(_)
            | Event::CareOpened(_)
            | Event::Joined(_)
            | Event::Unjoined(_)
            | Event::LeadMoved(_)
            | Event::ClosedUnderLead(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Declined(_)
            | Event::Withdrawn(_)
            | Event::Rights(_)
            // the one that counts is above
            | Event::Agreed(_) => {}
        }
        self
    }
}

/// The summary of a timeline.
#[must_use]
pub fn story(detail: &CaseDetail) -> Story {
    detail.timeline.iter().fold(Story::default(), |story, entry| story.add((entry.at, &entry.event)))
}
