use super::super::parts::Facts;
use crate::messages::{
    day_with_year,
    officer::{Fact, fact},
};
use leptos::prelude::*;
use shared::{
    case::questions::{QuestionState, questions},
    contract::CaseDetail,
};
use std::sync::Arc;

/// Each question with its day, and the answer with its day. Nothing when there are none.
#[component]
pub fn QuestionsCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let all: Vec<Vec<Fact>> = questions(&detail.timeline, &detail.answers).iter().map(facts).collect();
    (!all.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>"Vragen aan de melder"</h2>
                {waits(detail.row.questions).map(|text| view! { <p><b>{text}</b></p> })}
                {all.into_iter().map(|facts| view! { <Facts facts=facts/> }).collect_view()}
                <p class="soft not-on-paper">
                    "De melder leest de vraag met de code. Notities en taken leest de melder niet."
                </p>
            </section>
        }
    })
}

/// `1 vraag wacht op antwoord.`
fn waits(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 vraag wacht op antwoord.".into()),
        more => Some(format!("{more} vragen wachten op antwoord.")),
    }
}

fn facts(state: &QuestionState<'_>) -> Vec<Fact> {
    let asked = day_with_year(state.asked.day());
    let mut facts = vec![fact("Vraag", state.question.text.as_str()), fact("Gevraagd op", asked)];
    if let Some(answer) = state.answer {
        facts.push(fact("Antwoord van de melder", answer.text.as_str()));
        facts.push(fact("Beantwoord op", day_with_year(answer.at.day())));
    }
    if let Some((result, at)) = state.result {
        facts.push(fact("Afgerond", result.outcome.as_str()));
        facts.push(fact("Afgerond op", day_with_year(at.day())));
    }
    if state.is_open() {
        facts.push(fact("Antwoord", "Nog niet"));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::{
        case::{
            Event,
            notes::{ContactNote, Means, Question, QuestionResult, ReporterAnswer},
        },
        text::Prose,
    };

    fn prose(text: &str) -> Prose {
        Prose::parse(text).unwrap()
    }

    #[test]
    fn each_question_stands_with_its_answer_and_the_days() {
        let ask = |text: &str| Event::ReporterAsked(Question { text: prose(text) });
        let contact = ContactNote { happened: None, means: Means::Phone, summary: None };
        let settled = QuestionResult { question: 1, outcome: prose("Zei het aan de telefoon") };
        let events = [
            Event::ContactMade(contact),
            ask("Welke dag?"),
            ask("Welke kleur?"),
            ask("Hoe laat?"),
            Event::QuestionSettled(settled),
        ];
        let case = detail(events.into_iter().map(|event| (1, event)).collect());
        let at = case.timeline[2].at;
        let answers = [ReporterAnswer::to(0, prose("Maandag"), at)];
        let all = questions(&case.timeline, &answers);
        let text =
            |at: usize| facts(&all[at]).iter().map(|one| format!("{}: {}", one.name, one.text)).collect::<Vec<_>>();
        assert!(text(0).iter().any(|line| line == "Antwoord van de melder: Maandag"), "{:?}", text(0));
        assert!(text(0).iter().any(|line| line.starts_with("Beantwoord op: ")));
        assert!(text(1).iter().any(|line| line == "Afgerond: Zei het aan de telefoon"));
        assert!(text(2).iter().any(|line| line == "Antwoord: Nog niet"));
        assert_eq!(all.iter().filter(|state| state.is_open()).count(), 1);
    }

    #[test]
    fn how_many_wait_is_said() {
        assert_eq!(
            [0, 1, 3].map(waits),
            [None, Some("1 vraag wacht op antwoord.".into()), Some("3 vragen wachten op antwoord.".into())]
        );
    }
}
