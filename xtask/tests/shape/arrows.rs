//! Which module uses which: every name is followed through the `use` lines to the module that defines it.

use crate::paths::{self, Named};
use crate::tree::Tree;
use crate::uses::Use;
use quote::ToTokens;
use std::collections::BTreeSet;

/// One module's code names what another one defines.
pub struct Arrow {
    pub from: usize,
    pub to: usize,
    pub line: usize,
    /// as it was written
    pub text: String,
}

/// A `use` line of a `use` line of a `use` line: more steps than this are a circle.
const STEPS: usize = 12;

/// All arrows of a crate between different modules.
pub fn of(tree: &Tree) -> Vec<Arrow> {
    (0..tree.modules.len()).flat_map(|from| of_module(tree, from)).collect()
}

fn of_module(tree: &Tree, from: usize) -> Vec<Arrow> {
    let module = &tree.modules[from];
    let code = module.items.iter().flat_map(|item| paths::all(item.to_token_stream())).collect::<Vec<_>>();
    let words: BTreeSet<&str> = code.iter().map(|it| it.path[0].as_str()).collect();
    let used = |it: &&Use| {
        !it.passed_on || !is_below(tree, from, it) || it.name.as_deref().is_some_and(|name| words.contains(name))
    };
    let lines = module.uses.iter().filter(used).map(|it| Named { path: it.path.clone(), line: it.line });
    let paths = code.iter().filter(|it| it.path.len() > 1).map(|it| Named { path: it.path.clone(), line: it.line });
    let arrow = |it: Named| {
        let to = follow(tree, from, &it.path, STEPS)?;
        (to.item && to.module != from).then(|| Arrow { from, to: to.module, line: it.line, text: it.path.join("::") })
    };
    lines.chain(paths).filter_map(arrow).collect()
}

/// Does the `use` line name something in a module below this one? Passing that on is no use of it.
fn is_below(tree: &Tree, from: usize, line: &Use) -> bool {
    let target = follow(tree, from, &line.path, STEPS);
    target.is_some_and(|to| tree.modules[to.module].path.starts_with(&tree.modules[from].path))
}

/// Where a path ends: in a module, or at something that the module defines.
#[derive(Clone, Copy)]
struct End {
    module: usize,
    item: bool,
}

fn follow(tree: &Tree, from: usize, path: &[String], steps: usize) -> Option<End> {
    let steps = steps.checked_sub(1)?;
    let (first, rest) = path.split_first()?;
    let start = match first.as_str() {
        "crate" => 0,
        "self" => from,
        "super" => tree.modules[from].parent?,
        name => {
            let known = tree.modules[from].children.contains_key(name) || brought_in(tree, from, name).is_some();
            return if known { walk(tree, from, path, steps) } else { None };
        }
    };
    walk(tree, start, rest, steps)
}

/// Goes down from a module.
fn walk(tree: &Tree, mut at: usize, mut path: &[String], steps: usize) -> Option<End> {
    while let Some((name, rest)) = path.split_first() {
        if name == "super" {
            at = tree.modules[at].parent?;
        } else if let Some(child) = tree.modules[at].children.get(name) {
            at = *child;
        } else {
            return item(tree, at, name, rest, steps);
        }
        path = rest;
    }
    Some(End { module: at, item: false })
}

/// A name that is no module below: defined here, or brought in from elsewhere.
fn item(tree: &Tree, at: usize, name: &str, rest: &[String], steps: usize) -> Option<End> {
    let module = &tree.modules[at];
    let here = Some(End { module: at, item: true });
    if module.names.contains(name) {
        return here;
    }
    if let Some(line) = brought_in(tree, at, name) {
        return follow(tree, at, &[line.path.as_slice(), rest].concat(), steps);
    }
    let starred = module.uses.iter().filter(|line| line.all).filter_map(|line| follow(tree, at, &line.path, steps));
    let defines = |end: &End| {
        let there = &tree.modules[end.module];
        there.names.contains(name) || there.perhaps.contains(name) || brought_in(tree, end.module, name).is_some()
    };
    match starred.filter(|end| !end.item).find(defines) {
        Some(end) => item(tree, end.module, name, rest, steps.checked_sub(1)?),
        None => here,
    }
}

fn brought_in<'a>(tree: &'a Tree, at: usize, name: &str) -> Option<&'a Use> {
    tree.modules[at].uses.iter().find(|line| line.name.as_deref() == Some(name))
}
