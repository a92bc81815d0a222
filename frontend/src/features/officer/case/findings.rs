use super::super::{
    dialogs::without_reporter,
    dossier::Story,
    parts::{Facts, name_of},
    sharing::sent,
};
use crate::messages::{
    Words, day_with_year, isolated,
    officer::{Fact, fact, form_facts, meeting_facts},
};
use leptos::prelude::*;
use shared::{
    case::{
        Step,
        notes::{KmtCheck, Ruling},
        tasks::{TaskState, tasks},
    },
    contract::CaseDetail,
};
use std::sync::Arc;

/// The latest version of the meldingsformulier.
#[component]
pub fn FormCard(story: Arc<Story>) -> impl IntoView {
    story.form.as_ref().map(|form| {
        let with = if without_reporter() { "" } else { ", samen met de melder" };
        view! {
            <section class="card">
                <h2>"Meldingsformulier"</h2>
                <p class="soft">"Aangevuld door de aandachtsfunctionaris"{with}". De laatste versie."</p>
                <Facts facts=form_facts(form)/>
            </section>
        }
    })
}

/// The question, the sources and the KMT checks.
#[component]
pub fn InquiryCard(detail: Arc<CaseDetail>, story: Arc<Story>) -> impl IntoView {
    story.plan.as_ref().map(|plan| {
        let plan = [fact("Vraag", plan.question.as_str()), fact("Afgesproken einddatum", day_with_year(plan.until))];
        let facts = plan.into_iter().chain(story.checks.iter().map(check)).chain(story.sources.iter().map(source));
        let tasks: Vec<Fact> = tasks(&detail.timeline).iter().map(task).collect();
        view! {
            <section class="card">
                <h2>"Onderzoek"</h2>
                <Facts facts=facts.chain(tasks).collect()/>
            </section>
        }
    })
}

fn task(state: &TaskState<'_>) -> Fact {
    let (what, who) = (isolated(state.task.what.as_str()), isolated(state.task.who.as_str()));
    let how = match state.result {
        Some(result) => format!("gedaan: {}", isolated(result.outcome.as_str())),
        None => format!("uiterlijk {}", day_with_year(state.task.by)),
    };
    fact("Taak", format!("{what} ({who}), {how}"))
}

fn check(check: &KmtCheck) -> Fact {
    let text = format!("{}, {}: {}", check.kind.words(), day_with_year(check.day), isolated(check.answer.as_str()));
    fact("KMT-check", text)
}

fn source((note, ground): &(shared::case::notes::SourceNote, shared::text::Line)) -> Fact {
    let (name, result) = (note.source.as_str(), isolated(note.result.as_str()));
    fact("Bron", format!("{name} (grondslag: {}), {}: {result}", ground.as_str(), day_with_year(note.day)))
}

/// The current decision, with each referral and whether its receipt was confirmed.
#[component]
pub fn RulingCard(detail: Arc<CaseDetail>, story: Arc<Story>) -> impl IntoView {
    let decided = matches!(detail.step, Step::Referred | Step::Closed);
    story.ruling.as_ref().filter(|_| decided).map(|ruling| {
        view! {
            <section class="card">
                <h2>"Besluit"</h2>
                <Facts facts=meaning(&detail, ruling)/>
                <h3>"Vervolgstappen"</h3>
                {sent(&detail, &story, ruling)}
            </section>
        }
    })
}

fn meaning(detail: &CaseDetail, ruling: &Ruling) -> Vec<Fact> {
    let heard = ruling
        .why_not_heard
        .as_ref()
        .map_or_else(|| ruling.heard.words().to_owned(), |why| format!("{}: {}", ruling.heard.words(), why.as_str()));
    let mut facts = vec![
        fact("Wat denken we dat er speelt?", ruling.meaning.as_str()),
        fact("Inschatting", ruling.assessment.words()),
        fact("Melder gehoord", heard),
    ];
    facts.extend(meeting_facts(ruling, |id| name_of(&detail.officers, id)));
    facts
}
