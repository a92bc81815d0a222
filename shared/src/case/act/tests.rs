//! Every state × every command, against the table of the route.
use super::*;
use crate::{
    case::{
        Ending, Entry, Origins, Progress, Row, Stage, Step,
        notes::{
            AgeGroup, Assessment, Attempt, ContactNote, EarlyEnd, EarlyReason, FeedbackNote, FormSheet, Means, Person,
            PersonRole, Reason, Remark,
        },
    },
    contract::examples,
    id::{CaseId, CaseNumber},
    indicators::IndicatorList,
    moment::Moment,
    report::{Channel, Draft, Known, VttContact, check as check_draft},
    text::Prose,
};
use proptest::prelude::*;

fn officer(n: u8) -> AccountId {
    AccountId::from_bytes(&[n; 16])
}

fn today() -> Day {
    "2026-04-24".parse().unwrap()
}

fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub(crate) fn new_case(change: impl FnOnce(&mut Draft)) -> Case {
    let mut draft = Draft { ticks: vec![], ..examples::draft() };
    change(&mut draft);
    let list = IndicatorList { version: "2026-1".into(), indicators: vec![] };
    Case::open(Origins {
        id: CaseId::from_bytes(&[1; 16]),
        number: CaseNumber { year: 2026, sequence: 17 },
        received: Moment::try_from("2026-04-24T13:42:00Z".to_owned()).unwrap(),
        contact_by: "2026-04-30".parse().unwrap(),
        channel: Channel::Form {},
        report: check_draft(&draft, &list).report.unwrap(),
        status_key: StatusKey::from_bytes(&[2; 16]),
        excluded: vec![],
    })
}

fn form() -> FormSheet {
    FormSheet {
        persons: vec![Person {
            role: PersonRole::PossibleVictim,
            age: AgeGroup::From27,
            description: Some(line("Persoon Verzonnen")),
            languages: None,
            interpreter: Known::Unknown,
            vulnerability: None,
        }],
        safety: prose("Nu veilig"),
        children: Known::No,
        control: None,
        place: None,
        vehicles: None,
        phones: None,
        knows: Known::No,
        wishes: None,
        reporter_does: None,
    }
}

fn referral(to: ReferralTarget) -> Referral {
    Referral {
        to,
        receiver: Some(line("Procesmanager")),
        ground: Some(line("Verzonnen grondslag")),
        day: today(),
        shared: Some(prose("Samenvatting zonder namen")),
        coerced: None,
    }
}

fn feedback() -> FeedbackNote {
    FeedbackNote { means: Means::Phone, text: prose("We hebben je melding besproken."), day: today() }
}

fn ruling() -> Ruling {
    Ruling {
        meaning: prose("Mogelijk uitbuiting op het werk"),
        assessment: Assessment::Likely,
        heard: YesNo::Yes,
        why_not_heard: None,
        referrals: vec![referral(ReferralTarget::Kmt), referral(ReferralTarget::Riec)],
    }
}

fn kmt(kind: KmtKind) -> KmtCheck {
    KmtCheck {
        kind,
        question: prose("Herkennen jullie dit?"),
        summary: Some(prose("Een bedrijf waar mensen slapen")),
        ground: Some(line("Verzonnen grondslag")),
        asked_of: line("Procesmanager KMT"),
        day: today(),
        answer: prose("Nog niet bekend"),
    }
}

