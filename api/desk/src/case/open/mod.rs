//! What there is to say of the open cases without reading their lines: how many open cases some chunks of lines hold
//! for each group of people who may see them, and which of those comes first. A worklist finds its page by that, and
//! reads a few chunks, however many cases are open: ten, or two hundred thousand after somebody flooded the form.
mod blocks;
mod summary;

use crate::{
    Desk,
    case::chunk::{ROWS_PER_CHUNK, chunk_of},
};
use kit::Failure;
use shared::case::{Group, Place, Row};
use std::{
    cell::RefCell,
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
    rc::Rc,
};
use summary::Summary;

pub(super) use blocks::{first_record, follow, write};

/// The open cases.
pub struct Open<'a> {
    desk: &'a Desk,
    /// Per block.
    whole: Summary,
    /// The blocks that were read, each once.
    blocks: RefCell<BTreeMap<u32, Rc<Summary>>>,
    /// The chunks that were read, each once; none where that could not be.
    read: RefCell<BTreeMap<u32, Option<Rc<[Row]>>>>,
}

/// Lines of a list, and which are missing from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// The lines that can be read.
    pub rows: Vec<Row>,
    /// First and last number of lines that cannot.
    pub missing: Vec<(u32, u32)>,
}

/// The open cases, of which no line was read yet.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open(desk: &Desk) -> Result<Open<'_>, Failure> {
    Ok(Open { desk, whole: blocks::read(desk)?, blocks: RefCell::default(), read: RefCell::default() })
}

