use super::{super::*, found, names, with};
use crate::{
    case::{
        fixture,
        notes::{
            FormSheet, KmtKind, Means,
            rights::{Ground, Verdict},
        },
    },
    report::FindingCode as Code,
    sharing::ReferralTarget,
};

#[test]
fn everything_is_asked_at_once_in_the_order_of_the_form() {
    let sheet = SheetDraft { persons: vec![PersonDraft::default(); 2], ..SheetDraft::default() };
    let persons = |at: usize| ["rol", "leeftijd", "tolk"].map(|name| format!("/personen/{at}/{name}"));
    let rest = ["/veiligheid", "/kinderenInHuis", "/weetVanMelding"].map(String::from);
    assert_eq!(names(&sheet), [persons(0), persons(1), rest].concat());
    let early = EarlyEndDraft::default();
    let told = ["/terugkoppeling/wijze", "/terugkoppeling/tekst", "/terugkoppeling/datum"];
    assert_eq!(names(&early), [&["/reden", "/toelichting"][..], &told].concat());
}

#[test]
fn each_kind_of_kmt_check_asks_for_its_own_and_keeps_only_that() {
    let draft = |kind| KmtDraft {
        kind: Some(kind),
        question: "Herkennen jullie dit?".into(),
        asked_of: "Procesmanager".into(),
        day: "2026-04-29".into(),
        answer: "Nee.".into(),
        ..KmtDraft::default()
    };
    assert_eq!(names(&draft(KmtKind::Advice)), ["/samenvatting"]);
    assert_eq!(names(&draft(KmtKind::Known)), ["/grondslag"]);
    let known = |ground: &str| found(&KmtDraft { ground: Some(ground.into()), ..draft(KmtKind::Known) });
    assert_eq!(known(&fixture::ground(ReferralTarget::KmtCase)), []);
    for other in ["Een andere", &fixture::ground(ReferralTarget::Kmt)] {
        assert_eq!(known(other), [("/grondslag".to_owned(), Code::WrongGround)], "{other}");
    }
    let (summary, ground) = (Some("Plek met bedden.".into()), Some("Convenant".into()));
    let note = with(|context| KmtDraft { summary, ground, ..draft(KmtKind::Advice) }.check(context)).unwrap();
    assert!(note.summary.is_some() && note.ground.is_none());
}

#[test]
fn impossible_days_are_refused() {
    let plan = |until: &str| found(&PlanDraft { question: "Wie?".into(), until: until.into(), ..PlanDraft::default() });
    let told = |day: &str| {
        let typed = FeedbackDraft { text: "Besproken.".into(), day: day.into(), ..FeedbackDraft::default() };
        found(&typed).into_iter().find(|(pointer, _)| pointer == "/datum").map(|(_, code)| code)
    };
    assert_eq!(plan("2026-04-30"), []);
    for (day, code) in [("2026-04-29", Code::EndDateInPast), ("", Code::Required), ("30-04-2026", Code::BadShape)] {
        assert_eq!(plan(day), [("/einddatum".to_owned(), code)]);
    }
    assert_eq!((told("2026-04-30"), told("2026-05-01")), (None, Some(Code::InFuture)));
    let deferral =
        |day: &str| DeferralDraft { ground: Some(Ground::Limited), reason: "Gevaar.".into(), review: day.into() };
    assert_eq!(found(&deferral("2026-04-30")), [("/opnieuwBekijkenOp".to_owned(), Code::LaterDayNeeded)]);
    assert_eq!(found(&deferral("2026-05-01")), []);
}

#[test]
fn no_day_is_further_away_than_a_year() {
    let plan = |until: &str| found(&PlanDraft { question: "Wie?".into(), until: until.into(), ..PlanDraft::default() });
    assert_eq!(plan("+262142-12-31"), [("/einddatum".to_owned(), Code::BadShape)]);
    let deferral =
        |day: &str| DeferralDraft { ground: Some(Ground::Limited), reason: "Gevaar.".into(), review: day.into() };
    assert_eq!(found(&deferral("2027-04-30")), []);
    for far in ["2027-05-01", "9999-12-31"] {
        assert_eq!(found(&deferral(far)), [("/opnieuwBekijkenOp".to_owned(), Code::TooFarAhead)], "{far}");
    }
    let told = |day: &str| {
        let (means, text) = (Some(Means::Phone), "Besproken.".into());
        found(&FeedbackDraft { means, text, reporter: None, day: day.into() })
    };
    // the report came in on 24 April 2026
    assert_eq!(told("2025-04-24"), []);
    for long_ago in ["2025-04-23", "0202-04-30"] {
        assert_eq!(told(long_ago), [("/datum".to_owned(), Code::TooLongAgo)], "{long_ago}");
    }
}

