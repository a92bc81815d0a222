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
    indicators::{Indicator, IndicatorList, Tick},
    report::{Report, WayIn},
};
use std::sync::Arc;

/// The report in the melder's own words, with the signals and the caveat.
#[component]
pub fn ReportCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let report = &detail.report;
    let gemeente = Gemeente::here();
    let chips = report.ticks.iter().map(|tick| chip(tick, &detail.signals, &gemeente.indicators));
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

/// A notice when an AF wrote the report down: the text is then the AF's.
fn noted_by(detail: &CaseDetail) -> Option<String> {
    let (way, noted_by) = detail.channel.noted_by()?;
    let how = match way {
        WayIn::Phone => "",
        WayIn::Desk => " Aan de balie.",
        WayIn::Colleague => " Namens een collega.",
        WayIn::Kmt => " Van het KMT, zonder melder.",
    };
    Some(format!("Genoteerd door {}.{how}", name_of(&detail.officers, noted_by)))
}

/// The sentence as the melder saw it. Of a list that is gone the sentence of today, and which list it is of.
fn chip(tick: &Tick, seen: &[Indicator], list: &IndicatorList) -> String {
    let as_seen = seen.iter().find(|one| one.id == tick.id).map(|one| one.sentence.clone());
    let today = || list.find(&tick.id).map(|one| format!("{} (zin van lijst {})", one.sentence, list.version));
    let sentence = as_seen.or_else(today).unwrap_or_else(|| tick.id.replace('-', " "));
    format!("{sentence} · {}", tick.origin.lower())
}

fn facts(report: &Report) -> Vec<Fact> {
    let lines = [("Wanneer", &report.when), ("Waar", &report.place)];
    let mut facts: Vec<Fact> =
        lines.into_iter().filter_map(|(name, text)| Some(fact(name, text.as_ref()?.as_str()))).collect();
    let known = if report.kmt().is_some() { "Wat er bekend is" } else { "Wat de melder weet" };
    facts.extend(report.known.iter().map(|text| fact(known, text.as_str())));
    if report.colleague == YesNo::Yes {
        facts.push(fact("Let op", "Dit gaat over een collega, of over iemand die meldingen leest."));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::indicators::Origin;

    #[test]
    fn a_signal_is_shown_as_the_melder_saw_it() {
        let one = |sentence: &str| Indicator {
            id: "ramen-afgeplakt".into(),
            sentence: sentence.into(),
            group: "Plek".into(),
            source: "test".into(),
            ..Indicator::default()
        };
        let list =
            IndicatorList { version: "2026-2".into(), indicators: vec![one("Nieuwe zin")], ..IndicatorList::default() };
        let none = IndicatorList { version: "2026-2".into(), ..IndicatorList::default() };
        let tick = Tick { id: "ramen-afgeplakt".into(), origin: Origin::NotSaid };
        assert_eq!(chip(&tick, &[one("Oude zin")], &list), "Oude zin · niet gezegd hoe");
        assert_eq!(chip(&tick, &[], &list), "Nieuwe zin (zin van lijst 2026-2) · niet gezegd hoe");
        assert_eq!(chip(&tick, &[], &none), "ramen afgeplakt · niet gezegd hoe");
    }
}
