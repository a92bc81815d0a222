//! What the melder answers reaches the case, once, wherever a machine stops.
use super::*;
use shared::{
    case::notes::{Question, ReporterAnswer},
    contract::ProblemKind,
};

fn answer(question: usize, text: &str, at: Moment) -> ReporterAnswer {
    ReporterAnswer::to(question, Prose::parse(text).unwrap(), at)
}

/// A case whose melder was asked this.
fn asked(desk: &Desk, texts: &[&str]) -> CaseId {
    let id = send(desk, 1).id;
    take_in(desk).unwrap();
    change(desk, &id, contact());
    for text in texts {
        let event = Event::ReporterAsked(Question { text: Prose::parse(text).unwrap() });
        save(desk, &load(desk, &id).unwrap(), Entry { at: desk.now(), by: actor(), event }).unwrap();
    }
    id
}

/// What the holder of the code sees.
fn seen(desk: &Desk) -> Vec<(String, bool)> {
    let shown = desk.status(&status_key(&secret(1).code())).get().unwrap().and_then(|status| status.shown());
    let questions = shown.map(|shown| shown.questions).unwrap_or_default();
    questions.into_iter().map(|one| (one.text.as_str().to_owned(), one.answered.is_some())).collect()
}

#[test]
fn an_answer_waits_beside_the_status_and_goes_into_the_case_once() {
    for desk in kits() {
        let id = asked(&desk, &["Welke dag?", "Hoe laat?"]);
        assert_eq!(seen(&desk), [("Welke dag?".into(), false), ("Hoe laat?".into(), false)]);
        let slot = desk.status(&status_key(&secret(1).code()));
        let sent = answer(0, "Maandag", desk.now());
        assert!(slot.answer(&sent).unwrap().is_some());
        assert_eq!(seen(&desk)[0], ("Welke dag?".into(), true), "at once");
        assert!(slot.answer(&sent).unwrap().is_some(), "a retry is no other answer");
        let refused = |answer: &ReporterAnswer| match slot.answer(answer) {
            Err(Failure::Problem(kind, ..)) => kind,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(&answer(0, "Dinsdag", desk.now())), ProblemKind::Exists);
        assert_eq!(refused(&answer(9, "Dinsdag", desk.now())), ProblemKind::NotFound);
        assert_eq!(open_rows(&desk).unwrap()[0].questions, 2);
        assert_eq!(take_answers_due(&desk), Ok(1));
        let case = load(&desk, &id).unwrap().value;
        assert_eq!((case.answers(), case.open_questions()), (&[sent][..], 1));
        assert_eq!(open_rows(&desk).unwrap()[0].questions, 1);
        let stored = slot.get().unwrap().unwrap();
        assert!(!serde_json::to_string(&stored).unwrap().contains("Maandag"), "its words have one place");
        assert_eq!(seen(&desk)[0], ("Welke dag?".into(), true));
        assert!(slot.answer(&answer(0, "Maandag", desk.now())).unwrap().is_some(), "a late retry is no other answer");
        assert_eq!(refused(&answer(0, "Dinsdag", desk.now())), ProblemKind::Exists, "also afterwards");
        change(&desk, &id, end_early());
        assert!(slot.answer(&answer(0, "Maandag", desk.now())).unwrap().is_some(), "also when it is over");
        assert_eq!(refused(&answer(1, "Acht uur", desk.now())), ProblemKind::NotFound, "nothing is asked any more");
        assert_eq!(take_answers_due(&desk), Ok(0));
    }
}

#[test]
fn an_answer_with_the_code_of_before_is_taken_too_and_that_code_opens_nothing() {
    for desk in kits() {
        let id = asked(&desk, &["Welke dag?"]);
        let old = desk.status(&status_key(&secret(1).code()));
        old.answer(&answer(0, "Maandag", desk.now())).unwrap();
        let new = Event::CodeIssued { status_key: status_key(&secret(2).code()) };
        save(&desk, &load(&desk, &id).unwrap(), Entry { at: desk.now(), by: actor(), event: new }).unwrap();
        assert_eq!(old.answer(&answer(0, "Dinsdag", desk.now())), Ok(None), "as where nothing is");
        assert!(take_answers(&desk, &load(&desk, &id).unwrap()).unwrap());
        assert_eq!(load(&desk, &id).unwrap().value.answers().len(), 1);
        assert!(old.get().unwrap().unwrap().answers.is_empty());
    }
}

/// What the melder wrote is not lost when an AF settles the question, or ends the case, at the same moment.
#[test]
fn an_answer_that_crosses_an_act_of_an_af_is_taken_and_the_act_is_not_refused() {
    for desk in kits() {
        let id = asked(&desk, &["Welke dag?"]);
        let slot = desk.status(&status_key(&secret(1).code()));
        slot.answer(&answer(0, "Maandag", desk.now())).unwrap();
        // what the AF had read before the answer was taken
        let read = load(&desk, &id).unwrap();
        assert!(take_answers(&desk, &read).unwrap());
        let remark = |text: &str| Event::Remarked(notes::Remark { text: Prose::parse(text).unwrap() });
        let entry = Entry { at: desk.now(), by: actor(), event: remark("Gebeld") };
        assert!(matches!(save(&desk, &read, entry), Ok(Saved::Done(case)) if case.answers().len() == 1));
        let late = asked_again(&desk, &id, "Hoe laat?");
        late.answer(&answer(1, "Acht uur", desk.now())).unwrap();
        change(&desk, &id, end_early());
        assert_eq!(take_answers_due(&desk), Ok(1), "also of a closed case");
        assert_eq!(load(&desk, &id).unwrap().value.answers().len(), 2);
    }
}

