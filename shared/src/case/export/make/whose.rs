//! For whom a copy is.
use crate::case::{
    Case, Event, RightsEvent,
    notes::{FormSheet, Person, rights::Advice},
};

/// The person of the latest form whom the advice named. None: somebody who is not on it.
///
/// The form may have changed since the advice. Then it is the only person who is still described as then; when there
/// is none, or more than one, it is nobody, so that the copy shows less and not somebody else.
pub(super) fn person<'a>(case: &'a Case, advice: &Advice) -> Option<&'a Person> {
    let (then, now) = (form_of(case, advice)?, case.latest_form()?);
    let at = advice.person?;
    if then.persons == now.persons {
        return now.persons.get(at);
    }
    let description = then.persons.get(at)?.description.as_ref()?;
    let mut same = now.persons.iter().filter(|person| person.description.as_ref() == Some(description));
    same.next().filter(|_| same.next().is_none())
}

/// The form as it was when the latest advice on this request was given.
fn form_of<'a>(case: &'a Case, advice: &Advice) -> Option<&'a FormSheet> {
    let is_it =
        |event: &Event| matches!(event, Event::Rights(RightsEvent::Advised(one)) if one.request == advice.request);
    let until = case.entries().iter().rposition(|entry| is_it(&entry.event))?;
    let mut before = case.entries().get(..until)?.iter().rev();
    before.find_map(|entry| if let Event::FormSaved(form) = &entry.event { Some(form) } else { None })
}
