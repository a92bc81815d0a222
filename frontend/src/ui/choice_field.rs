use super::{Bound, Choice, ChoiceLook, Choices, FieldNote, picked};
use leptos::prelude::*;
use words::Words;

/// A question with one answer from a fixed list, shown by its names.
#[component]
pub fn ChoiceField<T: Words + PartialEq + Send + Sync + 'static>(
    /// The id of the fieldset; the radio buttons are `id-0`, `id-1`, …
    #[prop(into)]
    id: String,
    #[prop(into)] legend: String,
    /// The answers, in the order in which they are shown.
    all: &'static [T],
    value: Bound<Option<T>>,
    #[prop(optional)] look: ChoiceLook,
    /// Under the legend; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// Under the name of an answer.
    #[prop(optional)]
    explain: Option<fn(T) -> Option<&'static str>>,
    /// Hides the legend from sight, not from screen readers.
    #[prop(optional)]
    quiet: bool,
    #[prop(optional)] note: FieldNote,
) -> impl IntoView {
    let options = choices(all, explain);
    let chosen = picked(all, value);
    view! { <Choices id=id legend=legend options=options chosen=chosen look=look hint=hint quiet=quiet note=note/> }
}

fn choices<T: Words>(all: &[T], explain: Option<fn(T) -> Option<&'static str>>) -> Vec<Choice> {
    let choice = |one: &T| Choice {
        label: one.words().into(),
        hint: explain.and_then(|explain| explain(*one)).map(str::to_owned),
    };
    all.iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Answer {
        Yes,
        No,
    }

    const ALL: &[Answer] = &[Answer::Yes, Answer::No];

    impl Words for Answer {
        fn words(self) -> &'static str {
            match self {
                Self::Yes => "Ja",
                Self::No => "Nee",
            }
        }
    }

    #[test]
    fn every_answer_is_shown_by_its_name() {
        assert_eq!(choices(ALL, None), ["Ja", "Nee"].map(Choice::from));
        let explained = choices(ALL, Some(|answer| (answer == Answer::No).then_some("of nog niet")));
        assert_eq!(explained[0].hint, None);
        assert_eq!(explained[1].hint.as_deref(), Some("of nog niet"));
    }

    #[test]
    fn a_field_and_its_radio_buttons_follow_each_other() {
        let owner = Owner::new();
        owner.with(|| {
            let value = RwSignal::new(None);
            let chosen = picked(ALL, value.into());
            assert_eq!(chosen.get(), None);
            chosen.set(Some(1));
            assert_eq!(value.get(), Some(Answer::No));
            value.set(Some(Answer::Yes));
            assert_eq!(chosen.get(), Some(0));
        });
    }
}