/// A command of each kind that is fine in itself.
fn command(kind: CommandKind) -> Command {
    let reason = Reason { reason: prose("Een reden") };
    match kind {
        CommandKind::RecordAttempt => Command::RecordAttempt(Attempt { note: None }),
        CommandKind::RecordContact => {
            Command::RecordContact(ContactNote { means: Means::Phone, summary: prose("Gesproken") })
        }
        CommandKind::SaveForm => Command::SaveForm(form()),
        CommandKind::StartInvestigation => {
            Command::StartInvestigation(Plan { question: prose("Wie woont daar?"), until: today() })
        }
        CommandKind::RecordSource => {
            Command::RecordSource(SourceNote { source: line("KvK"), day: today(), result: prose("Ingeschreven") })
        }
        CommandKind::RecordKmtCheck => Command::RecordKmtCheck(kmt(KmtKind::Advice)),
        CommandKind::RecordVtt => Command::RecordVtt(VttContact::Advised {}),
        CommandKind::MoveToDecision => Command::MoveToDecision,
        CommandKind::Decide => Command::Decide(ruling()),
        CommandKind::ConfirmReferral => Command::ConfirmReferral(Confirmation { referral: 0, day: today() }),
        CommandKind::GiveFeedback => Command::GiveFeedback(feedback()),
        CommandKind::ProposeNoFeedback => Command::ProposeNoFeedback(reason),
        CommandKind::AgreeNoFeedback => Command::AgreeNoFeedback,
        CommandKind::Close => Command::Close,
        CommandKind::CloseEarly => Command::CloseEarly(EarlyEnd {
            reason: EarlyReason::Mistake,
            explanation: prose("Vergissing"),
            feedback: feedback(),
        }),
        CommandKind::Reopen => Command::Reopen(reason),
        CommandKind::AddRemark => Command::AddRemark(Remark { text: prose("Onthouden") }),
        CommandKind::Assign => Command::Assign { to: officer(9) },
        CommandKind::IssueCode => Command::IssueCode,
        CommandKind::Exclude => Command::Exclude(exclusion(9)),
        CommandKind::OwnReport => Command::OwnReport,
        CommandKind::ProposeLift => Command::ProposeLift(exclusion(9)),
        CommandKind::Agree => Command::Agree,
    }
}

fn exclusion(who: u8) -> Exclusion {
    Exclusion { who: officer(who), reason: prose("Familie van de persoon") }
}

fn ask(case: &Case, command: Command, actor: &AccountId) -> Result<Event, Refusal> {
    let sources = [Source { name: "KvK".into(), ground: "Openbaar register".into() }];
    let mut officers = vec![officer(1), officer(2), officer(9)];
    officers.retain(|one| !case.exclusions().names(one));
    let key = StatusKey::from_bytes(&[7; 16]);
    let context = Context { actor, today: today(), sources: &sources, officers: &officers, new_status_key: Some(&key) };
    decide(case, command, &context)
}

fn carry(case: Case, command: Command) -> Case {
    let by = officer(1);
    let event = ask(&case, command, &by).unwrap();
    let at = Moment::from_millis(1_777_100_000_000 + i64::try_from(case.entries().len()).unwrap());
    case.apply(Entry { at, by, event }).unwrap()
}

pub(crate) fn walk(kinds: &[CommandKind]) -> Case {
    kinds.iter().fold(new_case(|_| {}), |case, kind| carry(case, command(*kind)))
}

/// A case in this step in which everything that its step can lead to is possible.
pub(crate) fn case_in(step: Step) -> Case {
    use CommandKind as K;
    let all = [
        K::RecordContact,
        K::SaveForm,
        K::StartInvestigation,
        K::RecordKmtCheck,
        K::MoveToDecision,
        K::Decide,
        K::GiveFeedback,
        K::Close,
    ];
    let steps = match step {
        Step::Received => 0,
        Step::InContact => 2,
        Step::Investigation => 4,
        Step::Decision => 5,
        Step::Referred => 6,
        Step::Closed => 8,
    };
    walk(&all[..steps])
}

#[test]
fn every_state_and_every_command_follow_the_table() {
    for step in Step::ALL {
        for kind in CommandKind::ALL {
            let (mut case, mut actor) = (case_in(*step), officer(1));
            // what has to be there first, in the same step
            if (*step, *kind) == (Step::Referred, CommandKind::Close) {
                case = carry(case, command(CommandKind::GiveFeedback));
            } else if (*step, *kind) == (Step::Referred, CommandKind::AgreeNoFeedback) {
                case = carry(case, command(CommandKind::ProposeNoFeedback));
                actor = officer(2);
            } else if *kind == CommandKind::ProposeLift {
                case = carry(case, command(CommandKind::Exclude));
            } else if *kind == CommandKind::Agree {
                case = carry(carry(case, command(CommandKind::Exclude)), command(CommandKind::ProposeLift));
                actor = officer(2);
            }
            let asked = ask(&case, command(*kind), &actor);
            let expected = targets(*step, *kind);
            if expected.is_empty() {
                assert_eq!(asked, Err(Refusal::NotInThisStep), "{step:?} {kind:?}");
                assert!(!available(&case, &actor).contains(kind));
                continue;
            }
            let event = asked.unwrap_or_else(|refusal| panic!("{step:?} {kind:?}: {refusal:?}"));
            assert!(available(&case, &actor).contains(kind), "{step:?} {kind:?}");
            let after = case.apply(Entry { at: Moment::from_millis(0), by: actor, event }).unwrap();
            assert!(expected.contains(&after.status().step()), "{step:?} {kind:?} led to {:?}", after.status().step());
        }
    }
}

