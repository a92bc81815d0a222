//! The frontend's bundle: cargo compiles it for the browser, then `xtask/bundler` makes `dist/`. The bundler documents
//! the conventions for pages and styles.

use crate::project::Project;
use crate::setup::Toolchain;
use crate::step::step;
use crate::{command, native};
use anyhow::{Context, Result};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// Settings that turn the profile `bundle` into one for everyday work.
const FAST: [&str; 4] = [
    "profile.bundle.lto=\"off\"",
    "profile.bundle.codegen-units=16",
    "profile.bundle.opt-level=1",
    "profile.bundle.package.frontend.opt-level=1",
];

/// Makes `dist/`, unless it was made from the same inputs.
pub fn make(project: &Project, toolchain: &Toolchain, fast: bool) -> Result<()> {
    step("frontend for the browser", || compile(project, toolchain, fast))?;
    assemble(project, fast)
}

/// The first half: compiles for wasm32-unknown-unknown.
pub fn compile(project: &Project, toolchain: &Toolchain, fast: bool) -> Result<()> {
    let mut cargo = toolchain.build(project);
    cargo.args(["--profile", "bundle", "--target", "wasm32-unknown-unknown", "-p", "frontend", "--bins"]);
    if fast {
        cargo.args(FAST.iter().flat_map(|setting| ["--config", setting]));
    }
    command::run(&mut cargo)
}

/// The second half: JavaScript glue, optimisation, hashed names, compressed copies.
pub fn assemble(project: &Project, fast: bool) -> Result<()> {
    step("the bundler itself", || native::build(project, &["bundler"]))?;
    let stamp = project.path("target/bundle/inputs");
    let inputs = inputs(project, fast)?;
    if project.path("dist/assets.json").is_file() && std::fs::read_to_string(&stamp).is_ok_and(|made| made == inputs) {
        println!("  dist/ is up to date");
        return Ok(());
    }
    step("bundle", || {
        let mut bundler = command::program(project.native("bundler"));
        bundler.args(fast.then_some("--fast")).arg(&project.root).arg(wasm_folder(project));
        command::run(&mut bundler)?;
        Ok(std::fs::write(&stamp, &inputs)?)
    })
}

fn wasm_folder(project: &Project) -> PathBuf {
    project.wasm_target().join("wasm32-unknown-unknown/bundle")
}

/// A hash of all inputs: modules, pages, styles, static files, npm packages, the bundler.
fn inputs(project: &Project, fast: bool) -> Result<String> {
    let frontend = project.path("frontend");
    let mut files = vec![project.native("bundler"), project.path("xtask/bundler/web.mjs")];
    files.extend(
        project
            .targets("bin")
            .iter()
            .filter(|bin| bin.package == "frontend")
            .map(|bin| wasm_folder(project).join(format!("{}.wasm", bin.name))),
    );
    files.extend(["index.html", "af.html", "package-lock.json"].map(|name| frontend.join(name)));
    collect(&frontend.join("styles"), &mut files);
    collect(&frontend.join("static"), &mut files);
    files.sort();
    let mut hasher = DefaultHasher::new();
    fast.hash(&mut hasher);
    for file in files {
        file.hash(&mut hasher);
        std::fs::read(&file).with_context(|| format!("reading {}", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
