//! `shared` has no clock, no files, no network and no randomness: clippy refuses them there. `shared/clippy.toml` names
//! what is refused; here clippy reads that file for a small crate that uses each of them.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines of code that have no place in `shared`.
const IMPURE: [&str; 12] = [
    "std::time::SystemTime::now();",
    "std::time::Instant::now();",
    "std::fs::read(\"x\");",
    "std::fs::write(\"x\", \"y\");",
    "std::fs::File::open(\"x\");",
    "std::env::var(\"X\");",
    "std::net::TcpStream::connect(\"x\");",
    "std::process::Command::new(\"x\");",
    "std::thread::spawn(|| ());",
    "std::collections::HashMap::<u8, u8>::new();",
    "println!();",
    "std::io::stdin();",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The output of clippy on these lines in a crate with the settings of `shared`, and whether it lets them pass.
fn clippy(lines: &[&str]) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let package = "[package]\nname = \"tried\"\nedition = \"2024\"\n[dependencies]\n[workspace]\n";
    std::fs::write(folder.path().join("Cargo.toml"), package).unwrap();
    std::fs::copy(root().join("shared/clippy.toml"), folder.path().join("clippy.toml")).unwrap();
    std::fs::create_dir(folder.path().join("src")).unwrap();
    let body: String = lines.iter().map(|line| format!("let _ = {{ {line} }};\n")).collect();
    std::fs::write(folder.path().join("src/lib.rs"), format!("pub fn f() {{\n{body}}}\n")).unwrap();
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder.path()).env("CARGO_TARGET_DIR", folder.path().join("target"));
    let rules = ["methods", "types", "macros"].map(|of| format!("-Dclippy::disallowed_{of}"));
    cargo.args(["clippy", "--offline", "--", "-Aunused", "-Aclippy::all"]).args(rules);
    let output = cargo.output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn clippy_refuses_forbidden_calls_in_shared() {
    let (passed, said) = clippy(&IMPURE);
    assert!(!passed, "{said}");
    for (n, line) in IMPURE.iter().enumerate() {
        assert!(said.contains(&format!("src/lib.rs:{}:", n + 2)), "clippy lets this pass: {line}\n{said}");
    }
}

#[test]
fn clippy_lets_pure_code_pass() {
    let (passed, said) = clippy(&["std::collections::BTreeMap::<u8, u8>::new();", "\"x\".len();"]);
    assert!(passed, "{said}");
}