#[test]
fn refusals_of_content() {
    use ReferralTarget::{Kmt, TooLittle};
    let tomorrow = today().succ_opt().unwrap();
    let no_ground = Referral { ground: None, ..referral(Kmt) };
    let nothing = Referral { receiver: None, ground: None, shared: None, ..referral(TooLittle) };
    let decide_with = |referrals| Command::Decide(Ruling { referrals, ..ruling() });
    let table = [
        (
            Step::InContact,
            Command::StartInvestigation(Plan { question: prose("?"), until: today().pred_opt().unwrap() }),
            Refusal::EndDateInPast,
        ),
        (
            Step::Investigation,
            Command::RecordSource(SourceNote { source: line("Suwinet"), day: today(), result: prose("x") }),
            Refusal::SourceWithoutGround,
        ),
        (
            Step::Investigation,
            Command::RecordSource(SourceNote { source: line("KvK"), day: tomorrow, result: prose("x") }),
            Refusal::DayInFuture,
        ),
        (
            Step::Investigation,
            Command::RecordKmtCheck(KmtCheck { summary: None, ..kmt(KmtKind::Advice) }),
            Refusal::SummaryRequired,
        ),
        (
            Step::Investigation,
            Command::RecordKmtCheck(KmtCheck { ground: None, ..kmt(KmtKind::Known) }),
            Refusal::GroundRequired,
        ),
        (Step::Decision, Command::Decide(Ruling { heard: YesNo::No, ..ruling() }), Refusal::WhyNotHeard),
        (Step::Decision, decide_with(vec![]), Refusal::ReferralRequired),
        (Step::Decision, decide_with(vec![no_ground]), Refusal::GroundRequired),
        (Step::Decision, decide_with(vec![Referral { shared: None, ..referral(Kmt) }]), Refusal::ReferralIncomplete),
        (Step::Decision, decide_with(vec![referral(Kmt), referral(Kmt)]), Refusal::ReferralContradiction),
        (Step::Decision, decide_with(vec![referral(Kmt), nothing.clone()]), Refusal::ReferralContradiction),
        (
            Step::Referred,
            Command::ConfirmReferral(Confirmation { referral: 2, day: today() }),
            Refusal::NothingToConfirm,
        ),
        (Step::Referred, Command::Close, Refusal::FeedbackFirst),
        (Step::Referred, Command::AgreeNoFeedback, Refusal::NothingProposed),
        (Step::Received, Command::Assign { to: officer(5) }, Refusal::NotAnOfficer),
    ];
    for (step, command, refusal) in table {
        let kind = command.kind();
        assert_eq!(ask(&case_in(step), command, &officer(1)), Err(refusal), "{kind:?}");
    }
    assert!(ask(&case_in(Step::Decision), decide_with(vec![nothing]), &officer(1)).is_ok());
    let contacted = walk(&[CommandKind::RecordContact]);
    assert_eq!(ask(&contacted, command(CommandKind::StartInvestigation), &officer(1)), Err(Refusal::FormFirst));
}

#[test]
fn one_af_alone_cannot_withhold_feedback() {
    let case = carry(case_in(Step::Referred), command(CommandKind::ProposeNoFeedback));
    assert_eq!(ask(&case, Command::AgreeNoFeedback, &officer(1)), Err(Refusal::OtherOfficerNeeded));
    assert_eq!(ask(&case, Command::Close, &officer(2)), Err(Refusal::FeedbackFirst));
    assert!(ask(&case, Command::AgreeNoFeedback, &officer(2)).is_ok());
}

