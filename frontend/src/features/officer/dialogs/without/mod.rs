//! Acts on a case that came from KMT: there is no melder to ask, to hear or to tell.
use super::super::dossier::Dossier;
use crate::messages::officer::act_text;
use leptos::prelude::*;
use shared::case::ActKind;

/// What is written where a melder would be heard or told, and there is none.
pub const NO_REPORTER: &str = "Geen melder: dit signaal kwam van KMT";

/// Whether the case of this page came from KMT, without a melder.
pub fn without_reporter() -> bool {
    let detail = Dossier::here().detail.get_untracked();
    detail.is_some_and(|detail| detail.report.reporter().is_none())
}

/// What is said before an act; nothing about a melder who is not there.
pub fn lead(kind: ActKind) -> String {
    let lead = act_text(kind).lead;
    if without_reporter() { about_nobody(kind, lead) } else { lead.into() }
}

fn about_nobody(kind: ActKind, lead: &str) -> String {
    if kind == ActKind::CloseUntold {
        return "Er is niemand om het te vertellen. Alleen bij kwaadwillig moet een collega akkoord geven.".into();
    }
    lead.split_inclusive(". ").filter(|sentence| !sentence.to_lowercase().contains("melder")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_act_speaks_of_a_melder_where_there_is_none() {
        for kind in ActKind::ALL {
            let said = about_nobody(*kind, act_text(*kind).lead);
            assert!(!said.contains("melder"), "{kind:?}: {said}");
        }
        let started = about_nobody(ActKind::StartInvestigation, act_text(ActKind::StartInvestigation).lead);
        assert!(started.starts_with("Zoek alleen wat de vraag beantwoordt."));
    }
}
