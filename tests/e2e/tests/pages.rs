//! What was kept for a receiver, and what the register gets, as pages: the real component sets them, and programs that
//! are not ours read them back.
use data_encoding::BASE64;
use e2e::{Dossier, People, Place, World, follows, meldroute, packs, sent, words};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::{
    contract::{Endpoint, ProblemKind},
    sharing::ReferralTarget,
};
use std::{path::Path, process::Command};

/// What `tests/pdf/read.py` says about a PDF.
#[derive(Deserialize)]
struct Read {
    ua: Vec<String>,
    a: Vec<String>,
    pages: Vec<String>,
    title: String,
    language: String,
    headings: Vec<String>,
}

fn read(world: &World, pdf: &[u8]) -> Read {
    let root = Place::find().root;
    let python = root.join(".tools/pdf/bin/python");
    assert!(python.exists(), "the reader of PDFs is not installed: `cargo xtask test` does it");
    let folder: &Path = world.site.as_ref();
    let file = folder.join("stuk.pdf");
    std::fs::write(&file, pdf).expect("it can be written");
    // to look at
    if let Some(shots) = std::env::var_os("MELDROUTE_SHOTS") {
        let name = std::thread::current().name().unwrap_or_default().replace(':', "-");
        std::fs::write(Path::new(&shots).join(name).with_extension("pdf"), pdf).expect("it can be written");
    }
    let output = Command::new(python).arg(root.join("tests/pdf/read.py")).arg(file).output().expect("python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

/// A case of Fleur's that was decided to go to the RIEC, with these words for it.
fn decided(world: &World, place: &str, shared: &str) -> Dossier {
    let People { fleur, sem, .. } = &world.people;
    let draft = shared::report::Draft { place: place.into(), ..words::draft() };
    let _code = sent(&world.anyone(), &draft);
    let (mut case, today) = (Dossier::newest(fleur), words::today(fleur));
    let mut decision = words::decide(&today);
    let mut referral = words::referral(ReferralTarget::Riec, "Ontvanger-kanarie", &today);
    referral["gedeeld"] = json!(shared);
    decision["inhoud"]["vervolgstappen"] =
        json!([words::referral(ReferralTarget::Kmt, "Kmt-kanarie", &today), referral]);
    let way = [words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)];
    for command in way.iter().chain(&[words::to_decision(), decision]) {
        case.command(fleur, command);
    }
    case.command(sem, &words::agree());
    case
}

fn bytes(base64: &Value) -> Vec<u8> {
    BASE64.decode(base64.as_str().expect("base64").as_bytes()).expect("base64")
}

/// Keeps the place and these words for the RIEC. Gives its fingerprint and its PDF.
fn kept(world: &World, case: &Dossier) -> (Value, Vec<u8>) {
    let fleur = &world.people.fleur;
    let kept = packs::read_and_keep(fleur, &case.id, 1, &["melding.waar", "vervolgstap.gedeeld"]);
    let print = kept["vingerafdruk"].clone();
    let pdf = || packs::pages(fleur, &case.id, &print).good(Endpoint::PackPages)["inhoud"].clone();
    let first = pdf();
    assert_eq!(pdf(), first, "what was kept becomes the same file each time");
    (print, bytes(&first))
}

/// The text without spaces and without places to break: an extractor puts them where it sees a gap.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}').collect()
}

const NAMES: &str = "Şükrü İnönü, Yağmur, Łukasz, Erdős, Zoë";
const RUSSIAN: &str = "Иван Выдуманный";

#[test]
fn what_was_kept_reads_back_as_it_was() {
    let world = World::new();
    let case = decided(&world, NAMES, &format!("{RUSSIAN}\nEen 🚗 <b>#emph[x]</b> $x$ \\ /* a\n\nTweede alinea."));
    let (print, pdf) = kept(&world, &case);
    let read = read(&world, &pdf);
    assert_eq!((&read.ua, &read.a), (&vec![], &vec![]));
    assert_eq!((read.title.as_str(), read.language.as_str()), ("Stuk voor RIEC (ondermijning)", "nl"));
    let said = squeezed(&read.pages.concat());
    let print = print.as_str().expect("a text");
    let order = [
        "Stuk voor RIEC (ondermijning)",
        "Voor: RIEC (ondermijning)",
        "Ontvanger: Ontvanger-kanarie",
        "Van: Aandachtsfunctionaris mensenhandel",
        RUSSIAN,
        "Een [U+1F697] <b>#emph[x]</b> $x$ \\ /* a",
        "Tweede alinea.",
        NAMES,
        "Alleen voor wie hierboven staat.",
        "staat hier zijn nummer in Unicode",
    ];
    let mut from = 0;
    for text in order {
        let at =
            said[from..].find(&squeezed(text)).unwrap_or_else(|| panic!("{text} is not where it should be: {said}"));
        from += at + squeezed(text).len();
    }
    assert!(said.contains(&squeezed(&format!("Vingerafdruk {print}"))) && said.contains("Pagina1van1"));
    assert!(said.contains("Vertrouwelijk.Meldroute,"));
    assert_eq!(read.headings.len(), 2, "{:?}", read.headings);
    // nothing that was not chosen, and nothing about who reported it
    for other in
        ["Verhaal-kanarie", "Bekend-kanarie", "Naam-Kanarie", "Kmt-kanarie", "Duiding-kanarie", "Fleur", "kanarie@"]
    {
        assert!(!said.contains(other), "{other}");
    }
}