#[test]
fn veilig_thuis_comes_before_the_investigation() {
    let minor = new_case(|draft| {
        draft.minor = Some(Known::Unknown);
        draft.vtt.state = Some(crate::report::VttState::NotReached);
    });
    assert!(minor.is_urgent() && minor.vtt_open());
    let ready = [CommandKind::RecordContact, CommandKind::SaveForm];
    let ready = ready.iter().fold(minor, |case, kind| carry(case, command(*kind)));
    let start = || command(CommandKind::StartInvestigation);
    assert_eq!(ask(&ready, start(), &officer(1)), Err(Refusal::VttFirst));
    assert!(ask(&carry(ready, command(CommandKind::RecordVtt)), start(), &officer(1)).is_ok());
}

#[test]
fn reopening_returns_to_where_the_work_had_come() {
    let end = |case| carry(case, command(CommandKind::CloseEarly));
    let reopen = |case| carry(case, command(CommandKind::Reopen)).status().step();
    assert_eq!(reopen(end(case_in(Step::Received))), Step::Received);
    assert_eq!(reopen(end(case_in(Step::InContact))), Step::InContact);
    assert_eq!(reopen(end(case_in(Step::Decision))), Step::Investigation);
    assert_eq!(reopen(case_in(Step::Closed)), Step::Investigation);
}

#[test]
fn a_confirmation_may_come_after_closing_and_only_once() {
    let case = carry(case_in(Step::Closed), command(CommandKind::ConfirmReferral));
    let Status::Closed(closed) = case.status() else { panic!("still closed") };
    let Ending::Completed(referred) = &closed.ending else { panic!("completed") };
    assert_eq!(referred.confirmed.len(), 1);
    assert_eq!(ask(&case, command(CommandKind::ConfirmReferral), &officer(1)), Err(Refusal::NothingToConfirm));
}

#[test]
fn the_melder_sees_steps_and_days_and_nothing_else() {
    let stages = |case: &Case| Progress::of(case).steps.iter().map(|s| s.stage).collect::<Vec<_>>();
    use Stage::{Contact, Decision, Done, Investigation, Reported};
    assert_eq!(stages(&case_in(Step::Received)), [Reported]);
    assert_eq!(stages(&case_in(Step::Closed)), [Reported, Contact, Investigation, Decision, Done]);
    let reopened = carry(case_in(Step::Closed), command(CommandKind::Reopen));
    assert_eq!(stages(&reopened), [Reported, Contact, Investigation]);
    let tried = carry(case_in(Step::Received), command(CommandKind::RecordAttempt));
    assert!(Progress::of(&tried).tried && Progress::of(&tried).stage == Reported);
    let json = serde_json::to_string(&Progress::of(&case_in(Step::Closed))).unwrap();
    for secret in ["kmt", "riec", "Verzonnen", "duiding"] {
        assert!(!json.contains(secret), "{secret} is not for the melder");
    }
}

#[test]
fn a_new_code_moves_the_status() {
    let case = carry(case_in(Step::Received), Command::IssueCode);
    assert_eq!(case.status_key(), &StatusKey::from_bytes(&[7; 16]));
}

#[test]
fn the_clock_stops_at_real_contact_only() {
    let row = Row::of(&carry(case_in(Step::Received), command(CommandKind::RecordAttempt)));
    assert_eq!((row.due, row.attempts, row.fresh), ("2026-04-30".parse().ok(), 1, false));
    assert_eq!(Row::of(&walk(&[CommandKind::RecordContact])).due, None);
}

#[test]
fn what_is_stored_loads_and_is_the_same_case() {
    for step in Step::ALL {
        let case = case_in(*step);
        let json = serde_json::to_string(&case).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
    }
}

#[test]
fn a_damaged_timeline_does_not_load() {
    let mut json = serde_json::to_value(case_in(Step::Decision)).unwrap();
    json["tijdlijn"].as_array_mut().unwrap().remove(0);
    assert!(serde_json::from_value::<Case>(json).is_err());
}

proptest! {
    /// Whatever is asked in whatever order: what is decided can be applied, loads again, and never loses the report.
    #[test]
    fn what_is_decided_can_be_applied(choices in proptest::collection::vec((0..CommandKind::ALL.len(), 1u8..3), 0..40)) {
        let mut case = new_case(|_| {});
        for (choice, who) in choices {
            let by = officer(who);
            let kind = CommandKind::ALL[choice];
            let offered = available(&case, &by).contains(&kind);
            match ask(&case, command(kind), &by) {
                Ok(event) => {
                    prop_assert!(offered);
                    let before = case.revision();
                    case = case.apply(Entry { at: Moment::from_millis(1), by, event }).unwrap();
                    prop_assert_eq!(case.revision(), before.next());
                }
                Err(Refusal::NotInThisStep) => prop_assert!(!offered),
                Err(_) => {}
            }
        }
        let json = serde_json::to_string(&case).unwrap();
        prop_assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
    }
}

