//! Makes the folder `dist/` from the compiled frontend. It is a crate of its own because `wasm-bindgen-cli-support`
//! takes minutes to build. Only `cargo xtask bundle` calls it.
//!
//! Conventions for the code in `frontend/`:
//! - An entry is a binary of the frontend crate with a page: `melder` with `index.html`, `officer` with `af.html`.
//! - In a page, `/assets/ENTRY.js`, `/assets/ENTRY.css` and `/assets/ENTRY.wasm` stand for the files with a hash in
//!   their name: `<script type="module" src="/assets/melder.js"></script>`. The script fetches the module and starts it
//!   by itself; one in one piece, which is large, after the first paint.
//! - `oefenen.html` has the melder's module too, with the scripts of `frontend/js/practice/` where those have the name
//!   of one that the module imports: there nothing is kept or sent.
//! - A page has no inline script, no inline style and no `on…=` attribute: the content security policy forbids them.
//! - `frontend/styles/ENTRY.css` is one file's worth of style; `@import "./x.css"` and
//!   `@import "npm:PACKAGE/path.css"` are followed. The lines of `frontend/styles/nlds.txt` (files in npm packages; `#`
//!   starts a comment) come before every entry's own style.
//! - `frontend/static/**` is copied as it is. Of `frontend/js/` come under their own names (`scripts.rs`): `start.js`
//!   of every page, `formulier.js` of the pages that the server makes, `rekenwerk.js` while it is very busy,
//!   `wachtrij.js` for reports that wait, and `dienst.js`, the service worker with its list of files.
//! - An entry may be in parts: functions marked with `leptos::wasm_split` are cut off it (`parts.rs`) and fetched when
//!   they are called first. The linker has to keep its relocations for that: `frontend/build.rs`.
//! - A module in one piece loses what nothing asks for: texts of panics (`panics.rs`), exports and classes that the
//!   script never uses, long names of imports (`slim.rs`). Not with `--fast`: there a panic can be read.
//! - Every file gets a `.br` and a `.gz` beside it where that is smaller; `dist/assets.json` lists the sizes.

mod assets;
mod compress;
mod entry;
mod glue;
mod order;
mod page;
mod panics;
mod parts;
mod scripts;
mod slim;
mod style;
mod tools;

use anyhow::{Context, Result};
use assets::Dist;
use entry::{ENTRIES, Entry};
use order::Order;
use std::path::Path;
use tools::Tools;

fn main() -> Result<()> {
    let order = Order::read(std::env::args().skip(1).collect())?;
    let fresh = order.root.join("target/bundle/dist");
    let mut dist = Dist::empty(fresh.clone())?;
    order.begin()?;
    let tools = Tools::find(&order)?;
    let total = ENTRIES.len() + 2;
    for (n, entry) in ENTRIES.iter().enumerate() {
        println!("  [{} of {total}] {}: glue, weight, style, page", n + 1, entry.name);
        make_entry(&order, &tools, &mut dist, entry)?;
    }
    println!("  [{} of {total}] static files", total - 1);
    dist.copy_tree(&order.root.join("frontend/static"))?;
    scripts::make(&order, &tools, &mut dist)?;
    println!("  [{total} of {total}] compressed copies");
    dist.finish(order.fast)?;
    replace(&fresh, &order.root.join("dist"))
}

fn make_entry(order: &Order, tools: &Tools, dist: &mut Dist, entry: &Entry) -> Result<()> {
    let name = entry.name;
    let module = glue::make(order, tools, dist, entry).with_context(|| format!("the module of {name}"))?;
    let style = style::make(order, tools, dist, name).with_context(|| format!("the style of {name}"))?;
    let common = [(format!("/assets/{name}.wasm"), module.wasm), (format!("/assets/{name}.css"), style)];
    if let Some((second, script)) = entry.second.as_ref().zip(module.second) {
        let names = common.iter().cloned().chain([(format!("/assets/{}.js", second.name), script)]);
        make_page(order, dist, second.page, &names.collect())?;
    }
    let names = common.into_iter().chain([(format!("/assets/{name}.js"), module.script)]);
    make_page(order, dist, entry.page, &names.collect())
}

fn make_page(order: &Order, dist: &mut Dist, page: &str, names: &page::Names) -> Result<()> {
    let source = order.root.join("frontend").join(page);
    let html = std::fs::read_to_string(&source).with_context(|| format!("reading {}", source.display()))?;
    let html = page::resolve(&html, names).with_context(|| source.display().to_string())?;
    dist.write(page, html.as_bytes())
}

/// Replaces the old folder by the new one. A running host sees either of them whole.
fn replace(fresh: &Path, place: &Path) -> Result<()> {
    let old = fresh.with_file_name("dist.old");
    if old.exists() {
        std::fs::remove_dir_all(&old)?;
    }
    if place.exists() {
        std::fs::rename(place, &old)?;
    }
    std::fs::rename(fresh, place).with_context(|| format!("putting {} in place", place.display()))
}
