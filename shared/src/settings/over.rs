//! How each part lies over a profile, and [`of`], how it is read from one.
use super::{bounds::terms_within, phones::Phones};
use crate::{
    indicators::ListVersion,
    minutes::Minutes,
    moment::Day,
    profile::{Function, Processor, Profile, Register, Source},
    retention::Terms,
    sharing::Sharing,
};

pub(super) fn phones(profile: &mut Profile, Phones { kmt, confidant, officers, backup }: Phones) {
    profile.contacts.kmt = kmt;
    profile.contacts.confidant = confidant;
    profile.contacts.officers = officers.map(|one| *one);
    profile.backup = backup;
}

pub(super) fn closed(profile: &mut Profile, closed: Vec<Day>) {
    profile.closed = closed;
}

pub(super) fn sources(profile: &mut Profile, sources: Vec<Source>) {
    profile.sources = sources;
}

pub(super) fn texts(profile: &mut Profile, texts: Vec<String>) {
    profile.texts = texts;
}

pub(super) fn name(profile: &mut Profile, name: String) {
    profile.name = name;
}

pub(super) fn functions(profile: &mut Profile, functions: Vec<Function>) {
    profile.functions = functions;
}

pub(super) fn minutes(profile: &mut Profile, minutes: Minutes) {
    profile.minutes = minutes;
}

/// A table in which something is wrong does not hold: the rules of care may have become stricter since it was set.
pub(super) fn sharing(profile: &mut Profile, table: Sharing) {
    if table.faults().is_empty() {
        profile.sharing = table;
    }
}

/// Terms outside the bounds of the file do not hold: the file may have become stricter since they were set.
pub(super) fn retention(profile: &mut Profile, terms: Terms) {
    if terms_within(&terms, &profile.retention).is_empty() {
        profile.retention = terms;
    }
}

pub(super) fn list(profile: &mut Profile, version: ListVersion) {
    profile.indicator_list = version.file();
}

pub(super) fn register(profile: &mut Profile, register: Register) {
    profile.register = register;
}

pub(super) fn processors(profile: &mut Profile, processors: Vec<Processor>) {
    profile.processors = processors;
}

/// The same parts, read from a profile.
pub(super) mod of {
    use super::{Day, Function, ListVersion, Minutes, Phones, Processor, Profile, Register, Sharing, Source, Terms};

    pub(in crate::settings) fn phones(profile: &Profile) -> Phones {
        Phones {
            kmt: profile.contacts.kmt.clone(),
            confidant: profile.contacts.confidant.clone(),
            officers: profile.contacts.officers.clone().map(Box::new),
            backup: profile.backup.clone(),
        }
    }

    pub(in crate::settings) fn closed(profile: &Profile) -> Vec<Day> {
        profile.closed.clone()
    }

    pub(in crate::settings) fn sources(profile: &Profile) -> Vec<Source> {
        profile.sources.clone()
    }

    pub(in crate::settings) fn texts(profile: &Profile) -> Vec<String> {
        profile.texts.clone()
    }

    pub(in crate::settings) fn name(profile: &Profile) -> String {
        profile.name.clone()
    }

    pub(in crate::settings) fn functions(profile: &Profile) -> Vec<Function> {
        profile.functions.clone()
    }

    pub(in crate::settings) fn minutes(profile: &Profile) -> Minutes {
        profile.minutes.clone()
    }

    pub(in crate::settings) fn sharing(profile: &Profile) -> Sharing {
        profile.sharing.clone()
    }

    pub(in crate::settings) fn retention(profile: &Profile) -> Terms {
        profile.retention.clone()
    }

    pub(in crate::settings) fn list(profile: &Profile) -> ListVersion {
        ListVersion::of_file(&profile.indicator_list)
    }

    pub(in crate::settings) fn register(profile: &Profile) -> Register {
        profile.register.clone()
    }

    pub(in crate::settings) fn processors(profile: &Profile) -> Vec<Processor> {
        profile.processors.clone()
    }
}
