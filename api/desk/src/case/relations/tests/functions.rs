//! Functions that a melder excluded, and what happens when somebody gets another one.
use super::*;

#[test]
fn a_function_that_a_melder_excluded_stays_out_whoever_has_it_now_or_had_it_then() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let excluded = vec![FunctionId::parse("regisseur-wmo").unwrap()];
        let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() };
        let id = kit::inbox::arrival::accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).unwrap().id;
        take_in(&desk).unwrap();
        assert_eq!(relation(&desk, &id, &ada), Relation::Excluded);
        assert_eq!(relation(&desk, &id, &cor), Relation::Excluded, "a function that is not known proves nothing");
        assert_eq!(relation(&desk, &id, &bea), Relation::Unassigned);
        assert_eq!(open(&desk, &ada, &id, reason()).err(), Some(Failure::not_found()));
        let swap = |accounts: Option<Vec<StoredAccount>>| {
            let mut accounts = accounts.unwrap();
            let function = accounts[0].function.take();
            accounts[0].function = accounts[1].function.take();
            accounts[1].function = function;
            Ok(kit::store::Change::Write(accounts, ()))
        };
        desk.cases.update(&crate::account::ACCOUNTS, swap).unwrap();
        assert_eq!(relation(&desk, &id, &ada), Relation::Excluded, "had it at take-in");
        assert_eq!(relation(&desk, &id, &bea), Relation::Excluded, "has it now");
        let number = load(&desk, &id).unwrap().value.origins().number;
        assert_eq!(
            without_officer(&desk, &crate::case::open(&desk).unwrap()),
            Ok(vec![number]),
            "and somebody is told that nobody is left"
        );
    }
}

#[test]
fn everybody_and_nobody_of_the_profile_cannot_be_excluded() {
    let [desk, ..] = kits();
    let all = ["regisseur-wmo", "zorg-en-veiligheid"].map(|id| FunctionId::parse(id).unwrap());
    let stranger = vec![FunctionId::parse("burgemeester").unwrap()];
    for excluded in [all.to_vec(), stranger] {
        let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() };
        assert!(kit::inbox::arrival::accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).is_err());
    }
}

/// A function that is given later opens nothing to somebody who could have been the person meant.
#[test]
fn whose_function_is_not_known_stays_out_by_name_while_somebody_else_is_left() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let excluded = vec![FunctionId::parse("regisseur-wmo").unwrap()];
        let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() };
        let id = kit::inbox::arrival::accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).unwrap().id;
        take_in(&desk).unwrap();
        let function = FunctionId::parse("zorg-en-veiligheid").ok();
        by_beheerder(&desk, &cor, &AccountCommand::SetFunction { function: function.clone() });
        assert_eq!(account::all(&desk).unwrap()[2].function, None, "it waits for a second person");
        access::answer(&desk, &cor.account, revision(&desk, &cor), AccessAnswer::Confirm, &ada.account).unwrap();
        assert_eq!(account::all(&desk).unwrap()[2].function, function);
        assert_eq!(relation(&desk, &id, &cor), Relation::Excluded, "named at take-in");
        assert_eq!(relation(&desk, &id, &bea), Relation::Unassigned);
    }
}

/// Nobody with another function is there: then a report lies unseen until a second person confirms one.
#[test]
fn a_report_that_nobody_may_see_opens_to_a_function_that_a_second_person_confirmed() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let excluded = ["zorg-en-veiligheid"].map(|id| FunctionId::parse(id).unwrap()).to_vec();
        by_beheerder(&desk, &ada, &AccountCommand::Block);
        let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() };
        let id = kit::inbox::arrival::accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).unwrap().id;
        take_in(&desk).unwrap();
        assert_eq!(without_officer(&desk, &crate::case::open(&desk).unwrap()).unwrap().len(), 1);
        let function = FunctionId::parse("regisseur-wmo").ok();
        by_beheerder(&desk, &cor, &AccountCommand::SetFunction { function });
        assert_eq!(relation(&desk, &id, &cor), Relation::Excluded);
        access::answer(&desk, &cor.account, revision(&desk, &cor), AccessAnswer::Confirm, &bea.account).unwrap();
        assert_eq!(relation(&desk, &id, &cor), Relation::Unassigned);
        assert_eq!(relation(&desk, &id, &bea), Relation::Excluded);
    }
}
