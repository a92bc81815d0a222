use super::super::request::Request;
use crate::client::Call;
use leptos::prelude::*;
use shared::{
    audit::{AuditCheck, AuditPage},
    contract::Endpoint,
};

/// The audit as far as it was read.
#[derive(Clone, Copy)]
pub struct Log {
    /// The lines so far, newest first.
    pub page: RwSignal<Option<AuditPage>>,
    /// Whether it is as it was written, once that was asked.
    pub check: RwSignal<Option<AuditCheck>>,
    /// Reading and checking: one at a time.
    pub request: Request,
}

impl Log {
    /// Nothing yet. Once per page.
    #[must_use]
    pub fn new() -> Self {
        Self { page: RwSignal::new(None), check: RwSignal::new(None), request: Request::new() }
    }

    /// Reads the newest lines, of one dossier or of all.
    pub fn read(self, dossier: &str) {
        self.page.set(None);
        self.more(query(dossier, None));
    }

    /// Reads the lines before those.
    pub fn older(self, dossier: &str) {
        let next = self.page.with_untracked(|page| page.as_ref().and_then(|page| page.next));
        self.more(query(dossier, next));
    }

    fn more(self, query: String) {
        self.request.run(Call::to(Endpoint::Audit).query(&query).ask::<AuditPage>(), move |answer| {
            self.page.update(|page| *page = Some(joined(page.take(), answer.body)));
        });
    }

    /// Asks whether everything is as it was written.
    pub fn verify(self) {
        let call = Call::to(Endpoint::AuditCheck);
        self.request.run(call.ask::<AuditCheck>(), move |answer| self.check.set(Some(answer.body)));
    }
}

/// Appends older lines to those shown. The notices above the lines come with the first page.
fn joined(first: Option<AuditPage>, read: AuditPage) -> AuditPage {
    let Some(first) = first else { return read };
    let lines = first.lines.into_iter().chain(read.lines).collect();
    let numbers = first.numbers.into_iter().chain(read.numbers).collect();
    AuditPage { lines, numbers, next: read.next, names: read.names, destroyed: read.destroyed, ..first }
}

/// Only letters, digits and a hyphen reach the URL.
fn query(dossier: &str, before: Option<i64>) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let dossier: String = dossier.chars().filter(plain).take(60).collect();
    let parts =
        [(!dossier.is_empty()).then(|| format!("dossier={dossier}")), before.map(|number| format!("voor={number}"))];
    parts.into_iter().flatten().collect::<Vec<String>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn a_query_holds_the_chosen_filters_and_nothing_else() {
        assert_eq!(query("", None), "");
        assert_eq!(query(" 2026-017 ", Some(40)), "dossier=2026-017&voor=40");
        assert_eq!(query("x&wie=y", None), "dossier=xwiey");
    }
}