#[test]
fn arabic_runs_from_the_right_and_its_letters_join() {
    let world = World::new();
    let case = decided(&world, "Straat 1", "محمد علي في هنغلو\n\nDaarna Nederlands.");
    let (_print, pdf) = kept(&world, &case);
    let read = read(&world, &pdf);
    assert_eq!((&read.ua, &read.a), (&vec![], &vec![]));
    // a reader of text gives the words of such a line from the left or from the right
    let said = squeezed(&read.pages.concat());
    let words: Vec<Option<usize>> = ["محمد", "علي", "في", "هنغلو"].into_iter().map(|word| said.find(word)).collect();
    assert!(words.iter().all(Option::is_some), "{said}");
    assert!(words.is_sorted() || words.is_sorted_by(|one, other| one > other), "{words:?} in {said}");
}

#[test]
fn a_long_text_takes_pages_and_a_long_word_breaks() {
    let world = World::new();
    let case = decided(&world, "Straat 1", &"W".repeat(4_000));
    let (_print, pdf) = kept(&world, &case);
    let read = read(&world, &pdf);
    assert_eq!((&read.ua, &read.a), (&vec![], &vec![]));
    assert!(read.pages.len() > 1, "{}", read.pages.len());
    let said = squeezed(&read.pages.concat());
    let others = ["Wat we delen", "Waar", "(Wgs)"];
    assert_eq!(said.matches('W').count(), 4_000 + others.len(), "the long word, and {others:?}");
    let last = read.pages.last().expect("a page");
    assert!(squeezed(last).contains(&format!("Pagina{0}van{0}", read.pages.len())), "{last}");
}

#[test]
fn packs_of_two_cases_go_to_a_table_together() {
    let world = World::new();
    let one = decided(&world, "Laan 1", "Van het ene");
    let (first, _pdf) = kept(&world, &one);
    let other = decided(&world, "Laan 2", "Van het andere");
    let (second, _pdf) = kept(&world, &other);
    let asked = packs::agenda(&world.people.fleur, "Ontvanger-kanarie", &[(&other.id, &second), (&one.id, &first)]);
    let read = read(&world, &bytes(&asked.good(Endpoint::AgendaPages)["inhoud"]));
    assert_eq!((&read.ua, &read.a), (&vec![], &vec![]));
    assert_eq!(read.pages.len(), 3, "a page in front, and one each");
    let said: Vec<String> = read.pages.iter().map(|page| squeezed(page)).collect();
    let on = |page: usize, text: &str| said[page].contains(&squeezed(text));
    assert!(on(0, "Overleg: Overleg-kanarie") && on(0, "Aantal: 2") && on(0, "Wat hierin staat"), "{said:?}");
    assert!(on(1, "Van het andere") && on(1, second.as_str().expect("a text")), "{said:?}");
    assert!(on(2, "Van het ene") && on(2, first.as_str().expect("a text")), "{said:?}");
    assert_eq!(read.headings.len(), 2, "{:?}", read.headings);
}

#[test]
fn the_register_gets_a_package_that_can_be_looked_over() {
    let world = World::new();
    let fleur = &world.people.fleur;
    let mut case = decided(&world, NAMES, "Zes losse bedden");
    let (print, _pdf) = kept(&world, &case);
    let packed =
        bytes(&fleur.to_one(Endpoint::RegisterPackage, &case.id).send().good(Endpoint::RegisterPackage)["inhoud"]);
    let folder: &Path = world.site.as_ref();
    let place = folder.join("overdracht.zip");
    std::fs::write(&place, &packed).expect("it can be written");
    let looked = || {
        let output = meldroute(&["overdracht", place.to_str().expect("a path")], None);
        (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    };
    let (good, said) = looked();
    assert!(good && said.contains("Het pakket is in orde: dossier 2026-001 van Hengelo"), "{said}");
    // as any program unpacks and checks it
    let unpacked = Command::new("python3")
        .current_dir(folder)
        .args(["-m", "zipfile", "-e", "overdracht.zip", "uitgepakt"])
        .status();
    assert!(unpacked.expect("python starts").success());
    let unpacked = folder.join("uitgepakt");
    let sums = Command::new("sha256sum").current_dir(&unpacked).args(["--check", "--strict", "SHA256SUMS"]).status();
    assert!(sums.expect("it starts").success());
    let json = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(unpacked.join(name)).expect("a file")).expect("JSON")
    };
    let file = json("dossier.json");
    assert!(follows(&json("dossier.schema.json"), &file));
    assert_eq!(file["vervolgstappen"][1]["vastgelegd"], json!([print]));
    let read = read(&world, &std::fs::read(unpacked.join("dossier.pdf")).expect("a file"));
    assert_eq!((&read.ua, &read.a), (&vec![], &vec![]));
    let said = squeezed(&read.pages.concat());
    for text in ["staan zes bedden", "Waar-", "Duiding-", "Zes losse bedden", NAMES] {
        let there = text != "Waar-";
        assert_eq!(said.contains(&squeezed(text)), there, "{text}: {said}");
        assert_eq!(squeezed(&file.to_string()).contains(&squeezed(text)), there, "{text}");
    }
    for melder in ["Naam-Kanarie", "Team-kanarie", "email.kanarie", "Bereikbaar-kanarie", "Fleur"] {
        assert!(!said.contains(melder) && !file.to_string().contains(melder), "{melder}");
    }
    // it was changed on the way
    let mut other = packed;
    let middle = other.len() / 2;
    other[middle] ^= 1;
    std::fs::write(&place, other).expect("it can be written");
    let (good, said) = looked();
    assert!(!good && said.contains("overdracht.zip"), "{said}");
    // while its processing is restricted nothing goes anywhere
    case.look(fleur);
    case.command(fleur, &words::restrict());
    fleur.to_one(Endpoint::RegisterPackage, &case.id).send().problem(ProblemKind::Refused);
}
