//! The parts that are not restored as they were: destroyed cases, sessions, and lists, which are rebuilt from the
//! cases; what guards cases and closes accounts, which is as new as the keys are; and everybody's access.
use crate::{
    anew::TwoHands,
    check::cases::codes,
    stores::{Stores, explain},
};
use anyhow::{Result, ensure};
use desk::{
    Desk,
    account::{self, Recalled, Why},
    case::{
        self,
        restored::{self, Ended, Restore},
    },
    figures,
};
use kit::{
    clock,
    inbox::arrival::StoredReport,
    store::cell::{self, Cases, Cell, Kind, Reports, StoreName},
};
use shared::{
    case::Case,
    id::{CaseId, CaseNumber},
    moment::Moment,
};
use std::collections::{BTreeMap, BTreeSet};

/// The values that were left out.
pub struct Settled {
    /// Cases whose key is gone.
    pub ended: Vec<Ended>,
    /// Keys of cases that came after the backup.
    pub later: usize,
    /// Cases that were guarded after the backup, and are again.
    pub guarded: Vec<CaseNumber>,
    /// What became of the accounts.
    pub recalled: Recalled,
}

/// Makes content and keys belong together.
pub fn settle(
    stores: &Stores,
    desk: &Desk,
    (made, keys_made): (Moment, Moment),
    two_hands: &TwoHands,
) -> Result<Settled> {
    let raw = stores.raw();
    let mut names = Names::read(stores)?;
    let ended = names.end(desk);
    ensure!(
        ended.is_empty() || keys_made >= made,
        "de sleutels zijn ouder dan de inhoud, en van {} dossiers ontbreekt de sleutel; geef de nieuwste sleutels",
        ended.len()
    );
    // what was counted after the backup is lost
    figures::unsure(desk).map_err(|failure| explain(&failure))?;
    raw.cases.delete_many(&keys(&ended, cell::case::<()>))?;
    raw.cases.delete_many(&keys(&ended, cell::conversation::<()>))?;
    raw.cases.delete_many(&keys(&ended, cell::care::<()>))?;
    raw.cases.delete_many(&keys(&ended, cell::packs::<()>))?;
    raw.cases.delete_many(&turns(&ended))?;
    let of_ended = |end: &str| ended.iter().any(|one| end.starts_with(one.id.as_str()));
    let photos = names.cases.iter().filter(|name| Kind::Photo.end_of(name).is_some_and(of_ended)).cloned();
    raw.cases.delete_many(&photos.collect::<Vec<_>>())?;
    raw.inbox.delete_many(&keys(&ended, cell::report::<()>))?;
    let gone: Vec<String> = names.cases.iter().filter(|name| is_derived(name)).cloned().collect();
    raw.cases.delete_many(&gone)?;
    let read: Vec<Case> = names.ids.iter().filter_map(|id| Some(case::load(desk, id).ok()?.value)).collect();
    let ids: Vec<CaseId> = read.iter().map(|case| case.origins().id.clone()).collect();
    case::reindex(desk, &ids).map_err(|failure| explain(&failure))?;
    if !ended.is_empty() && read.len() == names.ids.len() {
        raw.inbox.delete_many(&strangers(stores, desk, &read)?)?;
    }
    let known: BTreeSet<&str> = names.ids.iter().map(CaseId::as_str).collect();
    let waits = |id: &str| raw.inbox.exists(&format!("{}:{id}", Kind::Report.name())).unwrap_or(true);
    let is_later = |id: Option<&str>| id.is_some_and(|id| !known.contains(id) && !waits(id));
    let names = raw.keys.keys()?;
    let later: Vec<String> = names.iter().filter(|name| is_later(Kind::CaseKey.end_of(name))).cloned().collect();
    raw.keys.delete_many(&later)?;
    let guards: Vec<String> = names.iter().filter(|name| is_later(Kind::Guard.end_of(name))).cloned().collect();
    raw.keys.delete_many(&guards)?;
    restored::add(desk, &Restore { at: clock::now(), made, ended: ended.clone() })
        .map_err(|failure| explain(&failure))?;
    let guarded = guard_again(desk, &ids)?;
    case::relations::end_all(desk).map_err(|failure| explain(&failure))?;
    let named = two_hands.logins(desk)?;
    let recalled = account::recall(desk, Why::Restored, &named).map_err(|failure| explain(&failure))?;
    Ok(Settled { ended, later: later.len(), guarded, recalled })
}

