//! Which signals are shown first, and which in a folded group: one rule for every form on which they are chosen.
//!
//! Nothing is hidden: what is not among the first is in a group. Without a search the first are the eight likeliest of
//! the list; with one they are those that fit the words. The name of a group never decides.
mod find;
#[cfg(test)]
mod tests;
mod words;

pub use words::{stem, words};

use super::{ExploitationForm, First, Indicator, IndicatorList, Tick};

/// What decides what is shown first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Search<'a> {
    /// The chosen forms.
    pub forms: &'a [ExploitationForm],
    /// Whether it is about a place or business, and not about a person.
    pub place: bool,
    /// The search text, as typed.
    pub words: &'a str,
}

/// All signals of a list, in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// The ids that are shown at once.
    pub first: Vec<String>,
    /// The others, by group.
    pub groups: Vec<Group>,
    /// Whether the first are those that fit words that were typed.
    pub searched: bool,
}

/// Signals that are shown once their group is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading.
    pub name: String,
    /// Their ids.
    pub ids: Vec<String>,
    /// Whether it is open from the start: one of them was ticked, and a tick is never out of sight.
    pub open: bool,
}

impl Search<'_> {
    /// Every signal of the list, once. `ticks` only decide which groups are open, so that a tick moves nothing.
    #[must_use]
    pub fn run(self, list: &IndicatorList, ticks: &[Tick]) -> Shown {
        let found = find::found(self.words, list);
        let mut shown = Shown { searched: found.is_some(), ..Shown::default() };
        for at in self.in_order(list) {
            let one = &list.indicators[at];
            let is_first = found.as_ref().map_or(shown.first.len() < First::MOST, |found| found[at]);
            if is_first {
                shown.first.push(one.id.clone());
            } else {
                shown.add(one, ticks.iter().any(|tick| tick.id == one.id));
            }
        }
        shown
    }

    /// The places of the signals in the list, the likeliest first. Signals of other forms come last. Of those left by
    /// their rank for the forms and the place, then by their general rank, the list decides.
    fn in_order(self, list: &IndicatorList) -> Vec<usize> {
        let fitting: Vec<&str> = list.for_forms(self.forms).map(|one| one.id.as_str()).collect();
        let mut in_order: Vec<(u32, usize)> = Vec::new();
        for (at, one) in list.indicators.iter().enumerate() {
            let last = u32::from(!fitting.contains(&one.id.as_str()));
            let general = one.first.general.unwrap_or(u8::MAX);
            let key = (last << 16) | (u32::from(self.rank(one)) << 8) | u32::from(general);
            // fifty signals: the code of a real sort weighs more in a browser than the time it saves
            let before = in_order.iter().position(|(other, _)| *other > key).unwrap_or(in_order.len());
            in_order.insert(before, (key, at));
        }
        in_order.into_iter().map(|(_, at)| at).collect()
    }

    /// The best place among the first for one of the forms or for a place.
    fn rank(self, one: &Indicator) -> u8 {
        let of_place = one.first.place.filter(|_| self.place);
        let of_forms = self.forms.iter().filter_map(|form| one.first.of(*form));
        of_forms.chain(of_place).min().unwrap_or(u8::MAX)
    }
}

impl Shown {
    fn add(&mut self, one: &Indicator, ticked: bool) {
        match self.groups.iter_mut().find(|group| group.name == one.group) {
            Some(group) => {
                group.ids.push(one.id.clone());
                group.open |= ticked;
            }
            None => {
                self.groups.push(Group { name: one.group.clone(), ids: vec![one.id.clone()], open: ticked });
            }
        }
    }
}
