//! Everything that must be green, fast things first. What compiles to WASM is built meanwhile: those builds end in long
//! stretches on one core (link-time optimisation), so that two cores do both in little more than the time of one.

mod background;
mod journeys;
mod ledger;
mod tally;

use crate::project::Project;
use crate::{build, bundle, command, setup};
use anyhow::Result;
use background::Background;
use ledger::Ledger;
use std::process::{Command, ExitCode};
use tally::Tally;

/// Tests of the workspace's own shape, which need nothing built.
const SHAPE: [&str; 2] = ["layers", "spin_toml"];
/// The package whose tests need the whole product.
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
    print!("{ledger}");
    Ok(if ledger.green() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What needs neither components nor bundle.
fn at_once(project: &Project, ledger: &mut Ledger) {
    ledger.phase("format", || plain(command::cargo(&project.root).args(["fmt", "--all", "--check"])));
    ledger.phase("layers and manifest", || tally::run(&mut integration(project, &SHAPE)));
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

/// What the other tests run against; false when something doesn't build.
fn products(project: &Project, ledger: &mut Ledger, wasm: Background) -> bool {
    let wasm = ledger.phase("components and frontend (built meanwhile)", || wasm.join().map(|()| Tally::default()));
    let native = ledger.phase("host and administrator's command", || {
        build::native(project, &["host", "meldroute"]).map(|()| Tally::default())
    });
    wasm && native && ledger.phase("bundle", || bundle::assemble(project, false).map(|()| Tally::default()))
}

fn with_products(project: &Project, ledger: &mut Ledger) {
    let tests = project.targets("test");
    let of = |e2e: bool| -> Vec<&str> {
        let mine = tests.iter().filter(|it| (it.package == E2E) == e2e && !SHAPE.contains(&it.name.as_str()));
        mine.map(|it| it.name.as_str()).collect()
    };
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

/// Always the whole workspace, chosen by target: see [`build::native`].
pub fn cargo_test(project: &Project) -> Command {
    let mut cargo = command::locked(&project.root, "test");
    cargo.args(["--release", "--workspace", "--no-fail-fast"]);
    for (name, path) in product_paths(project) {
        cargo.env(name, path);
    }
    cargo
}

pub fn integration(project: &Project, tests: &[&str]) -> Command {
    let mut cargo = cargo_test(project);
    cargo.args(tests.iter().flat_map(|name| ["--test", name]));
    cargo
}

/// Where tests find what they run against.
fn product_paths(project: &Project) -> [(&'static str, std::path::PathBuf); 3] {
    [
        ("MELDROUTE_ROOT", project.root.clone()),
        ("MELDROUTE_HOST", project.native("host")),
        ("MELDROUTE_ADMIN", project.native("meldroute")),
    ]
}

fn plain(command: &mut Command) -> Result<Tally> {
    command::run(command).map(|()| Tally::default())
}
