use super::{full::full, *};
use crate::{
    case::{
        Step,
        fixture::{from_kmt, new_case, on_the_way},
        pack::PackAnswer,
    },
    id::PackPrint,
};

/// A case with this form and this story, sent to this receiver.
fn told(to: ReferralTarget, form: FormSheet, story: &str, shared: &str) -> Case {
    use ActKind as K;
    let case = carry(new_case(|draft| story.clone_into(&mut draft.story)), act(K::RecordContact));
    let case = carry(case, Act::SaveForm(form));
    let case = on_the_way(&[K::StartInvestigation, K::RecordKmtCheck, K::MoveToDecision], case);
    sent(case, Referral { shared: Some(prose(shared)), ..referral(to) })
}

fn person(role: PersonRole, name: &str) -> Person {
    Person { roles: role.into(), description: Some(line(name)), ..form().persons[0].clone() }
}

fn none() -> CareRecord {
    CareRecord::default()
}

/// What an AF gets of it.
fn as_read(made: Made) -> PackAnswer {
    made.answer(PackPrint::from_bytes(&[1; 16]))
}

fn text(answer: &Made, id: &str) -> Option<String> {
    let item = answer.pack.items.iter().find(|item| item.id == id)?;
    if let PackValue::Text(text) = &item.value { Some(text.clone()) } else { None }
}

/// What was chosen from lists, by receiver: every id, with the kind that it takes.
#[test]
fn each_receiver_gets_the_answers_of_the_table_and_no_other() {
    let table = [
        ("melding.onderwerp", DataKind::Nature),
        ("melding.vormen", DataKind::Nature),
        ("besluit.inschatting", DataKind::Nature),
        ("veiligheid.minderjarig", DataKind::Ages),
        ("leeftijden", DataKind::Ages),
        ("veiligheid.gevaar", DataKind::Safety),
        ("veiligheid.veilig-thuis", DataKind::Safety),
        ("formulier.kinderen", DataKind::Safety),
        ("formulier.weet", DataKind::Wishes),
    ];
    for to in ReferralTarget::receivers() {
        let (case, care) = full(to);
        let rules = Sharing::default();
        let rule = rules.rule(to).unwrap();
        let answer = all(&case, (&care, true)).unwrap();
        let mut given: Vec<&str> =
            answer.pack.items.iter().filter(|item| !item.own_words).map(|item| item.id.as_str()).collect();
        let mut expected: Vec<&str> =
            table.iter().filter(|(_, kind)| rule.may.contains(kind)).map(|(id, _)| *id).collect();
        given.sort_unstable();
        expected.sort_unstable();
        assert_eq!(given, expected, "{to:?}");
        let answer = as_read(answer);
        let back: PackAnswer = serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap();
        assert_eq!(back, answer);
    }
}

#[test]
fn without_a_ground_nothing_goes() {
    let (case, care) = full(ReferralTarget::Police);
    let mut groundless = Sharing::default();
    groundless.rules.iter_mut().for_each(|rule| rule.grounds.clear());
    for sharing in [groundless, Sharing { rules: vec![], established: None }] {
        let beside = Beside { care: (&care, true), signals: &[], sharing: &sharing, officers: &[] };
        let answer = pack(&case, beside, &of_first(&case, vec![])).unwrap();
        // what the AF wrote for this receiver goes nowhere either
        assert!(answer.choice.is_empty() && answer.kept.len() > 20);
        let asked = of_first(&case, vec!["vervolgstap.gedeeld".into()]);
        assert_eq!(pack(&case, beside, &asked), Err(Refusal::NothingToDo));
    }
}

#[test]
fn what_may_not_go_cannot_be_chosen() {
    let (case, care) = full(ReferralTarget::Riec);
    let sharing = Sharing::default();
    let beside = Beside { care: (&care, true), signals: &[], sharing: &sharing, officers: &[] };
    for (referral, chosen) in [(0, "formulier.wens"), (0, "zorg.0"), (0, "persoon.0"), (0, "iets"), (1, ""), (9, "")] {
        let chosen = if chosen.is_empty() { vec![] } else { vec![chosen.to_owned()] };
        let asked = PackQuestion { referral, ..of_first(&case, chosen) };
        assert_eq!(pack(&case, beside, &asked), Err(Refusal::NothingToDo));
    }
    // the page was open while the decision became another one
    let other = PackQuestion { to: ReferralTarget::Vtt, ..of_first(&case, vec![]) };
    assert_eq!(pack(&case, beside, &other), Err(Refusal::PackChanged));
    let one = of_first(&case, vec!["persoon.1".into()]);
    assert_eq!(pack(&case, beside, &one).unwrap().pack.items.len(), 1, "nothing goes by itself");
}

