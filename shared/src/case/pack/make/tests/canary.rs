//! A word of its own in every field of a case that somebody types in: for each receiver the pack holds exactly the
//! words that the table lets go there. A field that stands in neither table here fails the test.
use super::{super::register_file, full::full, *};
use serde_json::Value;
use std::collections::BTreeMap;

/// Texts that may go to whoever may have all of these kinds. What the AF writes for a receiver goes there always.
const GOES: [(&str, &[DataKind]); 33] = {
    use DataKind::{
        Care, Nature, Others, Place, PossibleOffender as Offender, PossibleVictim as Victim, Safety, Wishes,
    };
    [
        ("begin/melding/verhaal", &[Nature]),
        ("begin/melding/wanneer", &[Nature]),
        ("begin/melding/waar", &[Place]),
        ("begin/melding/bekend", &[Place, Victim, Offender, Others]),
        ("formulier/dwangmiddelen", &[Nature]),
        ("formulier/plek", &[Place]),
        ("formulier/voertuigen", &[Place]),
        ("formulier/telefoons", &[Victim, Offender, Others]),
        ("formulier/veiligheid", &[Safety]),
        ("formulier/wens", &[Wishes]),
        ("formulier/personen/0/omschrijving", &[Victim]),
        ("formulier/personen/0/talen", &[Victim]),
        ("formulier/personen/0/kwetsbaarheid", &[Victim, Care]),
        ("formulier/personen/1/omschrijving", &[Offender]),
        ("formulier/personen/1/talen", &[Offender]),
        ("formulier/personen/1/kwetsbaarheid", &[Offender, Care]),
        ("formulier/personen/2/omschrijving", &[Victim, Offender]),
        ("formulier/personen/2/talen", &[Victim, Offender]),
        ("formulier/personen/2/kwetsbaarheid", &[Victim, Offender, Care]),
        ("formulier/personen/3/omschrijving", &[Others]),
        ("formulier/personen/3/talen", &[Others]),
        ("formulier/personen/3/kwetsbaarheid", &[Others, Care]),
        ("formulier/personen/4/omschrijving", &[Others]),
        ("formulier/personen/4/talen", &[Others]),
        ("formulier/personen/4/kwetsbaarheid", &[Others, Care]),
        ("bron/notitie/resultaat", &[Place, Victim, Offender, Others, Care]),
        ("rechten/daarvan/juist", &[Nature]),
        ("rechten/daarvan/onjuist", &[Nature]),
        ("aanvulling", &[Nature]),
        ("besluit/duiding", &[Nature]),
        ("besluit/vervolgstap/gedeeld", &[]),
        ("besluit/vervolgstap/kanGedwongenZijn", &[Victim]),
        ("zorg", &[Care]),
    ]
};
/// Texts that go nowhere.
const STAYS: [&str; 46] = [
    "adviesvraag/daarvan/vraag/gevraagdAan",
    "adviesvraag/daarvan/vraag/woorden",
    "adviesvraag/daarvan/vraag/vraag",
    "adviesvraag/daarvan/antwoord",
    "adviesvraag/daarvan/reden",
    "besluit/vervolgstap/instemming",
    "begin/melding/melder/namens/naam",
    "begin/melding/melder/namens/telefoon",
    "begin/melding/melder/naam",
    "begin/melding/melder/team",
    "begin/melding/melder/telefoon",
    "begin/melding/melder/email",
    "begin/melding/melder/bereikbaar",
    "antwoord",
    "begin/melding/lijst",
    "kmt-check/antwoord",
    "kmt-check/gevraagdAan",
    "kmt-check/grondslag",
    "kmt-check/samenvatting",
    "kmt-check/vraag",
    "veilig-thuis/wanneer",
    "veilig-thuis/wie",
    "veiligheid-gecorrigeerd/reden",
    "meldcode/waarom",
    "werkoverleg/besproken",
    "werkoverleg/teDoen",
    "notitie/tekst",
    "rechten/daarvan/reden",
    "rechten/daarvan/motivering",
    "rechten/daarvan/systeem",
    "voorstel/inhoud/reden",
    "voorstel-ingetrokken/reden",
    "voorstel-ingetrokken/voorstel/inhoud/reden",
    "contact/verslag",
    "formulier/melderDoet",
    "vraag-aan-melder/vraag",
    "vraag-aan-melder-klaar/uitkomst",
    "onderzoek-gestart/vraag",
    "bron/grondslag",
    "bron/notitie/bron",
    "einddatum-verplaatst/reden",
    "taak/wat",
    "taak/wie",
    "taak-klaar/uitkomst",
    "besluit/besprokenMetMelder",
    "besluit/waaromNietGehoord",
];

/// What is no text of somebody: days, moments, ids, choices; and what stands on top of every pack.
fn is_coded(name: &str, text: &str) -> bool {
    let on_top = ["besluit/vervolgstap/ontvanger", "besluit/vervolgstap/grondslag"].contains(&name);
    let hex = text.len() == 32 && text.bytes().all(|c| c.is_ascii_hexdigit());
    let day = text.len() >= 10 && text.starts_with("2026-");
    let slug = text.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-' || c == b'+');
    on_top || hex || day || slug
}

fn goes(name: &str) -> Option<&'static [DataKind]> {
    GOES.iter().find(|(field, _)| *field == name).map(|(_, kinds)| *kinds)
}

