//! A case for the gemeente's own register, in words.
use super::{on_paper::marking, pack_text};
use crate::{Words, day_and_time, day_with_year};
use shared::{
    case::{
        Stage,
        pack::{RegisterFile, RegisterReferral},
    },
    document::{Document, DocumentPart, Passage},
};

/// What whoever keeps the register reads first.
const WHOLE: &str = "Dit is wat Meldroute van dit dossier aan het register geeft. De gegevens van de melder staan er \
    niet in. Namen van de melder en van medewerkers zijn weggelakt waar ze in een tekst stonden. Uit een verhaal kan \
    toch blijken wie iemand is: ga er zorgvuldig mee om. Foto's, notities en werkoverleggen staan er niet in.";
/// Instead of what this AF does not read.
const NOT_READ: &str = "Zorg en gezondheid. Wie dit pakket maakte, leest dat niet.";

/// All that the file says, for paper, in its order.
#[must_use]
pub fn register_document(file: &RegisterFile) -> Document {
    let RegisterFile { number, gemeente, practice, made, steps, closed, outcome, referrals, items, left } = file;
    let mut facts = vec![
        Passage::new("Kenmerk", number.to_string()),
        Passage::new("Van", format!("Meldroute, {gemeente}")),
        Passage::new("Gemaakt", day_and_time(*made)),
    ];
    facts.push(Passage::new("Uitkomst", outcome.words()));
    facts.extend(steps.iter().map(|step| Passage::new(stage(step.stage), day_with_year(step.day))));
    facts.extend(closed.map(|day| Passage::new("Afgerond op", day_with_year(day))));
    let mut passages: Vec<Passage> =
        referrals.iter().enumerate().map(|(at, one)| Passage::new(step_name(at, one), referral(one))).collect();
    passages.extend(items.iter().map(|item| Passage::new(item.name.as_str(), pack_text(&item.value))));
    if !left.is_empty() {
        passages.push(Passage::new("Niet hierin", NOT_READ));
    }
    Document {
        title: format!("Dossier {number} voor het register"),
        header: format!("{}. Meldroute, {gemeente}. Kenmerk {number}", marking(*practice)),
        footer: "Voor het register van de gemeente".to_owned(),
        at: *made,
        parts: vec![DocumentPart { title: None, facts, passages }],
        closing: WHOLE.to_owned(),
    }
}

/// As the AF knows the steps; the melder's words for them speak to the melder.
fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Contact => "Contact met de melder",
        Stage::Reported | Stage::Investigation | Stage::Decision | Stage::Done => stage.words(),
    }
}

fn step_name(at: usize, one: &RegisterReferral) -> String {
    format!("Vervolgstap {}: {}", at + 1, one.to.words())
}

fn referral(one: &RegisterReferral) -> String {
    let RegisterReferral { to: _, receiver, ground, day, kept } = one;
    let named = [("Ontvanger", receiver), ("Grondslag", ground)];
    let lines = named.into_iter().filter_map(|(name, text)| Some(format!("{name}: {}", text.as_ref()?.as_str())));
    let kept = kept.iter().map(|print| format!("Vastgelegd stuk: {}", print.as_str()));
    lines.chain([format!("Datum: {}", day_with_year(*day))]).chain(kept).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        case::{
            ProgressStep,
            pack::{KeptBack, KeptWhy, PackItem, PackValue},
        },
        id::{CaseNumber, PackPrint},
        moment::{Day, Moment},
        retention::Outcome,
        sharing::ReferralTarget,
        text::Line,
    };

    #[test]
    fn all_of_the_file_is_on_paper() {
        let day = Day::from_ymd_opt(2026, 4, 30).unwrap();
        let line = |text: &str| Line::parse(text).ok();
        let file = RegisterFile {
            number: CaseNumber { year: 2026, sequence: 17 },
            gemeente: "Verzonnenstad".into(),
            practice: false,
            made: Moment::from_millis(1_777_550_400_000),
            steps: vec![ProgressStep { stage: Stage::Contact, day }],
            closed: Some(day),
            outcome: Outcome::Likely,
            referrals: vec![RegisterReferral {
                to: ReferralTarget::Riec,
                receiver: line("Een functie"),
                ground: line("Een grond"),
                day,
                kept: vec![PackPrint::from_bytes(&[0x5b; 16])],
            }],
            items: vec![PackItem {
                id: "melding.waar".into(),
                name: "Waar".into(),
                kinds: Vec::new(),
                own_words: true,
                value: PackValue::Text("De verzonnen schuur".into()),
            }],
            left: vec![KeptBack { name: "Zorg en gezondheid".into(), why: KeptWhy::Unopened, kinds: Vec::new() }],
        };
        let document = register_document(&file);
        let [part] = &document.parts[..] else { panic!("one part") };
        let said: Vec<String> =
            part.facts.iter().chain(&part.passages).map(|one| format!("{}: {}", one.name, one.text)).collect();
        let expected = [
            "Kenmerk: 2026-017",
            "Van: Meldroute, Verzonnenstad",
            "Gemaakt: donderdag 30 april 2026 om 14.00",
            "Uitkomst: Waarschijnlijk mensenhandel",
            "Contact met de melder: donderdag 30 april 2026",
            "Afgerond op: donderdag 30 april 2026",
            "Vervolgstap 1: RIEC (ondermijning): Ontvanger: Een functie\nGrondslag: Een grond\nDatum: donderdag 30 april 2026\n\
             Vastgelegd stuk: 5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b5b",
            "Waar: De verzonnen schuur",
            "Niet hierin: Zorg en gezondheid. Wie dit pakket maakte, leest dat niet.",
        ];
        assert_eq!(said, expected);
        assert!(document.header.starts_with("Vertrouwelijk."));
        let practice = register_document(&RegisterFile { practice: true, ..file });
        assert!(practice.header.starts_with("Oefening"));
    }
}
