//! What there is to say of the open cases without reading their lines: per chunk of lines, how many open cases it holds
//! for each group of people who may see them, and which of those comes first. A worklist finds its page by that, and
//! reads a few chunks, however many cases are open: ten, or a hundred thousand after somebody flooded the form.
mod summary;

use crate::{
    Desk,
    case::{
        chunk::{ROWS_PER_CHUNK, chunk_of},
        counters,
        lines::chunk_rows,
    },
};
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use shared::case::{Group, Place, Row};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};
use summary::StoredOpen;

/// The cell of the summary.
const OPEN: Cell<Cases, StoredOpen> = cell::open();

/// Brings the summary in line with a chunk of lines that was just written. The lines are read inside the decision, so
/// that whoever wrote them last decides.
pub(super) fn follow(desk: &Desk, chunk: u32) -> Result<(), Failure> {
    let work = || {
        desk.cases.update(&OPEN, |stored| {
            let before = stored.unwrap_or_default();
            let after = before.clone().with(chunk, rows(desk, chunk)?.as_deref());
            Ok(if after == before { Change::Keep(()) } else { Change::Write(after, ()) })
        })
    };
    desk.healed(&OPEN, || remake(desk), work)
}

/// Writes the summary of these chunks, and of no others.
pub(super) fn write(desk: &Desk, chunks: &BTreeMap<u32, Vec<Row>>) -> Result<(), Failure> {
    let open = chunks.iter().fold(StoredOpen::default(), |open, (chunk, rows)| open.with(*chunk, Some(rows)));
    desk.cases.set(&OPEN, &open)
}

/// The record to begin with, where it is not there yet.
pub(super) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&OPEN)
}

fn rows(desk: &Desk, chunk: u32) -> Result<Option<Vec<Row>>, Failure> {
    chunk_rows(desk, chunk).map(Some).or_else(|failure| failure.unless_damaged(None))
}

fn remake(desk: &Desk) -> Result<StoredOpen, Failure> {
    counters::chunks(desk)?
        .try_fold(StoredOpen::default(), |open, chunk| Ok(open.with(chunk, rows(desk, chunk)?.as_deref())))
}

/// The open cases.
pub struct Open<'a> {
    desk: &'a Desk,
    stored: StoredOpen,
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
    let stored = desk.healed(&OPEN, || remake(desk), || Ok(desk.cases.get(&OPEN)?.unwrap_or_default()))?;
    Ok(Open { desk, stored, read: RefCell::default() })
}

impl Open<'_> {
    /// How many there are in these groups, and how many of them nobody has touched.
    pub fn count(&self, of: impl Fn(&Group) -> bool) -> (usize, usize) {
        let groups: Vec<bool> = self.stored.groups().iter().map(of).collect();
        let parts = self.stored.parts().filter(|(_, part)| groups.get(part.group) == Some(&true));
        parts.fold((0, 0), |(all, fresh), (_, part)| (all + part.count, fresh + part.fresh))
    }

    /// The chunks that hold one, in the order of their numbers.
    #[must_use]
    pub fn chunks(&self) -> Vec<u32> {
        self.first_places(|_| true).into_keys().collect()
    }

    /// The chunks that hold some of these groups, in the order of their numbers.
    pub fn chunks_of(&self, of: impl Fn(&Group) -> bool) -> Vec<u32> {
        self.first_places(of).into_keys().collect()
    }

    /// The lines of a chunk; none of one that cannot be read.
    pub(super) fn rows(&self, chunk: u32) -> Result<Rc<[Row]>, Failure> {
        if let Some(known) = self.read.borrow().get(&chunk) {
            return Ok(known.clone().unwrap_or_default());
        }
        let read: Option<Rc<[Row]>> = rows(self.desk, chunk)?.map(Rc::from);
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
        self.stored.unreadable().union(&unread).map(of).collect()
    }

    /// The lines of these groups for which `takes` holds, in no order. As many chunks are read as hold one of them.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn lines(&self, of: impl Fn(&Group) -> bool, takes: impl Fn(&Row) -> bool) -> Result<Vec<Row>, Failure> {
        let mut lines = Vec::new();
        for chunk in self.first_places(of).into_keys() {
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

    /// The first `most` of these groups for which `takes` holds, and of the lines `also`, in their order. Chunks are
    /// read in the order of their first line, until no later one can hold any of the first.
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
        let mut chunks: Vec<(Place, u32)> = self.first_places(of).into_iter().map(|(chunk, at)| (at, chunk)).collect();
        chunks.sort_unstable();
        for (place, chunk) in chunks {
            if best.len() == most && best.last().is_none_or(|(last, _)| *last < place) {
                break;
            }
            let read = self.rows(chunk)?;
            let meant = read.iter().filter(|row| row.is_open() && takes(row));
            best.extend(meant.map(|row| (row.place(), row.clone())));
            in_order(&mut best);
        }
        Ok(best.into_iter().map(|(_, row)| row).collect())
    }

    /// The chunks that hold a case of these groups that nobody touched, in the order of their numbers.
    pub(super) fn untouched(&self, of: impl Fn(&Group) -> bool) -> Vec<u32> {
        let groups: Vec<bool> = self.stored.groups().iter().map(of).collect();
        let meant = |part: &summary::Part| part.fresh > 0 && groups.get(part.group) == Some(&true);
        let mut chunks: Vec<u32> =
            self.stored.parts().filter(|(_, part)| meant(part)).map(|(chunk, _)| chunk).collect();
        chunks.dedup();
        chunks
    }

    /// The chunks that hold some of these groups, with the place of the first.
    fn first_places(&self, of: impl Fn(&Group) -> bool) -> BTreeMap<u32, Place> {
        let groups: Vec<bool> = self.stored.groups().iter().map(of).collect();
        let mut first = BTreeMap::new();
        for (chunk, part) in self.stored.parts().filter(|(_, part)| groups.get(part.group) == Some(&true)) {
            first.entry(chunk).and_modify(|place: &mut Place| *place = part.first.min(*place)).or_insert(part.first);
        }
        first
    }
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