fn asked_again(desk: &Desk, id: &CaseId, text: &str) -> kit::inbox::StatusSlot {
    let event = Event::ReporterAsked(Question { text: Prose::parse(text).unwrap() });
    save(desk, &load(desk, id).unwrap(), Entry { at: desk.now(), by: actor(), event }).unwrap();
    desk.status(&status_key(&secret(1).code()))
}

#[test]
fn a_question_that_stops_at_any_write_is_shown_once_the_case_is_read() {
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let desk = kit_over(stores[0].clone(), stores[1].clone(), stores[2].clone());
        let id = asked(&desk, &[]);
        let left = Arc::new(Mutex::new(stop_after));
        let [inbox, cases, keys] = stores.each_ref().map(|store| stops(store.clone(), &left));
        let event = Event::ReporterAsked(Question { text: Prose::parse("Welke dag?").unwrap() });
        let entry = Entry { at: desk.now(), by: actor(), event };
        drop(save(&kit_over(inbox, cases, keys), &load(&desk, &id).unwrap(), entry));
        let case = load(&desk, &id).unwrap().value;
        repair(&desk, &case).unwrap();
        let expected = usize::from(case.open_questions() == 1);
        assert_eq!(seen(&desk).len(), expected, "after {stop_after} writes");
        if *left.lock().unwrap() > 0 {
            assert!(stop_after > 2 && expected == 1, "{stop_after}");
            return;
        }
    }
}

/// The new code works, and the old one opens nothing, wherever it stopped.
#[test]
fn a_new_code_that_stops_at_any_write_ends_the_old_one_once_the_case_is_read() {
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let desk = kit_over(stores[0].clone(), stores[1].clone(), stores[2].clone());
        let id = asked(&desk, &["Welke dag?"]);
        let left = Arc::new(Mutex::new(stop_after));
        let [inbox, cases, keys] = stores.each_ref().map(|store| stops(store.clone(), &left));
        let event = Event::CodeIssued { status_key: status_key(&secret(2).code()) };
        let entry = Entry { at: desk.now(), by: actor(), event };
        drop(save(&kit_over(inbox, cases, keys), &load(&desk, &id).unwrap(), entry));
        let case = load(&desk, &id).unwrap().value;
        repair(&desk, &case).unwrap();
        let shown = |n| desk.status(&status_key(&secret(n).code())).get().unwrap().and_then(|status| status.shown());
        let is_new = case.status_keys().len() == 2;
        assert_eq!((shown(1).is_some(), shown(2).is_some()), (!is_new, is_new), "after {stop_after} writes");
        if *left.lock().unwrap() > 0 {
            assert!(stop_after > 3 && is_new, "{stop_after}");
            return;
        }
    }
}

#[test]
fn taking_an_answer_that_stops_at_any_write_loses_nothing_and_doubles_nothing() {
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let desk = kit_over(stores[0].clone(), stores[1].clone(), stores[2].clone());
        let id = asked(&desk, &["Welke dag?"]);
        desk.status(&status_key(&secret(1).code())).answer(&answer(0, "Maandag", desk.now())).unwrap();
        let left = Arc::new(Mutex::new(stop_after));
        let [inbox, cases, keys] = stores.each_ref().map(|store| stops(store.clone(), &left));
        let stopped = take_answers(&kit_over(inbox, cases, keys), &load(&desk, &id).unwrap());
        take_answers(&desk, &load(&desk, &id).unwrap()).unwrap();
        repair(&desk, &load(&desk, &id).unwrap().value).unwrap();
        assert_eq!(load(&desk, &id).unwrap().value.answers().len(), 1, "after {stop_after} writes");
        assert_eq!(seen(&desk), [("Welke dag?".into(), true)], "after {stop_after} writes");
        assert_eq!(open_rows(&desk).unwrap()[0].questions, 0, "after {stop_after} writes");
        let waits = desk.status(&status_key(&secret(1).code())).get().unwrap().unwrap().answers;
        assert!(waits.is_empty(), "after {stop_after} writes");
        if stopped.is_ok() {
            assert!(stop_after > 1, "{stop_after}");
            return;
        }
    }
}

#[test]
fn a_status_of_before_there_were_questions_still_opens() {
    let old = r#"{"voortgang":null,"gemeldOp":"2026-04-24","contactUiterlijk":"2026-04-30","kenmerk":"x"}"#;
    let stored: kit::inbox::arrival::StoredStatus = serde_json::from_str(old).unwrap();
    assert_eq!((stored.answers.len(), serde_json::to_string(&stored).unwrap()), (0, old.to_owned()));
}
