//! From a compiled module to what a browser loads first: a light `.wasm` and one script that starts it.

use crate::{assets::Dist, entry::Entry, order::Order, panics, parts, slim, tools::Tools};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The addresses of an entry's files.
pub struct Module {
    /// address of the script
    pub script: String,
    /// address of the module
    pub wasm: String,
    /// address of the script of its second page
    pub second: Option<String>,
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
    let script = begin(name, &wasm, !entry.in_parts);
    let bundled = start(tools, &work, &script, None)?;
    let second = match &entry.second {
        None => None,
        Some(second) => {
            let folder = order.root.join("frontend/js").join(second.scripts);
            let first = folder.join("page.js");
            let script = format!("import {:?};\n{script}", first.display().to_string());
            let bundled = start(tools, &work, &script, Some(&folder))?;
            Some(dist.hashed(second.name, "js", bundled.as_bytes())?)
        }
    };
    Ok(Module { script: dist.hashed(name, "js", bundled.as_bytes())?, wasm, second })
}

/// The script that fetches a module and starts it. A large module is in the way of the first paint, which does not need
/// it, so it may come after that: the browser says when it painted. Where it says nothing (the page is not in sight, or
/// the browser is older than that) the module comes a little later.
fn begin(name: &str, wasm: &str, after_paint: bool) -> String {
    let begin = format!("init({{ module_or_path: '{wasm}' }})");
    let when = if after_paint {
        format!(
            "let begun;\nconst begin = () => (begun ??= {begin});\n\
             setTimeout(begin, 1000);\n\
             try {{ new PerformanceObserver(begin).observe({{ type: 'paint', buffered: true }}); }} catch {{}}\n"
        )
    } else {
        format!("{begin};\n")
    };
    format!("import init from './{name}.js';\n{when}")
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

/// One script with the glue in it saves a request for a second one. What the glue imports comes from a folder of other
/// scripts where that has one of the same name.
fn start(tools: &Tools, work: &Path, script: &str, others: Option<&Path>) -> Result<String> {
    let (from, to) = (work.join("start.js"), work.join("bundled.js"));
    std::fs::write(&from, script)?;
    tools.bundle(&from, &to, others)?;
    Ok(std::fs::read_to_string(to)?)
}
