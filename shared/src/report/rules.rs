//! Rules of a melding that concern more than one field: when Veilig Thuis is needed, and what looks like a BSN.
use crate::answer::Known;

/// Whether Veilig Thuis has to be involved: a minor, somebody of unknown age, or acute unsafety, also when the melder
/// does not know whether it is acute [seed: "bij minderjarigen altijd direct een melding doen bij VTT"; design: unknown
/// counts as yes].
#[must_use]
pub fn vtt_needed(minor: Option<Known>, acute: Option<Known>) -> bool {
    [minor, acute].into_iter().flatten().any(Known::may_be)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_counts_as_yes() {
        assert!(vtt_needed(Some(Known::Unknown), Some(Known::No)));
        assert!(vtt_needed(Some(Known::Yes), None));
        assert!(vtt_needed(Some(Known::No), Some(Known::Yes)));
        assert!(vtt_needed(Some(Known::No), Some(Known::Unknown)));
        assert!(!vtt_needed(Some(Known::No), Some(Known::No)));
    }
}
