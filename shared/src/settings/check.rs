//! The one check of settings. Page, API and `meldroute profiel` use it.
use super::{bounds::terms_within, parts::Part, phones::Phones, sharing};
use crate::{
    minutes::Minutes,
    moment::Day,
    profile::{Backup, Contact, Function, Processor, Profile, Register, Source},
    report::{Finding, FindingCode},
    retention::{Outcome, Terms, TermsError},
    text::{Line, Phone},
};
use std::collections::BTreeSet;

/// The most closing days.
pub const MOST_DAYS: usize = 60;
/// The most sources.
pub const MOST_SOURCES: usize = 20;
/// The most standard texts.
pub const MOST_TEXTS: usize = 10;
/// The most functions.
pub const MOST_FUNCTIONS: usize = 30;
/// The most processors.
pub const MOST_PROCESSORS: usize = 10;
/// The most minutes for one kind of work.
pub const LONGEST_MINUTES: u8 = 240;
/// The most characters in the name of a gemeente: it stands on one line of a telephone.
const LONGEST_NAME: usize = 60;

type Findings = Vec<Finding<String>>;

impl Part {
    /// What is wrong with it, each finding at its field: `kmt/nummer`, `bronnen/0/naam`.
    #[must_use]
    pub fn check(&self) -> Findings {
        let mut found = Findings::new();
        match self {
            Self::Phones(Some(phones)) => check_phones(phones, &mut found),
            Self::Closed(Some(days)) => check_days(days, &mut found),
            Self::Sources(Some(sources)) => check_sources(sources, &mut found),
            Self::Texts(Some(texts)) => check_texts(texts, &mut found),
            Self::Name(Some(name)) => check_name(name, &mut found),
            Self::Functions(Some(functions)) => check_functions(functions, &mut found),
            Self::Minutes(Some(minutes)) => check_minutes(minutes, &mut found),
            Self::Sharing(Some(table)) => found.extend(sharing::findings(table)),
            Self::Retention(Some(terms)) => check_terms(terms, &mut found),
            Self::Register(Some(register)) => check_register(register, &mut found),
            Self::Processors(Some(processors)) => check_processors(processors, &mut found),
            Self::List(_)
            | Self::Phones(None)
            | Self::Closed(None)
            | Self::Sources(None)
            | Self::Texts(None)
            | Self::Name(None)
            | Self::Functions(None)
            | Self::Minutes(None)
            | Self::Sharing(None)
            | Self::Retention(None)
            | Self::Register(None)
            | Self::Processors(None) => {}
        }
        found
    }

    /// The same, and where it goes beyond the bounds that the file sets.
    #[must_use]
    pub fn check_over(&self, file: &Profile) -> Findings {
        let mut found = self.check();
        if let Self::Retention(Some(terms)) = self {
            found.extend(terms_within(terms, &file.retention));
        }
        found
    }
}

fn add(found: &mut Findings, field: impl Into<String>, code: FindingCode) {
    found.push(Finding { field: field.into(), code });
}

/// One line with something in it.
fn line(found: &mut Findings, field: String, text: &str) {
    if let Err(error) = Line::sent(text) {
        add(found, field, error.into());
    }
}

fn number(found: &mut Findings, field: String, text: &str) {
    if let Err(error) = Phone::sent(text) {
        add(found, field, error.into());
    }
}

fn check_phones(phones: &Phones, found: &mut Findings) {
    let officers = phones.officers.as_deref().map(|one| ("aandachtsfunctionarissen", one));
    let always = [("kmt", &phones.kmt), ("vertrouwenspersoon", &phones.confidant)];
    for (at, Contact { name, number: digits, when }) in always.into_iter().chain(officers) {
        line(found, format!("{at}/naam"), name);
        number(found, format!("{at}/nummer"), digits);
        if let Some(when) = when {
            line(found, format!("{at}/wanneer"), when);
        }
    }
    if let Some(backup) = &phones.backup {
        check_backup(backup, found);
    }
}

fn check_backup(backup: &Backup, found: &mut Findings) {
    let Backup { function, number: digits, .. } = backup;
    line(found, "achterwacht/functie".into(), function);
    if function.contains('@') {
        add(found, "achterwacht/functie", FindingCode::BadCharacter);
    }
    number(found, "achterwacht/nummer".into(), digits);
    if backup.address().is_none() {
        add(found, "achterwacht/email", FindingCode::BadShape);
    }
}

