use super::super::{
    super::{dossier::Dossier, parts::SelectOption},
    fields::{Area, Pick, PickFrom, Shown},
    form::ActForm,
    frame::ActDialog,
};
use crate::{
    messages::{
        Words,
        officer::{ROUTE_GOES_ON, follows_words},
    },
    ui::ChoiceLook,
};
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    case::{
        Act, ActKind,
        act::draft::MeldcodeDraft,
        meldcode::{Follows, Meldcode},
        notes::MeldcodePart,
    },
};

impl Shown for Option<MeldcodePart> {
    fn shown(&self) -> String {
        self.map(|part| part.as_str().to_owned()).unwrap_or_default()
    }
    fn typed(text: String) -> Self {
        MeldcodePart::ALL.iter().copied().find(|part| part.as_str() == text)
    }
}

/// A step of the meldcode, or the answer to a question. It says what follows from each answer before one is chosen.
#[component]
pub fn MeldcodeDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let next = dossier.detail.with_untracked(|detail| {
        let course = detail.as_ref().map(|detail| Meldcode::of(&detail.timeline).course().1);
        if let Some(Follows::Ask(part)) = course { Some(part) } else { None }
    });
    let form = ActForm::new(ActKind::NoteMeldcode, MeldcodeDraft { part: next, ..MeldcodeDraft::default() });
    let of = form.fields;
    let parts = Signal::derive(move || {
        dossier.detail.with(|detail| {
            let asked =
                |part: &MeldcodePart| detail.as_ref().is_some_and(|detail| Meldcode::of(&detail.timeline).asks(*part));
            let option = |part: MeldcodePart| SelectOption { value: part.as_str().into(), label: part.words().into() };
            MeldcodePart::ALL.iter().copied().filter(asked).map(option).collect::<Vec<_>>()
        })
    });
    let question = Memo::new(move |_| of.with(|draft| draft.part.filter(|part| part.is_question())));
    view! {
        <ActDialog form=form make=Act::NoteMeldcode wide=true>
            <PickFrom of=of part=MeldcodeDraft::part() label="Welke stap of vraag?" options=parts/>
            {move || question.get().map(|part| view! {
                <ul>{YesNo::ALL.iter().map(|answer| view! { <li>{consequence(part, *answer)}</li> }).collect_view()}</ul>
                <p><b>{ROUTE_GOES_ON}</b></p>
                <Pick of=of part=MeldcodeDraft::answer() legend="Je antwoord" all=YesNo::ALL look=ChoiceLook::Segments/>
            })}
            <Area of=of part=MeldcodeDraft::why() label="Waarom? Wat heb je gezien of gedaan?" rows=4/>
        </ActDialog>
    }
}

fn consequence(part: MeldcodePart, answer: YesNo) -> String {
    format!("{}: {}", answer.words(), part.follows(answer).map(follows_words).unwrap_or_default())
}
