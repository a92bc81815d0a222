use super::{DataKind, ReferralTarget, Sharing, SharingRule};

fn rule(to: ReferralTarget) -> SharingRule {
    Sharing::default().rule(to).unwrap().clone()
}

/// The table of domain §3, receiver by receiver: what never goes there.
#[test]
fn the_standard_table_keeps_back_what_the_domain_says() {
    use DataKind::{Ages, Care, Nature, Others, Place, PossibleOffender, PossibleVictim, Safety, Wishes};
    use ReferralTarget as To;
    let table: [(To, &[DataKind]); 13] = [
        (To::Kmt, &[Place, PossibleVictim, PossibleOffender, Others, Safety, Care, Wishes]),
        (To::KmtCase, &[Others, Care]),
        (To::Vtt, &[Care]),
        (To::WmoRegie, &[Place, PossibleOffender, Others]),
        (To::Ondermijning, &[Ages, PossibleVictim, PossibleOffender, Others, Safety, Care, Wishes]),
        (To::Riec, &[Ages, PossibleVictim, Others, Safety, Care, Wishes]),
        (To::Casustafel, &[Ages, PossibleVictim, Others, Safety, Care, Wishes]),
        (To::Dadertafel, &[Ages, PossibleVictim, Others, Safety, Care, Wishes]),
        (To::Casusoverleg, &[Others, Care]),
        (To::PersonalApproach, &[Others, Care]),
        (To::Police, &[Care, Wishes]),
        (To::Nla, &[Care, Wishes]),
        (To::Comensha, &[Place, PossibleOffender, Others]),
    ];
    assert_eq!(table.len(), ReferralTarget::receivers().count());
    for (to, never) in table {
        let rule = rule(to);
        assert_eq!(rule.never().collect::<Vec<_>>(), never, "{to:?}");
        assert!(rule.may.contains(&Nature), "{to:?}");
        assert_eq!((rule.grounds.len(), rule.consent), (1, to == To::Comensha), "{to:?}");
    }
    let example = Sharing::default();
    assert_eq!(example.check(), Vec::<String>::new());
    assert!(example.rule(To::TooLittle).is_none() && example.is_example());
}

#[test]
fn what_is_wrong_with_a_table_is_said_with_what_to_do() {
    use ReferralTarget::{Kmt, Police, TooLittle, Vtt};
    let grounds =
        |grounds: &[&str]| SharingRule { grounds: grounds.iter().map(|&one| one.into()).collect(), ..rule(Vtt) };
    let many: Vec<String> = (0..11).map(|at| format!("Verzonnen {at}")).collect();
    let table: Vec<(Vec<SharingRule>, &[&str])> = vec![
        (vec![], &[]),
        (vec![SharingRule { to: TooLittle, ..rule(Vtt) }], &["nu-te-weinig is no receiver: take it out of delen"]),
        (vec![rule(Vtt), rule(Vtt)], &["vtt stands in delen twice: put the two together"]),
        (
            vec![SharingRule { may: vec![DataKind::Nature, DataKind::Place], ..rule(Kmt) }],
            &["delen of kmt: mag names plek, but advice is asked without names and places; kmt-casus may have it"],
        ),
        (
            vec![SharingRule { may: vec![DataKind::Nature, DataKind::Nature], ..rule(Kmt) }],
            &["delen of kmt: mag names aard twice"],
        ),
        (
            vec![SharingRule { asks_coerced: false, ..rule(Police) }],
            &["delen of politie: people are named where offenders are looked for, so vraagtGedwongen has to be true"],
        ),
        (vec![SharingRule { may: vec![DataKind::Place], asks_coerced: false, ..rule(Police) }], &[]),
        (vec![grounds(&[])], &[]),
        (vec![grounds(&["Verzonnen", " "])], &["delen of vtt: ground 2 is not one line of text"]),
        (vec![grounds(&["Verzonnen", "Verzonnen "])], &["delen of vtt: ground 2 stands there twice"]),
        (vec![SharingRule { grounds: many, ..rule(Vtt) }], &["delen of vtt: grondslagen has room for 10"]),
    ];
    for (rules, wrong) in table {
        let table = Sharing { rules, ..Sharing::default() };
        assert_eq!(table.check(), wrong, "{table:?}");
    }
}

#[test]
fn a_rule_is_read_as_it_is_written() {
    // what was established does not change with the example
    assert!(serde_json::from_str::<Sharing>(r#"{"vastgesteldOp":"2026-11-30"}"#).is_err());
    let established: Sharing = serde_json::from_str(r#"{"vastgesteldOp":"2026-11-30","ontvangers":[]}"#).unwrap();
    assert!(!established.is_example() && established.rules.is_empty());
    let text = r#"{"naar":"comensha","mag":["aard","wens"],"grondslagen":["Verzonnen grond"],"metInstemming":true}"#;
    let read: SharingRule = serde_json::from_str(text).unwrap();
    assert!(read.consent && !read.asks_coerced && read.names("Verzonnen grond ") && !read.names("Een andere"));
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    for wrong in
        [r#"{"naar":"burgemeester","mag":[],"grondslagen":[]}"#, r#"{"naar":"vtt","mag":["alles"],"grondslagen":[]}"#]
    {
        assert!(serde_json::from_str::<SharingRule>(wrong).is_err());
    }
}
