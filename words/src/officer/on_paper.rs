//! What goes to receivers, for paper.
use super::{
    kept_at,
    pack::{FROM, pack_end, pack_head, pack_text},
};
use crate::{Words, day_and_time};
use shared::{
    case::pack::{KeptPack, Pack},
    document::{Document, DocumentPart, Passage},
    moment::Moment,
    sharing::ReferralTarget,
};

/// What was kept, for paper: all that is in the file, in its order. `gemeente`: its name. `practice`: whether all of it
/// is made up.
#[must_use]
pub fn pack_document(kept: &KeptPack, pack: &Pack, gemeente: &str, practice: bool) -> Document {
    Document {
        title: format!("Stuk voor {}", pack.to.words()),
        header: format!("{}. Meldroute, {gemeente}. Kenmerk {}", marking(practice), pack.number),
        footer: format!("Vingerafdruk {}", kept.print.as_str()),
        at: kept.at,
        parts: vec![pack_part(pack, None)],
        closing: format!("{}\n{}.", pack_end(gemeente), kept_at(kept.at)),
    }
}

/// What was kept of several cases for one receiver, for paper. `meeting`: which meeting of theirs; `at`: now.
#[must_use]
pub fn agenda_document(
    (to, meeting): (ReferralTarget, Option<&str>),
    packs: &[(KeptPack, Pack)],
    (gemeente, practice): (&str, bool),
    at: Moment,
) -> Document {
    let mut facts = vec![Passage::new("Voor", to.words())];
    facts.extend(meeting.map(|meeting| Passage::new("Overleg", meeting)));
    facts.extend([
        Passage::new("Van", FROM),
        Passage::new("Aantal", packs.len().to_string()),
        Passage::new("Gemaakt", day_and_time(at)),
    ]);
    let front = DocumentPart { title: None, facts, passages: Vec::new() };
    let each = packs.iter().map(|(kept, pack)| {
        let mut part = pack_part(pack, Some(format!("Dossier {}", pack.number)));
        part.facts.extend([
            Passage::new("Vastgelegd", day_and_time(kept.at)),
            Passage::new("Vingerafdruk", kept.print.as_str()),
        ]);
        part
    });
    Document {
        title: format!("Stukken voor {}", to.words()),
        header: format!("{}. Meldroute, {gemeente}", marking(practice)),
        footer: format!("Stukken voor {}", to.words()),
        at,
        parts: std::iter::once(front).chain(each).collect(),
        closing: pack_end(gemeente),
    }
}

/// What stands above every page.
pub(super) fn marking(practice: bool) -> &'static str {
    if practice { "Oefening: alles hierin is verzonnen" } else { "Vertrouwelijk" }
}

fn pack_part(pack: &Pack, title: Option<String>) -> DocumentPart {
    let facts = pack_head(pack).into_iter().map(|fact| Passage::new(fact.name, fact.text)).collect();
    let passages = pack.items.iter().map(|item| Passage::new(item.name.as_str(), pack_text(&item.value))).collect();
    DocumentPart { title, facts, passages }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        answer::Known,
        case::pack::{PackItem, PackValue},
        id::{CaseNumber, PackPrint},
        moment::Day,
        text::Line,
    };

    fn made() -> (KeptPack, Pack) {
        let line = |text: &str| Line::parse(text).ok();
        let item = |name: &str, value| PackItem {
            id: "melding.iets".into(),
            name: name.into(),
            kinds: Vec::new(),
            own_words: false,
            value,
        };
        let pack = Pack {
            number: CaseNumber { year: 2026, sequence: 17 },
            to: ReferralTarget::Riec,
            receiver: line("Een functie"),
            ground: line("Een grond"),
            day: Day::from_ymd_opt(2026, 4, 30).unwrap(),
            items: vec![
                item("Waar", PackValue::Text("De verzonnen schuur".into())),
                item("Kinderen in huis", PackValue::Answer(Known::No)),
            ],
        };
        let (print, at) = (PackPrint::from_bytes(&[0x5b; 16]), Moment::from_millis(1_777_550_400_000));
        (KeptPack { print, at, file: serde_json::to_string(&pack).unwrap() }, pack)
    }

    fn said(part: &DocumentPart) -> Vec<String> {
        part.facts.iter().chain(&part.passages).map(|one| format!("{}: {}", one.name, one.text)).collect()
    }

    #[test]
    fn all_of_what_was_kept_is_on_paper_and_no_more() {
        let (kept, pack) = made();
        let document = pack_document(&kept, &pack, "Verzonnenstad", false);
        let expected = [
            "Voor: RIEC (ondermijning)",
            "Ontvanger: Een functie",
            "Grondslag: Een grond",
            "Datum: donderdag 30 april 2026",
            "Van: Aandachtsfunctionaris mensenhandel",
            "Kenmerk: 2026-017",
            "Waar: De verzonnen schuur",
            "Kinderen in huis: Nee",
        ];
        assert_eq!(document.parts.iter().flat_map(said).collect::<Vec<_>>(), expected);
        assert_eq!(document.header, "Vertrouwelijk. Meldroute, Verzonnenstad. Kenmerk 2026-017");
        assert_eq!(document.at, kept.at, "so the same file each time");
        assert!(pack_document(&kept, &pack, "Verzonnenstad", true).header.starts_with("Oefening: alles"));
    }

    #[test]
    fn an_agenda_has_each_pack_on_a_page_of_its_own() {
        let two = [made(), made()];
        let about = (ReferralTarget::Riec, Some("Het overleg van 12 maart"));
        let document = agenda_document(about, &two, ("Verzonnenstad", false), two[0].0.at);
        let [front, first, second] = &document.parts[..] else { panic!("three parts") };
        let begins = ["Voor: RIEC (ondermijning)", "Overleg: Het overleg van 12 maart"];
        assert_eq!((&said(front)[..2], front.title.as_ref()), (&begins.map(str::to_owned)[..], None));
        assert_eq!(first, second);
        let (kept, pack) = made();
        let alone = pack_document(&kept, &pack, "Verzonnenstad", false);
        assert_eq!((first.title.as_deref(), &first.passages), (Some("Dossier 2026-017"), &alone.parts[0].passages));
        assert!(said(first).contains(&format!("Vingerafdruk: {}", "5b".repeat(16))));
    }
}
