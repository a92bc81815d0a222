//! What goes to a receiver, in words.
use super::{Fact, Told, fact, facts::with, roles_in_words};
use crate::{Words, day_and_time, day_with_year};
use shared::{
    case::{
        notes::PackKept,
        pack::{KeptBack, KeptWhy, Pack, PackPerson, PackValue, RoleAndAge},
    },
    moment::Moment,
    sharing::DataKind,
};

/// That something was kept as it went.
#[must_use]
pub fn pack_kept(kept: &PackKept) -> Told {
    let print = vec![fact("Vingerafdruk", kept.print.as_str())];
    with(format!("Stuk vastgelegd voor {}", kept.to.words()), print)
}

/// Who it is from: a function.
pub(super) const FROM: &str = "Aandachtsfunctionaris mensenhandel";

/// For whom it is, on which ground, and from whom: a function, and no name.
#[must_use]
pub fn pack_head(pack: &Pack) -> Vec<Fact> {
    let mut facts = vec![fact("Voor", pack.to.words())];
    let lines = [("Ontvanger", &pack.receiver), ("Grondslag", &pack.ground)];
    facts.extend(lines.into_iter().filter_map(|(name, text)| Some(fact(name, text.as_ref()?.as_str()))));
    facts.extend([fact("Datum", day_with_year(pack.day)), fact("Van", FROM), fact("Kenmerk", pack.number.to_string())]);
    facts
}

/// Whose it is and for whom. `gemeente`: its name.
#[must_use]
pub fn pack_end(gemeente: &str) -> String {
    format!("Meldroute, {gemeente}. Alleen voor wie hierboven staat.")
}

/// When something was kept.
#[must_use]
pub fn kept_at(at: Moment) -> String {
    format!("Vastgelegd op {}", day_and_time(at))
}

/// The content of an item, on one line or more.
#[must_use]
pub fn pack_text(value: &PackValue) -> String {
    match value {
        PackValue::Text(text) => text.clone(),
        PackValue::Subject(subject) => subject.words().to_owned(),
        PackValue::Forms(forms) => listed(forms.iter().map(|form| form.words().to_owned())),
        PackValue::Signals(sentences) => listed(sentences.iter().cloned()),
        PackValue::Ages(ages) => listed(ages.iter().map(age)),
        PackValue::Answer(answer) => answer.words().to_owned(),
        PackValue::Assessment(assessment) => assessment.words().to_owned(),
        PackValue::VeiligThuis(stand) => stand.words().to_owned(),
        PackValue::Person(one) => person(one),
    }
}

/// Why something stays in the case.
#[must_use]
pub fn kept_text(kept: &KeptBack) -> String {
    let why = match kept.why {
        KeptWhy::Kind if kept.kinds.is_empty() => "er mag niets heen".to_owned(),
        KeptWhy::Kind => {
            let kinds: Vec<&str> = kept.kinds.iter().copied().map(DataKind::words).collect();
            format!("mag daar niet heen: {}", kinds.join(", "))
        }
        KeptWhy::OwnWords => "in eigen woorden kan iemand te herkennen zijn".to_owned(),
        KeptWhy::Ground => "de grondslag van het besluit staat niet (meer) in het profiel".to_owned(),
        KeptWhy::Consent => "in het besluit staat niet hoe de persoon het goedvond".to_owned(),
        KeptWhy::Unanswered => "in het besluit staat niet of deze persoon gedwongen kan zijn".to_owned(),
        KeptWhy::Unopened => "open het eerst, of vraag een collega van zorg".to_owned(),
    };
    format!("{}: {why}", kept.name)
}

fn listed(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join("; ")
}

fn age(one: &RoleAndAge) -> String {
    format!("{}: {}", roles_in_words(&one.roles), one.age.lower())
}

fn person(one: &PackPerson) -> String {
    let mut said = vec![roles_in_words(&one.roles)];
    said.extend(one.description.clone());
    said.extend(one.languages.iter().map(|languages| format!("spreekt {languages}")));
    said.push(format!("tolk nodig: {}", one.interpreter.lower()));
    said.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        answer::Known,
        case::notes::{AgeGroup, PersonRole},
        indicators::ExploitationForm,
    };

    #[test]
    fn items_by_example() {
        let forms = vec![ExploitationForm::Labour, ExploitationForm::Sexual];
        assert_eq!(pack_text(&PackValue::Forms(forms)), "Arbeidsuitbuiting; Seksuele uitbuiting");
        let victim = RoleAndAge { roles: PersonRole::PossibleVictim.into(), age: AgeGroup::From18To26 };
        assert_eq!(pack_text(&PackValue::Ages(vec![victim])), "Mogelijk slachtoffer: 18 tot en met 26");
        let person = PackPerson {
            roles: PersonRole::PossibleOffender.into(),
            description: Some("Ko Nep".into()),
            languages: None,
            interpreter: Known::No,
        };
        assert_eq!(pack_text(&PackValue::Person(person)), "Mogelijk dader; Ko Nep; tolk nodig: nee");
        assert_eq!(pack_text(&PackValue::Text("Zes bedden.".into())), "Zes bedden.");
    }

    #[test]
    fn what_stays_says_why() {
        let kept = |why, kinds: &[DataKind]| kept_text(&KeptBack { name: "Wens".into(), why, kinds: kinds.to_vec() });
        assert_eq!(kept(KeptWhy::Kind, &[]), "Wens: er mag niets heen");
        assert_eq!(kept(KeptWhy::Kind, &[DataKind::Wishes]), "Wens: mag daar niet heen: wat de persoon wil");
        assert!(kept(KeptWhy::Unopened, &[]).contains("zorg") && kept(KeptWhy::OwnWords, &[]).contains("herkennen"));
    }
}
