//! The persons of the meldingsformulier, as two AFs change them at the same time. Each person has a number of their
//! own, and each field of each person is taken, or clashes, by itself. Two who add a person keep both.
use super::field::{ConversationField, Merged, set_if};
use crate::case::act::draft::{PersonDraft, PersonField, SheetDraft};
use std::collections::BTreeSet;

impl SheetDraft {
    /// Gives a number to each person that has none, or the number of another: the lowest that is free. So persons of
    /// before they had numbers get those of their places.
    pub fn number_persons(&mut self) {
        let mut used: BTreeSet<u64> = self.persons.iter().filter_map(|one| one.number).collect();
        let mut seen = BTreeSet::new();
        for person in &mut self.persons {
            let own = person.number.filter(|number| seen.insert(*number));
            let number = own.or_else(|| (0..).find(|number| !used.contains(number)));
            used.extend(number);
            seen.extend(number);
            person.number = number;
        }
    }
}

/// One person, by number.
pub(super) fn find(persons: &[PersonDraft], number: u64) -> Option<&PersonDraft> {
    persons.iter().find(|one| one.number == Some(number))
}

/// Puts a person in the place of the one with this number, or adds them at the end; `None` takes them away.
fn put(persons: &mut Vec<PersonDraft>, number: u64, person: Option<PersonDraft>) {
    let at = persons.iter().position(|one| one.number == Some(number));
    match (at, person) {
        (Some(at), Some(person)) => persons[at] = person,
        (Some(at), None) => drop(persons.remove(at)),
        (None, Some(person)) => persons.push(person),
        (None, None) => {}
    }
}

/// Does something with each field of a person, of two others and of one more.
macro_rules! each_field {
    ($stored:expr, $from:expr, $to:expr, $with:ident) => {{
        // every field is named, so that a new one is not forgotten
        let PersonDraft { roles, age, description, languages, interpreter, vulnerability, number: _ } = $stored;
        let (from, to) = ($from, $to);
        $with!(PersonField::Role, roles, &from.roles, &to.roles);
        $with!(PersonField::Age, age, &from.age, &to.age);
        $with!(PersonField::Description, description, &from.description, &to.description);
        $with!(PersonField::Languages, languages, &from.languages, &to.languages);
        $with!(PersonField::Interpreter, interpreter, &from.interpreter, &to.interpreter);
        $with!(PersonField::Vulnerability, vulnerability, &from.vulnerability, &to.vulnerability);
    }};
}

/// Changes what differs between `from` and `to`, as [`super::ConversationDraft::merge`] does. The persons are in the
/// order of their numbers afterwards, whoever was first. All have numbers.
pub(super) fn merge(stored: &mut Vec<PersonDraft>, from: &[PersonDraft], to: &[PersonDraft], merged: &mut Merged) {
    let numbers: BTreeSet<u64> = from.iter().chain(to).filter_map(|one| one.number).collect();
    for number in numbers {
        let (was, now) = (find(from, number), find(to, number));
        if was == now {
            continue;
        }
        let there = stored.iter_mut().find(|one| one.number == Some(number));
        match (there, was, now) {
            (Some(there), Some(was), Some(now)) => merge_fields(there, was, now, number, merged),
            (there, was, now) => {
                let there = there.as_deref();
                if there == now {
                    continue;
                }
                let whole = ConversationField::Person(number, None);
                if there == was {
                    put(stored, number, now.cloned());
                    merged.taken.push(whole);
                } else {
                    merged.clashes.push(whole);
                }
            }
        }
    }
    stored.sort_by_key(|one| one.number);
}

fn merge_fields(stored: &mut PersonDraft, from: &PersonDraft, to: &PersonDraft, number: u64, merged: &mut Merged) {
    macro_rules! one {
        ($field:expr, $stored:expr, $from:expr, $to:expr) => {
            merged.one(ConversationField::Person(number, Some($field)), $stored, $from, $to)
        };
    }
    each_field!(stored, from, to, one);
}

/// Gives a person, or one field of theirs, the value that it has in `other`. Those who are added come last, so that
/// nobody moves while somebody types.
pub(super) fn take(persons: &mut Vec<PersonDraft>, number: u64, field: Option<PersonField>, other: &[PersonDraft]) {
    let theirs = find(other, number);
    let Some(field) = field else { return put(persons, number, theirs.cloned()) };
    let own = persons.iter_mut().find(|one| one.number == Some(number));
    let (Some(own), Some(theirs)) = (own, theirs) else { return };
    macro_rules! one {
        ($field:expr, $stored:expr, $same:expr, $to:expr) => {
            set_if(field == $field, $stored, $same, $to)
        };
    }
    each_field!(own, theirs, theirs, one);
}