/// What each of these asks of one AF and of a second one.
#[test]
fn what_takes_two_is_not_done_by_one() {
    use ReferralTarget::{Casustafel, Comensha, Dadertafel, Kmt, Nla, Ondermijning, Police, Riec, Vtt, WmoRegie};
    let named = |to| Referral { coerced: Some(prose("Ja, dat kan: zij moest afgeven.")), ..referral(to) };
    let decide_with = |referral| Command::Decide(Ruling { referrals: vec![referral], ..ruling() });
    let malicious = EarlyEnd {
        reason: EarlyReason::Malicious,
        explanation: prose("Tegen beter weten in. De ander krijgt een brief."),
        feedback: feedback(),
    };
    let alone =
        [Kmt, Vtt, WmoRegie, Ondermijning, Riec, Casustafel, Dadertafel, Comensha].map(|to| decide_with(referral(to)));
    for command in alone {
        let after = carry(case_in(Step::Decision), command.clone());
        assert_eq!(after.status().step(), Step::Referred, "{command:?}");
    }
    let table: Vec<(Step, Command, Step)> = [Police, Nla]
        .map(|to| (Step::Decision, decide_with(referral(to)), Step::Referred))
        .into_iter()
        .chain(
            [Police, Nla, Ondermijning, Riec, Casustafel, Dadertafel]
                .map(|to| (Step::Decision, decide_with(named(to)), Step::Referred)),
        )
        .chain(
            [Step::Received, Step::InContact, Step::Investigation, Step::Decision, Step::Referred]
                .map(|step| (step, Command::CloseEarly(malicious.clone()), Step::Closed)),
        )
        .collect();
    for (step, command, target) in table {
        let proposed = carry(case_in(step), command.clone());
        assert_eq!(proposed.status().step(), step, "{command:?} waits");
        assert!(Row::of(&proposed).on_agenda() && Row::of(&proposed).next == crate::case::NextAction::AwaitColleague);
        assert_eq!(ask(&proposed, Command::Agree, &officer(1)), Err(Refusal::OtherOfficerNeeded), "{command:?}");
        assert!(!available(&proposed, &officer(1)).contains(&CommandKind::Agree));
        let event = ask(&proposed, Command::Agree, &officer(2)).unwrap();
        let at = Moment::from_millis(1_777_200_000_000);
        let forged = Entry { at, by: officer(1), event: event.clone() };
        assert!(proposed.clone().apply(forged).is_err(), "a timeline in which one AF did both does not load");
        let agreed = proposed.apply(Entry { at, by: officer(2), event }).unwrap();
        assert_eq!((agreed.status().step(), agreed.pending()), (target, None), "{command:?}");
        let json = serde_json::to_string(&agreed).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), agreed);
    }
    // named where nobody looks for offenders there is nothing to answer
    for to in [Kmt, Vtt, WmoRegie, Comensha] {
        assert_eq!(ask(&case_in(Step::Decision), decide_with(named(to)), &officer(1)), Err(Refusal::NoVictimHere));
    }
}

#[test]
fn a_proposal_is_replaced_by_a_later_one_and_gone_with_its_step() {
    let police = Ruling { referrals: vec![referral(ReferralTarget::Police)], ..ruling() };
    let case = carry(case_in(Step::Decision), Command::Decide(police.clone()));
    let other = Ruling { meaning: prose("Iets anders"), ..police };
    let at = Moment::from_millis(1_777_200_000_000);
    let event = ask(&case, Command::Decide(other), &officer(2)).unwrap();
    let case = case.apply(Entry { at, by: officer(2), event }).unwrap();
    assert_eq!(ask(&case, Command::Agree, &officer(2)), Err(Refusal::OtherOfficerNeeded));
    assert!(ask(&case, Command::Agree, &officer(1)).is_ok());
    let gone = carry(case, command(CommandKind::CloseEarly));
    assert_eq!(gone.pending(), None);
    assert_eq!(ask(&gone, Command::Agree, &officer(1)), Err(Refusal::NothingProposed));
}

