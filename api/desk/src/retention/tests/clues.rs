//! A destroyed case is in no bucket of the index of clues, and no older copy of a bucket tells of it.
use super::*;
use kit::{
    inbox::arrival::accept,
    store::cell::{Kind, StoreName},
};
use shared::{
    case::{clue::sought, notes},
    contract::examples,
    report::{Channel, Draft},
};

/// Two cases of one address, of which this one was looked at and is closed.
fn closed(place: &Place) -> CaseId {
    let desk = place.desk();
    let draft = Draft { place: "Fantasiekade 12".into(), ..examples::draft() };
    let ids = [0, 1].map(|n| accept(&desk.inbox, &secret(n), &draft, Channel::Form {}).unwrap().id);
    case::take_in(&desk).unwrap();
    let (feedback, explanation) = (Prose::parse("Verteld").unwrap(), Prose::parse("Verzonnen").unwrap());
    let feedback = notes::FeedbackNote {
        means: notes::Means::Phone,
        text: feedback,
        day: "2026-04-01".parse().unwrap(),
        reporter: None,
    };
    let end = notes::EarlyEnd { reason: notes::EarlyReason::Duplicate, explanation, feedback };
    for id in &ids {
        case::look(&desk, &case::load(&desk, id).unwrap(), &who(1)).unwrap();
    }
    let [id, _stays] = ids;
    let entry = Entry { at: desk.now(), by: who(1), event: Event::ClosedEarly(end) };
    case::save(&desk, &case::load(&desk, &id).unwrap(), entry).unwrap();
    id
}

/// What the index says of closed cases with this address, whatever else there is of them.
fn found(desk: &Desk) -> Result<usize, Failure> {
    let found = case::search_clues(desk, u32::MAX, &sought("Fantasiekade 12"), |_| true, |_| true)?;
    Ok(found.rows.len())
}

fn buckets(store: &dyn Store) -> Vec<(String, Vec<u8>)> {
    let is_bucket = |key: &String| Kind::of(StoreName::Cases, key) == Some(Kind::Clues);
    let all = store.keys().unwrap().into_iter().filter(is_bucket);
    all.map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
}

#[test]
fn an_old_copy_of_a_bucket_does_not_open_once_a_case_of_it_is_destroyed() {
    for place in Place::of_every_kind() {
        let id = closed(&place);
        let (copy, desk) = (buckets(&*place.stores[1]), place.later());
        assert_eq!((found(&desk), copy.is_empty()), (Ok(1), false));
        propose(&desk, &id, DestructionGround::Term, &who(1)).unwrap();
        approve(&desk, &id, Agreeing::Officer(&who(2))).unwrap();
        assert_eq!(found(&desk), Ok(0));
        let now = buckets(&*place.stores[1]);
        place.stores[1].set_many(&copy).unwrap();
        assert_eq!(found(&desk), Err(Failure::Unreadable(Kind::Clues.word())));
        place.stores[1].set_many(&now).unwrap();
        assert_eq!(found(&desk), Ok(0), "and what is there now does");
    }
}

#[test]
fn a_bucket_holds_nothing_of_a_destroyed_case_wherever_that_stopped() {
    for stop_after in 0.. {
        let place = Place::new();
        let id = closed(&place);
        let (desk, before) = (place.later(), buckets(&*place.stores[1]));
        let number = case::load(&desk, &id).unwrap().value.origins().number.sequence;
        propose(&desk, &id, DestructionGround::Term, &who(1)).unwrap();
        let whole = approve(&place.stopping(stop_after), &id, Agreeing::Officer(&who(2))).is_ok();
        finish(&desk).unwrap();
        if case::load(&desk, &id).is_ok() {
            approve(&desk, &id, Agreeing::Officer(&who(2))).unwrap();
        }
        assert!(!case::is_in_clues(&desk, number).unwrap(), "after {stop_after} writes");
        assert_ne!(before, buckets(&*place.stores[1]));
        if whole {
            return;
        }
    }
}
