//! The same from whatever write it stopped at.
use super::*;

/// A joining, and all that follows when the lead case ends, stopped at any write and done again.
#[test]
fn what_stopped_half_way_is_finished_by_due_work() {
    for stop_after in 0..40 {
        let [inbox, cases, keys] = [memory(), memory(), memory()];
        let whole = kit_over(inbox.clone(), cases.clone(), keys.clone());
        let [ada] = made(&whole, ["ada"]);
        let [lead_id, report] = [1, 2].map(|n| new_case(&whole, n));
        happens(&whole, &report, &ada, contact()).unwrap();
        let left = Arc::new(Mutex::new(stop_after));
        let stops = |store: Arc<dyn keyvalue::Store>| stops(store, &left);
        let stopping = kit_over(stops(inbox), stops(cases), stops(keys));
        drop(try_join(&stopping, &report, &lead_id, &ada));
        drop(happens(&stopping, &report, &ada, Event::FeedbackGiven(feedback(&whole))));
        drop(happens(&stopping, &lead_id, &ada, ended(&whole)));
        let later = whole.clone().at(|| Moment::from_millis(1_777_000_900_000));
        if now(&later, &report).joined().is_none() {
            try_join(&later, &report, &lead_id, &ada).unwrap();
        }
        if now(&later, &lead_id).kept().is_none() {
            happens(&later, &lead_id, &ada, ended(&later)).unwrap();
        }
        let told = now(&later, &report).is_melder_told();
        if !told {
            happens(&later, &report, &ada, Event::FeedbackGiven(feedback(&later))).unwrap();
        }
        due(&later).unwrap();
        assert_eq!(now(&later, &report).status().step(), Step::Closed, "stopped after {stop_after} writes");
        let joins = |entry: &&Entry| matches!(entry.event, Event::Joined(JoinedUnder { .. }));
        assert_eq!(now(&later, &report).entries().iter().filter(joins).count(), 1, "once");
        case::repair(&later, &now(&later, &report)).unwrap();
        assert_eq!(under(&later, &lead_id, &viewer(&later, &ada)).unwrap().len(), 1);
    }
}
