use super::super::{
    super::{
        dossier::{Dossier, story},
        parts::SelectOption,
    },
    fields::{Area, DayField, PickFrom},
    form::ActForm,
    frame::ActDialog,
    today::today,
};
use crate::messages::{Words, day_with_year};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{AnswerDraft, DiscussedDraft, TableDayDraft},
    notes::ReferralTarget,
};

fn option(at: usize, label: impl Into<String>) -> SelectOption {
    SelectOption { value: at.to_string(), label: label.into() }
}

/// The tables that have not discussed it.
fn tables() -> Signal<Vec<SelectOption>> {
    let dossier = Dossier::here();
    Signal::derive(move || {
        let all = dossier.detail.with(|detail| detail.as_ref().map(|detail| story(detail).tables()));
        let named =
            |(at, to, on): (usize, ReferralTarget, _)| option(at, format!("{}, {}", to.words(), day_with_year(on)));
        all.unwrap_or_default().into_iter().map(named).collect()
    })
}

/// The table, when there is only one.
fn only_table() -> Option<usize> {
    let all = Dossier::here().detail.with_untracked(|detail| detail.as_ref().map(|detail| story(detail).tables()));
    match all.unwrap_or_default().as_slice() {
        [(at, ..)] => Some(*at),
        _ => None,
    }
}

/// A receiver answered.
#[component]
pub fn AnswerDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let draft = AnswerDraft { day: today().to_string(), ..AnswerDraft::default() };
    let form = ActForm::new(ActKind::RecordAnswer, draft);
    let options = Signal::derive(move || {
        let all = dossier.detail.with(|detail| detail.as_ref().map(|detail| story(detail).sent()));
        all.unwrap_or_default().into_iter().map(|(at, to)| option(at, to.words())).collect::<Vec<_>>()
    });
    view! {
        <ActDialog form=form make=Act::RecordAnswer>
            <PickFrom of=form.fields part=AnswerDraft::referral() label="Wie antwoordde?" options=options/>
            <DayField of=form.fields part=AnswerDraft::day()/>
            <Area of=form.fields part=AnswerDraft::answer() label="Wat was het antwoord?" rows=4/>
        </ActDialog>
    }
}

/// A table discussed it.
#[component]
pub fn DiscussedDialog() -> impl IntoView {
    let draft = DiscussedDraft { referral: only_table(), day: today().to_string(), ..DiscussedDraft::default() };
    let form = ActForm::new(ActKind::RecordDiscussed, draft);
    view! {
        <ActDialog form=form make=Act::RecordDiscussed>
            <PickFrom of=form.fields part=DiscussedDraft::referral() label="Waar is het besproken?" options=tables()/>
            <DayField of=form.fields part=DiscussedDraft::day()/>
            <Area of=form.fields part=DiscussedDraft::outcome() label="Wat is daar besloten?" rows=4/>
        </ActDialog>
    }
}

/// The table discusses it on another day.
#[component]
pub fn TableDayDialog() -> impl IntoView {
    let draft = TableDayDraft { referral: only_table(), ..TableDayDraft::default() };
    let form = ActForm::new(ActKind::MoveTable, draft);
    view! {
        <ActDialog form=form make=Act::MoveTable>
            <PickFrom of=form.fields part=TableDayDraft::referral() label="Welke tafel?" options=tables()/>
            <DayField of=form.fields part=TableDayDraft::on() label="Op welke dag dan?"/>
            <Area of=form.fields part=TableDayDraft::reason() label="Waarom?" rows=2/>
        </ActDialog>
    }
}
