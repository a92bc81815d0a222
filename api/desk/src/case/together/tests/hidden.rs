//! Reports that not every AF may know of.
use super::*;
use shared::contract::AccountCommand;

/// A report about a colleague, which nobody with this function may know of.
fn hidden_from(function: &str) -> Draft {
    let excluded = FunctionId::parse(function).into_iter().collect();
    Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() }
}

#[test]
fn an_af_learns_nothing_of_reports_that_are_not_for_them_and_closes_none_of_them() {
    for desk in kits() {
        let [ada, bea, dia] = people(&desk);
        let plain: Vec<CaseId> = (0..3).map(|n| arrives(&desk, n, &examples::draft())).collect();
        let hidden = arrives(&desk, 10, &hidden_from("zorg-en-veiligheid"));
        propose(&desk, &viewer(&desk, &ada), &all(None)).unwrap();
        assert_eq!((seen(&desk, &ada)[0].count, seen(&desk, &bea)[0].count), (4, 3));
        let shown = serde_json::to_string(&seen(&desk, &bea)).unwrap();
        assert!(!shown.contains(hidden.as_str()));
        let id = only(&desk, &bea);
        agree(&desk, &viewer(&desk, &bea), &id).unwrap();
        finish(&desk).unwrap();
        assert!(plain.iter().all(|id| step(&desk, id) == Step::Closed));
        assert_eq!(step(&desk, &hidden), Step::Received, "Bea agreed to nothing that is not for her");
        assert_eq!(seen(&desk, &dia)[0].closed, 3);
        // a selection of nothing else
        propose(&desk, &viewer(&desk, &ada), &all(None)).unwrap();
        let mine = seen(&desk, &ada);
        let other = &mine.iter().find(|one| one.ended.is_none()).unwrap().id;
        assert!(seen(&desk, &bea).iter().all(|one| one.id != *other));
        let code = Some(Refusal::NothingProposed.as_str().to_owned());
        for answer in [agree, reject, go_on] {
            assert_eq!(refused(answer(&desk, &viewer(&desk, &bea), other)), code, "as if it were not there");
        }
        // Bea selects nothing of it either, and does not learn that it is there
        let mine = propose(&desk, &viewer(&desk, &bea), &all(None)).map(drop);
        assert_eq!(refused(mine), Some(Refusal::NothingToDo.as_str().to_owned()));
        let number = load(&desk, &hidden).unwrap().value.origins().number.sequence;
        let [known, unknown] = [number, 9999].map(|n| propose(&desk, &viewer(&desk, &bea), &all(Some(n))));
        assert_eq!(known, unknown);
    }
}

/// Otherwise one person would close many with the proposal of an account that was blocked for a reason.
#[test]
fn nobody_agrees_with_an_af_who_can_no_longer_log_in() {
    let desk = kit_over(memory(), memory(), memory());
    let [ada, bea, _] = people(&desk);
    arrives(&desk, 1, &examples::draft());
    propose(&desk, &viewer(&desk, &ada), &all(None)).unwrap();
    let id = only(&desk, &bea);
    let revision = account::all(&desk).unwrap().iter().find(|one| one.id == ada).unwrap().revision;
    account::command(&desk, &ada, revision, &AccountCommand::Block, &AccountId::from_bytes(&[9; 16])).unwrap();
    let code = Some(Refusal::OtherOfficerNeeded.as_str().to_owned());
    assert_eq!(refused(agree(&desk, &viewer(&desk, &bea), &id)), code);
    assert!(!seen(&desk, &bea)[0].may_agree);
    reject(&desk, &viewer(&desk, &bea), &id).unwrap();
    propose(&desk, &viewer(&desk, &bea), &all(None)).unwrap();
}
