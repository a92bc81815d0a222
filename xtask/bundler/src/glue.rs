//! From a compiled module to what a browser loads first: a light `.wasm` and one script that starts it.

use crate::{assets::Dist, entry::Entry, order::Order, panics, parts, slim, tools::Tools};
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

/// Makes glue, module and start script of one entry, and the parts that it loads later.
pub fn make(order: &Order, tools: &Tools, dist: &mut Dist, entry: &Entry) -> Result<Module> {
    let (name, work) = (entry.name, order.work.join(entry.name));
    let module = order.wasm.join(format!("{name}.wasm"));
    let light = if entry.in_parts {
        let cut = parts::cut(&module, &order.work.join(format!("{name}-parts")), name)?;
        bindgen(&cut.first, &work, entry, order.fast)?;
        cut.finish(tools, dist, name, &work, order.fast)?;
        tools.lighten(&work.join(format!("{name}_bg.wasm")), order.fast)?
    } else {
        whole(order, tools, &module, &work, entry)?
    };
    let wasm = dist.hashed(name, "wasm", &std::fs::read(light)?)?;
    let script = start(tools, &work, name, &wasm)?;
    let script = dist.hashed(name, "js", &std::fs::read(script)?)?;
    Ok(Module { script, wasm })
}

/// A module in one piece, without what nothing asks for. In a fast run it keeps that, and its panics can be read.
fn whole(order: &Order, tools: &Tools, module: &Path, work: &Path, entry: &Entry) -> Result<PathBuf> {
    let name = entry.name;
    let bound = work.join(format!("{name}_bg.wasm"));
    if order.fast {
        bindgen(module, work, entry, true)?;
        return Ok(bound);
    }
    let (quiet, script) = (order.work.join(format!("{name}-quiet.wasm")), work.join(format!("{name}.js")));
    panics::quiet(module, &quiet)?;
    bindgen(&quiet, work, entry, false)?;
    slim::unasked(&bound, &script)?;
    let light = tools.lighten(&bound, false)?;
    slim::names(&light, &script)?;
    Ok(light)
}

/// Parts use the table, the memory and the globals of the first module, so that keeps them as exports.
fn bindgen(module: &Path, out: &Path, entry: &Entry, fast: bool) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name(entry.name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .keep_lld_exports(entry.in_parts)
        .keep_debug(false)
        .remove_name_section(!fast)
        .generate(out)
        .with_context(|| format!("wasm-bindgen on {}", module.display()))
}

/// One script with the glue in it saves a request for a second one.
fn start(tools: &Tools, work: &Path, entry: &str, wasm: &str) -> Result<PathBuf> {
    let (from, to) = (work.join("start.js"), work.join("bundled.js"));
    let source = format!("import init from './{entry}.js';\ninit({{ module_or_path: '{wasm}' }});\n");
    std::fs::write(&from, source)?;
    tools.esbuild("js", &from, &to)?;
    Ok(to)
}
