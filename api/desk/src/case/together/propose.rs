//! Selecting. The search is bounded: it reads only lines of chunks that hold reports nobody touched, in the order in
//! which they came, and ends when a proposal is full.
use super::{
    chosen::{MOST, Numbers, Tally},
    stored::{self, Like, Proposed},
};
use crate::{
    Desk,
    case::{
        lines::{self, listed},
        load,
        open::{self, Open},
    },
};
use kit::{Failure, clock};
use shared::{
    access::{Relation, Viewer},
    case::{Group, Refusal, Row, together::Selection, together::Untouched},
    contract::ErrorItem,
    id::TogetherId,
    moment::Moment,
};

/// Chunks read for one proposal: twice as many as a full one takes.
const CHUNKS: usize = 400;
/// Reports become cases in the order in which they came, but for some that were late. So a search for a moment looks
/// this many chunks before and after where the moment would be.
const MARGIN: usize = 4;

/// One AF proposes to close what is selected. Returns whether there is more of it than one proposal can hold.
///
/// # Errors
/// A 400 that names a field; [`Refusal::NothingToDo`] when it selects nothing; [`Refusal::TooManyProposals`];
/// [`Failure::Unavailable`].
pub fn propose(desk: &Desk, viewer: &Viewer, asked: &Selection) -> Result<bool, Failure> {
    if asked.until < asked.from {
        return Err(wrong("/inhoud/tot", "Kies een moment na het begin."));
    }
    let like = asked.like.map(|number| like(desk, viewer, number)).transpose()?;
    let taken: Vec<Numbers> =
        stored::read(desk)?.into_iter().filter(|one| !one.is_done()).map(|one| one.numbers).collect();
    let mut search = Search { viewer, asked, like: like.as_ref(), taken, found: Found::default() };
    let cases = open::open(desk)?;
    let more = search.run(desk, &cases)?;
    let Found { numbers, chosen, apart, count } = search.found;
    if count == 0 {
        return Err(Refusal::NothingToDo.into());
    }
    stored::add(
        desk,
        &Proposed {
            id: TogetherId::from_bytes(&clock::random::<16>()?),
            by: viewer.me.clone(),
            at: desk.now(),
            from: asked.from,
            until: asked.until,
            like: like.map(|(like, _)| like),
            reason: asked.reason.clone(),
            numbers,
            chosen,
            apart,
            agreed: None,
        },
    )?;
    Ok(more)
}

fn wrong(field: &str, what_to_do: &str) -> Failure {
    Failure::bad_body(vec![ErrorItem::new(field, "onbekende-waarde", what_to_do)])
}

/// The case whose text is meant, with the fingerprint of it. One that the AF may not see is answered like one that is
/// not there.
fn like(desk: &Desk, viewer: &Viewer, number: u32) -> Result<(Like, u64), Failure> {
    let nothing = || wrong("/inhoud/zoals", "Kies het nummer van een nieuwe melding.");
    let row = lines::row(desk, number)?.filter(|row| is_anybodys(viewer, row)).ok_or_else(nothing)?;
    let case = load(desk, &row.id)?.value;
    let text = Untouched::of(&case).ok_or_else(nothing)?.text;
    Ok((Like { number: row.number, exclusions: row.exclusions }, text))
}

/// Whether it is a report that nobody took up and that this AF may see.
pub(super) fn is_anybodys(viewer: &Viewer, row: &Row) -> bool {
    row.is_open() && viewer.relation(row) == Relation::Unassigned
}

struct Search<'a> {
    viewer: &'a Viewer,
    asked: &'a Selection,
    like: Option<&'a (Like, u64)>,
    taken: Vec<Numbers>,
    found: Found,
}

#[derive(Default)]
struct Found {
    numbers: Numbers,
    chosen: Tally,
    apart: Tally,
    count: usize,
}

impl Search<'_> {
    /// Looks through the lines. Returns whether it ended before the last one that may be meant.
    fn run(&mut self, desk: &Desk, cases: &Open<'_>) -> Result<bool, Failure> {
        let nobodys = |group: &Group| self.viewer.relation_to(group) == Relation::Unassigned;
        let chunks = cases.untouched(nobodys)?;
        let begin = first_at(desk, &chunks, self.asked.from)?.saturating_sub(MARGIN);
        let mut beyond = 0;
        for (read, chunk) in chunks.iter().skip(begin).enumerate() {
            let rows = listed(desk, *chunk)?;
            // a chunk with nothing but later ones may still be followed by one that holds some
            let later = rows.iter().filter(|row| row.fresh).all(|row| row.last > self.asked.until);
            beyond = if later { beyond + 1 } else { 0 };
            if beyond > MARGIN {
                return Ok(false);
            }
            if read >= CHUNKS {
                return Ok(true);
            }
            for row in &rows {
                if self.found.count >= MOST {
                    return Ok(true);
                }
                self.look(row);
            }
        }
        Ok(false)
    }

    fn look(&mut self, row: &Row) {
        // nothing happened to it, so the last that did is its arrival
        let meant = row.fresh && (self.asked.from..=self.asked.until).contains(&row.last);
        let number = row.number.sequence;
        if !meant || !is_anybodys(self.viewer, row) || self.taken.iter().any(|numbers| numbers.has(number)) {
            return;
        }
        // a line of before this was kept in it does not go along
        let Some(Untouched { text, apart }) = row.untouched else { return };
        if self.like.is_some_and(|(_, wanted)| *wanted != text) {
            return;
        }
        if apart {
            self.found.apart.add(&row.exclusions);
            return;
        }
        self.found.numbers.push(number);
        self.found.chosen.add(&row.exclusions);
        self.found.count += 1;
    }
}

/// The place of the first of these chunks with a report of this moment or later.
fn first_at(desk: &Desk, chunks: &[u32], from: Moment) -> Result<usize, Failure> {
    let (mut low, mut high) = (0, chunks.len());
    while low < high {
        let middle = low.midpoint(high);
        let Some(chunk) = chunks.get(middle) else { break };
        let earlier = listed(desk, *chunk)?.iter().filter(|row| row.fresh).all(|row| row.last < from);
        (low, high) = if earlier { (middle + 1, high) } else { (low, middle) };
    }
    Ok(low)
}
