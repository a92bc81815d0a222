//! The whole bench with tiny counts: everything that it measures runs, and every figure is in the table.

use std::process::Command;

#[test]
fn every_figure_is_measured() {
    let run = Command::new(env!("CARGO_BIN_EXE_bench")).arg("--quick").output().unwrap();
    let (table, said) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{said}");
    for figure in [
        "POST meldingen",
        "GET dossiers, 20 open, 60 closed",
        "What sealing costs",
        "requests/s",
        "p99, ms",
        "durable writes/s",
        "with compiled components on disk",
        "resident, after the load",
        "number and report, one flush",
        "p50, ms",
        "GET dossiers, counted per request",
        "flushes of the disk",
        "reads of the stores",
        "/assets/melder.",
        "< 180 KB",
        "After 120 reports",
        "memory, the most it ever was, MiB",
        "With 60 open and 60 closed",
        "open cases in full text, p99, ms",
        "closed cases by an address, p99, ms",
    ] {
        assert!(table.contains(figure), "{figure} is missing in\n{table}");
    }
}

#[test]
fn without_a_bundle_the_error_gives_the_command() {
    let empty = tempfile::tempdir().unwrap();
    let run =
        Command::new(env!("CARGO_BIN_EXE_bench")).arg("--quick").arg("--root").arg(empty.path()).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(!run.status.success() && said.contains("cargo xtask build"), "{said}");
}
