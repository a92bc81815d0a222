//! Making the copy. Only the server does, so the tables for comparing names stay out of the browser.
mod document;
mod passages;
#[cfg(test)]
mod tests;
mod whose;

use super::{AccessCopy, AccessQuestion, CopyAnswer, CopyPerson, Passage, is_granted};
use crate::case::{
    Case, Progress, Refusal,
    care::CareRecord,
    redact::{Blanks, Told},
};
use document::document;

/// Makes the copy. What the case says about care and health is to choose from only for an AF who reads it (`reads`);
/// for another it counts as kept back.
///
/// # Errors
/// [`Refusal::NothingToDo`] when this request is no inzage that was granted, or there is no such passage.
pub fn export(case: &Case, care: &CareRecord, reads: bool, question: &AccessQuestion) -> Result<CopyAnswer, Refusal> {
    let state = case.rights().requests().get(question.request).filter(|state| is_granted(state));
    let advice = state.and_then(|state| state.advice.as_ref()).ok_or(Refusal::NothingToDo)?;
    let person = whose::person(case, advice);
    let blanks = Blanks::of(case, Told { people: person.as_slice(), numbers: false, places: true });
    let mut written = passages::of(case, person);
    let mut hidden = care.entries().len();
    if reads {
        written.extend(passages::of_care(care));
        hidden = 0;
    }
    let missed = blanks.missed(written.iter().map(|passage| passage.text.as_str()));
    let blanked = |passage: Passage| Passage { text: blanks.apply(&passage.text), ..passage };
    let choice: Vec<Passage> = written.into_iter().map(blanked).collect();
    let known = |id: &String| choice.iter().any(|passage| passage.id == *id);
    if !question.released.iter().all(known) {
        return Err(Refusal::NothingToDo);
    }
    let released = |passage: &&Passage| question.released.contains(&passage.id);
    let passages: Vec<Passage> = choice.iter().filter(released).cloned().collect();
    let withheld = choice.len() - passages.len() + hidden;
    let copy = AccessCopy {
        number: case.origins().number,
        subject: case.origins().report.subject,
        steps: Progress::of(case).steps,
        closed: case.kept().map(|kept| kept.closed),
        person: person.map(|one| CopyPerson { roles: one.roles.clone(), age: one.age, interpreter: one.interpreter }),
        passages,
        withheld,
    };
    let document = document(&copy);
    Ok(CopyAnswer { choice, missed, copy, document })
}
