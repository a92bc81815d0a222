use super::super::{dossier::ActButton, parts::name_of};
use crate::{
    messages::{
        Words, day_with_year,
        officer::{ROUTE_GOES_ON, follows_words},
    },
    ui::ButtonLook,
};
use leptos::prelude::*;
use shared::{
    case::{
        ActKind,
        meldcode::{Meldcode, MeldcodeSector, QUESTIONS, STEPS},
        notes::MeldcodePart,
    },
    contract::CaseDetail,
};
use std::sync::Arc;

/// The Wet meldcode beside the case: folded away until it is used.
#[component]
pub fn MeldcodeCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let meldcode = Meldcode::of(&detail.timeline);
    let (answered, follows) = meldcode.course();
    let questions = QUESTIONS.into_iter().map(|(question, ..)| question).filter(|one| answered.contains(one));
    let steps: Vec<String> = STEPS.into_iter().map(|part| line(part, &meldcode, &detail)).collect();
    let answers: Vec<String> = questions.map(|part| line(part, &meldcode, &detail)).collect();
    let possible = detail.commands.contains(&ActKind::NoteMeldcode);
    let begun = !meldcode.is_empty();
    view! {
        <section class="card">
            <h2>"Meldcode"</h2>
            <p class="soft">"Alleen voor huiselijk geweld en kindermishandeling. "{ROUTE_GOES_ON}</p>
            <details open=begun>
                <summary>"Stappen en vragen"</summary>
                <p class="soft">{format!("De meldcode geldt voor wie werkt in: {}. Niet voor elke balie.", sectors())}</p>
                <ul class="plain">{steps.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <ul class="plain">{answers.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <p><b>"Nu: "</b>{format!("{} {ROUTE_GOES_ON}", follows_words(follows))}</p>
                {possible.then(|| view! { <ActButton kind=ActKind::NoteMeldcode look=ButtonLook::Plain/> })}
            </details>
        </section>
    }
}

fn sectors() -> String {
    MeldcodeSector::ALL.iter().map(|sector| sector.words()).collect::<Vec<_>>().join(", ")
}

/// A part, and what was noted of it last, by whom and when.
fn line(part: MeldcodePart, meldcode: &Meldcode<'_>, detail: &CaseDetail) -> String {
    let Some((entry, note)) = meldcode.note(part) else { return format!("{}: nog niet ingevuld.", part.words()) };
    let answer = note.answer.map(|answer| format!("{}. ", answer.words())).unwrap_or_default();
    let (who, day) = (name_of(&detail.officers, &entry.by), day_with_year(entry.at.day()));
    let title = part.words();
    let mark = if title.ends_with('?') { "" } else { ":" };
    format!("{title}{mark} {answer}{} ({who}, {day})", note.why.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::{
        answer::YesNo,
        case::{Event, notes::MeldcodeNote},
        text::Prose,
    };

    #[test]
    fn a_part_says_what_was_answered_why_and_by_whom() {
        let why = Prose::parse("De ander woont in hetzelfde huis.").unwrap();
        let note = MeldcodeNote { part: MeldcodePart::Suspicion, answer: Some(YesNo::Yes), why };
        let case = detail(vec![(2, Event::MeldcodeNoted(note))]);
        let meldcode = Meldcode::of(&case.timeline);
        assert_eq!(
            line(MeldcodePart::Suspicion, &meldcode, &case),
            "Vraag 1. Is er een vermoeden van huiselijk geweld of kindermishandeling? Ja. \
             De ander woont in hetzelfde huis. (Mo Fictief, vrijdag 24 april 2026)"
        );
        assert!(line(MeldcodePart::Signs, &meldcode, &case).ends_with("nog niet ingevuld."));
    }
}
