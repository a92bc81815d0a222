use super::super::dossier::Dossier;
use crate::browser;
use shared::moment::Day;

/// The day at the server when the dossier was read: what dates begin with.
pub fn today() -> Day {
    Dossier::today().unwrap_or_else(browser::today)
}
