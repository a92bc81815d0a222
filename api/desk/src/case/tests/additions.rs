//! What the melder adds reaches the case, once, in every step, wherever a machine stops.
use super::*;
use proptest::prelude::*;
use shared::{
    case::{
        MOST_ADDITIONS,
        notes::{About, Addition, AdditionKind, ReporterAnswer},
    },
    contract::ProblemKind,
    id::AdditionKey,
};

fn added(key: u8, text: &str, at: Moment) -> ReporterAnswer {
    let addition = Addition::of_words(AdditionKey::from_bytes(&[key; 16]), AdditionKind::BeforeDecision);
    ReporterAnswer::new(About::Addition(addition), Prose::parse(text).unwrap(), at)
}

fn slot(desk: &Desk) -> kit::inbox::StatusSlot {
    desk.status(&status_key(&secret(1).code()))
}

fn reported(desk: &Desk) -> CaseId {
    let id = send(desk, 1).id;
    take_in(desk).unwrap();
    id
}

fn refused(desk: &Desk, answer: &ReporterAnswer) -> ProblemKind {
    match slot(desk).answer(answer) {
        Err(Failure::Problem(kind, ..)) => kind,
        other => panic!("{other:?}"),
    }
}

/// How many the holder of the code sees, and how many are in the case.
fn counts(desk: &Desk, id: &CaseId) -> (usize, usize) {
    let shown = slot(desk).get().unwrap().and_then(|status| status.shown()).map_or(0, |shown| shown.additions.len());
    (shown, load(desk, id).unwrap().value.additions().count())
}

#[test]
fn an_addition_before_the_report_is_taken_in_and_in_every_step_after_it_is_there_once() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        let first = added(1, "Er kwam een auto bij", desk.now());
        assert!(slot(&desk).answer(&first).unwrap().is_some());
        assert!(slot(&desk).answer(&first).unwrap().is_some(), "a retry");
        take_in(&desk).unwrap();
        assert_eq!(counts(&desk, &id), (1, 0));
        assert_eq!((take_answers_due(&desk), counts(&desk, &id)), (Ok(1), (1, 1)));
        assert!(slot(&desk).answer(&first).unwrap().is_some(), "a late retry");
        assert_eq!((take_answers_due(&desk), counts(&desk, &id)), (Ok(0), (1, 1)));
        change(&desk, &id, contact());
        slot(&desk).answer(&added(2, "En een busje", desk.now())).unwrap();
        assert_eq!((take_answers_due(&desk), counts(&desk, &id)), (Ok(1), (2, 2)), "no question was asked");
        assert_eq!(open_rows(&desk).unwrap()[0].answers, 2);
        change(&desk, &id, end_early());
        assert_eq!(reviews::late_additions(&desk).unwrap().len(), 0);
        slot(&desk).answer(&added(3, "Hij is terug", desk.now())).unwrap();
        assert_eq!((take_answers_due(&desk), counts(&desk, &id)), (Ok(1), (3, 3)), "also when it is closed");
        assert_eq!(reviews::late_additions(&desk).unwrap().len(), 1);
        change(&desk, &id, note());
        assert_eq!(reviews::late_additions(&desk).unwrap().len(), 0, "an AF wrote what they did with it");
        let stored = serde_json::to_string(&slot(&desk).get().unwrap()).unwrap();
        assert!(!stored.contains("auto") && !stored.contains("terug"), "its words have one place");
        // nothing says what they think of a decision that is not near
        let case = load(&desk, &id).unwrap().value;
        assert!(case.additions().all(|one| one.addition().unwrap().kind == AdditionKind::More));
    }
}

#[test]
fn other_words_under_the_same_key_are_refused_and_so_is_the_eleventh() {
    for desk in kits() {
        let id = reported(&desk);
        slot(&desk).answer(&added(0, "Eerst dit", desk.now())).unwrap();
        assert_eq!(refused(&desk, &added(0, "Toen dat", desk.now())), ProblemKind::Exists);
        take_answers_due(&desk).unwrap();
        assert_eq!(refused(&desk, &added(0, "Toen dat", desk.now())), ProblemKind::Exists, "also afterwards");
        for key in 1..u8::try_from(MOST_ADDITIONS).unwrap() {
            slot(&desk).answer(&added(key, "Nog iets", desk.now())).unwrap();
        }
        assert_eq!(refused(&desk, &added(99, "Te veel", desk.now())), ProblemKind::Refused);
        take_answers_due(&desk).unwrap();
        assert_eq!(refused(&desk, &added(99, "Te veel", desk.now())), ProblemKind::Refused, "in the case or waiting");
        assert!(slot(&desk).answer(&added(3, "Nog iets", desk.now())).unwrap().is_some(), "a retry fits");
        assert_eq!(counts(&desk, &id), (MOST_ADDITIONS, MOST_ADDITIONS));
    }
}