#[test]
fn there_is_a_pack_once_it_was_decided_and_not_while_processing_is_restricted() {
    for step in [Step::Received, Step::InContact, Step::Investigation, Step::Decision] {
        assert_eq!(all(&case_in(step), (&none(), true)), Err(Refusal::NothingToDo), "{step:?}");
    }
    assert!(all(&case_in(Step::Referred), (&none(), true)).is_ok());
    assert!(all(&case_in(Step::Closed), (&none(), true)).is_ok(), "a receiver may ask later");
    let restricted = carry(case_in(Step::Referred), act(ActKind::Restrict));
    assert_eq!(all(&restricted, (&none(), true)), Err(Refusal::ProcessingRestricted));
    let nobody = Ruling { assessment: crate::case::notes::Assessment::TooLittle, ..ruling() };
    let nobody = Ruling { referrals: vec![referral(ReferralTarget::TooLittle)], ..nobody };
    let case = carry_by(2, carry(case_in(Step::Decision), Act::Decide(nobody)), Act::Agree(Some(ActKind::Decide)));
    assert_eq!(all(&case, (&none(), true)), Err(Refusal::NothingToDo));
}

/// Advice is asked without anything that points at anybody: what others wrote stays, and in the AF's own summary the
/// melder and everybody on the form are blanked.
#[test]
fn advice_holds_no_words_but_the_summary_of_the_af() {
    let sheet = FormSheet { persons: vec![person(PersonRole::PossibleVictim, "Bo Fictief")], ..form() };
    let case = told(
        ReferralTarget::Kmt,
        sheet,
        "Ik zag bedden.",
        "Bo Fictief werkt daar, zei Nadia Verzonnen. Bel 06-12345678.",
    );
    let answer = all(&case, (&none(), true)).unwrap();
    let own: Vec<&str> = answer.pack.items.iter().filter(|item| item.own_words).map(|item| item.id.as_str()).collect();
    assert_eq!(own, ["vervolgstap.gedeeld"]);
    let said = text(&answer, "vervolgstap.gedeeld").unwrap();
    assert_eq!(said, "[weggelakt] werkt daar, zei [weggelakt]. Bel [weggelakt].");
    let why = |name: &str| answer.kept.iter().find(|kept| kept.name == name).map(|kept| kept.why);
    assert_eq!(why("Wat er gezien is"), Some(KeptWhy::OwnWords));
    assert_eq!(why("Iemand op het formulier"), Some(KeptWhy::Kind));
}

/// Who may not be named there is not named in a text that may go either.
#[test]
fn a_text_names_nobody_who_may_not_be_named() {
    let persons =
        vec![person(PersonRole::PossibleVictim, "Bo Fictief"), person(PersonRole::PossibleOffender, "Ko Nep")];
    let sheet = FormSheet { persons, ..form() };
    let story = "Bo Fictief werkt voor Ko Nep op Voorbeeldstraat 1. Nadia Verzonnen zag het. Kenteken 12-AB-34, \
        bel 06-12345678.";
    for (to, bo, ko, number) in [
        (ReferralTarget::Riec, false, true, false),
        (ReferralTarget::WmoRegie, true, false, false),
        (ReferralTarget::Vtt, true, true, true),
    ] {
        let answer = all(&told(to, sheet.clone(), story, "Zie hieronder."), (&none(), true)).unwrap();
        let said = text(&answer, "melding.verhaal").unwrap();
        let holds = [said.contains("Fictief"), said.contains("Nep"), said.contains("12345678")];
        assert_eq!(holds, [bo, ko, number], "{to:?}: {said}");
        let place = to != ReferralTarget::WmoRegie;
        assert_eq!([said.contains("12-AB-34"), said.contains("Voorbeeldstraat")], [place; 2], "{to:?}: {said}");
        assert!(!said.contains("Nadia"), "{to:?}: {said}");
    }
}

/// Whoever may have the numbers of people gets neither the melder's, in whatever form, nor a BSN. What was found is not
/// said to be missing.
#[test]
fn the_number_of_the_melder_and_a_bsn_go_nowhere() {
    let story = "Bel 0031 74 000 00 00, 000 00 00 of 06-12345678. BSN 111222333.";
    let answer = all(&told(ReferralTarget::Vtt, form(), story, "Nadia Verzonnen."), (&none(), true)).unwrap();
    let said = text(&answer, "melding.verhaal").unwrap();
    assert!(said.contains("06-12345678") && !said.contains("000") && !said.contains("111222333"), "{said}");
    let missed = |kind| answer.missed.iter().any(|one| one.kind == kind);
    // it stands in a text that does not go there
    let stays = all(&told(ReferralTarget::Ondermijning, form(), "Bel 074 000 00 00.", "Kort."), (&none(), true));
    assert!(stays.unwrap().missed.iter().any(|one| one.kind == SoughtKind::Phone));
    assert!(!missed(SoughtKind::Phone) && !missed(SoughtKind::Name) && missed(SoughtKind::Email));
}

