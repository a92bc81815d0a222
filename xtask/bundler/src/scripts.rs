//! Scripts beside the entries, under names without a hash: who asks for them doesn't know it. The service worker gets
//! the list of what it keeps.

use crate::{assets::Dist, order::Order, tools::Tools};
use anyhow::Result;
use sha2::{Digest, Sha256};

/// The page is kept under its own address, as the server fills it in. The others are of use with a network only.
const NOT_LISTED: [&str; 4] = ["index.html", "formulier.js", "foto.js", "rekenwerk.js"];

/// Adds the script of every page, of the pages that the server makes, the work for a report, the queue of reports, and
/// the service worker. Every other file of the melder's is there by now.
pub fn make(order: &Order, tools: &Tools, dist: &mut Dist) -> Result<()> {
    for name in ["start", "rekenwerk", "formulier", "foto"] {
        dist.write(&format!("{name}.js"), script(order, tools, name)?.as_bytes())?;
    }
    // a page imports it, and the service worker takes it in among its own names
    dist.write("wachtrij.js", alone(&script(order, tools, "wachtrij")?).as_bytes())?;
    let (constants, worker) = (constants(dist)?, script(order, tools, "dienst")?);
    dist.write("dienst.js", alone(&format!("{constants}{worker}")).as_bytes())
}

/// A script of `frontend/js/` with what it imports.
fn script(order: &Order, tools: &Tools, name: &str) -> Result<String> {
    let file = format!("{name}.js");
    let (from, to) = (order.root.join("frontend/js").join(&file), order.work.join(&file));
    tools.esbuild("js", &from, &to)?;
    Ok(std::fs::read_to_string(&to)?)
}

/// A script that keeps its names to itself.
fn alone(script: &str) -> String {
    format!("(()=>{{{}}})();\n", script.trim_end())
}

/// What it keeps, and a name for exactly that: the page counts, though its name has no hash.
fn constants(dist: &Dist) -> Result<String> {
    let mut names: Vec<&String> = dist.files().iter().filter(|name| is_melders(name)).collect();
    names.sort();
    let mut content = Sha256::new();
    for name in &names {
        content.update(Sha256::digest(dist.read(name)?));
    }
    let version: String = content.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let listed = names.into_iter().filter(|name| !NOT_LISTED.contains(&name.as_str()));
    let files: Vec<String> = listed.map(|name| format!("/{name}")).collect();
    Ok(format!("const VERSION={version:?},FILES={};", serde_json::to_string(&files)?))
}

/// Nothing of the AF's is kept on a melder's device, nothing to practise with, and no picture for the start screen.
fn is_melders(name: &str) -> bool {
    !["af.html", "oefenen.html", "assets/officer", "assets/oefenen", "icon-"]
        .iter()
        .any(|other| name.starts_with(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(page: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let mut dist = Dist::empty(folder.path().join("dist")).unwrap();
        for (name, content) in [
            ("index.html", page),
            ("af.html", "af"),
            ("assets/melder.aa.js", "m"),
            ("assets/officer-case.bb.wasm", "o"),
            ("oefenen.html", "o"),
            ("assets/oefenen.cc.js", "o"),
            ("start.js", "s"),
            ("rekenwerk.js", "r"),
        ] {
            dist.write(name, content.as_bytes()).unwrap();
        }
        constants(&dist).unwrap()
    }

    #[test]
    fn the_melders_files_are_kept_and_no_others() {
        let list = list("page");
        assert!(list.ends_with(r#",FILES=["/assets/melder.aa.js","/start.js"];"#), "{list}");
    }

    #[test]
    fn another_page_is_another_version() {
        assert_eq!(list("page"), list("page"));
        assert_ne!(list("page"), list("other"));
    }
}
