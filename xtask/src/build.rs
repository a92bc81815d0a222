//! Builds everything that runs: bundle, components and native binaries. Writes the SBOM of it.

use crate::bundle;
use crate::command;
use crate::native;
use crate::project::Project;
use crate::sbom;
use crate::setup::{self, Toolchain};
use crate::step::step;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// The Spin components, and one for the host's own tests.
const COMPONENTS: [&str; 4] = ["site", "intake", "review", "fixture"];
/// The component that has a profile of its own: its typesetter takes too long with that of the others.
const PAPER: &str = "paper";
/// The profiles of components.
const COMPONENT: &str = "component";
const PAGES: &str = "pages";

/// Set-up and all builds.
pub fn everything(project: &Project, fast: bool) -> Result<()> {
    let toolchain = setup::for_building(project)?;
    bundle::make(project, &toolchain, fast)?;
    step("components", || components(project, &toolchain))?;
    step("host and administrator's command", || native::build(project, &["host", "meldroute"]))?;
    step("list of what is in it (SBOM)", || sbom::write(project))
}

/// Components and frontend, without the bundle.
pub fn wasm(project: &Project) -> Result<()> {
    let toolchain = setup::for_building(project)?;
    step("components", || components(project, &toolchain))?;
    step("frontend for the browser", || bundle::compile(project, &toolchain, false))
}

/// Builds the components and puts them where `spin.toml` looks for them.
pub fn components(project: &Project, toolchain: &Toolchain) -> Result<()> {
    let names: Vec<&str> = COMPONENTS.into_iter().filter(|name| project.has(name)).collect();
    compile(project, toolchain, (COMPONENT, &names), None, "target/wasm32-wasip2/component")?;
    if project.has(PAPER) {
        compile(project, toolchain, (PAGES, &[PAPER]), None, "target/wasm32-wasip2/pages")?;
    }
    Ok(())
}

/// Builds `intake` and `review` without sealing, so that the bench can measure what sealing costs. Returns their
/// folder, in which neither `spin.toml` nor a package looks. A build with sealing has to follow.
pub fn unsealed(project: &Project) -> Result<PathBuf> {
    const PLACE: &str = "target/unsealed";
    let toolchain = setup::for_building(project)?;
    let build = || compile(project, &toolchain, (COMPONENT, &["intake", "review"]), Some("unsealed"), PLACE);
    step("components without sealing", build)?;
    Ok(project.path(PLACE))
}

/// Builds components with a profile, and puts them in a place.
fn compile(
    project: &Project,
    tools: &Toolchain,
    (profile, names): (&str, &[&str]),
    features: Option<&str>,
    place: &str,
) -> Result<()> {
    for name in names {
        // components are libraries for Rust too (the bench calls them); cargo optimises across crates only what is
        // nothing but a component
        let mut cargo = tools.rustc(project);
        cargo.args(["--profile", profile, "--target", "wasm32-wasip2", "-p", name, "--lib"]);
        cargo.args(["--crate-type", "cdylib"]);
        cargo.args(features.into_iter().flat_map(|features| ["--features", features]));
        command::run(&mut cargo)?;
    }
    let (made, place) = (project.wasm_target().join("wasm32-wasip2").join(profile), project.path(place));
    std::fs::create_dir_all(&place)?;
    names
        .iter()
        .map(|name| format!("{name}.wasm"))
        .try_for_each(|file| copy_if_changed(&made.join(&file), &place.join(&file)))
}

/// Copies a file only when its content has changed, so that nothing that depends on its time is redone.
fn copy_if_changed(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    let content = std::fs::read(from).with_context(|| format!("reading {}", from.display()))?;
    if std::fs::read(to).is_ok_and(|there| there == content) {
        return Ok(());
    }
    let part = to.with_extension("part");
    std::fs::write(&part, content)?;
    std::fs::rename(&part, to).with_context(|| format!("writing {}", to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equal_copy_keeps_its_time() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::write(&from, "1").unwrap();
        copy_if_changed(&from, &to).unwrap();
        let before = std::fs::metadata(&to).unwrap().modified().unwrap();
        copy_if_changed(&from, &to).unwrap();
        assert_eq!(before, std::fs::metadata(&to).unwrap().modified().unwrap());
        std::fs::write(&from, "2").unwrap();
        copy_if_changed(&from, &to).unwrap();
        assert_eq!(std::fs::read(&to).unwrap(), b"2");
    }
}
