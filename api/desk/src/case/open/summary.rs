//! The stored summary.
use serde::{Deserialize, Serialize};
use shared::case::{Group, Place, Row};
use std::collections::{BTreeMap, BTreeSet};

/// The summary of all open cases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredOpen {
    /// The groups that occur, each once: parts name one by its place here.
    #[serde(rename = "groepen")]
    groups: Vec<Group>,
    /// The parts of every chunk with open cases.
    #[serde(rename = "delen")]
    chunks: BTreeMap<u32, Vec<Part>>,
    /// Chunks whose lines cannot be read and not be made again.
    #[serde(rename = "onleesbaar", default, skip_serializing_if = "BTreeSet::is_empty")]
    unreadable: BTreeSet<u32>,
}

/// The open cases of one group in one chunk: the group, how many, how many of them nobody has touched, and the place of
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

impl StoredOpen {
    /// Brings a chunk in line with its lines; `None` when those cannot be read.
    pub fn with(mut self, chunk: u32, rows: Option<&[Row]>) -> Self {
        self.chunks.remove(&chunk);
        self.unreadable.remove(&chunk);
        if rows.is_none() {
            self.unreadable.insert(chunk);
        }
        let mut parts: Vec<Part> = Vec::new();
        for row in rows.unwrap_or_default().iter().filter(|row| row.is_open()) {
            let (group, fresh) = (self.place_of(&row.group()), usize::from(row.fresh));
            let (first, one) = (row.place(), parts.iter_mut().find(|part| part.group == group));
            match one {
                Some(part) => {
                    *part =
                        Part { group, count: part.count + 1, fresh: part.fresh + fresh, first: part.first.min(first) };
                }
                None => parts.push(Part { group, count: 1, fresh, first }),
            }
        }
        if !parts.is_empty() {
            self.chunks.insert(chunk, parts);
        }
        self.without_unused()
    }

    /// The groups that occur.
    pub fn groups(&self) -> &[Group] {
        &self.groups
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
        for part in self.chunks.values_mut().flatten() {
            part.group = places.get(&part.group).copied().unwrap_or_default();
        }
        let groups = std::mem::take(&mut self.groups).into_iter().enumerate();
        self.groups = groups.filter(|(at, _)| used.contains(at)).map(|(_, group)| group).collect();
        self
    }

    /// Every part, with its chunk.
    pub fn parts(&self) -> impl Iterator<Item = (u32, &Part)> {
        self.chunks.iter().flat_map(|(chunk, parts)| parts.iter().map(|part| (*chunk, part)))
    }
}
