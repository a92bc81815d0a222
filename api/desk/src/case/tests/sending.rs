//! One key, one melding: whatever is sent at once, and wherever it stops.
use super::*;
use crate::testing::KINDS_OF_STORE;
use std::sync::Barrier;

fn other() -> Draft {
    Draft { story: "Iets anders".into(), ..examples::draft() }
}

fn tell(desk: &Desk, n: u16, draft: &Draft) -> Result<Accepted, Failure> {
    accept(&desk.inbox, &secret(n), draft, Channel::Form {})
}

/// The stories of all cases, once everything is taken in.
fn stories(desk: &Desk) -> Vec<String> {
    while take_in(desk).unwrap() != Some(0) {}
    let story = |id: &CaseId| load(desk, id).unwrap().value.origins().report.story.as_str().to_owned();
    open_rows(desk).unwrap().iter().map(|row| story(&row.id)).collect()
}

#[test]
fn of_two_meldings_at_once_under_one_key_one_is_kept_and_the_other_is_told() {
    for desk in kits() {
        for n in 0..20 {
            let (start, drafts) = (Barrier::new(4), [examples::draft(), other(), examples::draft(), other()]);
            let answers = std::thread::scope(|scope| {
                let send = |draft| {
                    start.wait();
                    tell(&desk, n, draft)
                };
                let sent = drafts.each_ref().map(|draft| scope.spawn(move || send(draft)));
                sent.map(|thread| thread.join().unwrap())
            });
            let kept = answers.iter().flatten().find(|accepted| accepted.is_new).expect("one is new").clone();
            let told = Err(Failure::KeyReused(kept.receipt.ontvangstcode.clone()));
            let new = answers.iter().flatten().filter(|accepted| accepted.is_new).count();
            assert_eq!(new, 1, "{n}: written once");
            let same =
                |answer: &Result<Accepted, Failure>| answer.as_ref().is_ok_and(|one| one.receipt == kept.receipt);
            let of_first = [&answers[0], &answers[2]].into_iter().all(same);
            let of_other = [&answers[1], &answers[3]].into_iter().all(same);
            assert!(of_first != of_other, "{n}: one of the two is kept: {answers:?}");
            let losers = if of_first { [&answers[1], &answers[3]] } else { [&answers[0], &answers[2]] };
            assert_eq!(losers, [&told, &told], "{n}");
            let story = if of_first { examples::draft().story } else { other().story };
            let told_case = {
                stories(&desk);
                load(&desk, &kept.id).unwrap().value.origins().report.story.clone()
            };
            assert_eq!(told_case.as_str(), story, "{n}: what was acknowledged is the case");
        }
        assert_eq!(stories(&desk).len(), 20, "one case for every key");
    }
}

/// Sends a melding with a stop after so many writes; answers what was said, and the instance as it is after that.
fn stopped(new: crate::testing::NewStore, stop_after: usize) -> (Result<Accepted, Failure>, Desk) {
    let inbox = new();
    let mut desk = kit_over(inbox.clone(), new(), new());
    desk.inbox.patience = SHORT;
    let writes = testing::stops_one_by_one(inbox, &Arc::new(Mutex::new(stop_after)));
    let stopping = kit::inbox::Inbox::new(writes, desk.environment().clone());
    (accept(&stopping, &secret(1), &examples::draft(), Channel::Form {}), desk)
}

#[test]
fn a_melding_that_stops_at_any_write_can_be_sent_again_and_is_one_case() {
    for (name, new) in KINDS_OF_STORE {
        for stop_after in 0..8 {
            let (first, desk) = stopped(new, stop_after);
            let again = tell(&desk, 1, &examples::draft()).unwrap();
            assert_eq!(again.is_new, first.is_err(), "{name}, stopped after {stop_after} writes");
            assert!(first.is_err() || stop_after >= 4, "{name}: number, turn, report, arrival, status");
            assert_eq!(tell(&desk, 1, &other()).err(), Some(Failure::KeyReused(again.receipt.ontvangstcode)));
            assert_eq!(stories(&desk), [examples::draft().story], "{name}, stopped after {stop_after} writes");
        }
    }
}

#[test]
fn another_melding_after_one_that_stopped_takes_nothing_that_was_acknowledged() {
    for (name, new) in KINDS_OF_STORE {
        for stop_after in 0..8 {
            let (first, desk) = stopped(new, stop_after);
            match (first, tell(&desk, 1, &other())) {
                (Ok(first), second) => {
                    assert_eq!(second.err(), Some(Failure::KeyReused(first.receipt.ontvangstcode)));
                    assert_eq!(stories(&desk), [examples::draft().story], "{name}, stopped after {stop_after} writes");
                }
                (Err(_), second) => {
                    let second = second.unwrap();
                    assert_eq!(
                        tell(&desk, 1, &examples::draft()).err(),
                        Some(Failure::KeyReused(second.receipt.ontvangstcode))
                    );
                    assert!(stories(&desk).contains(&other().story), "{name}, stopped after {stop_after} writes");
                }
            }
        }
    }
}

/// A sender who was thought to have stopped goes on: then both were acknowledged, and both are there.
#[test]
fn a_sender_who_was_given_up_and_goes_on_after_all_overwrites_nothing() {
    for desk in kits() {
        let first = tell(&desk, 1, &examples::draft()).unwrap();
        let status = desk.status(&status_key(&secret(1).code()));
        // as long as the first has written nothing, the second sees no status and takes the next turn
        let seen = status.get().unwrap().unwrap();
        status.remove().unwrap();
        let second = tell(&desk, 1, &other()).unwrap();
        assert!(second.is_new && first.id != second.id);
        status.update(|| unreachable!("it can be read"), |_| Ok(kit::store::Change::Write(seen.clone(), ()))).unwrap();
        let mut stories = stories(&desk);
        stories.sort();
        let mut both = [examples::draft().story, other().story];
        both.sort();
        assert_eq!(stories, both);
    }
}
