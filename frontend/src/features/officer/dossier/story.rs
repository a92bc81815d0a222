use shared::{
    case::{
        Event, Proposal,
        notes::{Confirmation, FormSheet, KmtCheck, Plan, ReferralTarget, Ruling, SourceNote},
    },
    contract::CaseDetail,
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
        let all = self.ruling.iter().flat_map(|ruling| ruling.referrals.iter().enumerate());
        let open = all.filter(|(at, one)| one.to != ReferralTarget::TooLittle && !self.is_confirmed(*at));
        open.map(|(at, one)| (at, one.to)).collect()
    }

    fn add(mut self, event: &Event) -> Self {
        match event {
            Event::FormSaved(form) => self.form = Some(form.clone()),
            Event::InvestigationStarted(plan) => self.plan = Some(plan.clone()),
            Event::EndDateMoved(note) => self.plan.iter_mut().for_each(|plan| plan.until = note.until),
            Event::SourceConsulted { note, ground } => self.sources.push((note.clone(), ground.clone())),
            Event::KmtChecked(check) => self.checks.push(check.clone()),
            Event::Decided(ruling) | Event::Agreed(Proposal::Ruling(ruling)) => {
                self.ruling = Some(ruling.clone());
                self.confirmed.clear();
            }
            Event::ReferralConfirmed(confirmation) => self.confirmed.push(confirmation.clone()),
            Event::Reopened(_) => {
                self.ruling = None;
                self.confirmed.clear();
            }
            Event::Attempted(_)
            | Event::ContactMade(_)
            | Event::VttRecorded(_)
            | Event::SafetyCorrected(_)
            | Event::MeldcodeNoted(_)
            | Event::MovedToDecision
            | Event::FeedbackGiven(_)
            | Event::NoFeedbackProposed(_)
            | Event::NoFeedbackAgreed
            | Event::Closed
            | Event::ClosedEarly(_)
            | Event::ClosedTogether(_)
            | Event::Remarked(_)
            | Event::Assigned { .. }
            | Event::CodeIssued { .. }
            | Event::Opened(_)
            | Event::Excluded(_)
            | Event::OwnReported
            | Event::Proposed(_)
            | Event::Rights(_)
            | Event::Agreed(
                Proposal::Malicious(_)
                | Proposal::Exclude(_)
                | Proposal::Lift(_)
                | Proposal::NoFeedback(_)
                | Proposal::EndHold(_)
                | Proposal::VttNotNeeded(_)
                | Proposal::LowerSafety(_),
            ) => {}
        }
        self
    }
}

/// The summary of a timeline.
#[must_use]
pub fn story(detail: &CaseDetail) -> Story {
    detail.timeline.iter().fold(Story::default(), |story, entry| story.add(&entry.event))
}
