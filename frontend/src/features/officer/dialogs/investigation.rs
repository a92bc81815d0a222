use super::{
    super::{dossier::rule, parts::SelectOption, session::Gemeente},
    begin,
    fields::{Area, DayField, Line, Pick, PickFrom, grounds},
    form::ActForm,
    frame::ActDialog,
    group::Group,
    safety::Household,
    today::today,
    without::without_reporter,
};
use crate::{
    messages::officer::source_label,
    ui::{ChoiceLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    case::{
        Act, ActKind,
        act::draft::{EndDateDraft, KmtDraft, PlanDraft, SourceDraft},
        notes::KmtKind,
    },
    profile::Source,
    sharing::ReferralTarget,
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

/// KMT was asked: for advice without names, or whether it is known there.
#[component]
pub fn KmtDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::RecordKmtCheck, begin::kmt());
    let of = form.fields;
    let kind = Memo::new(move |_| of.with(|draft| draft.kind));
    view! {
        <ActDialog form=form make=Act::RecordKmtCheck wide=true>
            <Pick of=of part=KmtDraft::kind() legend="Wat vroeg je?" all=KmtKind::ALL look=ChoiceLook::Segments/>
            <Area of=of part=KmtDraft::question() label="Je vraag" rows=3/>
            {move || kind.get().map(|kind| more(kind, of))}
            <Line of=of part=KmtDraft::asked_of() label="Aan wie vroeg je het?"
                hint="Een functie is genoeg, zoals: procesmanager KMT"/>
            <DayField of=of part=KmtDraft::day()/>
            <Area of=of part=KmtDraft::answer() label="Het antwoord of advies" rows=4/>
        </ActDialog>
    }
}

fn more(kind: KmtKind, of: Group<KmtDraft>) -> AnyView {
    match kind {
        KmtKind::Advice => view! {
            <Area of=of part=KmtDraft::summary() label="Samenvatting zonder namen" rows=4
                hint="Gemaakt van wat is aangekruist. Vul aan, zonder namen en adressen"/>
        }
        .into_any(),
        KmtKind::Known => {
            let rule = rule(ReferralTarget::KmtCase);
            view! {
                <p class="hint">"Vraag dit alleen per telefoon."</p>
                <PickFrom of=of part=KmtDraft::ground() label="Grondslag" options=grounds(rule.as_ref())/>
            }
            .into_any()
        }
    }
}