#[test]
fn exclusion_takes_the_case_away_and_lifting_takes_two_others() {
    let assigned = carry(case_in(Step::InContact), Command::Assign { to: officer(9) });
    let case = carry(assigned, command(CommandKind::Exclude));
    assert_eq!(case.assigned(), None, "what an excluded AF had is nobody's");
    assert_eq!(available(&case, &officer(9)), [], "and can be asked nothing");
    for kind in CommandKind::ALL {
        assert_eq!(ask(&case, command(*kind), &officer(9)), Err(Refusal::Excluded), "{kind:?}");
    }
    let refusals = [
        (Command::Assign { to: officer(9) }, Refusal::NotAnOfficer),
        (command(CommandKind::Exclude), Refusal::AlreadyExcluded),
        (Command::Exclude(exclusion(1)), Refusal::SayOwnReport),
        (Command::Exclude(exclusion(5)), Refusal::NotAnOfficer),
        (Command::ProposeLift(exclusion(2)), Refusal::NotExcluded),
    ];
    for (command, refusal) in refusals {
        assert_eq!(ask(&case, command, &officer(1)), Err(refusal));
    }
    let last = carry(case.clone(), Command::Exclude(exclusion(2)));
    assert_eq!(ask(&last, Command::OwnReport, &officer(1)), Err(Refusal::NobodyLeft));
    let proposed = carry(case, command(CommandKind::ProposeLift));
    assert_eq!(Row::of(&proposed).next, crate::case::NextAction::StartInvestigation, "the work goes on meanwhile");
    let event = ask(&proposed, Command::Agree, &officer(2)).unwrap();
    let lifted = proposed.apply(Entry { at: Moment::from_millis(1_777_200_000_000), by: officer(2), event }).unwrap();
    assert!(!lifted.exclusions().excludes(&officer(9), None) && lifted.exclusions().is_none());
}

#[test]
fn the_last_af_who_may_have_it_is_not_excluded() {
    let case = carry(case_in(Step::Received), command(CommandKind::Exclude));
    let sources = [];
    let officers = [officer(1), officer(2)];
    let actor = officer(1);
    let context =
        Context { actor: &actor, today: today(), sources: &sources, officers: &officers[1..], new_status_key: None };
    assert_eq!(decide(&case, Command::Exclude(exclusion(2)), &context), Err(Refusal::NobodyLeft));
}

#[test]
fn who_does_the_first_work_has_it_and_who_opens_it_again_too() {
    let fresh = new_case(|_| {});
    assert_eq!(fresh.assigned(), None);
    let noted = carry(fresh, command(CommandKind::AddRemark));
    assert_eq!(noted.assigned(), None, "a note alone takes nothing");
    let tried = carry(noted, command(CommandKind::RecordAttempt));
    assert_eq!(tried.assigned(), Some(&officer(1)));
    let closed = carry(carry(tried, Command::Assign { to: officer(2) }), command(CommandKind::CloseEarly));
    assert_eq!(closed.assigned(), Some(&officer(2)));
    assert_eq!(carry(closed, command(CommandKind::Reopen)).assigned(), Some(&officer(1)));
}

#[test]
fn what_was_stored_before_exclusions_loads_as_it_was() {
    let case = walk(&[CommandKind::RecordAttempt]);
    let mut json = serde_json::to_value(&case).unwrap();
    let text = json.to_string();
    assert!(!text.contains("uitgesloten") && !text.contains("nietVoor"), "nothing new stands in it");
    json["begin"].as_object_mut().unwrap().remove("uitgesloten");
    assert_eq!(serde_json::from_value::<Case>(json).unwrap(), case);
    let row = r#"{"id":"01010101010101010101010101010101","nummer":{"jaar":2026,"volgnummer":17},"revisie":1,
        "onderwerp":"plek","vormen":["arbeid"],"stap":"gemeld","volgende":"bel-melder","uiterlijk":"2026-04-30",
        "spoed":false,"nieuw":true,"toegewezenAan":null,"pogingen":0,"laatst":"2026-04-24T13:42:00.000Z"}"#;
    assert_eq!(serde_json::from_str::<Row>(row).unwrap(), Row::of(&new_case(|_| {})));
}
