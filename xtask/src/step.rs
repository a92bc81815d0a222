//! The printed lines of a long step: its name, its progress and how long it took.

use anyhow::Result;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often a silent step prints its progress.
const BEAT: Duration = Duration::from_secs(10);

/// Does one step. Prints its name before, and how long it took after.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let start = Instant::now();
    let result = work();
    let mark = if result.is_ok() { "✓" } else { "✗" };
    println!("{mark} {name} ({})", seconds(start.elapsed()));
    result
}

/// Does silent work, and prints the progress every ten seconds.
pub fn watched<T: Send>(how_far: impl Fn() -> String, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    std::thread::scope(|scope| {
        let (done, wait) = mpsc::channel::<()>();
        let worker = scope.spawn(move || {
            let result = work();
            drop(done);
            result
        });
        let start = Instant::now();
        while wait.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
            println!("  … {}, {}", how_far(), seconds(start.elapsed()));
        }
        worker.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the step broke off")))
    })
}

/// A duration for people: `4 s`, `3 min 07 s`.
pub fn seconds(duration: Duration) -> String {
    let all = duration.as_secs_f64().round() as u64;
    match (all / 60, all % 60) {
        (0, s) => format!("{s} s"),
        (min, s) => format!("{min} min {s:02} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_shown_in_minutes_and_seconds() {
        assert_eq!(seconds(Duration::from_millis(3600)), "4 s");
        assert_eq!(seconds(Duration::from_secs(187)), "3 min 07 s");
    }

    #[test]
    fn a_watched_step_returns_its_result() {
        assert_eq!(watched(String::new, || Ok(4)).unwrap(), 4);
        assert!(watched(String::new, || anyhow::bail!("nee") as Result<()>).is_err());
    }
}
