//! Publishing a half-year.
use super::stored::figures_of;
use crate::Desk;
use kit::Failure;
use shared::figures::{Figures, HalfYear, Tally, TeamKinds};

/// Publishes what was counted for a half-year, rounded down. Figures that are there stay as they are.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Internal`] when a list that names what is counted cannot be read.
pub fn freeze(desk: &Desk, half: HalfYear, tally: &Tally, incomplete: bool, teams: &TeamKinds) -> Result<(), Failure> {
    let cell = figures_of(half);
    if desk.cases.exists(&cell)? {
        return Ok(());
    }
    let instance = desk.environment().instance()?;
    let teams: Vec<(&str, &str)> = teams.kinds.iter().map(|kind| (kind.id.as_str(), kind.name.as_str())).collect();
    let signals = &instance.indicators.indicators;
    let signals: Vec<(&str, &str)> = signals.iter().map(|one| (one.id.as_str(), one.sentence.as_str())).collect();
    let (step, on) = (instance.profile.figures_step, desk.now().day());
    let figures = Figures::publish(tally, half, step, on, &teams, &signals);
    desk.cases.set(&cell, &Figures { incomplete, ..figures })
}
