use serde::{Deserialize, Serialize};
use shared::{contract::PhoneDraftView, report::Draft};

/// What is kept on the device until it is sent: the form, the version at the server that it was typed over, and the
/// secret that it was tried with, because another try is the same report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Left {
    pub draft: Draft,
    pub key: Option<String>,
    #[serde(default)]
    pub seen: u32,
}

/// How the form begins.
#[derive(Debug, PartialEq)]
pub struct Begin {
    /// What stands in it, and over which version.
    pub left: Left,
    /// What the server has.
    pub base: Option<Draft>,
    /// Whether the server has a version that was not seen here.
    pub clashes: bool,
}

impl Begin {
    /// From what the server has (`None` when it could not be asked) and what was typed on this device.
    #[must_use]
    pub fn of(view: Option<&PhoneDraftView>, left: Option<Left>, empty: Draft) -> Self {
        let Some(view) = view else {
            let left = left.unwrap_or(Left { draft: empty, key: None, seen: 0 });
            return Self { left, base: None, clashes: false };
        };
        let (seen, base) = (view.version, view.typed.as_ref().map(|typed| typed.draft.clone()));
        match left {
            None => {
                let draft = base.clone().unwrap_or(empty);
                Self { left: Left { draft, key: None, seen }, base, clashes: false }
            }
            Some(left) if left.seen == seen || base.as_ref() == Some(&left.draft) => {
                Self { left: Left { seen, ..left }, base, clashes: false }
            }
            Some(left) => Self { left, base: None, clashes: true },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::clash::example, *};

    fn draft(story: &str) -> Draft {
        Draft { story: story.into(), ..Draft::default() }
    }

    fn left(story: &str, seen: u32) -> Left {
        Left { draft: draft(story), key: Some("sleutel".into()), seen }
    }

    #[test]
    fn on_another_tablet_it_goes_on_with_what_the_server_has() {
        let begun = Begin::of(Some(&example(3, Some("Begonnen"))), None, draft(""));
        assert_eq!((begun.left.draft, begun.left.seen, begun.clashes), (draft("Begonnen"), 3, false));
        let nothing = Begin::of(Some(&example(3, None)), None, draft(""));
        assert_eq!((nothing.left.draft, nothing.base), (draft(""), None));
    }

    #[test]
    fn what_was_typed_here_since_stays_and_one_that_changed_elsewhere_clashes() {
        let same = Begin::of(Some(&example(3, Some("Begonnen"))), Some(left("Verder", 3)), draft(""));
        assert_eq!((same.left.draft, same.base, same.clashes), (draft("Verder"), Some(draft("Begonnen")), false));
        let elsewhere = Begin::of(Some(&example(4, Some("Elders"))), Some(left("Verder", 3)), draft(""));
        assert_eq!((elsewhere.left, elsewhere.clashes), (left("Verder", 3), true));
        let saved = Begin::of(Some(&example(4, Some("Verder"))), Some(left("Verder", 3)), draft(""));
        assert_eq!((saved.left, saved.clashes), (left("Verder", 4), false), "it got there before the page closed");
        let offline = Begin::of(None, Some(left("Verder", 3)), draft(""));
        assert_eq!((offline.left, offline.clashes), (left("Verder", 3), false));
    }
}
