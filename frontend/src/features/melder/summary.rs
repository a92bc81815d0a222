//! The answers as text, for the last page.
use super::super::melding::Melding;
use crate::messages::{Words, field_name};
use leptos::prelude::Read;
use shared::{
    indicators::{Origin, Tick},
    report::{Draft, Field, Part, asked},
};

/// A question with its answer.
pub type Answer = (&'static str, String);

/// The answers of a part, without optional answers that are empty.
#[must_use]
pub fn answers(draft: &Draft, part: Part, sentence: impl Fn(&str) -> String) -> Vec<Answer> {
    let fields = Field::ALL.iter().copied().filter(|field| Part::of(*field) == part && asked(*field, draft));
    let answered = fields.map(|field| (field, answer(draft, field, &sentence)));
    answered.filter(|(_, text)| !text.is_empty()).map(|(field, text)| (field_name(field), text)).collect()
}

/// The sentence of a signal on the list in use, or the name of a function.
#[must_use]
pub fn sentence(melding: Melding, id: &str) -> String {
    let offered = melding.offered.read();
    let offered = offered.as_ref();
    let function = offered.and_then(|offered| offered.functions.iter().find(|one| one.id.as_str() == id));
    if let Some(function) = function {
        return function.name.clone();
    }
    let one = offered.and_then(|offered| offered.indicators.find(id));
    one.map_or_else(|| "Signaal uit een eerdere lijst".into(), |one| one.sentence.clone())
}

fn answer(draft: &Draft, field: Field, sentence: &impl Fn(&str) -> String) -> String {
    match field {
        // nobody was asked for it
        Field::List | Field::Way | Field::KmtWho | Field::KmtDay | Field::KmtReference => String::new(),
        Field::Subject => said(draft.subject),
        Field::Forms => draft.forms.iter().map(|form| form.words()).collect::<Vec<_>>().join("\n"),
        Field::Ticks => draft.ticks.iter().map(|tick| ticked(tick, sentence)).collect::<Vec<_>>().join("\n"),
        Field::Story => draft.story.clone(),
        Field::When => draft.when.clone(),
        Field::Place => draft.place.clone(),
        Field::Known => draft.known.clone(),
        Field::Colleague => said(draft.colleague),
        Field::Excluded => draft.excluded.iter().map(|id| sentence(id.as_str())).collect::<Vec<_>>().join("\n"),
        Field::Minor => said(draft.minor),
        Field::Acute => said(draft.acute),
        Field::Called112 => said(draft.called_112),
        Field::VttState => said(draft.vtt.state),
        Field::VttWho => draft.vtt.who.clone(),
        Field::VttWhen => draft.vtt.when.clone(),
        Field::VttReference => draft.vtt.reference.clone(),
        Field::VttWhy => draft.vtt.why.clone(),
        Field::Name => draft.name.clone(),
        Field::Team => draft.team.clone(),
        Field::Phone => draft.phone.clone(),
        Field::Email => draft.email.clone(),
        Field::Reachable => draft.reachable.clone(),
        Field::ColleagueName => draft.behalf.name.clone(),
        Field::ColleaguePhone => draft.behalf.phone.clone(),
        Field::CallFirst => said(draft.behalf.first),
    }
}

fn ticked(tick: &Tick, sentence: &impl Fn(&str) -> String) -> String {
    let text = sentence(&tick.id);
    match tick.origin {
        Origin::NotSaid => text,
        Origin::Seen | Origin::Heard | Origin::FromWork => {
            format!("{text} ({})", tick.origin.words().to_ascii_lowercase())
        }
    }
}

fn said<T: Words>(choice: Option<T>) -> String {
    choice.map(Words::words).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{answer::Known, contract::examples, report::VttState};

    #[test]
    fn the_answers_of_a_step_in_words() {
        let draft = examples::draft();
        let answers = answers(&draft, Part::Signals, |id| format!("zin van {id}"));
        assert_eq!(answers, [("Wat viel je op?", "zin van bedden-in-bedrijf (zelf gezien)".into())]);
    }

    #[test]
    fn nothing_is_said_about_how_a_signal_is_known_for_somebody_who_did_not_say() {
        let mut draft = examples::draft();
        draft.ticks[0].origin = Origin::NotSaid;
        let answers = answers(&draft, Part::Signals, |id| format!("zin van {id}"));
        assert_eq!(answers, [("Wat viel je op?", "zin van bedden-in-bedrijf".into())]);
    }

    #[test]
    fn answers_that_are_not_asked_or_empty_are_left_out() {
        let mut draft = examples::draft();
        draft.vtt.why = "Nog geen tijd".into();
        draft.vtt.state = Some(VttState::NotYet);
        let safety = |draft: &Draft| answers(draft, Part::Safety, |_| String::new()).len();
        assert_eq!(safety(&draft), 2);
        draft.minor = Some(Known::Unknown);
        assert_eq!(safety(&draft), 4);
    }
}
