use super::super::{parts::name_of, session::Gemeente};
use crate::messages::{
    Words, day_with_year,
    officer::{corrected, vtt_words},
};
use leptos::prelude::*;
use shared::{
    answer::{Known, YesNo},
    case::{
        Entry, Event, Proposal, Safety,
        notes::{SafetyCorrection, SafetyFact},
    },
    contract::CaseDetail,
    text::dialled,
};
use std::sync::Arc;

/// Acute, a minor, and what was done about it.
#[component]
pub fn SafetyCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let number = Gemeente::here().profile.contacts.veilig_thuis.number.clone();
    let dial = dialled(&number);
    let safety = detail.safety();
    let call = safety.is_open().then(|| {
        let (before, after) = to_do(&safety);
        view! {
            <p class="notice danger">
                {before}" Veilig Thuis: "
                <a class="utrecht-link" href=format!("tel:{dial}")>{number}</a>
                ". "{after}
            </p>
        }
    });
    let vtt = safety.vtt().map(|contact| view! { <li>{format!("{}.", vtt_words(contact))}</li> });
    let apart = safety.is_taken_over().then(|| {
        view! { <li>"Doe geen eigen onderzoek in het gezin, tenzij je dat met Veilig Thuis afsprak."</li> }
    });
    let changed = corrections(&detail);
    view! {
        <section class="card">
            <h2>"Veiligheid"</h2>
            <ul class="plain">
                {lines(&safety, detail.report.called_112).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                {vtt}
                {apart}
            </ul>
            {(!changed.is_empty()).then(|| view! {
                <p class="soft">{melder(&detail)}</p>
                <ul class="plain">{changed.into_iter().map(|line| view! { <li class="soft">{line}</li> }).collect_view()}</ul>
            })}
            {call}
        </section>
    }
}

/// What is to be done while it is open, before and after the number.
fn to_do(safety: &Safety) -> (&'static str, &'static str) {
    if safety.ask_kmt_on().is_some() {
        ("Veilig Thuis neemt het niet aan. Vraag vandaag nog KMT en leg dat vast. Daarna kan dit dossier verder.", "")
    } else if safety.asks_about_home() {
        (
            "Is het thuis onveilig? Ja: meld het.",
            "Nee: leg vast waarom Veilig Thuis niet nodig is. Eerder kan dit dossier niet verder of dicht.",
        )
    } else {
        (
            "Nog geen melding bij Veilig Thuis. Bel.",
            "Leg vast wat er is gedaan: eerder kan dit dossier niet verder of dicht.",
        )
    }
}

/// The facts as they are known now.
fn lines(safety: &Safety, called_112: Option<YesNo>) -> Vec<&'static str> {
    let minor = match safety.minor() {
        Known::Yes => "Er is iemand jonger dan 18 bij.",
        Known::No => "Geen minderjarige bekend.",
        Known::Unknown => "Leeftijd niet bekend: telt als jonger dan 18.",
    };
    let acute = match safety.danger() {
        Known::Yes => "Er is acuut gevaar.",
        Known::No => "Geen acuut gevaar bekend.",
        Known::Unknown => "Gevaar niet bekend: telt als gevaar.",
    };
    let called = called_112.map(|called| match called {
        YesNo::Yes => "112 is gebeld.",
        YesNo::No => "112 is niet gebeld.",
    });
    [Some(minor), Some(acute), called].into_iter().flatten().collect()
}

/// The melder's own answers, beside what is known now.
fn melder(detail: &CaseDetail) -> String {
    let answer = |fact: SafetyFact, known: Known| format!("{}: {}", fact.words(), known.lower());
    let (minor, acute) = (detail.report.minor, detail.report.acute);
    format!("De melder schreef: {}. {}.", answer(SafetyFact::Minor, minor), answer(SafetyFact::Danger, acute))
}

/// Every correction that counts, with who made it and when.
fn corrections(detail: &CaseDetail) -> Vec<String> {
    let line = |entry: &Entry| {
        let note = correction(&entry.event)?;
        let (who, day) = (name_of(&detail.officers, &entry.by), day_with_year(entry.at.day()));
        Some(format!("{}. Gecorrigeerd door {who}, {day}.", corrected(note)))
    };
    detail.timeline.iter().filter_map(line).collect()
}

fn correction(event: &Event) -> Option<&SafetyCorrection> {
    if let Event::SafetyCorrected(note) | Event::Agreed(Proposal::LowerSafety(note)) = event {
        Some(note)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::text::Prose;

    #[test]
    fn a_correction_stands_beside_the_melders_words() {
        let reason = Prose::parse("Gezien op de schoolpas").unwrap();
        let note = SafetyCorrection { fact: SafetyFact::Minor, is: Known::Yes, reason };
        let case = detail(vec![(2, Event::SafetyCorrected(note))]);
        let safety = case.safety();
        assert_eq!(lines(&safety, None)[0], "Er is iemand jonger dan 18 bij.");
        assert_eq!(melder(&case), "De melder schreef: Iemand jonger dan 18: nee. Acuut gevaar: nee.");
        assert_eq!(
            corrections(&case),
            ["Iemand jonger dan 18: ja. Gecorrigeerd door Mo Fictief, vrijdag 24 april 2026."]
        );
        assert!(to_do(&safety).0.starts_with("Nog geen melding"));
    }
}