impl Open<'_> {
    /// How many there are in these groups, and how many of them nobody has touched.
    pub fn count(&self, of: impl Fn(&Group) -> bool) -> (usize, usize) {
        self.whole.parts_of(of).fold((0, 0), |(all, fresh), (_, part)| (all + part.count, fresh + part.fresh))
    }

    /// The chunks that hold one, in the order of their numbers.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn chunks(&self) -> Result<Vec<u32>, Failure> {
        self.chunks_of(|_| true)
    }

    /// The chunks that hold some of these groups, in the order of their numbers.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn chunks_of(&self, of: impl Fn(&Group) -> bool) -> Result<Vec<u32>, Failure> {
        let mut chunks = Vec::new();
        for block in self.whole.first_of(&of).into_keys() {
            chunks.extend(self.block(block)?.first_of(&of).into_keys());
        }
        Ok(chunks)
    }

    fn block(&self, block: u32) -> Result<Rc<Summary>, Failure> {
        if let Some(known) = self.blocks.borrow().get(&block) {
            return Ok(known.clone());
        }
        let read = Rc::new(blocks::read_block(self.desk, block)?);
        self.blocks.borrow_mut().insert(block, read.clone());
        Ok(read)
    }

    /// The lines of a chunk; none of one that cannot be read.
    pub(super) fn rows(&self, chunk: u32) -> Result<Rc<[Row]>, Failure> {
        if let Some(known) = self.read.borrow().get(&chunk) {
            return Ok(known.clone().unwrap_or_default());
        }
        let read: Option<Rc<[Row]>> = blocks::rows(self.desk, chunk)?.map(Rc::from);
        self.read.borrow_mut().insert(chunk, read.clone());
        Ok(read.unwrap_or_default())
    }

    /// First and last number of lines that cannot be read, as far as they were needed up to now.
    #[must_use]
    pub fn missing(&self) -> Vec<(u32, u32)> {
        let first = |chunk: &u32| chunk.saturating_mul(ROWS_PER_CHUNK).saturating_add(1);
        let of = |chunk: &u32| (first(chunk), chunk.saturating_add(1).saturating_mul(ROWS_PER_CHUNK));
        let read = self.read.borrow();
        let unread: BTreeSet<u32> = read.iter().filter(|(_, rows)| rows.is_none()).map(|(chunk, _)| *chunk).collect();
        self.whole.unreadable().union(&unread).map(of).collect()
    }

    /// The lines of these groups for which `takes` holds, in no order. As many chunks are read as hold one of them.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn lines(&self, of: impl Fn(&Group) -> bool, takes: impl Fn(&Row) -> bool) -> Result<Vec<Row>, Failure> {
        let mut lines = Vec::new();
        for chunk in self.chunks_of(of)? {
            let read = self.rows(chunk)?;
            lines.extend(read.iter().filter(|row| row.is_open() && takes(row)).cloned());
        }
        Ok(lines)
    }

    /// The lines with these numbers for which `takes` holds.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn lines_of(&self, numbers: &[u32], takes: impl Fn(&Row) -> bool) -> Result<Vec<Row>, Failure> {
        let chunks: BTreeSet<u32> = numbers.iter().map(|number| chunk_of(*number)).collect();
        let mut lines = Vec::new();
        for chunk in chunks {
            let read = self.rows(chunk)?;
            let meant = |row: &&Row| row.is_open() && numbers.contains(&row.number.sequence) && takes(row);
            lines.extend(read.iter().filter(meant).cloned());
        }
        Ok(lines)
    }

    /// The first `most` of these groups for which `takes` holds, and of the lines `also`, in their order. Blocks and
    /// chunks are read in the order of their first line, until no later one can hold any of the first.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn first(
        &self,
        most: usize,
        of: impl Fn(&Group) -> bool,
        takes: impl Fn(&Row) -> bool,
        also: &[Row],
    ) -> Result<Vec<Row>, Failure> {
        // a line of `also` may be in a chunk too
        let in_order = |best: &mut Vec<(Place, Row)>| {
            best.sort_by_key(|(place, _)| *place);
            best.dedup_by_key(|(place, _)| *place);
            best.truncate(most);
        };
        let mut best: Vec<(Place, Row)> = also.iter().map(|row| (row.place(), row.clone())).collect();
        in_order(&mut best);
        let blocks = self.whole.first_of(&of).into_iter();
        let mut next: BinaryHeap<Reverse<(Place, Holds)>> =
            blocks.map(|(block, first)| Reverse((first, Holds::Chunks(block)))).collect();
        while let Some(Reverse((place, holds))) = next.pop() {
            if best.len() == most && best.last().is_none_or(|(last, _)| *last < place) {
                break;
            }
            match holds {
                Holds::Chunks(block) => {
                    let chunks = self.block(block)?.first_of(&of).into_iter();
                    next.extend(chunks.map(|(chunk, first)| Reverse((first, Holds::Lines(chunk)))));
                }
                Holds::Lines(chunk) => {
                    let read = self.rows(chunk)?;
                    let meant = read.iter().filter(|row| row.is_open() && takes(row));
                    best.extend(meant.map(|row| (row.place(), row.clone())));
                    in_order(&mut best);
                }
            }
        }
        Ok(best.into_iter().map(|(_, row)| row).collect())
    }

    /// The chunks that hold a case of these groups that nobody touched, in the order of their numbers.
    pub(super) fn untouched(&self, of: impl Fn(&Group) -> bool) -> Result<Vec<u32>, Failure> {
        let fresh = |summary: &Summary| -> BTreeSet<u32> {
            summary.parts_of(&of).filter(|(_, part)| part.fresh > 0).map(|(at, _)| at).collect()
        };
        let mut chunks = Vec::new();
        for block in fresh(&self.whole) {
            chunks.extend(fresh(&*self.block(block)?));
        }
        Ok(chunks)
    }
}

/// What is read next for the first lines of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    /// A block, to know its chunks.
    Chunks(u32),
    /// A chunk, for its lines.
    Lines(u32),
}

/// The lines of all open cases, in no order: for tests and measurements, and for whoever needs every one.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open_lines(desk: &Desk) -> Result<Lines, Failure> {
    let open = open(desk)?;
    let rows = open.lines(|_| true, |_| true)?;
    Ok(Lines { rows, missing: open.missing() })
}

/// As [`open_lines`], without what is missing.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open_rows(desk: &Desk) -> Result<Vec<Row>, Failure> {
    Ok(open_lines(desk)?.rows)
}

#[cfg(test)]
mod tests;
