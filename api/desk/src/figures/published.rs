//! What was published.
use super::{
    signed::fingerprint,
    stored::{MOST, figures_of, next},
};
use crate::Desk;
use kit::Failure;
use shared::{contract::FiguresPage, figures::HalfYear};

/// The published half-years of the last ten years, the last one first, and when the next one comes.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn page(desk: &Desk) -> Result<FiguresPage, Failure> {
    let today = desk.now().day();
    let running = HalfYear::of(today);
    let halves: Vec<HalfYear> =
        std::iter::successors(Some(running.previous()), |half| Some(half.previous())).take(MOST).collect();
    let cells: Vec<_> = halves.iter().copied().map(figures_of).collect();
    let (mut figures, mut unreadable) = (Vec::new(), Vec::new());
    for (cell, found) in desk.cases.get_each(&cells)? {
        match found {
            Ok(one) => figures.push(one),
            Err(failure) => {
                failure.unless_damaged(())?;
                unreadable.extend(halves.iter().copied().filter(|half| figures_of(*half).key() == cell.key()));
            }
        }
    }
    let next = next(desk)?.unwrap_or(running);
    // it is counted a day after it is seen to be over
    let over = next.counted_from();
    let from = over.succ_opt().unwrap_or(over);
    Ok(FiguresPage { figures, unreadable, fingerprint: fingerprint(desk)?, next, from, today })
}
