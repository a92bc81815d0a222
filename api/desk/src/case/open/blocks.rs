//! The stored summaries: one record for all blocks, which every list reads, and one for the chunks of each block.
//!
//! A chunk has fifty numbers and a block sixty-four chunks. So the record of all blocks has a line for 3,200 numbers:
//! after a flood of two hundred thousand reports it still is a few kilobytes.
use super::summary::{StoredOpen, Summary};
use crate::{
    Desk,
    case::{counters, lines::chunk_rows},
};
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use shared::case::Row;
use std::{collections::BTreeMap, ops::Range};

/// Consecutive chunks of lines in one block.
const CHUNKS_PER_BLOCK: u32 = 64;
/// The cell of the summary of all blocks.
const OPEN: Cell<Cases, StoredOpen> = cell::open();

fn cell_of(block: u32) -> Cell<Cases, Summary> {
    cell::open_block(block)
}

fn block_of(chunk: u32) -> u32 {
    chunk / CHUNKS_PER_BLOCK
}

fn chunks_of(block: u32) -> Range<u32> {
    let first = block.saturating_mul(CHUNKS_PER_BLOCK);
    first..first.saturating_add(CHUNKS_PER_BLOCK)
}

/// The lines of a chunk; none of one that cannot be read.
pub(super) fn rows(desk: &Desk, chunk: u32) -> Result<Option<Vec<Row>>, Failure> {
    chunk_rows(desk, chunk).map(Some).or_else(|failure| failure.unless_damaged(None))
}

/// The summary of all blocks.
pub(super) fn read(desk: &Desk) -> Result<Summary, Failure> {
    let stored = || Ok(desk.cases.get(&OPEN)?.unwrap_or_default().blocks);
    desk.healed(&OPEN, || remake(desk), stored)
}

/// The summary of a block's chunks. One that is not there is made from the lines.
pub(super) fn read_block(desk: &Desk, block: u32) -> Result<Summary, Failure> {
    let stored = || desk.cases.get(&cell_of(block));
    match desk.healed(&cell_of(block), || made(desk, block), stored)? {
        Some(summary) => Ok(summary),
        None => made_again(desk, block),
    }
}

/// Brings the summaries in line with a chunk of lines that was just written. What is summed up is read inside the
/// decision, so that whoever wrote it last decides.
pub(in crate::case) fn follow(desk: &Desk, chunk: u32) -> Result<(), Failure> {
    let block = block_of(chunk);
    let work = || {
        desk.cases.update(&cell_of(block), |stored| match stored {
            Some(before) => {
                let after = before.clone().with_lines(chunk, rows(desk, chunk)?.as_deref());
                Ok(if after == before { Change::Keep(()) } else { Change::Write(after, ()) })
            }
            None => Ok(Change::Write(made(desk, block)?, ())),
        })
    };
    desk.healed(&cell_of(block), || made(desk, block), work)?;
    let whole = || {
        desk.cases.update(&OPEN, |stored| {
            let before = stored.unwrap_or_default();
            let blocks = before.blocks.clone().with_block(block, chunks_of(block), &read_block(desk, block)?);
            Ok(if blocks == before.blocks { Change::Keep(()) } else { Change::Write(StoredOpen { blocks }, ()) })
        })
    };
    desk.healed(&OPEN, || remake(desk), whole)
}

/// Writes the summaries of these chunks, and of no others.
pub(in crate::case) fn write(desk: &Desk, chunks: &BTreeMap<u32, Vec<Row>>) -> Result<(), Failure> {
    let mut blocks: BTreeMap<u32, Summary> = BTreeMap::new();
    let last = counters::chunks(desk)?.end.max(chunks.keys().next_back().map_or(0, |chunk| chunk + 1));
    for block in 0..last.div_ceil(CHUNKS_PER_BLOCK) {
        let of = chunks.range(chunks_of(block));
        blocks.insert(block, of.fold(Summary::default(), |all, (chunk, rows)| all.with_lines(*chunk, Some(rows))));
    }
    for (block, summary) in &blocks {
        desk.cases.set(&cell_of(*block), summary)?;
    }
    desk.cases.set(&OPEN, &whole(&blocks))
}

/// The record to begin with, where it is not there yet.
pub(in crate::case) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&OPEN)
}

fn whole(blocks: &BTreeMap<u32, Summary>) -> StoredOpen {
    let all = blocks.iter().fold(Summary::default(), |all, (block, of)| all.with_block(*block, chunks_of(*block), of));
    StoredOpen { blocks: all }
}

/// All from the lines, also what was stored before there were blocks.
fn remake(desk: &Desk) -> Result<StoredOpen, Failure> {
    let blocks = 0..counters::chunks(desk)?.end.div_ceil(CHUNKS_PER_BLOCK);
    let made: Result<_, Failure> = blocks.map(|block| Ok((block, made_again(desk, block)?))).collect();
    Ok(whole(&made?))
}

/// Makes the summary of a block from its lines and stores it. They are read inside the decision.
fn made_again(desk: &Desk, block: u32) -> Result<Summary, Failure> {
    let work = || {
        desk.cases.update(&cell_of(block), |_| {
            let made = made(desk, block)?;
            Ok(Change::Write(made.clone(), made))
        })
    };
    desk.healed(&cell_of(block), || made(desk, block), work)
}

fn made(desk: &Desk, block: u32) -> Result<Summary, Failure> {
    let there = counters::chunks(desk)?;
    let mut chunks = chunks_of(block).filter(|chunk| there.contains(chunk));
    chunks.try_fold(Summary::default(), |all, chunk| Ok(all.with_lines(chunk, rows(desk, chunk)?.as_deref())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_holds_sixty_four_consecutive_chunks() {
        assert_eq!((block_of(0), block_of(63), block_of(64)), (0, 0, 1));
        assert_eq!(chunks_of(1), 64..128);
        assert!(chunks_of(u32::MAX).is_empty());
    }
}
