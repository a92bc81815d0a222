//! Sequences of acts by one AF: whatever they do, in whatever order and on whatever days, every case stays visible to a
//! colleague, a colleague's case is neither taken nor ended, nothing is decided, and within thirty days after closing
//! no case is destroyed with no more than the FG's word.
use crate::{
    access::{Action, Colleague, Relation, Role, Viewer, may},
    answer::YesNo,
    case::{
        Act, ActKind, Case, Context, Entry, Row,
        act::decide_request,
        decide,
        destruction::{Agreeing, DestructionGround, ProposedDestruction, may_agree, may_go},
        fixture::{act, case_in, end_early, exclusion, officer, rights::advice, walk},
        notes::{
            Assignment, EarlyReason,
            rights::{Ground, RequestDecision, Right, TakenOver, Verdict},
        },
    },
    id::AccountId,
    moment::{Day, Moment},
    retention::{Terms, due},
};
use chrono::Days;
use proptest::prelude::*;

const ME: u8 = 1;
const FG: u8 = 7;
/// The AFs of this gemeente.
const OFFICERS: [u8; 3] = [ME, 2, 9];

/// What one AF tries.
#[derive(Debug, Clone)]
enum Try {
    /// An act with a content that is fine in itself.
    Act(Act),
    /// Break-glass.
    Open,
    /// Begins to stand in for the colleague, with a reason.
    Cover,
    /// The next day, or some days later.
    Wait(u64),
    /// Proposes to destroy it; the FG agrees by number.
    Destroy(DestructionGround),
    /// The FG agrees to the advice on a request.
    Guard,
}

struct World {
    case: Case,
    today: Day,
    opened: Option<Day>,
    /// For whom the AF stands in with a reason.
    covers: Option<u8>,
    closed_on: Option<Day>,
}

impl World {
    fn viewer(&self, me: u8) -> Viewer {
        let colleague = |n: &u8| Colleague { id: officer(*n), function: None, active: true };
        let opened = (me == ME && self.opened == Some(self.today)).then(|| self.case.origins().id.clone());
        Viewer {
            me: officer(me),
            today: self.today,
            officers: OFFICERS.iter().map(colleague).collect(),
            stands_in_for: vec![],
            covers_for: if me == ME { self.covers.iter().map(|n| officer(*n)).collect() } else { vec![] },
            succeeds: vec![],
            opened: opened.into_iter().collect(),
        }
    }

    fn may(&self, action: Action) -> bool {
        may(Some(Role::Officer), action, self.viewer(ME).relation(&Row::of(&self.case)))
    }

    fn at(&self) -> Moment {
        Moment::try_from(format!("{}T10:00:00Z", self.today)).unwrap()
    }

    fn apply(&mut self, by: u8, event: crate::case::Event) {
        let entry = Entry { at: self.at(), by: officer(by), event };
        self.case = self.case.clone().apply(entry).expect("what was decided can be applied");
        self.closed_on = self.case.kept().map(|kept| kept.closed);
    }

    fn act(&mut self, act: Act) {
        if !self.may(act.kind().action()) {
            return;
        }
        let (me, viewer) = (officer(ME), self.viewer(ME));
        let officers: Vec<AccountId> = viewer.candidates(&Row::of(&self.case)).cloned().collect();
        let (confirm_by, calendar) = (self.today + Days::new(3), crate::calendar::Calendar::default());
        let sources = [crate::profile::Source { name: "KvK".into(), ground: "Openbaar register".into() }];
        let context = Context {
            actor: &me,
            today: self.today,
            confirm_by,
            calendar: &calendar,
            sources: &sources,
            officers: &officers,
            new_status_key: None,
            new_link: None,
            lead: None,
        };
        if let Ok(event) = decide(&self.case, act, &context) {
            self.apply(ME, event);
        }
    }

    /// Whether it was destroyed.
    fn destroy(&self, ground: DestructionGround) -> bool {
        let (terms, kept) = (Terms::default(), self.case.kept());
        let by = |kept: &_| due(kept, &terms, self.today);
        if !self.may(Action::Destroy) {
            return false;
        }
        let Ok(due) = may_go(kept.as_ref(), by, ground, self.case.rights().erasure_granted()) else { return false };
        let proposal = ProposedDestruction {
            case: self.case.origins().id.clone(),
            number: self.case.origins().number,
            kept: kept.expect("it may go"),
            due,
            ground,
            by: officer(ME),
            at: self.at(),
        };
        may_agree(&proposal, Agreeing::PrivacyOfficer(&officer(FG)), self.today).is_ok()
    }

