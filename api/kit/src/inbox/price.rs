//! The price of a report during a flood: a sum that takes a browser some seconds and the server nothing. It is asked
//! over all networks, because whoever floods comes from many; on an ordinary day there is none.
//!
//! The task is made from the time, the price and the sender's own secret, with a key that only this instance has. So
//! nothing is stored of those who are asked; work counts for one report only; and what was asked when somebody began
//! stays enough, however much the price grows meanwhile.
use super::{context::Inbox, limit, pace, secret::Secret};
use crate::{
    Failure,
    derive::{derive, same},
    hex,
};
use sha2::{Digest, Sha256};
use shared::{
    flood::{PARTS, Price, price},
    moment::Moment,
};

/// Seconds of one window. Work counts in the window in which its task was made and in the [`LATER`] after it.
const WINDOW: i64 = 600;
/// So whoever begins has twenty minutes at least.
const LATER: i64 = 2;

/// Whether this report may be written now: nothing is asked, or the work was done.
///
/// # Errors
/// [`Failure::Price`] with the task; [`Failure::Unavailable`].
pub(super) fn check(inbox: &Inbox, secret: &Secret, work: Option<&str>, most: u32) -> Result<(), Failure> {
    let Some(zeros) = price(pace::arrivals(inbox)?, most) else { return Ok(()) };
    let key = limit::secret(inbox)?;
    let (asked, now) = (Asked { key, sender: secret.fingerprint(b"price") }, window(inbox.now()));
    if work.is_some_and(|work| asked.is_done(work, now)) {
        return Ok(());
    }
    Err(Failure::Price(Price { task: asked.task(now, zeros), parts: PARTS, zeros }))
}

fn window(now: Moment) -> i64 {
    now.millis().div_euclid(WINDOW * 1000)
}

/// What tasks of one sender are made from.
struct Asked {
    key: [u8; 32],
    sender: String,
}

impl Asked {
    /// `WINDOW.ZEROS.HEX`.
    fn task(&self, window: i64, zeros: u8) -> String {
        let parts = [&window.to_be_bytes()[..], &[zeros], self.sender.as_bytes()];
        format!("{window}.{zeros}.{}", hex::encode(&derive::<16>(&self.key, "price", &parts)))
    }

    /// Whether this is the work for a task that was given to this sender not too long ago.
    fn is_done(&self, work: &str, now: i64) -> bool {
        let Some((task, numbers)) = work.rsplit_once('.') else { return false };
        let mut named = task.split('.');
        let (window, zeros) =
            (named.next().and_then(|text| text.parse().ok()), named.next().and_then(|z| z.parse().ok()));
        let Some((window, zeros)) = window.zip(zeros) else { return false };
        let in_time = (now.saturating_sub(LATER)..=now).contains(&window);
        in_time && same(self.task(window, zeros).as_bytes(), task.as_bytes()) && solves(task, zeros, numbers)
    }
}

/// Whether there is a number for each part.
fn solves(task: &str, zeros: u8, numbers: &str) -> bool {
    let mut parts = 0;
    let good = numbers.split(',').enumerate().take(PARTS + 1).all(|(part, number)| {
        parts += 1;
        number.len() <= 16 && number.bytes().all(|byte| byte.is_ascii_digit()) && fits(task, part, number, zeros)
    });
    good && parts == PARTS
}

/// Whether SHA-256 of `TASK.PART.NUMBER` begins with so many zero bits.
fn fits(task: &str, part: usize, number: &str, zeros: u8) -> bool {
    let hash = Sha256::digest(format!("{task}.{part}.{number}"));
    let leading = hash.iter().try_fold(0_u32, |count, byte| match byte.leading_zeros() {
        8 => Ok(count + 8),
        some => Err(count + some),
    });
    leading.unwrap_or_else(|count| count) >= u32::from(zeros)
}

/// Does the work, as a browser does (`frontend/js/rekenwerk.js`): the value of the header.
#[must_use]
pub fn work(price: &Price) -> String {
    let number = |part: usize| {
        let fits = |number: &u64| fits(&price.task, part, &number.to_string(), price.zeros);
        (0..u64::MAX).find(fits).unwrap_or_default().to_string()
    };
    format!("{}.{}", price.task, (0..price.parts).map(number).collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(sender: &str) -> Asked {
        Asked { key: [7; 32], sender: sender.into() }
    }

    fn paid(sender: &str, window: i64, zeros: u8) -> String {
        work(&Price { task: asked(sender).task(window, zeros), parts: PARTS, zeros })
    }

    #[test]
    fn work_counts_for_its_own_sender_and_for_some_time() {
        let done = paid("melder", 100, 6);
        for (now, counts) in [(99, false), (100, true), (101, true), (102, true), (103, false)] {
            assert_eq!(asked("melder").is_done(&done, now), counts, "{now}");
        }
        assert!(!asked("ander").is_done(&done, 100));
        assert!(!Asked { key: [8; 32], ..asked("melder") }.is_done(&done, 100), "of another instance");
    }

    #[test]
    fn no_less_work_than_the_task_asks() {
        let (task, done) = (asked("melder").task(100, 6), paid("melder", 100, 6));
        let numbers = done.rsplit_once('.').unwrap().1;
        let fewer = numbers.rsplit_once(',').unwrap().0;
        let cheap = asked("melder").task(100, 6).replace(".6.", ".0.");
        let wrong = [
            String::new(),
            task.clone(),
            format!("{task}."),
            format!("{task}.{fewer}"),
            format!("{task}.{numbers},1"),
            format!("{cheap}.{numbers}"),
            format!("{task}.{}", numbers.replace(',', ", ")),
            format!("{task}.{}", ["1"; PARTS].join(",")),
            "....".into(),
        ];
        for work in wrong {
            assert!(!asked("melder").is_done(&work, 100), "{work}");
        }
        assert!(asked("melder").is_done(&done, 100));
    }

    /// The browser does the same: `tests/browser/journeys` solves this task with its own worker.
    #[test]
    fn a_task_has_the_same_answer_everywhere() {
        let price = Price { task: "1.8.00".into(), parts: 2, zeros: 8 };
        let done = work(&price);
        assert!(fits("1.8.00", 0, done.rsplit('.').next().unwrap().split(',').next().unwrap(), 8), "{done}");
        assert_eq!(done, "1.8.00.67,509");
    }
}
