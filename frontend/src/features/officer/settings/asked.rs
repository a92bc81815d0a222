//! What the forms of the name, minutes, terms and register ask.
use crate::{messages::Words, ui::TextKind};
use shared::{
    minutes::Minutes,
    profile::Register,
    retention::{Outcome, Terms},
    settings::{LONGEST_MINUTES, Part},
};

/// A field of a form.
#[derive(Clone)]
pub struct Asked {
    /// The end of its id, as in the findings.
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    pub kind: TextKind,
    /// What stands in it now.
    pub value: String,
}

/// Fields under one heading; without one they stand by themselves.
pub struct Group {
    pub legend: Option<&'static str>,
    pub fields: Vec<Asked>,
}

fn asked(id: impl Into<String>, label: impl Into<String>, value: impl ToString) -> Asked {
    Asked { id: id.into(), label: label.into(), hint: None, kind: TextKind::Text, value: value.to_string() }
}

/// The names of all kinds of work, in the order of [`Minutes::NAMES`].
pub fn work_names() -> [&'static str; 10] {
    [
        "De melder bellen",
        "Het formulier",
        "Een onderzoek beginnen",
        "Het KMT vragen",
        "Een onderzoek afronden",
        "Eén dossier bespreken",
        "Navragen bij een tafel",
        "Terugkoppelen",
        "Een voorstel lezen",
        "Afsluiten",
    ]
}

/// The names of all texts of the register, in the order of [`Register::NAMES`].
pub fn asked_register() -> [&'static str; 9] {
    [
        "Verantwoordelijke",
        "Contact van de verantwoordelijke",
        "Gezamenlijk verantwoordelijk",
        "Contact van de FG",
        "Grondslag, met de wettelijke taak",
        "Grond voor bijzondere gegevens",
        "Grond voor strafrechtelijke gegevens",
        "Waar de server en de kopieën staan",
        "DPIA: dag en plaats",
    ]
}

/// What the form of this part asks; nothing for a part with a form of its own.
pub fn groups(part: &Part, file: Option<&Part>) -> Vec<Group> {
    match (part, file) {
        (Part::Name(Some(name)), _) => vec![alone(vec![asked("0", "Naam", name)])],
        (Part::Minutes(Some(minutes)), _) => vec![alone(of_minutes(minutes))],
        (Part::Register(Some(register)), _) => vec![alone(of_register(register))],
        (Part::Retention(Some(terms)), Some(Part::Retention(Some(file)))) => of_terms(terms, file),
        (
            Part::Name(_)
            | Part::Minutes(_)
            | Part::Register(_)
            | Part::Retention(_)
            | Part::Phones(_)
            | Part::Closed(_)
            | Part::Sources(_)
            | Part::Texts(_)
            | Part::Functions(_)
            | Part::Sharing(_)
            | Part::List(_)
            | Part::Processors(_),
            _,
        ) => Vec::new(),
    }
}

fn alone(fields: Vec<Asked>) -> Group {
    Group { legend: None, fields }
}

fn of_minutes(minutes: &Minutes) -> Vec<Asked> {
    let rows = Minutes::NAMES.into_iter().zip(work_names()).zip(minutes.all());
    let hint = || Some(format!("Minuten, van 1 tot en met {LONGEST_MINUTES}."));
    rows.map(|((id, label), value)| Asked { hint: hint(), ..asked(id, label, value) }).collect()
}

fn of_register(register: &Register) -> Vec<Asked> {
    let rows = Register::NAMES.into_iter().zip(asked_register()).zip(register.all());
    rows.map(|((id, label), value)| asked(id, label, value)).collect()
}

/// Minimum, term and maximum for each outcome; then the two trails, and the day on which they were established.
fn of_terms(terms: &Terms, file: &Terms) -> Vec<Group> {
    let of_outcome = |outcome: &Outcome| {
        let (now, bound, at) = (terms.of(*outcome), file.of(*outcome), outcome.as_str());
        let least = format!("Het profiel staat niet korter toe dan {}.", bound.minimum);
        let most = format!("Het profiel staat niet langer toe dan {}.", bound.maximum);
        let fields = vec![
            Asked { hint: Some(least), ..asked(format!("{at}-minimum"), "Minstens", now.minimum) },
            asked(format!("{at}-termijn"), "Termijn", now.term),
            Asked { hint: Some(most), ..asked(format!("{at}-maximum"), "Hoogstens", now.maximum) },
        ];
        Group { legend: Some(outcome.words()), fields }
    };
    let trail = |id: &str, label: &str, now, file| {
        let hint = Some(format!("Minstens {file}, en hoogstens 120 maanden."));
        Asked { hint, ..asked(id, label, now) }
    };
    let day = terms.established.map(|day| day.to_string()).unwrap_or_default();
    let others = vec![
        trail("logboek", "Regels van het logboek", terms.audit, file.audit),
        trail("verwerkingen", "Regels van de verwerkingen", terms.processing, file.processing),
        Asked { kind: TextKind::Date, ..asked("vastgesteldOp", "Vastgesteld met de FG op", day) },
    ];
    Outcome::ALL.iter().map(of_outcome).chain([alone(others)]).collect()
}
