use super::super::session::Session;
use crate::{
    client::{Call, Failure},
    messages,
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    audit::{AuditCheck, AuditPage},
    contract::Endpoint,
};

/// What was read of the audit.
#[derive(Clone, Copy)]
pub struct Log {
    /// The lines so far, newest first.
    pub page: RwSignal<Option<AuditPage>>,
    /// Whether it is as it was written, once that was asked.
    pub check: RwSignal<Option<AuditCheck>>,
    /// Why not.
    pub failed: RwSignal<Option<String>>,
    /// Something is under way.
    pub busy: RwSignal<bool>,
    session: Session,
}

impl Log {
    /// Nothing yet. Once per page.
    #[must_use]
    pub fn new() -> Self {
        let (page, check, failed) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        Self { page, check, failed, busy: RwSignal::new(false), session: Session::here() }
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
        self.run(async move {
            let read = Call::to(Endpoint::Audit).query(&query).get::<AuditPage>().await?.body;
            self.page.try_update(|page| {
                // what stands on top comes with the first page
                let first = page.take().unwrap_or_else(|| AuditPage { lines: Vec::new(), ..read.clone() });
                let lines = first.lines.into_iter().chain(read.lines).collect();
                *page = Some(AuditPage { lines, next: read.next, names: read.names, ..first });
            });
            Ok(())
        });
    }

    /// Asks whether everything is as it was written.
    pub fn verify(self) {
        self.run(async move {
            let check = Call::to(Endpoint::AuditCheck).get::<AuditCheck>().await?.body;
            self.check.try_set(Some(check));
            Ok(())
        });
    }

    fn run(self, work: impl Future<Output = Result<(), Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let answer = self.session.heed(work.await);
            self.busy.try_set(false);
            if let Err(failure) = answer {
                self.failed.try_set(Some(messages::failure(&failure)));
            }
        });
    }
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
    fn a_query_holds_what_was_asked_and_nothing_else() {
        assert_eq!(query("", None), "");
        assert_eq!(query(" 2026-017 ", Some(40)), "dossier=2026-017&voor=40");
        assert_eq!(query("x&wie=y", None), "dossier=xwiey");
    }
}
