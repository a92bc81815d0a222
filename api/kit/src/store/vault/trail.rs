//! Which writes a record came from, so that a writer knows its own write again when others wrote over it.
//!
//! Spin's Redis store reports every swap as lost, also those that wrote. Whoever reads right after it and finds its own
//! bytes knows better. But another writer may have built on them in that moment. So a record that replaces another
//! keeps the marks of the last few it came from, before its JSON: `0 | how many (1) | a mark (8) for each`, newest
//! first. JSON never begins with a zero byte: a record without a trail is its JSON alone.

/// How many earlier writes are kept: so many others may write between a swap and the look at what came of it.
const KEPT: usize = 8;
/// Bytes of a mark.
const MARK: usize = 8;
/// Where the random bytes of a stored value begin, in each of its forms: after its head.
const HEAD: usize = 6;

type Mark = [u8; MARK];

/// The marks of the writes before, newest first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Trail(Vec<Mark>);

/// The first random bytes of a stored value: new at every write. `None` for what is too short to be one.
fn mark(raw: &[u8]) -> Option<Mark> {
    raw.get(HEAD..)?.first_chunk().copied()
}

impl Trail {
    /// What a record came from, and its JSON. `None`: a trail that ends too early.
    pub fn split(plain: &[u8]) -> Option<(Self, &[u8])> {
        let [0, count, rest @ ..] = plain else { return Some((Self::default(), plain)) };
        let (marks, json) = rest.split_at_checked(usize::from(*count) * MARK)?;
        Some((Self(marks.chunks_exact(MARK).filter_map(|mark| mark.first_chunk().copied()).collect()), json))
    }

    /// The trail of what replaces `raw`, which had this one.
    pub fn after(&self, raw: &[u8]) -> Self {
        Self(mark(raw).into_iter().chain(self.0.iter().copied()).take(KEPT).collect())
    }

    /// Whether this value was one of them.
    pub fn holds(&self, raw: &[u8]) -> bool {
        mark(raw).is_some_and(|mark| self.0.contains(&mark))
    }

    /// The trail with the JSON behind it.
    pub fn before(&self, json: Vec<u8>) -> Vec<u8> {
        match u8::try_from(self.0.len()) {
            Ok(count @ 1..) => [&[0, count][..], self.0.as_flattened(), &json].concat(),
            Ok(0) | Err(_) => json,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(byte: u8) -> Vec<u8> {
        vec![byte; HEAD + MARK + 3]
    }

    #[test]
    fn a_record_knows_the_last_writes_it_came_from() {
        let mut trail = Trail::default();
        for byte in 1..=10 {
            trail = trail.after(&written(byte));
        }
        let known: Vec<u8> = (0..=11).filter(|byte| trail.holds(&written(*byte))).collect();
        assert_eq!(known, [3, 4, 5, 6, 7, 8, 9, 10]);
        let plain = trail.before(br#"{"a":1}"#.to_vec());
        assert_eq!(Trail::split(&plain), Some((trail, &br#"{"a":1}"#[..])));
    }

    #[test]
    fn a_record_of_before_is_its_json_and_a_broken_trail_is_none() {
        assert_eq!(Trail::split(b"7"), Some((Trail::default(), &b"7"[..])));
        assert_eq!(Trail::split(b""), Some((Trail::default(), &b""[..])));
        assert_eq!(Trail::split(&[0, 2, 1, 1, 1]), None);
        assert_eq!(Trail::default().before(b"7".to_vec()), b"7");
        assert_eq!(Trail::default().after(b"short"), Trail::default());
    }
}
