//! Runs other programs. The error for a missing one says how to get it.

use anyhow::{Error, Result, anyhow, bail};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that reads nothing from the terminal.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.stdin(Stdio::null());
    command
}

/// Cargo in the root folder, without the variables that `cargo run` set for xtask itself.
pub fn cargo(root: &Path) -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_PRIMARY_PACKAGE" {
            command.env_remove(&name);
        }
    }
    command
}

/// A cargo task with `--locked`: the build uses the versions that were checked.
pub fn locked(root: &Path, task: &str) -> Command {
    let mut command = cargo(root);
    command.args([task, "--locked"]);
    command
}

/// Runs a program; its output goes to the terminal.
///
/// # Errors
/// When it can't start or doesn't end with 0.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if !status.success() {
        bail!("`{}` ended with {status}", describe(command));
    }
    Ok(())
}

/// Runs a program and returns its output. The error includes what it printed to stderr.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| missing(command, &error))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` ended with {}: {}", describe(command), output.status, said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first of these programs that is on the path.
pub fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The program that a variable names, else the first of these names on the path.
pub fn named_or_on_path(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    named.or_else(|| first_on_path(names))
}

/// The command as a user would type it.
pub fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn missing(command: &Command, error: &std::io::Error) -> Error {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    if error.kind() == ErrorKind::NotFound {
        anyhow!("{name} is missing: {}", how_to_get(&name))
    } else {
        anyhow!("{name} doesn't start: {error}")
    }
}

/// One sentence per tool.
pub fn how_to_get(name: &str) -> &'static str {
    match name {
        "node" | "npm" => "install Node 20 or newer, for instance from nodejs.org or your distribution.",
        "python3" => "install Python 3.10 or newer with venv; on Debian: `apt-get install python3-venv`.",
        "cc" => "install a C compiler; on Debian: `apt-get install build-essential`.",
        "cargo" | "rustc" | "rustfmt" => "install Rust with rustup, see rust-lang.org.",
        "chromium" => "install Chromium; on Debian: `apt-get install chromium`; or set CHROMIUM to its path.",
        "firefox" => "install Firefox; on Debian: `apt-get install firefox-esr`; or set FIREFOX to its path.",
        "rustup" => "see rust-lang.org, or your distribution.",
        "ssh-keygen" => "install OpenSSH; on Debian: `apt-get install openssh-client`.",
        "tar" | "gzip" | "sha256sum" => "install tar, gzip and coreutils (GNU); every Linux has them.",
        "apt-get" => "this way works on Debian only.",
        "patchelf" => "on Debian: `apt-get install patchelf`.",
        _ => "build it first with `cargo xtask build`.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_tool_says_how_to_get_it() {
        let error = run(&mut program("/nowhere/chromium")).unwrap_err().to_string();
        assert!(error.contains("apt-get install chromium"), "{error}");
    }

    #[test]
    fn a_failure_shows_the_exit_code_and_stderr() {
        let error = output(program("sh").args(["-c", "echo stuk >&2; exit 3"])).unwrap_err().to_string();
        assert!(error.contains("stuk") && error.contains('3'), "{error}");
    }
}
