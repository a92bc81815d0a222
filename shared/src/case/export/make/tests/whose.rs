//! For whom a copy is.
use super::*;

fn after(case: &Case, events: Vec<Event>) -> Case {
    let at = case.entries().last().unwrap().at;
    let entry = |event| Entry { at, by: AccountId::from_bytes(&[3; 16]), event };
    events.into_iter().map(entry).fold(case.clone(), |case, entry| case.apply(entry).unwrap())
}

/// Low 10 of the security reading: the AF chose for whom the copy was, whoever had asked.
#[test]
fn a_copy_is_for_the_person_whose_request_was_granted_and_for_nobody_else() {
    let case = case_of(&plain(), 0, false, Some(1));
    let shown = |case: &Case| {
        let answer = copied(case, &question(case)).unwrap();
        (serde_json::to_string(&answer.copy).unwrap() + &answer.document).to_lowercase()
    };
    assert!(shown(&case).contains("otto") && !shown(&case).contains("fictief"));
    // the form changes places after the decision
    let mut form = case.latest_form().unwrap().clone();
    form.persons.rotate_left(1);
    let turned = after(&case, vec![Event::FormSaved(form.clone())]);
    assert!(shown(&turned).contains("otto") && !shown(&turned).contains("fictief"));
    // nobody is described as then any more, or two are
    let otto = form.persons.remove(0);
    let gone = after(&case, vec![Event::FormSaved(form.clone())]);
    form.persons.extend([otto.clone(), otto]);
    let twice = after(&case, vec![Event::FormSaved(form)]);
    for case in [gone, twice] {
        assert!(copied(&case, &question(&case)).unwrap().copy.person.is_none());
        assert!(!shown(&case).contains("otto") && !shown(&case).contains("fictief"));
    }
    let second = AccessQuestion { request: 1, released: vec![] };
    assert_eq!(copied(&case, &second), Err(Refusal::NothingToDo), "another request was not granted");
    let restriction =
        Request { right: Right::Restriction, received: case.origins().received.day(), identified: YesNo::Yes };
    let advice = case.rights().requests()[0].advice.clone().unwrap();
    let granted = after(
        &case,
        vec![
            Event::Rights(RightsEvent::Requested(restriction)),
            Event::Rights(RightsEvent::Advised(Advice { request: 1, person: None, ..advice })),
            Event::Rights(RightsEvent::RequestDecided(RequestDecision { request: 1, agreed: YesNo::Yes })),
        ],
    );
    assert_eq!(copied(&granted, &second), Err(Refusal::NothingToDo), "what was granted is no inzage");
}
