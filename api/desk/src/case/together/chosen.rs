//! Which cases were selected, and how many of them an AF may know of.
use serde::{Deserialize, Serialize};
use shared::{access::Viewer, case::Exclusions};

/// The most reports in one proposal.
pub(super) const MOST: usize = 10_000;

/// Case numbers, as runs of consecutive ones: first and last of each, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<(u32, u32)>", into = "Vec<(u32, u32)>")]
pub(super) struct Numbers(Vec<(u32, u32)>);

impl From<Numbers> for Vec<(u32, u32)> {
    fn from(numbers: Numbers) -> Self {
        numbers.0
    }
}

impl TryFrom<Vec<(u32, u32)>> for Numbers {
    type Error = &'static str;

    /// Refuses what no selection can be: nobody walks through four thousand million numbers.
    fn try_from(runs: Vec<(u32, u32)>) -> Result<Self, &'static str> {
        let in_order = runs.iter().all(|(first, last)| first <= last);
        let apart = runs.iter().zip(runs.iter().skip(1)).all(|((_, last), (first, _))| last < first);
        let count = runs.iter().fold(0, |count: u64, (first, last)| count + u64::from(last.saturating_sub(*first)) + 1);
        if in_order && apart && count <= MOST as u64 { Ok(Self(runs)) } else { Err("no selection") }
    }
}

impl Numbers {
    /// Adds a number that comes after all others.
    pub fn push(&mut self, number: u32) {
        match self.0.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            Some(_) | None => self.0.push((number, number)),
        }
    }

    /// Whether this number is one of them.
    pub fn has(&self, number: u32) -> bool {
        self.0.iter().any(|(first, last)| (*first..=*last).contains(&number))
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|(first, last)| *first..=*last)
    }
}

/// How many cases, by who may not know of them. There are few such sets, however many cases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Tally(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    #[serde(rename = "uitsluitingen", default, skip_serializing_if = "Exclusions::is_none")]
    exclusions: Exclusions,
    #[serde(rename = "aantal")]
    count: usize,
}

impl Tally {
    /// One more.
    pub fn add(&mut self, exclusions: &Exclusions) {
        match self.0.iter_mut().find(|part| part.exclusions == *exclusions) {
            Some(part) => part.count = part.count.saturating_add(1),
            None => self.0.push(Part { exclusions: exclusions.clone(), count: 1 }),
        }
    }

    /// These too.
    pub fn join(&mut self, others: &Self) {
        for other in &others.0 {
            match self.0.iter_mut().find(|part| part.exclusions == other.exclusions) {
                Some(part) => part.count = part.count.saturating_add(other.count),
                None => self.0.push(other.clone()),
            }
        }
    }

    /// How many the AF who looks may know of.
    pub fn known_to(&self, viewer: &Viewer) -> usize {
        let known = self.0.iter().filter(|part| !viewer.keeps_out(&part.exclusions, &viewer.me));
        known.fold(0, |count: usize, part| count.saturating_add(part.count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_as_runs() {
        let mut numbers = Numbers::default();
        let all = [1, 2, 3, 7, 9, 10];
        all.iter().for_each(|number| numbers.push(*number));
        assert_eq!(serde_json::to_string(&numbers).unwrap(), "[[1,3],[7,7],[9,10]]");
        assert_eq!(numbers.iter().collect::<Vec<_>>(), all);
        assert_eq!(serde_json::from_str::<Numbers>("[[1,3],[7,7],[9,10]]").unwrap(), numbers);
        for wrong in ["[[3,1]]", "[[1,3],[3,4]]", "[[5,6],[1,2]]", "[[1,4294967295]]"] {
            assert!(serde_json::from_str::<Numbers>(wrong).is_err(), "{wrong}");
        }
        assert!((0..12).all(|number| numbers.has(number) == all.contains(&number)));
    }
}
