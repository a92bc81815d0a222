//! From a compiled module to the pair a browser loads: a light `.wasm` and one script that starts it.

use crate::{assets::Dist, order::Order, tools::Tools};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The addresses of an entry's two files.
pub struct Module {
    /// address of the script
    pub script: String,
    /// address of the module
    pub wasm: String,
}

/// Makes glue, module and start script of one entry.
pub fn make(order: &Order, tools: &Tools, dist: &mut Dist, entry: &str) -> Result<Module> {
    let work = order.work.join(entry);
    bindgen(&order.wasm.join(format!("{entry}.wasm")), &work, entry, order.fast)?;
    let light = lighten(tools, &work, entry, order.fast)?;
    let wasm = dist.hashed(entry, "wasm", &std::fs::read(light)?)?;
    let script = start(tools, &work, entry, &wasm)?;
    let script = dist.hashed(entry, "js", &std::fs::read(script)?)?;
    Ok(Module { script, wasm })
}

fn bindgen(module: &Path, out: &Path, entry: &str, fast: bool) -> Result<()> {
    if out.exists() {
        std::fs::remove_dir_all(out)?;
    }
    Bindgen::new()
        .input_path(module)
        .out_name(entry)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .keep_debug(false)
        .remove_name_section(!fast)
        .generate(out)
        .with_context(|| format!("wasm-bindgen on {}", module.display()))
}

fn lighten(tools: &Tools, work: &Path, entry: &str, fast: bool) -> Result<PathBuf> {
    let heavy = work.join(format!("{entry}_bg.wasm"));
    if fast {
        return Ok(heavy);
    }
    let light = work.join("light.wasm");
    tools.wasm_opt(&heavy, &light)?;
    Ok(light)
}

/// One script with the glue in it saves a request for a second one.
fn start(tools: &Tools, work: &Path, entry: &str, wasm: &str) -> Result<PathBuf> {
    let (from, to) = (work.join("start.js"), work.join("bundled.js"));
    let source = format!("import init from './{entry}.js';\ninit({{ module_or_path: '{wasm}' }});\n");
    std::fs::write(&from, source)?;
    tools.esbuild("js", &from, &to)?;
    Ok(to)
}
