//! Taking what the melder answered or added into the case. `intake` keeps it beside the melder's status, sealed with
//! the code; the case has the key of that, so only `review` finds it there.
use super::{counters, index, keys, lines::listed, load::load, open, photos, reviews, save};
use crate::Desk;
use kit::{Failure, store::Standing};
use shared::{
    case::{Case, Row, notes::ReporterAnswer},
    id::CaseId,
};

/// Chunks of lines that due work looks at in one run: two thousand cases.
const RUN: usize = 40;
/// The most cases that it opens in one run.
const MOST_CASES: usize = 50;

/// Takes into the case what the melder answered to its questions and added. Answers whether there was anything: then
/// the case that was read is not the case of now.
///
/// The case is written first. If the machine stops before the answer is gone from the status, it is found again and is
/// no second one.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn take_answers(desk: &Desk, standing: &Standing<Case>) -> Result<bool, Failure> {
    let before = &standing.value;
    if before.rights().is_restricted() || before.rights().is_doomed() {
        return Ok(false);
    }
    photos::take(desk, before)?;
    let mut found: Vec<ReporterAnswer> = Vec::new();
    // the melder may have answered with a code of before the last
    for key in before.status_keys() {
        let stored = desk.status(&key).get().or_else(|failure| failure.unless_damaged(None))?;
        found.extend(stored.into_iter().flat_map(|stored| stored.answers));
    }
    let after = before.clone().with_answers(&found);
    if after.answers().len() == before.answers().len() {
        return Ok(false);
    }
    let id = &after.origins().id;
    if keys::vault(desk, id)?.replace(&keys::record(id), standing, &after)? {
        photos::take(desk, &after)?;
        save::publish(desk, &after)?;
        index::put_existing(desk, &after).or_else(|failure| failure.unless_damaged(()))?;
        reviews::follow(desk, &after)?;
    }
    Ok(true)
}

/// The same for cases that nobody opens, so that a list says who answered or added something. One run opens a bounded
/// number of open cases, those with an open question first, and looks at the closed ones of one chunk; when there are
/// more, the runs take turns by the clock.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn take_answers_due(desk: &Desk) -> Result<usize, Failure> {
    let run = usize::try_from(desk.now().millis() / 60_000).unwrap_or_default();
    let (mut asked, mut others) = (Vec::new(), Vec::new());
    for chunk in in_turn(open::open(desk)?.chunks()?, run, RUN) {
        for row in listed(desk, chunk)?.into_iter().filter(Row::is_open) {
            if row.questions > 0 { asked.push(row.id) } else { others.push(row.id) }
        }
    }
    let mut cases = in_turn(asked, run, MOST_CASES);
    cases.extend(in_turn(others, run, MOST_CASES));
    for chunk in in_turn(counters::chunks(desk)?.collect(), run, 1) {
        cases.extend(listed(desk, chunk)?.into_iter().filter(|row| !row.is_open()).map(|row| row.id));
    }
    cases.iter().map(|id| of_one(desk, id)).sum()
}

fn of_one(desk: &Desk, id: &CaseId) -> Result<usize, Failure> {
    match load(desk, id).and_then(|standing| take_answers(desk, &standing)) {
        Ok(taken) => Ok(usize::from(taken)),
        // destroyed meanwhile
        Err(Failure::Problem(..)) => Ok(0),
        Err(failure) => failure.unless_damaged(0),
    }
}

/// At most this many, and others in the next run.
fn in_turn<T>(mut all: Vec<T>, run: usize, most: usize) -> Vec<T> {
    if all.len() > most {
        let begin = run.wrapping_mul(most) % all.len();
        all.rotate_left(begin);
        all.truncate(most);
    }
    all
}