#[test]
fn each_receiver_gets_the_words_of_the_table_and_no_other() {
    for to in ReferralTarget::receivers() {
        let (case, care) = full(to);
        let mut words = Words::default();
        let json = words.put(serde_json::to_value(&case).unwrap(), &mut Vec::new());
        let record = words.put(serde_json::to_value(&care).unwrap(), &mut vec!["zorg".to_owned()]);
        let case: Case = serde_json::from_value(json).unwrap();
        let care: CareRecord = serde_json::from_value(record).unwrap();
        let table = Sharing::default();
        let rule = table.rule(to).unwrap();
        let sent = serde_json::to_string(&all(&case, (&care, true)).unwrap().pack).unwrap();
        for (field, _) in GOES {
            assert!(words.fields.values().any(|names| names.contains(&field.to_owned())), "{field} was typed in");
        }
        let people = [DataKind::PossibleVictim, DataKind::PossibleOffender, DataKind::Others];
        let somebody = people.iter().any(|kind| rule.may.contains(kind));
        for (word, names) in &words.fields {
            let may = |kinds: &[DataKind]| {
                let told = somebody || !kinds.contains(&DataKind::Nature);
                told && kinds.iter().all(|kind| rule.may.contains(kind))
            };
            let expected: Vec<bool> = names.iter().map(|name| goes(name).is_some_and(may)).collect();
            assert!(expected.windows(2).all(|pair| pair[0] == pair[1]), "{names:?} say the same, and go elsewhere");
            assert_eq!(sent.contains(word), expected[0], "{to:?}: {names:?}");
        }
    }
}

/// The register is the gemeente's own: it gets all that goes anywhere, of every receiver, and nothing of what stays.
#[test]
fn the_register_gets_all_that_goes_anywhere_and_no_other() {
    let (case, care) = full(ReferralTarget::Police);
    let mut words = Words::default();
    let json = words.put(serde_json::to_value(&case).unwrap(), &mut Vec::new());
    let record = words.put(serde_json::to_value(&care).unwrap(), &mut vec!["zorg".to_owned()]);
    let case: Case = serde_json::from_value(json).unwrap();
    let care: CareRecord = serde_json::from_value(record).unwrap();
    let sharing = Sharing::default();
    let file = |reads: bool| {
        let beside = Beside { care: (&care, reads), signals: &[], sharing: &sharing, officers: &[] };
        register_file(&case, beside, ("Verzonnenstad", false), case.last().0).unwrap()
    };
    let sent = serde_json::to_string(&file(true)).unwrap();
    for (word, names) in &words.fields {
        assert_eq!(sent.contains(word), goes(&names[0]).is_some(), "{names:?}");
    }
    // who does not read about care, sees what is missing
    assert!(file(true).left.is_empty());
    let left: Vec<KeptWhy> = file(false).left.iter().map(|one| one.why).collect();
    assert_eq!(left, [KeptWhy::Unopened]);
}

/// Words, each with the fields that hold it.
#[derive(Default)]
struct Words {
    /// By the word.
    fields: BTreeMap<String, Vec<String>>,
    /// The word that stands for a text.
    known: BTreeMap<String, String>,
}

impl Words {
    /// The same value, with a word of its own for each text.
    fn put(&mut self, value: Value, at: &mut Vec<String>) -> Value {
        match value {
            Value::String(text) => Value::String(self.word(&named(at), text)),
            Value::Array(all) => {
                let each = |(n, one): (usize, Value)| self.inside(one, n.to_string(), at);
                Value::Array(all.into_iter().enumerate().map(each).collect())
            }
            Value::Object(mut all) => {
                let event = all.get("gebeurtenis").and_then(Value::as_str).map(str::to_owned);
                let inner = event.and_then(|event| Some((event, all.remove("inhoud")?)));
                let mut object: serde_json::Map<String, Value> =
                    all.into_iter().map(|(name, one)| (name.clone(), self.inside(one, name, at))).collect();
                if let Some((event, content)) = inner {
                    let mut here = vec![event];
                    object.insert("inhoud".to_owned(), self.put(content, &mut here));
                }
                Value::Object(object)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value,
        }
    }

    fn inside(&mut self, value: Value, name: String, at: &mut Vec<String>) -> Value {
        at.push(name);
        let put = self.put(value, at);
        at.pop();
        put
    }

    fn word(&mut self, name: &str, text: String) -> String {
        if goes(name).is_none() && !STAYS.contains(&name) {
            assert!(is_coded(name, &text), "{name} ({text}) stands in no table");
            return text;
        }
        // these have a form of their own, which is unlike anything else here
        let own = ["begin/melding/melder/email", "begin/melding/lijst"];
        let next = self.known.len();
        let new = || format!("qx{}{}z", char::from(b'a' + (next / 26) as u8), char::from(b'a' + (next % 26) as u8));
        let word = if own.contains(&name) || name.ends_with("/telefoon") {
            text.clone()
        } else {
            self.known.entry(text).or_insert_with(new).clone()
        };
        self.fields.entry(word.clone()).or_default().push(name.to_owned());
        word
    }
}

/// The name of a field: what was decided is the same in the proposal and where a second AF agreed to it.
fn named(at: &[String]) -> String {
    let name = at.join("/");
    for (long, short) in [
        ("voorstel/inhoud/vervolgstappen/0", "besluit/vervolgstap"),
        ("akkoord/inhoud/vervolgstappen/0", "besluit/vervolgstap"),
        ("voorstel/inhoud/duiding", "besluit/duiding"),
        ("akkoord/inhoud/duiding", "besluit/duiding"),
        ("voorstel/inhoud/besprokenMetMelder", "besluit/besprokenMetMelder"),
        ("akkoord/inhoud/besprokenMetMelder", "besluit/besprokenMetMelder"),
        ("antwoorden/0/antwoord", "antwoord"),
        ("antwoorden/1/antwoord", "aanvulling"),
        ("zorg/regels/0/tekst", "zorg"),
    ] {
        if let Some(rest) = name.strip_prefix(long) {
            return format!("{short}{rest}");
        }
    }
    name
}
