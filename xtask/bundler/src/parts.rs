//! Cuts a compiled module into the one that the page loads first, and parts that are fetched later. The functions
//! marked with `wasm_split` say where; what several parts need and the first module does not is a part of its own.
//!
//! Each part has a name with its hash, and is in `assets.json`, as every other file. The script that fetches it names
//! also the full hash of its content, so that a browser runs nothing else.

use crate::{assets::Dist, tools::Tools};
use anyhow::{Context, Result, anyhow, ensure};
use data_encoding::BASE64;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The script that fetches the parts, beside the entry's glue.
pub const SCRIPT: &str = "parts.js";
/// How the script reports that a part did not come.
const LOUD: &str = "console.error(e)";
/// Longest wait for a part, in milliseconds.
const PATIENCE: u32 = 60_000;

/// A module that was cut.
pub struct Cut {
    /// what the page loads first; wasm-bindgen comes next
    pub first: PathBuf,
    /// the parts
    parts: Vec<PathBuf>,
    /// the script that fetches them by names without a hash
    script: PathBuf,
}

/// Cuts a module.
///
/// # Errors
/// When it was linked without relocations, or nothing in it is marked as a part.
pub fn cut(module: &Path, folder: &Path, entry: &str) -> Result<Cut> {
    let input = std::fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let first = folder.join("first.wasm");
    let (link, glue) = (format!("./{SCRIPT}"), format!("./{entry}.js"));
    let mut options = Options::new(&input);
    (options.output_dir, options.main_out_path) = (folder, &first);
    (options.link_name, options.main_module) = (&link, &glue);
    options.emit_dwarf = false;
    let made = transform(options).map_err(|error| anyhow!("cutting {}: {error:#}", module.display()))?;
    ensure!(!made.split_modules.is_empty(), "{} has no parts", module.display());
    Ok(Cut { parts: made.split_modules, script: folder.join(SCRIPT), first })
}

impl Cut {
    /// Adds the parts to `dist/` and writes the script that fetches them into the folder of the glue.
    pub fn finish(&self, tools: &Tools, dist: &mut Dist, entry: &str, glue: &Path, fast: bool) -> Result<()> {
        let mut script = std::fs::read_to_string(&self.script)?;
        for part in &self.parts {
            let stem = part.file_stem().and_then(|stem| stem.to_str()).context("a part without a name")?;
            let content = std::fs::read(tools.lighten(part, fast)?)?;
            let address = dist.hashed(&named(entry, stem), "wasm", &content)?;
            script = fill(&script, stem, &address, &content)?;
        }
        let script = quiet(&script)?;
        ensure!(!script.contains("import.meta"), "{} fetches a file that is not known", self.script.display());
        Ok(std::fs::write(glue.join(SCRIPT), script)?)
    }
}

/// The name of a part's file, before its hash: `officer-case`.
fn named(entry: &str, stem: &str) -> String {
    format!("{entry}-{}", stem.trim_start_matches("split_").replace('_', "-"))
}

/// Puts the address of a part into the script that fetches it.
fn fill(script: &str, stem: &str, address: &str, content: &[u8]) -> Result<String> {
    let plain = format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))");
    ensure!(script.matches(&plain).count() == 1, "the script does not fetch {stem}.wasm exactly once");
    let integrity = BASE64.encode(&Sha256::digest(content));
    let exact = format!(
        "fetch(\"{address}\", {{ integrity: \"sha256-{integrity}\", signal: AbortSignal.timeout({PATIENCE}) }})"
    );
    Ok(script.replace(&plain, &exact))
}

/// A part that does not come is no error in the program: the page says it, where somebody asked for the part.
fn quiet(script: &str) -> Result<String> {
    ensure!(script.matches(LOUD).count() == 1, "the script does not report a failure exactly once");
    Ok(script.replace(LOUD, "console.warn(e)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const a = () => fetch(new URL(\"./split_case.wasm\", import.meta.url));";

    #[test]
    fn a_part_is_fetched_by_the_name_with_its_hash_and_nothing_else_is_run() {
        let script = fill(SCRIPT, "split_case", "/assets/officer-case.aa.wasm", b"a").unwrap();
        let hash = "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=";
        let expected = format!("fetch(\"/assets/officer-case.aa.wasm\", {{ integrity: \"sha256-{hash}\"");
        assert!(script.contains(&expected) && !script.contains("import.meta"), "{script}");
    }

    #[test]
    fn a_part_that_the_script_does_not_fetch_is_an_error() {
        assert!(fill(SCRIPT, "split_other", "/assets/officer-other.aa.wasm", b"a").is_err());
        assert!(fill(&SCRIPT.repeat(2), "split_case", "/assets/officer-case.aa.wasm", b"a").is_err());
    }

    #[test]
    fn a_module_without_parts_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let module = folder.path().join("x.wasm");
        std::fs::write(&module, b"\0asm\x01\0\0\0").unwrap();
        assert!(cut(&module, &folder.path().join("cut"), "officer").is_err());
    }

    #[test]
    fn a_part_that_does_not_come_is_no_error_of_the_program() {
        assert_eq!(quiet("catch (e) { console.error(e); }").unwrap(), "catch (e) { console.warn(e); }");
        assert!(quiet("catch (e) {}").is_err());
    }

    #[test]
    fn files_are_named_after_their_part() {
        assert_eq!(named("officer", "split_case"), "officer-case");
        assert_eq!(named("officer", "chunk_1"), "officer-chunk-1");
    }
}
