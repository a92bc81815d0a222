use super::super::{
    parts::{Facts, name_of},
    session::Gemeente,
};
use crate::messages::{
    Words,
    officer::{Fact, fact},
};
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    contract::CaseDetail,
    indicators::{IndicatorList, Tick},
    report::{Channel, Report},
};
use std::sync::Arc;

/// The report in the melder's own words, with the signals and the caveat.
#[component]
pub fn ReportCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let report = &detail.report;
    let gemeente = Gemeente::here();
    let chips = report.ticks.iter().map(|tick| chip(tick, &gemeente.indicators));
    let none = report.ticks.is_empty();
    view! {
        <section class="card">
            <h2>"De melding"</h2>
            {noted_by(&detail).map(|who| view! { <p class="soft">{who}</p> })}
            <blockquote class="own-words" dir="auto">{report.story.as_str().to_owned()}</blockquote>
            <Facts facts=facts(report)/>
            <ul class="chips" aria-label="Signalen">{chips.map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            {none.then(|| view! { <p class="soft">"Geen signalen aangekruist. Dat bewijst niets."</p> })}
            <p class="soft">{format!("Een signaal is een richting, geen bewijs. Lijst {}.", report.list)}</p>
        </section>
    }
}

/// A notice when the report came by phone: the text is then the AF's.
fn noted_by(detail: &CaseDetail) -> Option<String> {
    match &detail.channel {
        Channel::Form {} => None,
        Channel::Phone { noted_by } => Some(format!("Genoteerd door {}.", name_of(&detail.officers, noted_by))),
    }
}

fn chip(tick: &Tick, list: &IndicatorList) -> String {
    let sentence = list.find(&tick.id).map_or_else(|| tick.id.replace('-', " "), |one| one.sentence.clone());
    format!("{sentence} · {}", tick.origin.words().to_lowercase())
}

fn facts(report: &Report) -> Vec<Fact> {
    let lines = [("Wanneer", &report.when), ("Waar", &report.place)];
    let mut facts: Vec<Fact> =
        lines.into_iter().filter_map(|(name, text)| Some(fact(name, text.as_ref()?.as_str()))).collect();
    facts.extend(report.known.iter().map(|text| fact("Wat de melder weet", text.as_str())));
    if report.colleague == YesNo::Yes {
        facts.push(fact("Let op", "Dit gaat over een collega, of over iemand die meldingen leest."));
    }
    facts
}
