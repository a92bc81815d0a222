//! Tasks of the investigation: noting one, and what came of it.
use super::{
    super::{dossier::Dossier, parts::SelectOption},
    fields::{Area, DayField, Line, PickFrom},
    form::ActForm,
    frame::ActDialog,
};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{TaskDraft, TaskResultDraft},
    tasks::{TaskState, open_tasks},
};

/// The dialog of one of the two acts.
pub fn dialog(finishes: bool) -> AnyView {
    if finishes { view! { <TaskResultDialog/> }.into_any() } else { view! { <TaskDialog/> }.into_any() }
}

/// A task: what, who and by when.
#[component]
fn TaskDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::NoteTask, TaskDraft::default());
    view! {
        <ActDialog form=form make=Act::NoteTask>
            <Line of=form.fields part=TaskDraft::what() label="Wat is er uit te zoeken?"
                hint="Alleen wat de vraag beantwoordt"/>
            <Line of=form.fields part=TaskDraft::who() label="Wie doet het?" hint="Jij, een collega of een andere organisatie"/>
            <DayField of=form.fields part=TaskDraft::by() label="Uiterlijk wanneer?" hint="Een werkdag, binnen een half jaar"/>
        </ActDialog>
    }
}

/// What came of a task: the one with the first day, or another.
#[component]
fn TaskResultDialog() -> impl IntoView {
    let detail = Dossier::here().detail.get_untracked();
    let open = detail.as_ref().map(|detail| open_tasks(&detail.timeline)).unwrap_or_default();
    let first = open.first().map(|state| state.at);
    let option =
        |state: &TaskState<'_>| SelectOption { value: state.at.to_string(), label: state.task.what.as_str().into() };
    let options: Vec<SelectOption> = open.iter().map(option).collect();
    let form = ActForm::new(ActKind::FinishTask, TaskResultDraft { task: first, ..TaskResultDraft::default() });
    view! {
        <ActDialog form=form make=Act::FinishTask>
            <PickFrom of=form.fields part=TaskResultDraft::task() label="Welke taak?" options=Signal::stored(options)/>
            <Area of=form.fields part=TaskResultDraft::outcome() label="Wat kwam eruit?" rows=3/>
        </ActDialog>
    }
}
