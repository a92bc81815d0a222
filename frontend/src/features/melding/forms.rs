use super::{
    fields::{Answer, boxes},
    store::Melding,
};
use crate::{messages::Words, ui::Bound};
use leptos::prelude::*;
use shared::{
    indicators::ExploitationForm,
    report::{Draft, Field},
};

/// Which forms of exploitation it may be.
#[component]
pub fn Forms() -> impl IntoView {
    boxes(Field::Forms, ExploitationForm::ALL.map(answer).into())
}

fn answer(form: ExploitationForm) -> Answer {
    let Melding { draft, wording, .. } = Melding::here();
    let get = Signal::derive(move || draft.with(|draft| draft.forms.contains(&form)));
    let set = Callback::new(move |chosen| draft.update(|draft| choose(draft, form, chosen)));
    Answer {
        id: (form as u8).to_string(),
        label: form.words().into(),
        hint: (wording.form_hint)(form),
        chosen: Bound::new(get, set),
    }
}

/// "Weet ik niet" and a form exclude each other: the last choice counts. The forms stay in the order of the list, in
/// whatever order they were chosen. Signals do not change.
pub(super) fn choose(draft: &mut Draft, form: ExploitationForm, chosen: bool) {
    let unknown = ExploitationForm::Unknown;
    draft.forms.retain(|one| *one != form && (!chosen || (*one == unknown) == (form == unknown)));
    if chosen {
        let forms = ExploitationForm::ALL.into_iter();
        draft.forms = forms.filter(|one| *one == form || draft.forms.contains(one)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ExploitationForm::{Labour, Sexual, Unknown};

    #[test]
    fn not_knowing_and_knowing_exclude_each_other_and_signals_stay() {
        let mut draft = shared::contract::examples::draft();
        let ticks = draft.ticks.clone();
        let table: [(ExploitationForm, bool, &[ExploitationForm]); 5] = [
            (Sexual, true, &[Sexual, Labour]),
            (Unknown, true, &[Unknown]),
            (Labour, true, &[Labour]),
            (Labour, true, &[Labour]),
            (Labour, false, &[]),
        ];
        for (form, chosen, forms) in table {
            choose(&mut draft, form, chosen);
            assert_eq!((draft.forms.as_slice(), &draft.ticks), (forms, &ticks));
        }
    }
}