#[test]
fn an_af_is_a_function_and_no_name() {
    let case = told(ReferralTarget::Vtt, form(), "Ik zag bedden.", "Fleur Oefening belde.");
    let (sharing, officers) = (Sharing::default(), ["Fleur Oefening".to_owned()]);
    let beside = Beside { care: (&none(), true), signals: &[], sharing: &sharing, officers: &officers };
    let asked = of_first(&case, vec!["vervolgstap.gedeeld".into()]);
    let answer = pack(&case, beside, &asked).unwrap();
    assert_eq!(text(&answer, "vervolgstap.gedeeld").as_deref(), Some("[weggelakt] belde."));
}

/// What the table asks besides has to stand in the decision, also in one of before the table.
#[test]
fn without_what_the_table_asks_it_stays() {
    let decided = |referral: Referral| {
        let proposed = Act::Decide(Ruling { referrals: vec![referral], ..ruling() });
        carry_by(2, carry(case_in(Step::Decision), proposed), Act::Agree(Some(ActKind::Decide)))
    };
    let why = |referral: Referral| {
        let answer = all(&decided(referral), (&none(), true)).unwrap();
        let why = answer.kept.iter().find(|kept| kept.name == "Wat we delen").map(|kept| kept.why);
        (answer.choice.is_empty(), why)
    };
    let grounded = |to| Referral { ground: Some(line(&ground(to))), ..referral(to) };
    assert_eq!(
        why(referral(ReferralTarget::Vtt)),
        (true, Some(KeptWhy::Ground)),
        "a ground that the table does not name"
    );
    assert_eq!(why(Referral { ground: None, ..referral(ReferralTarget::Vtt) }), (true, Some(KeptWhy::Ground)));
    assert_eq!(why(grounded(ReferralTarget::Comensha)), (true, Some(KeptWhy::Consent)));
    assert_eq!(why(grounded(ReferralTarget::Vtt)), (false, None));
    let persons =
        vec![person(PersonRole::PossibleVictim, "Bo Fictief"), person(PersonRole::PossibleOffender, "Ko Nep")];
    let case = told(ReferralTarget::Police, FormSheet { persons, ..form() }, "Bo Fictief zei het.", "Kort.");
    let answer = all(&case, (&none(), true)).unwrap();
    let kept = answer.kept.iter().find(|kept| kept.name == "Iemand op het formulier").map(|kept| kept.why);
    assert_eq!(kept, Some(KeptWhy::Unanswered));
    assert!(!serde_json::to_string(&answer.choice).unwrap().contains("Fictief"), "not in a text either");
}

#[test]
fn ages_tell_of_nobody_who_may_not_be_known() {
    let persons =
        vec![person(PersonRole::PossibleVictim, "Bo Fictief"), person(PersonRole::PossibleOffender, "Ko Nep")];
    let sheet = FormSheet { persons, ..form() };
    for (to, count) in [(ReferralTarget::Kmt, 2), (ReferralTarget::WmoRegie, 1), (ReferralTarget::Vtt, 2)] {
        let answer = all(&told(to, sheet.clone(), "Ik zag bedden.", "Kort."), (&none(), true)).unwrap();
        let ages = |value: &PackValue| if let PackValue::Ages(ages) = value { Some(ages.len()) } else { None };
        let ages = answer.pack.items.iter().find_map(|item| ages(&item.value));
        assert_eq!(ages, Some(count), "{to:?}");
    }
}

#[test]
fn what_is_written_about_care_goes_when_the_af_reads_it() {
    let (case, care) = full(ReferralTarget::WmoRegie);
    let has = |reads| text(&all(&case, (&care, reads)).unwrap(), "zorg.0");
    assert_eq!((has(true).as_deref(), has(false)), (Some("Over de gezondheid"), None));
    let shut = all(&case, (&care, false)).unwrap();
    assert!(shut.kept.iter().any(|kept| kept.why == KeptWhy::Unopened));
    assert!(!serde_json::to_string(&as_read(shut)).unwrap().contains("Over de gezondheid"));
}

/// A signal from KMT: whoever gave it there is protected as a melder is.
#[test]
fn who_gave_a_signal_at_kmt_is_in_no_pack() {
    let case = sent(from_kmt(Step::Decision), referral(ReferralTarget::Police));
    let who = case.origins().report.kmt().unwrap().who.as_str().to_owned();
    let sent = serde_json::to_string(&all(&case, (&none(), true)).unwrap().pack.items).unwrap();
    assert!(!sent.contains(&who), "{who}");
}
