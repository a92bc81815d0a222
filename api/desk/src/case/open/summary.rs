//! The stored summaries.
use serde::{Deserialize, Serialize};
use shared::case::{Group, Place, Row};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// The summary of all open cases, per block. It has a field of its own: what was stored before there were blocks is no
/// such summary, and is made again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredOpen {
    #[serde(rename = "perBlok")]
    pub blocks: Summary,
}

/// What there is to say of the open cases in each of some places: the chunks of a block, or the blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Summary {
    /// The groups that occur, each once: parts name one by its place here.
    #[serde(rename = "groepen")]
    groups: Vec<Group>,
    /// The parts of every place with open cases.
    #[serde(rename = "delen")]
    places: BTreeMap<u32, Vec<Part>>,
    /// Chunks whose lines cannot be read and not be made again.
    #[serde(rename = "onleesbaar", default, skip_serializing_if = "BTreeSet::is_empty")]
    unreadable: BTreeSet<u32>,
}

/// The open cases of one group in one place: the group, how many, how many of them nobody has touched, and the place of
/// the first. A list of numbers, because there may be thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Flat", into = "Flat")]
pub(super) struct Part {
    pub group: usize,
    pub count: usize,
    pub fresh: usize,
    pub first: Place,
}

type Flat = (usize, usize, usize, Place);

impl Part {
    /// Adds one of the same group.
    fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.fresh += other.fresh;
        self.first = self.first.min(other.first);
    }
}

impl From<Flat> for Part {
    fn from((group, count, fresh, first): Flat) -> Self {
        Self { group, count, fresh, first }
    }
}

impl From<Part> for Flat {
    fn from(part: Part) -> Self {
        (part.group, part.count, part.fresh, part.first)
    }
}

impl Summary {
    /// Brings a chunk in line with its lines; `None` when those cannot be read.
    pub fn with_lines(mut self, chunk: u32, rows: Option<&[Row]>) -> Self {
        self.unreadable.remove(&chunk);
        if rows.is_none() {
            self.unreadable.insert(chunk);
        }
        let open = rows.unwrap_or_default().iter().filter(|row| row.is_open());
        let part = |row: &Row| Part { group: 0, count: 1, fresh: usize::from(row.fresh), first: row.place() };
        self.with(chunk, open.map(|row| (row.group(), part(row))))
    }

    /// Brings a block of these chunks in line with the summary of its chunks.
    pub fn with_block(mut self, block: u32, chunks: Range<u32>, of: &Self) -> Self {
        self.unreadable.retain(|chunk| !chunks.contains(chunk));
        self.unreadable.extend(of.unreadable.iter().copied());
        let parts = of.parts().filter_map(|(_, part)| Some((of.groups.get(part.group)?.clone(), *part)));
        self.with(block, parts)
    }

    /// Puts these parts in a place, those of one group as one.
    fn with(mut self, at: u32, new: impl Iterator<Item = (Group, Part)>) -> Self {
        self.places.remove(&at);
        let mut parts: Vec<Part> = Vec::new();
        for (group, part) in new {
            let group = self.place_of(&group);
            match parts.iter_mut().find(|one| one.group == group) {
                Some(one) => one.add(&part),
                None => parts.push(Part { group, ..part }),
            }
        }
        if !parts.is_empty() {
            self.places.insert(at, parts);
        }
        self.without_unused()
    }

    /// The places that hold some of these groups, each with the place in the list of its first case.
    pub fn first_of(&self, of: impl Fn(&Group) -> bool) -> BTreeMap<u32, Place> {
        let mut first = BTreeMap::new();
        for (at, part) in self.parts_of(of) {
            first.entry(at).and_modify(|place: &mut Place| *place = part.first.min(*place)).or_insert(part.first);
        }
        first
    }

    /// The parts of these groups, each with its place.
    pub fn parts_of(&self, of: impl Fn(&Group) -> bool) -> impl Iterator<Item = (u32, &Part)> {
        let groups: Vec<bool> = self.groups.iter().map(of).collect();
        self.parts().filter(move |(_, part)| groups.get(part.group) == Some(&true))
    }

    /// Chunks whose lines could not be read.
    pub fn unreadable(&self) -> &BTreeSet<u32> {
        &self.unreadable
    }

    fn place_of(&mut self, group: &Group) -> usize {
        if let Some(at) = self.groups.iter().position(|one| one == group) {
            return at;
        }
        self.groups.push(group.clone());
        self.groups.len() - 1
    }

    fn without_unused(mut self) -> Self {
        let used: BTreeSet<usize> = self.parts().map(|(_, part)| part.group).collect();
        if used.len() == self.groups.len() {
            return self;
        }
        let places: BTreeMap<usize, usize> = used.iter().enumerate().map(|(new, old)| (*old, new)).collect();
        for part in self.places.values_mut().flatten() {
            part.group = places.get(&part.group).copied().unwrap_or_default();
        }
        let groups = std::mem::take(&mut self.groups).into_iter().enumerate();
        self.groups = groups.filter(|(at, _)| used.contains(at)).map(|(_, group)| group).collect();
        self
    }

    /// Every part, with its place.
    fn parts(&self) -> impl Iterator<Item = (u32, &Part)> {
        self.places.iter().flat_map(|(at, parts)| parts.iter().map(|part| (*at, part)))
    }
}