#[test]
fn with_a_code_that_was_ended_and_after_destruction_nothing_can_be_added() {
    for desk in kits() {
        let id = reported(&desk);
        let new = Event::CodeIssued { status_key: status_key(&secret(2).code()) };
        save(&desk, &load(&desk, &id).unwrap(), Entry { at: desk.now(), by: actor(), event: new }).unwrap();
        assert_eq!(slot(&desk).answer(&added(1, "Met de oude code", desk.now())), Ok(None));
        let newer = desk.status(&status_key(&secret(2).code()));
        assert!(newer.answer(&added(1, "Met de nieuwe code", desk.now())).unwrap().is_some());
        newer.remove().unwrap();
        assert_eq!(newer.answer(&added(2, "Weg", desk.now())), Ok(None), "as where nothing is");
    }
}

#[test]
fn taking_an_addition_to_a_closed_case_that_stops_at_any_write_loses_nothing_and_doubles_nothing() {
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let desk = kit_over(stores[0].clone(), stores[1].clone(), stores[2].clone());
        let id = reported(&desk);
        change(&desk, &id, end_early());
        slot(&desk).answer(&added(1, "Hij is terug", desk.now())).unwrap();
        let left = Arc::new(Mutex::new(stop_after));
        let [inbox, cases, keys] = stores.each_ref().map(|store| stops(store.clone(), &left));
        let stopped = take_answers(&kit_over(inbox, cases, keys), &load(&desk, &id).unwrap());
        take_answers(&desk, &load(&desk, &id).unwrap()).unwrap();
        repair(&desk, &load(&desk, &id).unwrap().value).unwrap();
        assert_eq!(counts(&desk, &id), (1, 1), "after {stop_after} writes");
        assert_eq!(reviews::late_additions(&desk).unwrap().len(), 1, "after {stop_after} writes");
        assert!(slot(&desk).get().unwrap().unwrap().answers.is_empty(), "after {stop_after} writes");
        if stopped.is_ok() {
            assert!(stop_after > 2, "{stop_after}");
            return;
        }
    }
}

/// What one step of a sequence does.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// A tab sends the addition with this key, perhaps once more.
    Send(u8),
    TakeIn,
    Due,
    Note,
    End,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0u8..6).prop_map(Step::Send),
        1 => Just(Step::TakeIn),
        2 => Just(Step::Due),
        1 => Just(Step::Note),
        1 => Just(Step::End),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// Whatever is done in between, each key that was sent is in the case once, and the melder sees all of them.
    #[test]
    fn in_any_order_each_addition_is_there_once(steps in proptest::collection::vec(step(), 0..20)) {
        let desk = kit_over(memory(), memory(), memory());
        let id = send(&desk, 1).id;
        let (mut sent, mut is_in, mut ended) = (std::collections::BTreeSet::new(), false, false);
        for step in steps {
            match step {
                Step::Send(key) => {
                    let text = format!("Toegevoegd {key}");
                    prop_assert!(slot(&desk).answer(&added(key, &text, desk.now())).unwrap().is_some());
                    sent.insert(key);
                }
                Step::TakeIn => {
                    take_in(&desk).unwrap();
                    is_in = true;
                }
                Step::Due => drop(take_answers_due(&desk).unwrap()),
                Step::Note if is_in => drop(change(&desk, &id, note())),
                Step::End if is_in && !ended => {
                    change(&desk, &id, end_early());
                    ended = true;
                }
                Step::Note | Step::End => {}
            }
            let shown = slot(&desk).get().unwrap().and_then(|status| status.shown()).unwrap().additions.len();
            prop_assert_eq!(shown, sent.len());
        }
        take_in(&desk).unwrap();
        take_answers(&desk, &load(&desk, &id).unwrap()).unwrap();
        prop_assert_eq!(counts(&desk, &id), (sent.len(), sent.len()));
    }
}
