use super::super::{dossier::Dossier, parts::Facts, photos::PhotoOfReporter};
use crate::{
    messages::{
        day_with_year,
        officer::{Fact, fact},
    },
    ui::Notice,
};
use leptos::prelude::*;
use shared::{
    case::{
        Step,
        notes::{AdditionKind, ReporterAnswer},
    },
    contract::CaseDetail,
};
use std::sync::Arc;

/// Each addition with its day. Nothing when there are none.
#[component]
pub fn AdditionsCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let all: Vec<AnyView> = detail.answers.iter().filter_map(|one| addition(&detail, one)).collect();
    let closed = detail.step == Step::Closed;
    (!all.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>"Aanvullingen van de melder"</h2>
                {all}
                {closed.then(|| view! { <p class="soft not-on-paper">{CLOSED}</p> })}
            </section>
        }
    })
}

const CLOSED: &str = "Kwam een aanvulling na het afronden? Dan staat het dossier bij Te doen tot iemand er een notitie \
    bij schrijft of het heropent.";

fn addition(detail: &CaseDetail, answer: &ReporterAnswer) -> Option<AnyView> {
    let (facts, one, words) = (facts(answer)?, answer.addition()?, answer.text.as_str().to_owned());
    let photo = one.photo_parts().map(|_| {
        view! { <PhotoOfReporter case=detail.id.clone() photo=one.key.clone() words=words/> }
    });
    Some(view! { <Facts facts=facts/>{photo} }.into_any())
}

fn facts(answer: &ReporterAnswer) -> Option<Vec<Fact>> {
    let name = match answer.addition()?.kind {
        AdditionKind::More => "Aanvulling",
        AdditionKind::BeforeDecision => "Wat de melder vindt, voor het besluit",
        AdditionKind::Photo => "Foto. De melder zegt erbij",
    };
    Some(vec![fact(name, answer.text.as_str()), fact("Toegevoegd op", day_with_year(answer.at.day()))])
}

/// Where the form of the decision asks whether the melder was heard: that they said what they think. The AF chooses.
#[component]
pub fn SaidBefore() -> impl IntoView {
    let dossier = Dossier::here();
    let said =
        Memo::new(move |_| dossier.detail.with(|detail| detail.as_ref().is_some_and(|one| has_said(&one.answers))));
    move || {
        said.get().then(|| view! { <Notice><p>"De melder schreef voor dit besluit wat die vindt. Het staat bij de aanvullingen."</p></Notice> })
    }
}

fn has_said(answers: &[ReporterAnswer]) -> bool {
    let kinds = answers.iter().filter_map(ReporterAnswer::addition).map(|one| one.kind);
    kinds.into_iter().any(|kind| kind == AdditionKind::BeforeDecision)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        case::notes::{About, Addition},
        id::AdditionKey,
        moment::Moment,
        text::Prose,
    };

    #[test]
    fn an_addition_stands_with_its_day_and_what_the_melder_thinks_is_named_so() {
        let at = Moment::try_from("2026-04-30T12:00:00Z".to_owned()).unwrap();
        let words = |text: &str| Prose::parse(text).unwrap();
        let added = |kind| {
            let about = About::Addition(Addition::of_words(AdditionKey::from_bytes(&[1; 16]), kind));
            ReporterAnswer::new(about, words("De auto stond er weer."), at)
        };
        let text =
            |answer: &ReporterAnswer| facts(answer).map(|all| all.into_iter().map(|one| one.name).collect::<Vec<_>>());
        let (more, view) = (added(AdditionKind::More), added(AdditionKind::BeforeDecision));
        assert_eq!(text(&more), Some(vec!["Aanvulling", "Toegevoegd op"]));
        assert!(text(&view).is_some_and(|names| names[0].contains("voor het besluit")));
        let answer = ReporterAnswer::to(0, words("Maandag"), at);
        assert_eq!(text(&answer), None, "an answer stands with its question");
        assert!(has_said(&[more.clone(), view]) && !has_said(&[more, answer]));
    }
}
