//! The crates that are part of what runs, found from cargo's own graph and `Cargo.lock`.

use super::package::Package;
use crate::command;
use crate::project::Project;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The packages that ship, and the target each is built for; none for the machine's own.
pub const SHIPPED: [(Option<&str>, &[&str]); 3] = [
    (None, &["host", "admin"]),
    (Some("wasm32-wasip2"), &["site", "intake", "review", "paper"]),
    (Some("wasm32-unknown-unknown"), &["frontend"]),
];

/// All of them, each once.
pub fn shipped(project: &Project) -> Result<Vec<Package>> {
    let lock = std::fs::read_to_string(project.path("Cargo.lock"))?;
    let checksums = checksums(&lock)?;
    let mut found: BTreeMap<String, Package> = BTreeMap::new();
    for (target, roots) in SHIPPED {
        let target = match target {
            Some(target) => target.to_owned(),
            None => native()?,
        };
        let mut cargo = command::locked(&project.root, "metadata");
        cargo.args(["--format-version=1", "--filter-platform", &target]);
        let metadata = serde_json::from_str(&command::output(&mut cargo)?).context("reading cargo's metadata")?;
        for package in Graph::new(&metadata)?.shipped(roots, &checksums) {
            let known =
                found.entry(package.purl.clone()).or_insert_with(|| Package { uses: vec![], ..package.clone() });
            let uses: BTreeSet<String> = known.uses.drain(..).chain(package.uses).collect();
            known.uses.extend(uses);
        }
    }
    Ok(found.into_values().collect())
}

/// The target of programs for this machine.
pub fn native() -> Result<String> {
    let said = command::output(command::program("rustc").arg("-vV"))?;
    let line = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(line.context("rustc does not name its host")?.to_owned())
}

/// Name and version to checksum, for what comes from a registry.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>> {
    let lock: toml::Table = lock.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock has no packages")?;
    let entry = |package: &toml::Value| {
        let text = |name: &str| Some(package.get(name)?.as_str()?.to_owned());
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.iter().filter_map(entry).collect())
}

/// Packages and what each of them uses when it runs, by cargo's id.
struct Graph<'a> {
    packages: BTreeMap<&'a str, &'a Value>,
    uses: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Graph<'a> {
    fn new(metadata: &'a Value) -> Result<Self> {
        let all = metadata["packages"].as_array().context("no packages")?;
        let packages = all.iter().filter_map(|it| Some((it["id"].as_str()?, it))).collect();
        let nodes = metadata["resolve"]["nodes"].as_array().context("no graph")?;
        let uses = nodes.iter().filter_map(|node| Some((node["id"].as_str()?, at_run_time(node)))).collect();
        Ok(Self { packages, uses })
    }

    fn shipped(&self, roots: &[&str], checksums: &BTreeMap<(String, String), String>) -> Vec<Package> {
        let is_root = |package: &Value| package["source"].is_null() && roots.iter().any(|it| package["name"] == *it);
        let mut open: Vec<&str> =
            self.packages.iter().filter(|(_, package)| is_root(package)).map(|(id, _)| *id).collect();
        let mut seen: BTreeSet<&str> = open.iter().copied().collect();
        while let Some(id) = open.pop() {
            open.extend(self.used_by(id).filter(|next| seen.insert(next)));
        }
        seen.into_iter().map(|id| self.package(id, checksums)).collect()
    }

    /// A procedural macro runs in the compiler, so neither it nor what it uses is part of the product.
    fn used_by(&self, id: &str) -> impl Iterator<Item = &'a str> {
        let all = self.uses.get(id).into_iter().flatten().copied();
        all.filter(|next| self.packages.get(next).is_some_and(|package| !is_macro(package)))
    }

    fn package(&self, id: &str, checksums: &BTreeMap<(String, String), String>) -> Package {
        let package = self.packages[id];
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        let hash = checksums.get(&(name.clone(), version.clone())).map(|hex| ("SHA-256", hex.clone()));
        let licence = package["license"].as_str().map(expression);
        let uses = self.used_by(id).map(|next| purl(self.packages[next])).collect();
        Package { purl: purl(package), name, version, licence, hash, uses, ours: package["source"].is_null() }
    }
}

fn at_run_time(node: &Value) -> Vec<&str> {
    let normal =
        |dependency: &&Value| dependency["dep_kinds"].as_array().into_iter().flatten().any(|it| it["kind"].is_null());
    let all = node["deps"].as_array().into_iter().flatten();
    all.filter(normal).filter_map(|dependency| dependency["pkg"].as_str()).collect()
}

fn is_macro(package: &Value) -> bool {
    let targets = package["targets"].as_array().into_iter().flatten();
    targets.flat_map(|target| target["kind"].as_array().into_iter().flatten()).any(|kind| kind == "proc-macro")
}

/// Ours are on no registry, and must not be taken for packages there with the same name.
fn purl(package: &Value) -> String {
    let kind = if package["source"].is_null() { "generic/meldroute" } else { "cargo" };
    let version = text(&package["version"]).replace('+', "%2B");
    format!("pkg:{kind}/{}@{version}", text(&package["name"]))
}

/// Old manifests write `MIT/Apache-2.0` for a choice.
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_choice_of_licences_becomes_an_expression() {
        assert_eq!(expression("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(expression("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(expression("(MIT OR Apache-2.0) AND Unicode-3.0"), "(MIT OR Apache-2.0) AND Unicode-3.0");
    }
}
