use crate::words;
use desk::{Desk, case};
use kit::inbox::{
    arrival,
    secret::{Secret, status_key},
};
use shared::{
    case::{
        Entry, Event,
        notes::{EarlyEnd, EarlyReason, FeedbackNote, Means},
    },
    id::AccountId,
    report::Channel,
    text::Prose,
};

/// Makes cases that were closed as a mistake at the time of this desk, oldest number first: the id and the melder's
/// code of each.
///
/// # Panics
/// When that fails.
#[must_use]
pub fn closed_before(desk: &Desk, count: u8, by: &AccountId) -> Vec<(String, String)> {
    desk::key_check::check(desk).expect("the store takes the keys");
    let secrets: Vec<Secret> = (1..=count).map(|n| Secret::from_bytes([n; 16])).collect();
    let send = |secret: &Secret| {
        // cases are numbered by the moment of receipt: no two in one millisecond
        std::thread::sleep(std::time::Duration::from_millis(2));
        arrival::accept(&desk.inbox, secret, &words::draft(), Channel::Form {}).expect("it is accepted").id
    };
    let ids: Vec<_> = secrets.iter().map(send).collect();
    case::take_in(desk).expect("they are taken in");
    let close = |(id, secret): (_, &Secret)| {
        let standing = case::load(desk, &id).expect("a case");
        assert_eq!(*standing.value.status_key(), status_key(&secret.code()));
        let text = Prose::parse("Verzonnen uitleg").expect("a text");
        let feedback = FeedbackNote { means: Means::Phone, text: text.clone(), day: desk.now().day(), reporter: None };
        let event = Event::ClosedEarly(EarlyEnd { reason: EarlyReason::Mistake, explanation: text, feedback });
        case::save(desk, &standing, Entry { at: desk.now(), by: by.clone(), event }).expect("it is closed");
        (id.as_str().to_owned(), secret.code().shown())
    };
    ids.into_iter().zip(&secrets).map(close).collect()
}
