//! Questions to the melder: asking one, and settling one that needs no answer any more.
use super::{
    super::{dossier::Dossier, parts::SelectOption, questions::heard},
    fields::{Area, PickFrom},
    form::ActForm,
    frame::ActDialog,
};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{QuestionDraft, QuestionResultDraft},
    questions::{QuestionState, questions},
};

/// The dialog of one of the two acts.
pub fn dialog(settles: bool) -> AnyView {
    if settles { view! { <SettleDialog/> }.into_any() } else { view! { <QuestionDialog/> }.into_any() }
}

/// What the melder is asked.
#[component]
fn QuestionDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::AskReporter, QuestionDraft::default());
    view! {
        <ActDialog form=form make=Act::AskReporter>
            <p class="soft">{heard()}</p>
            <Area of=form.fields part=QuestionDraft::text() label="Wat wil je de melder vragen?" rows=3/>
        </ActDialog>
    }
}

/// What settles a question that is open.
#[component]
fn SettleDialog() -> impl IntoView {
    let detail = Dossier::here().detail.get_untracked();
    let mut open = detail.as_ref().map(|detail| questions(&detail.timeline, &detail.answers)).unwrap_or_default();
    open.retain(QuestionState::is_open);
    let question = open.first().map(|state| state.at);
    let option = |state: &QuestionState<'_>| SelectOption {
        value: state.at.to_string(),
        label: state.question.text.as_str().into(),
    };
    let options: Vec<SelectOption> = open.iter().map(option).collect();
    let form =
        ActForm::new(ActKind::SettleQuestion, QuestionResultDraft { question, ..QuestionResultDraft::default() });
    view! {
        <ActDialog form=form make=Act::SettleQuestion>
            <PickFrom of=form.fields part=QuestionResultDraft::question() label="Welke vraag?"
                options=Signal::stored(options)/>
            <Area of=form.fields part=QuestionResultDraft::outcome() label="Wat kwam eruit?" rows=3/>
        </ActDialog>
    }
}