    fn guard(&mut self) {
        for request in 0..self.case.rights().requests().len() {
            let decision = RequestDecision { request, agreed: YesNo::Yes };
            if let Ok(event) = decide_request(&self.case, decision) {
                self.apply(FG, event);
            }
        }
    }

    /// One step; `true` when the case was destroyed.
    fn step(&mut self, tried: Try) -> bool {
        match tried {
            Try::Act(act) => self.act(act),
            Try::Open if self.may(Action::BreakGlass) => self.opened = Some(self.today),
            Try::Open => {}
            Try::Cover => self.covers = Some(9),
            Try::Wait(days) => self.today = self.today + Days::new(days),
            Try::Destroy(ground) => return self.destroy(ground),
            Try::Guard => self.guard(),
        }
        false
    }

    fn some_colleague_sees_it(&self) -> bool {
        let row = Row::of(&self.case);
        [2, 9].iter().any(|other| self.viewer(*other).relation(&row) != Relation::Excluded)
    }
}

fn tried() -> impl Strategy<Value = Vec<Try>> {
    let long_ago = TakenOver { day: "2020-01-01".parse().unwrap(), system: crate::case::fixture::line("Zaaksysteem") };
    let acts = vec![
        Act::Exclude(exclusion(2)),
        Act::Exclude(exclusion(9)),
        Act::ProposeLift(exclusion(9)),
        Act::Assign(Assignment { to: officer(ME) }),
        Act::Assign(Assignment { to: officer(2) }),
        Act::CloseEarly(end_early(EarlyReason::Mistake)),
        Act::CloseEarly(end_early(EarlyReason::Malicious)),
        Act::Agree(None),
        Act::TakeOver(long_ago),
        Act::OwnReport,
        act(ActKind::Decline),
        act(ActKind::Withdraw),
        act(ActKind::CloseUntold),
        act(ActKind::ProposeNoContact),
        act(ActKind::RecordLateContact),
        act(ActKind::BackToInvestigation),
        act(ActKind::RecordAnswer),
        act(ActKind::RecordVtt),
        act(ActKind::CorrectSafety),
        act(ActKind::NoteMeldcode),
        act(ActKind::Reopen),
        act(ActKind::RecordContact),
        act(ActKind::SaveForm),
        act(ActKind::StartInvestigation),
        act(ActKind::RecordKmtCheck),
        act(ActKind::MoveToDecision),
        act(ActKind::Decide),
        act(ActKind::GiveFeedback),
        act(ActKind::Close),
    ];
    let grounds = prop::sample::select(DestructionGround::ALL.to_vec());
    let one = |tried: Try| vec![tried];
    prop_oneof![
        8 => prop::sample::select(acts).prop_map(move |act| one(Try::Act(act))),
        2 => Just(one(Try::Open)),
        2 => Just(one(Try::Cover)),
        2 => (1u64..9).prop_map(move |days| one(Try::Wait(days))),
        2 => grounds.prop_map(move |ground| one(Try::Destroy(ground))),
        2 => Just(erasure()),
    ]
}

/// What leads to an erasure that was granted, with the FG's word by number.
fn erasure() -> Vec<Try> {
    let request = Act::ReceiveRequest(crate::case::fixture::rights::request(Right::Erasure));
    vec![Try::Act(request), Try::Act(advice(Verdict::Give, Ground::Founded, None)), Try::Guard]
}

/// The third of the cases to start with.
const A_COLLEAGUES: u8 = 2;

/// A case that nobody has, one of the AF's own, and one of a colleague.
fn start(which: u8) -> Case {
    let case = case_in(crate::case::Step::InContact);
    match which {
        0 => walk(&[]),
        1 => case,
        _ => crate::case::fixture::carry(case, Act::Assign(Assignment { to: officer(9) })),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]
    #[test]
    fn no_sequence_by_one_af_hides_takes_or_destroys(
        which in 0u8..3, steps in prop::collection::vec(tried(), 1..25)
    ) {
        let today = "2026-04-24".parse().unwrap();
        let mut world = World { case: start(which), today, opened: None, covers: None, closed_on: None };
        for tried in steps.into_iter().flatten() {
            let gone = world.step(tried.clone());
            if gone {
                let closed = world.closed_on.expect("only a closed case goes");
                prop_assert!((world.today - closed).num_days() >= 30, "destroyed on {}, closed on {closed}", world.today);
                break;
            }
            prop_assert!(world.some_colleague_sees_it(), "after {tried:?} on {}", world.today);
            let taken = world.case.assigned() == Some(&officer(ME)) || world.closed_on.is_some();
            prop_assert!(which != A_COLLEAGUES || !taken, "after {tried:?} on {}", world.today);
            prop_assert!(world.case.status().referred().is_none(), "one AF decided, by {tried:?} on {}", world.today);
        }
    }
}