/// Typed a thousand years away, on either side, there is something about it.
fn has_a_range<D: Draft, V: From<String>>(part: Part<D, V, D::Field>) {
    for far in ["1026-04-30", "3026-04-30"] {
        let mut draft = D::default();
        *(part.get_mut)(&mut draft) = far.to_owned().into();
        assert!(names(&draft).contains(&part.field.pointer()), "{:?}", part.field);
    }
}

#[test]
fn every_day_has_a_range() {
    has_a_range(AttemptDraft::happened());
    has_a_range(ConfirmationDraft::day());
    has_a_range(ContactDraft::happened());
    has_a_range(DeferralDraft::review());
    has_a_range(FeedbackDraft::day());
    has_a_range(InformedDraft::day());
    has_a_range(KmtDraft::day());
    has_a_range(EndDateDraft::until());
    has_a_range(PlanDraft::until());
    has_a_range(ReferralDraft::day());
    has_a_range(RequestDraft::received());
    has_a_range(SourceDraft::day());
    has_a_range(TakenOverDraft::day());
    for far in ["1026-04-30", "3026-04-30"] {
        let draft = AdviceDraft { verdict: Some(Verdict::Defer), until: Some(far.into()), ..AdviceDraft::default() };
        assert!(names(&draft).contains(&"/tot".to_owned()), "{far}");
    }
}

#[test]
fn speaking_happened_before_now_and_not_before_there_was_a_report() {
    let contact = |happened: Option<&str>| {
        found(&ContactDraft { means: Some(Means::Phone), happened: happened.map(String::from), summary: None })
    };
    // it is 14.00 hours in the Netherlands; the report came in at 15.42 hours on the 24th
    for fine in [None, Some(""), Some("2026-04-30T14:00"), Some("2026-04-24T15:42"), Some("2026-04-24T13:42:00Z")] {
        assert_eq!(contact(fine), [], "{fine:?}");
    }
    let wrong = [
        ("2026-04-30T14:01", Code::InFuture),
        ("2026-04-24T15:41", Code::BeforeReceipt),
        ("2026-03-29T02:30", Code::BadShape),
        ("gisteren", Code::BadShape),
    ];
    for (happened, code) in wrong {
        assert_eq!(contact(Some(happened)), [("/gebeurdOp".to_owned(), code)], "{happened}");
        let attempt = AttemptDraft { happened: Some(happened.into()), way: None, note: None };
        assert_eq!(found(&attempt), [("/gebeurdOp".to_owned(), code)], "{happened}");
    }
}

#[test]
fn a_source_has_a_ground() {
    let source = |name: &str| {
        found(&SourceDraft {
            source: name.into(),
            day: "2026-04-30".into(),
            result: "Niets.".into(),
            ..SourceDraft::default()
        })
    };
    assert_eq!(source("KvK"), []);
    for name in ["Zonder", "Verzonnen"] {
        assert_eq!(source(name), [("/bron".to_owned(), Code::SourceWithoutGround)]);
    }
    assert_eq!(source(" "), [("/bron".to_owned(), Code::Required)]);
}

#[test]
fn a_form_holds_twenty_persons() {
    let sheet =
        SheetDraft { persons: vec![PersonDraft::default(); FormSheet::MOST_PERSONS + 1], ..SheetDraft::default() };
    assert_eq!(found(&sheet)[0], ("/personen".to_owned(), Code::TooMany));
    assert_eq!(SheetField::Persons(Within::List).most(), Some(FormSheet::MOST_PERSONS));
}

#[test]
fn an_advice_rests_on_a_ground_that_carries_it() {
    let advice = |verdict, ground, until: Option<&str>| {
        let (verdict, ground, until) = (Some(verdict), Some(ground), until.map(String::from));
        let reason = "Verzonnen.".into();
        found(&AdviceDraft { request: Some(0), verdict, ground, reason, until, person: None })
    };
    let wrong = [("/grond".to_owned(), Code::WrongGround)];
    for ground in Ground::ALL.iter().copied() {
        let gives = if ground == Ground::Founded { vec![] } else { wrong.to_vec() };
        assert_eq!(advice(Verdict::Give, ground, None), gives, "{ground:?}");
        let refuses = if matches!(ground, Ground::Founded | Ground::Complex) { wrong.to_vec() } else { vec![] };
        assert_eq!(advice(Verdict::Refuse, ground, None), refuses, "{ground:?}");
        let defers = if matches!(ground, Ground::Limited | Ground::Complex) { vec![] } else { wrong.to_vec() };
        assert_eq!(advice(Verdict::Defer, ground, Some("2026-06-01")), defers, "{ground:?}");
    }
    let until = |code| [("/tot".to_owned(), code)];
    assert_eq!(advice(Verdict::Defer, Ground::Limited, None), until(Code::Required));
    assert_eq!(advice(Verdict::Defer, Ground::Limited, Some("2026-04-30")), until(Code::LaterDayNeeded));
    assert_eq!(advice(Verdict::Refuse, Ground::Others, Some("2020-01-01")), [], "only asked when it is put off");
}
