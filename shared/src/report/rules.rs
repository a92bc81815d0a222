//! Rules of a melding that concern more than one field: when Veilig Thuis is needed, and what looks like a BSN.
use crate::answer::{Known, YesNo};

/// Whether Veilig Thuis has to be involved: a minor, somebody of unknown age, or acute unsafety [seed: "bij
/// minderjarigen altijd direct een melding doen bij VTT"; design: unknown counts as minor].
#[must_use]
pub fn vtt_needed(minor: Option<Known>, acute: Option<YesNo>) -> bool {
    matches!(minor, Some(Known::Yes | Known::Unknown)) || acute == Some(YesNo::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_age_counts_as_minor() {
        assert!(vtt_needed(Some(Known::Unknown), Some(YesNo::No)));
        assert!(vtt_needed(Some(Known::Yes), None));
        assert!(vtt_needed(Some(Known::No), Some(YesNo::Yes)));
        assert!(!vtt_needed(Some(Known::No), Some(YesNo::No)));
    }
}
