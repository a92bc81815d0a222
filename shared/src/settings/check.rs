//! The one check of settings. Page, API and `meldroute profiel` use it.
use super::{Part, Phones};
use crate::{
    moment::Day,
    profile::{Backup, Contact, Source},
    report::{Finding, FindingCode},
    text::{Line, Phone},
};
use std::collections::BTreeSet;

/// The most closing days.
pub const MOST_DAYS: usize = 60;
/// The most sources.
pub const MOST_SOURCES: usize = 20;
/// The most standard texts.
pub const MOST_TEXTS: usize = 10;

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
            Self::Phones(None) | Self::Closed(None) | Self::Sources(None) | Self::Texts(None) => {}
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
    for (at, Contact { name, number: digits, when }) in
        [("kmt", &phones.kmt), ("vertrouwenspersoon", &phones.confidant)]
    {
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