fn check_days(days: &[Day], found: &mut Findings) {
    if days.len() > MOST_DAYS {
        add(found, "sluitingsdagen", FindingCode::TooMany);
    }
    if days.iter().collect::<BTreeSet<_>>().len() < days.len() {
        add(found, "sluitingsdagen", FindingCode::Duplicate);
    }
}

fn check_sources(sources: &[Source], found: &mut Findings) {
    if sources.len() > MOST_SOURCES {
        add(found, "bronnen", FindingCode::TooMany);
    }
    let mut names = BTreeSet::new();
    for (at, Source { name, ground }) in sources.iter().enumerate() {
        line(found, format!("bronnen/{at}/naam"), name);
        line(found, format!("bronnen/{at}/grondslag"), ground);
        if !names.insert(name.trim()) {
            add(found, format!("bronnen/{at}/naam"), FindingCode::Duplicate);
        }
    }
}

fn check_texts(texts: &[String], found: &mut Findings) {
    if texts.len() > MOST_TEXTS {
        add(found, "teksten", FindingCode::TooMany);
    }
    let mut seen = BTreeSet::new();
    for (at, text) in texts.iter().enumerate() {
        line(found, format!("teksten/{at}"), text);
        if !seen.insert(text.trim()) {
            add(found, format!("teksten/{at}"), FindingCode::Duplicate);
        }
    }
}

fn check_name(name: &str, found: &mut Findings) {
    line(found, "naam".into(), name);
    if name.chars().count() > LONGEST_NAME {
        add(found, "naam", FindingCode::TooLong);
    }
}

fn check_functions(functions: &[Function], found: &mut Findings) {
    if functions.len() > MOST_FUNCTIONS {
        add(found, "functies", FindingCode::TooMany);
    }
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for (at, Function { id, name, .. }) in functions.iter().enumerate() {
        line(found, format!("functies/{at}/naam"), name);
        let (new_id, new_name) = (ids.insert(id), names.insert(name.trim().to_lowercase()));
        if !(new_id && new_name) {
            add(found, format!("functies/{at}/naam"), FindingCode::Duplicate);
        } else if name.contains('@') {
            add(found, format!("functies/{at}/naam"), FindingCode::BadCharacter);
        }
    }
}

fn check_minutes(minutes: &Minutes, found: &mut Findings) {
    for (name, value) in Minutes::NAMES.into_iter().zip(minutes.all()) {
        if !(1..=LONGEST_MINUTES).contains(&value) {
            add(found, format!("minuten/{name}"), FindingCode::OutOfBounds);
        }
    }
}

fn check_terms(terms: &Terms, found: &mut Findings) {
    let at = |outcome: Outcome, end: &str| format!("bewaartermijnen/{}/{end}", outcome.as_str());
    for fault in terms.faults() {
        match fault {
            TermsError::Order(outcome) => add(found, at(outcome, "termijn"), FindingCode::Contradiction),
            TermsError::UnfoundedLonger(outcome) => add(found, at(outcome, "termijn"), FindingCode::OutOfBounds),
            TermsError::EarlyEndTooShort(outcome) => add(found, at(outcome, "minimum"), FindingCode::OutOfBounds),
            TermsError::AuditTooShort => add(found, "bewaartermijnen/logboek", FindingCode::OutOfBounds),
            TermsError::ProcessingTooShort => add(found, "bewaartermijnen/verwerkingen", FindingCode::OutOfBounds),
        }
    }
}

fn check_register(register: &Register, found: &mut Findings) {
    for (name, text) in Register::NAMES.into_iter().zip(register.all()) {
        if !text.is_empty() {
            line(found, format!("register/{name}"), text);
        }
    }
}

fn check_processors(processors: &[Processor], found: &mut Findings) {
    if processors.len() > MOST_PROCESSORS {
        add(found, "verwerkers", FindingCode::TooMany);
    }
    let mut names = BTreeSet::new();
    for (at, Processor { name, task }) in processors.iter().enumerate() {
        line(found, format!("verwerkers/{at}/naam"), name);
        line(found, format!("verwerkers/{at}/taak"), task);
        if !names.insert(name.trim()) {
            add(found, format!("verwerkers/{at}/naam"), FindingCode::Duplicate);
        }
    }
}
