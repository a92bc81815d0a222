//! Chunks of consecutive case numbers, in which the worklist's lines are kept.
use kit::store::cell::{self, Cases, Cell};
use shared::case::Row;

/// Consecutive case numbers in one chunk of lines; some 20 KB.
pub(super) const ROWS_PER_CHUNK: u32 = 50;

/// The cell with the lines of a chunk.
pub(super) fn rows_of(chunk: u32) -> Cell<Cases, Vec<Row>> {
    cell::rows(chunk)
}

/// The chunk of a case number.
#[must_use]
pub fn chunk_of(sequence: u32) -> u32 {
    sequence.saturating_sub(1) / ROWS_PER_CHUNK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_holds_fifty_consecutive_numbers() {
        assert_eq!((chunk_of(1), chunk_of(50), chunk_of(51)), (0, 0, 1));
    }
}
