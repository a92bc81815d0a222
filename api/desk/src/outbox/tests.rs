use super::*;
use crate::case::tests::{kits, send};
use kit::web::fetch::Reply;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

/// An outside address that can be away, and what it took.
#[derive(Clone, Default)]
struct Outside {
    is_away: Arc<AtomicBool>,
    asked: Arc<AtomicI64>,
    took: Arc<Mutex<Vec<String>>>,
}

impl Outside {
    fn desk(&self, desk: &Desk) -> Desk {
        let outside = self.clone();
        let fetch = move |ask: Ask| {
            outside.asked.fetch_add(1, Ordering::Relaxed);
            assert_eq!(ask.url, "https://buiten.voorbeeld/nieuw");
            if outside.is_away.load(Ordering::Relaxed) {
                return Some(Reply { status: 503, body: Vec::new() });
            }
            outside.took.lock().unwrap().extend(ask.body);
            Some(Reply { status: 204, body: Vec::new() })
        };
        let mut desk = desk.clone().with_fetch(Arc::new(fetch));
        let before = desk.inbox.environment.variables.clone();
        let variables = move |name: &str| {
            if name == "webhook_url" { Some("https://buiten.voorbeeld/nieuw".into()) } else { before(name) }
        };
        desk.inbox.environment.variables = Arc::new(variables);
        desk
    }

    fn count(&self) -> usize {
        self.took.lock().unwrap().len()
    }
}

const START: i64 = 1_777_000_000;

/// The clock of these tests, in seconds: each test runs in a thread of its own.
fn at(desk: &Desk, second: i64) -> Desk {
    thread_local!(static NOW: std::cell::Cell<i64> = const { std::cell::Cell::new(0) });
    NOW.set(second);
    desk.clone().at(|| Moment::from_millis((START + NOW.get()) * 1000))
}

#[test]
fn it_says_that_something_came_and_however_much_came_says_it_once_in_five_minutes() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&desk);
        assert_eq!(send_due(&at(&desk, 0)), Ok(false), "nothing came");
        let sent = send(&desk, 1);
        assert_eq!(send_due(&at(&desk, 1)), Ok(true));
        assert_eq!(send_due(&at(&desk, 2)), Ok(false), "told already");
        (2..9).for_each(|n| drop(send(&desk, n)));
        assert_eq!(send_due(&at(&desk, 200)), Ok(false));
        assert_eq!(send_due(&at(&desk, 301)), Ok(true));
        assert_eq!(outside.count(), 2);
        for message in outside.took.lock().unwrap().iter() {
            assert_eq!(message, MESSAGE);
            assert!(!message.contains(sent.id.as_str()) && !message.contains(|c: char| c.is_ascii_digit()));
        }
    }
}

#[test]
fn what_was_not_taken_is_sent_again_with_growing_waits_until_it_is() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&desk);
        outside.is_away.store(true, Ordering::Relaxed);
        drop(send(&desk, 1));
        // as a timer does, every minute for three days
        for minute in 0..3 * 24 * 60 {
            assert_eq!(send_due(&at(&desk, minute * 60)), Ok(false));
        }
        let tries = outside.asked.load(Ordering::Relaxed);
        assert!((12..30).contains(&tries), "{tries} tries in three days");
        outside.is_away.store(false, Ordering::Relaxed);
        let back = (0..=360).find(|minute| send_due(&at(&desk, (3 * 24 * 60 + minute) * 60)) == Ok(true));
        assert!(back.is_some(), "within six hours");
        assert_eq!(outside.count(), 1);
    }
}

#[test]
fn a_record_that_cannot_be_read_or_a_clock_set_back_keeps_no_message_in() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&desk);
        drop(send(&desk, 1));
        assert_eq!(send_due(&at(&desk, 10_000_000)), Ok(true));
        drop(send(&desk, 2));
        assert_eq!(send_due(&at(&desk, 0)), Ok(true), "the clock was far ahead before");
        desk.cases.set(&cell::told(), &"iets anders").unwrap();
        assert_eq!(send_due(&at(&desk, 400)), Ok(true), "one too many, and none is lost");
    }
}

#[test]
fn without_an_address_nothing_is_sent_and_nothing_stored() {
    for desk in kits() {
        drop(send(&desk, 1));
        assert_eq!(send_due(&desk), Ok(false));
        assert!(!desk.cases.exists(&TOLD).unwrap());
    }
}
