//! What settles Veilig Thuis, and what an AF may correct.
use crate::{
    answer::{Known, YesNo},
    case::{
        Act, ActKind, Case, NextAction, Refusal, Row, Safety, Settles, Step,
        fixture::{
            act, ask, carry, carry_by, case_in, correct, form, kmt, line, new_case, officer, plan,
            safety::{in_step, not_needed, open, records, with_minor},
            source, walk,
        },
        kmt::Taken,
        notes::{AdviserSays, AgeGroup, NotNeededFor, SafetyFact, VttNote, VttStand},
    },
    report::Alarm,
};

/// What one AF records; a second one agrees where that is asked.
fn settle(case: Case, note: VttNote) -> Case {
    let after = carry(case, Act::RecordVtt(note));
    if after.pending().is_empty() { after } else { carry_by(2, after, Act::Agree(None)) }
}

/// Every record × age × danger: whether it is still open afterwards, and once KMT was asked.
#[test]
fn what_settles_veilig_thuis_and_what_keeps_it_open() {
    for (minor, danger) in Known::ALL.iter().flat_map(|one| Known::ALL.iter().map(move |two| (*one, *two))) {
        for note in records() {
            let case = settle(new_case(open(minor, danger)), note.clone());
            let (age, danger) = (minor.may_be(), danger.may_be());
            let (now, after_kmt) = match note.settles() {
                Settles::All => (false, false),
                Settles::OnceKmtIsAsked => (true, false),
                Settles::Only(NotNeededFor::Adult) => (danger, danger),
                Settles::Only(NotNeededFor::SafeAtHome) => (age, age),
                Settles::Only(NotNeededFor::Other) => (false, false),
                Settles::Nothing => (age || danger, age || danger),
            };
            assert_eq!(case.vtt_open(), now, "{minor:?} {danger:?} {note:?}");
            assert_eq!(
                carry(case, act(ActKind::RecordKmtCheck)).vtt_open(),
                after_kmt,
                "{minor:?} {danger:?} {note:?}"
            );
        }
    }
    let nothing = [VttStand::Advised, VttStand::NotReached, VttStand::NotYet];
    assert_eq!(records().iter().filter(|note| note.settles() == Settles::Nothing).count(), nothing.len());
}

#[test]
fn not_needed_takes_a_second_af_where_there_may_be_a_minor_and_the_melders_answer_stays() {
    for minor in [Known::Yes, Known::Unknown] {
        let case = new_case(open(minor, Known::No));
        let proposed = carry(case.clone(), not_needed(NotNeededFor::Adult));
        assert!(proposed.vtt_open() && Row::of(&proposed).awaits_second);
        assert_eq!(ask(&proposed, Act::Agree(None), &officer(1)), Err(Refusal::OtherOfficerNeeded));
        let agreed = carry_by(2, proposed.clone(), Act::Agree(None));
        assert!(!agreed.vtt_open() && !agreed.is_urgent() && agreed.alarms().is_empty());
        assert_eq!(agreed.origins(), case.origins(), "the melder's own words");
        let worse = carry(carry(proposed, act(ActKind::RecordContact)), Act::SaveForm(with_minor()));
        let still = minor == Known::Yes;
        assert_eq!(ask(&worse, Act::Agree(None), &officer(2)).is_ok(), still, "agreed to what was known then");
    }
    let by_form = carry(case_in(Step::InContact), Act::SaveForm(with_minor()));
    assert!(!carry(by_form, not_needed(NotNeededFor::Other)).pending().is_empty(), "the form said so");
}

/// Danger calls for Veilig Thuis in domestic violence: where nobody may be a minor one AF says that it is not at home.
#[test]
fn danger_at_a_business_is_asked_about_and_not_demanded() {
    let case = new_case(open(Known::No, Known::Yes));
    assert!(case.safety().asks_about_home() && case.vtt_open());
    let answered = carry(case, not_needed(NotNeededFor::SafeAtHome));
    assert!(!answered.vtt_open() && answered.pending().is_empty());
    assert_eq!(answered.alarms(), [Alarm::Danger], "it stays urgent all the same");
    assert!(!new_case(open(Known::Yes, Known::Yes)).safety().asks_about_home());
    let adult = carry_by(
        2,
        carry(new_case(open(Known::Unknown, Known::Yes)), not_needed(NotNeededFor::Adult)),
        Act::Agree(None),
    );
    assert!(adult.vtt_open() && adult.safety().asks_about_home(), "an adult can be unsafe at home");
}

