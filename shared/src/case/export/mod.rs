//! A copy for somebody whose data are in a case (inzage, AVG 15), in which third parties and the melder are blanked.
//!
//! The copy is safe by default: it holds days, steps and the fields of the one person it is for. Free text is left out,
//! because no rule can decide who is recognisable in it (AVG 15 lid 4). The AF may release it passage by passage, after
//! reading it. Even then these are blanked: the melder's name, team, telephone and e-mail, every telephone number and
//! e-mail address, and what names the other persons. The copy is made only after AF and FG granted an inzage.
mod blank;
mod copy;
mod document;
mod passages;
#[cfg(test)]
mod tests;

pub use copy::{AccessCopy, CopyPerson, Passage};
pub use document::document;

use super::{
    Case, Progress, Refusal,
    notes::{
        Person,
        rights::{Right, Verdict},
    },
    rights::Rights,
};
use serde::{Deserialize, Serialize};

/// Body of `POST dossiers/{id}/inzage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccessQuestion {
    /// For which person of the latest meldingsformulier, counted from 0. None: for somebody who is not on it.
    #[serde(rename = "persoon")]
    pub person: Option<usize>,
    /// The passages that the AF releases, by id.
    #[serde(rename = "vrijgegeven")]
    #[cfg_attr(feature = "schema", schemars(length(max = 100)))]
    pub released: Vec<String>,
}

/// Answer to `POST dossiers/{id}/inzage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopyAnswer {
    /// Everything the AF may release, blanked.
    #[serde(rename = "keuze")]
    pub choice: Vec<Passage>,
    /// The copy with what was released.
    #[serde(rename = "kopie")]
    pub copy: AccessCopy,
    /// The same to read or print, as HTML.
    pub document: String,
}

/// Whether AF and FG granted an inzage.
#[must_use]
pub fn is_granted(rights: &Rights) -> bool {
    rights
        .requests()
        .iter()
        .any(|state| state.request.right == Right::Access && matches!(state.decided(), Some((Verdict::Give, _))))
}

/// Makes the copy.
///
/// # Errors
/// [`Refusal::NothingToDo`] when no inzage was granted, or there is no such person or passage.
pub fn export(case: &Case, question: &AccessQuestion) -> Result<CopyAnswer, Refusal> {
    if !is_granted(case.rights()) {
        return Err(Refusal::NothingToDo);
    }
    let form = case.latest_form();
    let persons: &[Person] = form.map_or(&[], |form| &form.persons);
    let person = match question.person {
        Some(at) => Some(persons.get(at).ok_or(Refusal::NothingToDo)?),
        None => None,
    };
    let blanks = blank::Blanks::of(case, question.person);
    let choice: Vec<Passage> = passages::of(case, person)
        .into_iter()
        .map(|passage| Passage { text: blanks.apply(&passage.text), ..passage })
        .collect();
    let known = |id: &String| choice.iter().any(|passage| passage.id == *id);
    if !question.released.iter().all(known) {
        return Err(Refusal::NothingToDo);
    }
    let released = |passage: &&Passage| question.released.contains(&passage.id);
    let passages: Vec<Passage> = choice.iter().filter(released).cloned().collect();
    let withheld = choice.len() - passages.len();
    let copy = AccessCopy {
        number: case.origins().number,
        subject: case.origins().report.subject,
        steps: Progress::of(case).steps,
        closed: case.kept().map(|kept| kept.closed),
        person: person.map(|one| CopyPerson { role: one.role, age: one.age, interpreter: one.interpreter }),
        passages,
        withheld,
    };
    let document = document(&copy);
    Ok(CopyAnswer { choice, copy, document })
}
