//! Security advisories on the packages in `Cargo.lock`: against the current database of RustSec where it can be
//! fetched, else against a stored copy, else not at all, and then the table says so.

mod exceptions;
mod report;

use super::ledger::Ledger;
use super::tally::Tally;
use crate::project::Project;
use crate::setup::supply_chain;
use crate::{command, day};
use anyhow::{Context, Result, bail};
use exceptions::Exceptions;
use report::Report;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names a folder with a copy of the database, for machines that can't fetch it.
const VARIABLE: &str = "MELDROUTE_ADVISORY_DB";
/// The place of a copy when the variable says nothing.
const BESIDE: &str = "../shared/advisory-db";

/// Which database the packages were checked against.
enum Database {
    Current,
    Stored(PathBuf),
}

/// Checks them as one phase of the table.
pub fn run(project: &Project, ledger: &mut Ledger) {
    const NAME: &str = "advisories";
    match found(project) {
        Ok(Some((database, report))) => {
            ledger.phase(&format!("{NAME}, {}", database.name()), || judge(project, &database, &report));
        }
        Ok(None) => ledger.skip(NAME, "NOT CHECKED: no database could be fetched, and there is no stored copy"),
        Err(error) => {
            ledger.phase(NAME, || Err(error));
        }
    }
}

/// The report of cargo-audit, with the database that it used.
fn found(project: &Project) -> Result<Option<(Database, Report)>> {
    let fetched = project.path(".tools/advisory-db");
    match ask(audit(project).arg("--db").arg(&fetched))? {
        Ok(report) => return Ok(Some((Database::Current, report))),
        Err(unreachable) => println!("  {unreachable}"),
    }
    let Some(stored) = stored(project) else { return Ok(None) };
    match ask(audit(project).args(["--no-fetch", "--stale", "--db"]).arg(&stored))? {
        Ok(report) => Ok(Some((Database::Stored(stored), report))),
        Err(error) => bail!("the database in {} can't be used: {error}", stored.display()),
    }
}

fn audit(project: &Project) -> Command {
    let mut command = command::program(supply_chain::program(project, "cargo-audit"));
    command.current_dir(&project.root).args(["audit", "--json"]);
    command
}

/// Its report, or why it had no database to compare with. It ends with an error for each of them and for findings.
fn ask(command: &mut Command) -> Result<Result<Report, String>> {
    let output = command.output().with_context(|| command::describe(command))?;
    if let Ok(report) = Report::read(&output.stdout) {
        return Ok(Ok(report));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    match said.lines().find(|line| line.contains("advisory database")) {
        Some(line) => Ok(Err(line.trim_start_matches("error: ").to_owned())),
        None => bail!("`{}` gave no report: {}", command::describe(command), said.trim()),
    }
}

fn stored(project: &Project) -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).map(PathBuf::from);
    Some(named.unwrap_or_else(|| project.path(BESIDE))).filter(|folder| folder.join("crates").is_dir())
}

fn judge(project: &Project, database: &Database, report: &Report) -> Result<Tally> {
    let exceptions = Exceptions::read(&project.path("advisories.toml"))?;
    // a stored copy may be older than an exception
    let complete = matches!(database, Database::Current);
    let faults = exceptions.faults(report, day::today(), complete);
    println!("  {} packages, {} advisories on them", report.packages, report.findings.len());
    for fault in &faults {
        println!("  {fault}");
    }
    if faults.is_empty() { Ok(Tally::default()) } else { bail!("see advisories.toml for how to accept one") }
}

impl Database {
    fn name(&self) -> String {
        match self {
            Self::Current => "the current database".to_owned(),
            Self::Stored(folder) => match newest(folder) {
                Some(date) => format!("a stored copy up to {date}"),
                None => "a stored copy".to_owned(),
            },
        }
    }
}

/// The date of the newest advisory in a copy.
fn newest(folder: &Path) -> Option<String> {
    let entries = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let files = entries(folder.join("crates")).flat_map(entries);
    let dates = files.filter_map(|file| report::date(&std::fs::read_to_string(file).ok()?));
    dates.max()
}
