//! `meldroute logboek`: verifies that the audit is unaltered, without the host.
use crate::stores::{Instance, explain};
use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use desk::audit;
use shared::audit::{AuditCheck, Head};
use std::path::Path;

/// The commands on the audit.
#[derive(Subcommand)]
pub enum Task {
    /// Rekent elk merk en de keten na en noemt elke regel die veranderd, weggehaald of verplaatst is
    #[command(name = "controle", alias = "verify")]
    Verify(Options),
}

/// Where, and against what.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    pub instance: Instance,
    /// Een hoofd dat ergens anders bewaard is, NUMMER:HEX
    #[arg(long = "hoofd", alias = "head", value_name = "NUMMER:HEX", value_parser = head)]
    head: Option<Head>,
}

fn head(text: &str) -> Result<Head, String> {
    let parts = text.split_once(':').and_then(|(number, hash)| Some((number.parse().ok()?, hash)));
    let hex = |hash: &str| hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    match parts {
        Some((number, hash)) if number >= 1 && hex(hash) => Ok(Head { number, hash: hash.into() }),
        Some(_) | None => Err("is niet van de vorm NUMMER:HEX, met 64 hexadecimale cijfers".into()),
    }
}

/// Prints every finding; an error when there is one.
pub fn run(profiles: &Path, task: &Task) -> Result<()> {
    let Task::Verify(options) = task;
    let (_stores, desk) = options.instance.open(profiles)?;
    let check = audit::verify(&desk, options.head.as_ref()).map_err(|failure| explain(&failure))?;
    if let Some(head) = options.head.as_ref().filter(|head| head.number < check.destroyed) {
        println!("(let op) regel {} is vernietigd; met dit hoofd is niets meer te vergelijken", head.number);
    }
    report(&check)
}

fn report(check: &AuditCheck) -> Result<()> {
    if check.destroyed > 0 {
        println!("regels t/m {} zijn vernietigd, omdat hun termijn om was", check.destroyed);
    }
    println!("{} regels, {} vervallen nummers", check.given, check.void);
    println!("hoofd {}:{}", check.head.number, check.head.hash);
    for finding in &check.findings {
        println!("- regel {}: {}", finding.number, finding.wrong.as_str());
    }
    if check.findings.is_empty() { Ok(()) } else { bail!("{} bevindingen in het logboek", check.findings.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::audit::{AuditFinding, Wrong};

    #[test]
    fn a_head_has_a_number_and_64_hex_digits() {
        let hash = "0a".repeat(32);
        assert_eq!(head(&format!("12:{hash}")), Ok(Head { number: 12, hash: hash.clone() }));
        for bad in [hash.clone(), format!("0:{hash}"), format!("x:{hash}"), format!("1:{hash}0"), "1:".into()] {
            assert!(head(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_finding_is_an_error() {
        let head = Head { number: 1, hash: String::new() };
        let mut check =
            AuditCheck { head, given: 1, void: 0, findings: vec![], destroyed: 0, from: 0, to: 1, whole: None };
        assert!(report(&check).is_ok());
        check.findings.push(AuditFinding { number: 1, wrong: Wrong::Altered });
        assert!(report(&check).is_err());
    }
}
