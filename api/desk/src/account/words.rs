//! The words of an invitation. Where a second person has to agree, the word is in two halves: whoever asks gets one, at
//! asking, and whoever confirms gets the other. So neither can take the access in their colleague's name. Each is shown
//! once and stored as a hash.
use super::flat::StoredInvitation;
use kit::{Failure, clock, hex, inbox::secret::token_hash};
use shared::{
    contract::{Invitation, InvitationPart},
    moment::Moment,
};

/// A week: long enough to hand it over in person.
const VALID_SECONDS: i64 = 7 * 24 * 3600;

/// What somebody holds who was invited.
pub(super) struct Words {
    /// The word, or the first half.
    first: String,
    /// The second half.
    second: Option<String>,
}

impl Words {
    /// As they came; two halves in either order.
    pub fn of(word: &str, other: Option<&str>) -> Self {
        let (word, other) = (word.to_owned(), other.map(str::to_owned));
        match other {
            Some(other) if InvitationPart::of_word(&word) == InvitationPart::Second => {
                Self { first: other, second: Some(word) }
            }
            second => Self { first: word, second },
        }
    }

    /// The hash under which an invitation for these is kept.
    pub fn hash(&self) -> String {
        let first = token_hash(&self.first);
        self.second.as_deref().map_or(first.clone(), |second| together(&first, &token_hash(second)))
    }

    /// All that is secret in them, from which a second factor is derived.
    pub fn secret(&self) -> [&[u8]; 2] {
        [self.first.as_bytes(), self.second.as_deref().unwrap_or_default().as_bytes()]
    }
}

/// No word is as long as this text, so that the hash of two halves is never that of a word.
fn together(first: &str, second: &str) -> String {
    token_hash(&format!("{first} {second}"))
}

fn word(part: InvitationPart) -> Result<String, Failure> {
    Ok(format!("{}{}", part.prefix(), hex::encode(&clock::random::<16>()?)))
}

/// A whole invitation, as it is kept and as it is shown.
pub(super) fn whole(at: Moment) -> Result<(StoredInvitation, Invitation), Failure> {
    let (part, until) = (InvitationPart::Whole, at.plus_seconds(VALID_SECONDS));
    let word = word(part)?;
    Ok((StoredInvitation { hash: token_hash(&word), until }, Invitation { word, part, until: Some(until) }))
}

/// The half of whoever asks, as it is kept and as it is shown.
pub(super) fn first_half() -> Result<(String, Invitation), Failure> {
    let part = InvitationPart::First;
    let word = word(part)?;
    Ok((token_hash(&word), Invitation { word, part, until: None }))
}

/// The half of whoever confirms; from now on the two together count.
pub(super) fn second_half(first: &str, at: Moment) -> Result<(StoredInvitation, Invitation), Failure> {
    let (part, until) = (InvitationPart::Second, at.plus_seconds(VALID_SECONDS));
    let word = word(part)?;
    let stored = StoredInvitation { hash: together(first, &token_hash(&word)), until };
    Ok((stored, Invitation { word, part, until: Some(until) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_halves_count_together_in_either_order_and_nothing_else_does() {
        let (kept, first) = first_half().unwrap();
        let (invitation, second) = second_half(&kept, Moment::from_millis(0)).unwrap();
        let hash = |word: &str, other: Option<&str>| Words::of(word, other).hash();
        let (one, two) = (first.word.as_str(), second.word.as_str());
        assert_eq!(hash(one, Some(two)), invitation.hash);
        assert_eq!(hash(two, Some(one)), invitation.hash);
        assert_eq!(Words::of(one, Some(two)).secret(), Words::of(two, Some(one)).secret());
        for (word, other) in [(one, None), (two, None), (one, Some(one)), (two, Some(two)), (two, Some(kept.as_str()))]
        {
            assert_ne!(hash(word, other), invitation.hash, "{word} {other:?}");
        }
    }
}
