use super::{
    super::{
        dialogs::MeetingNoteDialog,
        dossier::{ActButton, Dossier, story},
        page::Page,
        parts::Facts,
        request::Failed,
        session::Gemeente,
    },
    store::function_of,
};
use crate::{
    messages::{
        Words, day_with_year,
        officer::{Fact, fact, roles_in_words, said_there, subject_and_forms, vtt_stand_words},
    },
    ui::{ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::{
    case::{
        ActKind, Event, Proposal, RowView, Step,
        notes::{MeetingNote, Ruling},
        tasks::{TaskState, tasks},
    },
    contract::{CaseDetail, MeetingOfficer},
};
use std::sync::Arc;

/// The sheet of one case, on a page of its own in print. The case is read for it, and so is the line in the audit.
#[component]
pub fn SheetOf(row: RowView, officers: Vec<MeetingOfficer>) -> impl IntoView {
    let dossier = Dossier::start(row.id.clone());
    dossier.read();
    let may_note = Memo::new(move |_| dossier.detail.with(may_note));
    let noting = Memo::new(move |_| may_note.get() && dossier.open.get() == Some(ActKind::NoteMeeting));
    let (title, id) = (format!("Dossier {}", row.number), format!("blad-{}", row.number));
    let (label, case) = (format!("Leg het besluit vast, dossier {}", row.number), Page::Case(row.id.clone()).path());
    let open = row.step == Step::Decision;
    view! {
        <article class="card sheet" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{title}</h3>
            <Failed failure=dossier.failure/>
            <p class="no-print" role="status">{move || dossier.said.get()}</p>
            {move || dossier.detail.get().map(|detail| {
                let of = |who: &_| function_of(&officers, &Gemeente::here().profile.functions, who);
                view! { <Facts facts=facts(&detail, of)/> }
            })}
            {open.then(|| view! {
                <p class="no-print">
                    <Link to=case label=label look=LinkLook::Button(ButtonLook::Plain)>"Leg het besluit vast"</Link>
                </p>
            })}
            <Show when=move || may_note.get()>
                <p class="no-print"><ActButton kind=ActKind::NoteMeeting look=ButtonLook::Subtle/></p>
            </Show>
            <Show when=move || noting.get()><MeetingNoteDialog/></Show>
            <p class="soft print-only">"Vertrouwelijk"</p>
        </article>
    }
}

/// Whether it can be noted that it was discussed.
fn may_note(detail: &Option<Arc<CaseDetail>>) -> bool {
    detail.as_ref().is_some_and(|detail| detail.commands.contains(&ActKind::NoteMeeting))
}

/// What is read aloud. The AF is there as a function; the melder, what the melder wrote, and names are not.
fn facts(detail: &CaseDetail, of: impl Fn(&shared::id::AccountId) -> String) -> Vec<Fact> {
    let story = story(detail);
    let mut facts = vec![
        fact("Wat", subject_and_forms(detail.report.subject, &detail.report.forms)),
        fact("Waar in de route", detail.step.words()),
        fact("Binnengekomen", day_with_year(detail.received.day())),
    ];
    facts.extend(detail.assigned.as_ref().map(|who| fact("Van", of(who))));
    facts.extend(detail.signals.iter().map(|signal| fact("Signaal", signal.sentence.clone())));
    if let Some(form) = &story.form {
        let person = |one: &shared::case::notes::Person| {
            fact("Persoon", format!("{}, {}", roles_in_words(&one.roles), one.age.words()))
        };
        facts.extend(form.persons.iter().map(person));
        facts.push(fact("Hoe veilig is het nu?", form.safety.as_str()));
        facts.extend(form.place.iter().map(|text| fact("Plek of bedrijf", text.as_str())));
        facts.extend(form.control.iter().map(|text| fact("Dwangmiddelen", text.as_str())));
        facts.extend(form.wishes.iter().map(|text| fact("Wat wil de persoon zelf?", text.as_str())));
    }
    facts.extend(story.plan.iter().map(|plan| fact("De vraag", plan.question.as_str())));
    let source = |(note, _): &(shared::case::notes::SourceNote, _)| {
        fact("Bron", format!("{}: {}", note.source.as_str(), note.result.as_str()))
    };
    facts.extend(story.sources.iter().map(source));
    facts.extend(story.checks.iter().map(|check| fact("KMT", check.answer.as_str())));
    facts.extend(tasks(&detail.timeline).iter().map(task));
    facts.push(fact("Veilig Thuis", vtt(detail)));
    facts.extend(talked_over(detail).into_iter().flat_map(said_there));
    facts.extend(thought(detail).map(|ruling| fact("Wat we tot nu toe denken", ruling.meaning.as_str())));
    facts
}

/// Without who does it: that may be a name.
fn task(state: &TaskState<'_>) -> Fact {
    let what = state.task.what.as_str();
    fact(
        "Taak",
        match state.result {
            Some(result) => format!("{what}: {}", result.outcome.as_str()),
            None => format!("{what}, uiterlijk {}", day_with_year(state.task.by)),
        },
    )
}

/// Without who called and when: that may be the melder.
fn vtt(detail: &CaseDetail) -> String {
    let stand = detail.vtt.as_ref().map_or("Niets vastgelegd", vtt_stand_words);
    if detail.vtt_open { format!("{stand}. Nog te regelen") } else { stand.to_owned() }
}

/// What earlier werkoverleggen said, the first one first.
fn talked_over(detail: &CaseDetail) -> Vec<&MeetingNote> {
    let notes = detail
        .timeline
        .iter()
        .filter_map(|entry| if let Event::TalkedOver(note) = &entry.event { Some(note) } else { None });
    notes.collect()
}

/// The latest decision or proposal for one, also of before it went back or was opened again.
fn thought(detail: &CaseDetail) -> Option<&Ruling> {
    detail.timeline.iter().rev().find_map(|entry| {
        if let Event::Decided(ruling) = &entry.event {
            Some(ruling)
        } else if let Event::Proposed(proposal) | Event::Agreed(proposal) = &entry.event {
            of_proposal(proposal)
        } else if let Event::Declined(no) | Event::Withdrawn(no) = &entry.event {
            of_proposal(&no.proposal)
        } else {
            None
        }
    })
}

fn of_proposal(proposal: &Proposal) -> Option<&Ruling> {
    if let Proposal::Ruling(ruling) = proposal { Some(ruling) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::{
        answer::Known,
        case::notes::{AgeGroup, ContactNote, FormSheet, Means, Person, PersonRole, Plan, Task, TaskResult, VttNote},
        text::{Line, Prose},
    };

    fn prose(text: &str) -> Prose {
        Prose::parse(text).unwrap()
    }

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    fn form() -> FormSheet {
        let person = Person {
            roles: PersonRole::PossibleVictim.into(),
            age: AgeGroup::From27,
            description: Some(line("Persoonsnaam Verzonnen")),
            languages: None,
            interpreter: Known::No,
            vulnerability: None,
            number: None,
        };
        FormSheet {
            persons: vec![person],
            safety: prose("Nu veilig"),
            children: Known::No,
            control: None,
            place: None,
            vehicles: None,
            phones: None,
            knows: Known::No,
            wishes: Some(prose("Wil naar huis")),
            reporter_does: Some(prose("De melder belt maandag")),
        }
    }

    /// Whoever is there may not be an AF of the case, and paper goes further than the room.
    #[test]
    fn the_melder_and_names_are_never_on_a_sheet() {
        let contact = ContactNote { happened: None, means: Means::Phone, summary: Some(prose("Zij vertelde het")) };
        let vtt = VttNote::Reported { who: line("Nadia Verzonnen"), when: line("vandaag"), reference: None };
        let plan = Plan { question: prose("Wie houdt het paspoort?"), ..plan() };
        let case = detail(vec![
            (1, Event::ContactMade(contact)),
            (1, Event::FormSaved(form())),
            (1, Event::VttRecorded(vtt)),
            (1, Event::InvestigationStarted(plan)),
            (1, Event::TaskNoted(todo("Vraag na wie er huurt"))),
            (1, Event::TaskNoted(todo("Bel het handelsregister"))),
            (1, Event::TaskDone(TaskResult { task: 1, outcome: prose("Staat ingeschreven") })),
        ]);
        let text = facts(&case, |_| "Regisseur Wmo".into());
        let text: Vec<String> = text.iter().map(|one| format!("{}: {}", one.name, one.text)).collect();
        let text = text.join("\n");
        let melder = case.report.reporter().unwrap();
        let hidden = [
            melder.name.as_str(),
            case.report.story.as_str(),
            "Balie werk en inkomen",
            "Fleur",
            "Persoonsnaam",
            "De melder belt",
            "Zij vertelde",
            "Collega Verzonnen",
        ];
        for word in hidden {
            assert!(!text.contains(word), "{word} in {text}");
        }
        let shown = [
            "Van: Regisseur Wmo",
            "Wie houdt het paspoort?",
            "Mogelijk slachtoffer",
            "Wil naar huis",
            "Taak: Vraag na wie er huurt, uiterlijk",
            "Taak: Bel het handelsregister: Staat ingeschreven",
        ];
        for word in shown {
            assert!(text.contains(word), "{word} not in {text}");
        }
    }

    fn todo(what: &str) -> Task {
        Task { what: line(what), who: line("Collega Verzonnen"), by: "2026-05-20".parse().unwrap() }
    }

    fn plan() -> Plan {
        let plan = r#"{"vraag":"x","einddatum":"2026-05-20"}"#;
        serde_json::from_str(plan).unwrap()
    }
}