/// Exclusions, holds and restrictions of after the backup: their guards are as new as the keys are.
fn guard_again(desk: &Desk, ids: &[CaseId]) -> Result<Vec<CaseNumber>> {
    let mut guarded = Vec::new();
    for id in ids {
        let again = case::guard_again(desk, id).map_err(|failure| explain(&failure))?;
        guarded.extend(again.map(|(number, _)| number));
    }
    Ok(guarded)
}

/// Lists that are made again, and sessions: whoever was logged in logs in again.
fn is_derived(name: &str) -> bool {
    Kind::of(StoreName::Cases, name).is_some_and(|kind| {
        let is_list = matches!(kind, Kind::Lines | Kind::Rows | Kind::Ids | Kind::Open | Kind::Clues | Kind::ClueTurn);
        is_list || matches!(kind, Kind::Session | Kind::Sessions)
    })
}

/// The turns that were taken to begin with what stands beside a case.
fn turns(ended: &[Ended]) -> Vec<String> {
    let of = |one: &Ended| {
        let id = one.id.as_str();
        [cell::conversation_turns(id), cell::care_turns(id), cell::packs_turns(id)].map(|turn| turn.key().to_owned())
    };
    ended.iter().flat_map(of).collect()
}

fn keys<A>(ended: &[Ended], cell: impl Fn(&CaseId) -> Cell<A, ()>) -> Vec<String> {
    ended.iter().map(|one| cell(&one.id).key().to_owned()).collect()
}

struct Names {
    /// Every name in the store `cases`.
    cases: Vec<String>,
    /// Cases that have a key.
    ids: Vec<CaseId>,
    without: Vec<CaseId>,
}

impl Names {
    fn read(stores: &Stores) -> Result<Self> {
        let raw = stores.raw();
        let (mut ids, mut without) = (Vec::new(), Vec::new());
        let cases = raw.cases.keys()?;
        for id in cases.iter().filter_map(|name| CaseId::parse(Kind::Case.end_of(name)?).ok()) {
            let has_key = raw.keys.exists(cell::case_key::<()>(&id).key())?;
            if has_key { ids.push(id) } else { without.push(id) }
        }
        Ok(Self { cases, ids, without })
    }

    /// The cases without a key, with the numbers that they had.
    fn end(&mut self, desk: &Desk) -> Vec<Ended> {
        let chunks = self.cases.iter().filter(|name| Kind::Ids.end_of(name).is_some());
        let ids = chunks.filter_map(|name| desk.cases.get(&Cell::<Cases, BTreeMap<u32, CaseId>>::named(name)?).ok()?);
        let numbers: BTreeMap<String, u32> = ids.flatten().map(|(number, id)| (id.to_string(), number)).collect();
        let without = std::mem::take(&mut self.without);
        without.into_iter().map(|id| Ended { number: numbers.get(id.as_str()).copied(), id }).collect()
    }
}

/// The statuses of destroyed cases: those that belong to no case and no waiting report.
fn strangers(stores: &Stores, desk: &Desk, cases: &[Case]) -> Result<Vec<String>> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    known.extend(cases.iter().flat_map(codes).map(|status| desk.status(status).name().to_owned()));
    let names = stores.raw().inbox.keys()?;
    for cell in names
        .iter()
        .filter_map(|name| Cell::<Reports, StoredReport>::named(name).filter(|_| Kind::Report.end_of(name).is_some()))
    {
        // one that cannot be read may have any of them
        let Ok(Some(report)) = desk.inbox.reports.get(&cell) else { return Ok(Vec::new()) };
        known.insert(desk.status(&report.status_key).name().to_owned());
    }
    let known: BTreeSet<&str> = known.iter().filter_map(|name| Kind::Status.end_of(name)).collect();
    let end_of = |name| Kind::Status.end_of(name).or_else(|| Kind::Turn.end_of(name));
    Ok(names.iter().filter(|name| end_of(name).is_some_and(|end| !known.contains(end))).cloned().collect())
}
