//! The line of this instance, row by row.
use super::super::settings::{asked_register, of_terms};
use crate::messages::{Words, isolated};
use shared::{
    case::notes::ReferralTarget,
    contract::SettingsPage,
    profile::{Processor, Register, Source},
    retention::Terms,
    settings::{Part, PartKind},
};

/// A row: what it is about, and what is in it.
pub type Row = (String, Vec<String>);

/// What the gemeente has to fill in and did not.
const EMPTY: &str = "Nog niet ingevuld. De functioneel beheerder vult dit in bij Inrichting.";

/// The rows, in the order of AVG 30 lid 1.
pub fn rows(page: &SettingsPage) -> Vec<Row> {
    let facts = Facts::of(page);
    let names = asked_register();
    let own: Vec<Row> = names.into_iter().zip(facts.register.all()).map(|(name, text)| own(name, text)).collect();
    let [controller, contact, joint, officer, ground, special, criminal, place, dpia] =
        own.try_into().unwrap_or_default();
    let processors =
        lines(facts.processors.iter().map(|one| format!("{}: {}", isolated(&one.name), isolated(&one.task))));
    vec![
        fixed("Naam van de verwerking", &["Interne meldroute mensenhandel"]),
        ("Gemeente".into(), vec![isolated(&facts.name).into_owned()]),
        controller,
        contact,
        joint,
        officer,
        fixed(
            "Doel",
            &[
                "Signalen van mensenhandel van ambtenaren opvangen, duiden en doorzetten, zodat mensen hulp krijgen.",
                "Niet: besluiten over uitkering, verblijf of boete, of toezicht op medewerkers.",
            ],
        ),
        ground,
        special,
        criminal,
        fixed(
            "Betrokkenen",
            &["Mogelijke betrokkenen, mogelijke daders, getuigen, gezinsleden onder wie kinderen, melders, \
             aandachtsfunctionarissen, beheerders."],
        ),
        fixed(
            "Gegevens",
            &[
                "Wat een melder zag of hoorde, wat het onderzoek vond, het besluit en de terugkoppeling.",
                "Accounts, en wie wat bekeek of veranderde, zonder inhoud.",
            ],
        ),
        ("Herkomst van gegevens".into(), sources(&facts.sources)),
        ("Ontvangers".into(), receivers()),
        ("Verwerkers".into(), processors),
        place,
        ("Bewaartermijnen".into(), terms(&facts.terms)),
        fixed("Geautomatiseerde besluiten", &["Geen."]),
        fixed(
            "Beveiliging",
            &["Alles met inhoud is verzegeld, rollen bepalen wie wat ziet, en vernietigen vraagt twee mensen."],
        ),
        dpia,
    ]
}

struct Facts {
    name: String,
    register: Register,
    processors: Vec<Processor>,
    sources: Vec<Source>,
    terms: Terms,
}

impl Facts {
    fn of(page: &SettingsPage) -> Self {
        let part = |kind| page.part(kind);
        let mut facts = Self {
            name: String::new(),
            register: Register::default(),
            processors: Vec::new(),
            sources: Vec::new(),
            terms: Terms::default(),
        };
        if let Some(Part::Name(Some(name))) = part(PartKind::Name) {
            facts.name.clone_from(name);
        }
        if let Some(Part::Register(Some(register))) = part(PartKind::Register) {
            facts.register = register.clone();
        }
        if let Some(Part::Processors(Some(processors))) = part(PartKind::Processors) {
            facts.processors.clone_from(processors);
        }
        if let Some(Part::Sources(Some(sources))) = part(PartKind::Sources) {
            facts.sources.clone_from(sources);
        }
        if let Some(Part::Retention(Some(terms))) = part(PartKind::Retention) {
            facts.terms = terms.clone();
        }
        facts
    }
}

fn own(name: &str, text: &str) -> Row {
    (name.into(), vec![if text.is_empty() { EMPTY.into() } else { isolated(text).into_owned() }])
}

fn fixed(name: &str, texts: &[&str]) -> Row {
    (name.into(), texts.iter().map(|text| (*text).to_owned()).collect())
}

/// These, or that there are none yet.
fn lines(all: impl Iterator<Item = String>) -> Vec<String> {
    let all: Vec<String> = all.collect();
    if all.is_empty() { vec![EMPTY.into()] } else { all }
}

fn sources(sources: &[Source]) -> Vec<String> {
    let of_profile = sources.iter().map(|one| format!("{}: {}", isolated(&one.name), isolated(&one.ground)));
    std::iter::once("Ambtenaren die melden.".to_owned()).chain(of_profile).collect()
}

/// Everybody to whom a decision can go; each time with its ground.
fn receivers() -> Vec<String> {
    let all = ReferralTarget::ALL.iter().filter(|target| **target != ReferralTarget::TooLittle);
    let named = all.map(|target| target.words().to_owned());
    named.chain(["Per keer vastgelegd, met de grondslag.".to_owned()]).collect()
}

fn terms(terms: &Terms) -> Vec<String> {
    let not_yet = "Nog niet vastgesteld met de FG: dit zijn voorbeelden.".to_owned();
    of_terms(terms).into_iter().chain(terms.established.is_none().then_some(not_yet)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::profile::Profile;

    fn page(change: impl Fn(&mut Profile)) -> SettingsPage {
        let mut profile = serde_json::from_str(include_str!("../../../../../gemeenten/hengelo.json")).unwrap();
        change(&mut profile);
        let now: Vec<Part> = PartKind::ALL.iter().map(|kind| Part::of(*kind, &profile)).collect();
        SettingsPage { last: 0, file: now.clone(), now, waiting: None, history: vec![], unreadable: false }
    }

    fn row(page: &SettingsPage, name: &str) -> String {
        let rows = rows(page);
        let found = rows.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name}: {rows:?}"));
        found.1.join(" | ").replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn the_line_holds_what_is_of_this_instance() {
        let page = page(|profile| {
            profile.name = "Nergenshuizen".into();
            profile.register.officer = "fg@nergenshuizen.example".into();
            let (name, task) = ("Verzonnen beheer".into(), "Server, overeenkomst van 1 mei 2026".into());
            profile.processors.push(Processor { name, task });
        });
        assert_eq!(row(&page, "Gemeente"), "Nergenshuizen");
        assert_eq!(row(&page, "Contact van de FG"), "fg@nergenshuizen.example");
        assert_eq!(row(&page, "Verwerkers"), "Verzonnen beheer: Server, overeenkomst van 1 mei 2026");
        assert!(row(&page, "Bewaartermijnen").contains("60 maanden (minstens 12 maanden, hoogstens 120 maanden)"));
        assert!(row(&page, "Bewaartermijnen").contains("Nog niet vastgesteld"));
        assert!(row(&page, "Herkomst van gegevens").contains("Regie Wmo: Eigen taak (Wmo 2015)"));
        let receivers = row(&page, "Ontvangers");
        assert!(receivers.contains("Veilig Thuis") && !receivers.contains("weinig"), "{receivers}");
    }

    #[test]
    fn what_nobody_filled_in_is_named() {
        let page = page(|_| ());
        for name in asked_register() {
            assert_eq!(row(&page, name), EMPTY, "{name}");
        }
        assert_eq!(row(&page, "Verwerkers"), EMPTY);
    }
}