#[test]
fn when_veilig_thuis_declines_kmt_is_asked_the_same_day() {
    for step in [Step::Received, Step::InContact, Step::Investigation, Step::Decision, Step::Referred] {
        let case = in_step(step, open(Known::Yes, Known::No));
        let declined = carry(case, Act::RecordVtt(VttNote::Declined { why: line("Geen huiselijk geweld") }));
        let (row, day) = (Row::of(&declined), declined.entries().last().unwrap().at.day());
        assert_eq!((row.next, row.due), (NextAction::AskKmtToday, Some(day)), "{step:?}");
        assert!(row.urgent && declined.vtt_open());
        let asked = carry(declined.clone(), act(ActKind::RecordKmtCheck));
        assert!(!asked.vtt_open() && Row::of(&asked).next != NextAction::AskKmtToday, "{step:?}");
        // asked in Meldroute it is settled by the answer, and not by asking
        let waits = kmt::asked(declined);
        assert!(waits.vtt_open() && Row::of(&waits).next == NextAction::AskKmtToday, "{step:?}");
        let ended = carry(waits.clone(), kmt::of_kmt(ActKind::EndKmtQuestion));
        assert!(ended.vtt_open(), "{step:?}: nobody answered");
        let advised = kmt::said(&waits, AdviserSays::Advises);
        assert!(!advised.vtt_open() && Row::of(&advised).next != NextAction::AskKmtToday, "{step:?}");
        let read: Case = serde_json::from_value(serde_json::to_value(&advised).unwrap()).unwrap();
        assert_eq!(read, advised, "{step:?}: the same when it is read again");
        let Taken::Added(tried) = advised.with_try(&kmt::new_link().link, advised.last().0) else { panic!("{step:?}") };
        let read: Case = serde_json::from_value(serde_json::to_value(&tried).unwrap()).unwrap();
        assert!(read == *tried && !read.vtt_open(), "{step:?}: a wrong code after the advice takes nothing back");
        let seen = Safety::of(&advised.origins().report, advised.entries(), &[advised.kmt()[0].said[0].at]);
        assert_eq!(&seen, advised.safety(), "{step:?}: as the page works it out");
        let again = carry(advised, Act::RecordVtt(VttNote::Declined { why: line("Opnieuw niet") }));
        let read: Case = serde_json::from_value(serde_json::to_value(&again).unwrap()).unwrap();
        assert!(again.vtt_open() && read == again, "{step:?}: that came after the advice");
    }
    let closed = Act::RecordVtt(VttNote::Declined { why: line("Geen huiselijk geweld") });
    assert_eq!(ask(&case_in(Step::Closed), closed, &officer(1)), Err(Refusal::ReopenFirst));
}

/// A check with KMT of before the investigation is a check with KMT: it is not asked twice.
#[test]
fn a_check_of_before_the_investigation_counts() {
    let case = walk(&[ActKind::RecordKmtCheck, ActKind::RecordContact, ActKind::SaveForm, ActKind::StartInvestigation]);
    assert_eq!(Row::of(&case).next, NextAction::FinishInvestigation);
    assert!(ask(&case, act(ActKind::MoveToDecision), &officer(1)).is_ok());
}

#[test]
fn where_veilig_thuis_took_over_the_household_is_left_alone_unless_agreed() {
    let taken = |step| {
        let note = VttNote::TakenOver { who: line("Team Noord"), when: line("Vandaag"), reference: None };
        carry(case_in(step), Act::RecordVtt(note))
    };
    let table = [
        (None, None, Err(Refusal::AgreeWithVttFirst)),
        (Some(YesNo::Yes), None, Err(Refusal::AgreeWithVttFirst)),
        (Some(YesNo::Yes), Some(line("Mag van Team Noord")), Ok(())),
        (Some(YesNo::No), None, Ok(())),
    ];
    for (household, agreed, expected) in table {
        let plan = Act::StartInvestigation(crate::case::notes::Plan { household, agreed: agreed.clone(), ..plan() });
        let source = Act::RecordSource(crate::case::notes::SourceNote { household, agreed, ..source("KvK") });
        for (step, act) in [(Step::InContact, plan), (Step::Investigation, source)] {
            assert_eq!(ask(&taken(step), act.clone(), &officer(1)).map(drop), expected, "{step:?} {household:?}");
            assert!(ask(&case_in(step), act, &officer(1)).is_ok(), "not taken over");
        }
    }
}

#[test]
fn one_af_raises_and_two_lower_and_everything_follows() {
    use Known::{No, Unknown, Yes};
    let table =
        [(No, Yes, true), (No, Unknown, true), (Unknown, Yes, true), (Yes, Unknown, false), (Unknown, No, false)];
    for (was, is, at_once) in table {
        for fact in SafetyFact::ALL {
            let reported = match fact {
                SafetyFact::Minor => open(was, No),
                SafetyFact::Danger => open(No, was),
            };
            let case = carry(new_case(reported), correct(*fact, is));
            assert_eq!(case.pending().is_empty(), at_once, "{fact:?} {was:?} {is:?}");
            assert_eq!(case.safety().fact(*fact), if at_once { is } else { was });
            let case = if at_once { case } else { carry_by(2, case, Act::Agree(None)) };
            assert_eq!(case.safety().fact(*fact), is);
            let row = Row::of(&case);
            let open = is.may_be();
            assert_eq!((case.vtt_open(), row.urgent, row.alarms.is_empty()), (open, open, !open), "{fact:?} {is:?}");
            assert_eq!(crate::case::Progress::of(&case).alarms, row.alarms);
            assert_eq!(ask(&case, correct(*fact, is), &officer(1)), Err(Refusal::AlreadySo));
        }
    }
}

/// Age unknown in the form is no news where two AFs agreed that it is an adult; a minor is.
#[test]
fn a_correction_holds_until_something_new_is_known() {
    let unknown = || {
        let mut form = form();
        form.persons[0].age = AgeGroup::Unknown;
        Act::SaveForm(form)
    };
    let case = carry(carry(case_in(Step::InContact), unknown()), correct(SafetyFact::Minor, Known::No));
    let adult = carry_by(2, case, Act::Agree(None));
    assert!(!adult.vtt_open());
    let same = carry(adult, unknown());
    assert!(!same.vtt_open(), "the same form again");
    assert!(carry(same, Act::SaveForm(with_minor())).vtt_open());
}
