use super::{
    super::{parts::SelectOption, session::Gemeente},
    begin,
    fields::{Area, DayField, PickFrom},
    form::ActForm,
    frame::ActDialog,
    safety::Household,
    today::today,
    without::without_reporter,
};
use crate::{
    messages::officer::source_label,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    case::{
        Act, ActKind,
        act::draft::{EndDateDraft, PlanDraft, SourceDraft},
    },
    profile::Source,
};

/// A question and an end date.
#[component]
pub fn PlanDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::StartInvestigation, begin::plan());
    let until = if without_reporter() {
        "Een werkdag, binnen een half jaar"
    } else {
        "Zoals je met de melder afsprak: een werkdag, binnen een half jaar"
    };
    view! {
        <ActDialog form=form make=Act::StartInvestigation>
            <Area of=form.fields part=PlanDraft::question() label="Welke vraag wil je beantwoorden?" rows=4/>
            <DayField of=form.fields part=PlanDraft::until() label="Tot en met wanneer?"
                hint=until/>
            <Household of=form.fields part=PlanDraft::household() agreed=PlanDraft::agreed()/>
        </ActDialog>
    }
}

/// Another end date, and why.
#[component]
pub fn EndDateDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::MoveEndDate, EndDateDraft::default());
    view! {
        <ActDialog form=form make=Act::MoveEndDate>
            <DayField of=form.fields part=EndDateDraft::until() label="Tot en met wanneer?"/>
            <Area of=form.fields part=EndDateDraft::reason() label="Waarom?" rows=3/>
        </ActDialog>
    }
}

/// A source was consulted: one for which the gemeente named a ground.
#[component]
pub fn SourceDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::RecordSource, SourceDraft { day: today().to_string(), ..SourceDraft::default() });
    let sources = Gemeente::here().profile.sources.clone();
    let none = sources.is_empty();
    let option = |one: &Source| SelectOption { value: one.name.clone(), label: source_label(one) };
    let options: Vec<SelectOption> = sources.iter().map(option).collect();
    view! {
        <ActDialog form=form make=Act::RecordSource>
            {none.then(|| view! {
                <Notice look=NoticeLook::Wait><p>"De gemeente noemt nog voor geen enkele bron een grondslag. Vraag je beheerder."</p></Notice>
            })}
            <PickFrom of=form.fields part=SourceDraft::source() label="Welke bron?" options=Signal::stored(options)/>
            <DayField of=form.fields part=SourceDraft::day()/>
            <Area of=form.fields part=SourceDraft::result() label="Wat kwam eruit?" hint="Alleen wat de vraag beantwoordt"/>
            <Household of=form.fields part=SourceDraft::household() agreed=SourceDraft::agreed()/>
        </ActDialog>
    }
}
