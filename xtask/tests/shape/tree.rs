//! The modules of one crate as its files declare them, without what only its tests have.

use crate::sources;
use crate::uses::{self, Use};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, ItemMod};

/// One module: a file, or a `mod` with braces in a file.
pub struct Module {
    /// its names from the root of the crate
    pub path: Vec<String>,
    /// from the root folder of the workspace
    pub file: PathBuf,
    pub parent: Option<usize>,
    pub children: BTreeMap<String, usize>,
    /// what it holds, without its `use` lines and modules
    pub items: Vec<Item>,
    pub uses: Vec<Use>,
    /// what it defines by name
    pub names: BTreeSet<String>,
    /// words in its macro calls: a macro may define what they name
    pub perhaps: BTreeSet<String>,
}

/// The modules of a crate; the first is its root.
pub struct Tree {
    pub modules: Vec<Module>,
}

impl Tree {
    /// Reads a crate from the file of its root (`src/lib.rs`, `src/main.rs` or `src/bin/NAME.rs`).
    pub fn read(root: &Path) -> Self {
        let text = std::fs::read_to_string(sources::root().join(root)).unwrap();
        let mut tree = Self { modules: Vec::new() };
        tree.add(Vec::new(), None, root, parse(root, &text));
        tree
    }

    fn add(&mut self, path: Vec<String>, parent: Option<usize>, file: &Path, items: Vec<Item>) -> usize {
        let index = self.modules.len();
        self.modules.push(Module::new(path, parent, file));
        for item in items {
            if uses::attributes(&item).iter().any(of_tests) {
                continue;
            }
            match item {
                Item::Mod(declared) => self.add_child(index, file, declared),
                Item::Use(item) => self.modules[index].uses.extend(uses::flat(&item)),
                other => self.modules[index].take(other),
            }
        }
        index
    }

    fn add_child(&mut self, parent: usize, file: &Path, declared: ItemMod) {
        let name = declared.ident.to_string();
        let path: Vec<String> = self.modules[parent].path.iter().cloned().chain([name.clone()]).collect();
        let child = if let Some((_, items)) = declared.content {
            self.add(path, Some(parent), file, items)
        } else {
            let Some(place) = place(file, &name) else { return };
            let text = std::fs::read_to_string(sources::root().join(&place)).unwrap();
            self.add(path, Some(parent), &place, parse(&place, &text))
        };
        self.modules[parent].children.insert(name, child);
    }
}

impl Module {
    fn new(path: Vec<String>, parent: Option<usize>, file: &Path) -> Self {
        let (children, names, perhaps) = Default::default();
        Self { path, file: file.to_owned(), parent, children, items: vec![], uses: vec![], names, perhaps }
    }

    fn take(&mut self, mut item: Item) {
        self.names.extend(uses::defined(&item));
        if let Item::Macro(call) = &item {
            words(call.mac.tokens.clone(), &mut self.perhaps);
        }
        if let Item::Impl(block) = &mut item {
            block.items.retain(|it| !uses::attributes_in_impl(it).iter().any(of_tests));
        }
        self.items.push(item);
    }
}

/// All trees of a package: its library, its binary, its further binaries.
pub fn of_package(folder: &Path) -> Vec<Tree> {
    let (absolute, src) = (sources::root().join(folder).join("src"), folder.join("src"));
    let mut roots: Vec<PathBuf> = ["lib.rs", "main.rs"].iter().map(|name| src.join(name)).collect();
    let binaries = std::fs::read_dir(absolute.join("bin")).into_iter().flatten();
    roots.extend(binaries.map(|entry| src.join("bin").join(entry.unwrap().file_name())));
    roots.retain(|root| sources::root().join(root).is_file());
    roots.iter().map(|root| Tree::read(root)).collect()
}

/// Is this `#[cfg(test)]`, or one that asks for the tests among other things?
pub fn of_tests(attribute: &Attribute) -> bool {
    let mut asked = BTreeSet::new();
    if attribute.path().is_ident("cfg") {
        words(attribute.meta.require_list().unwrap().tokens.clone(), &mut asked);
    }
    asked.contains("test") && !asked.contains("not")
}

fn parse(file: &Path, text: &str) -> Vec<Item> {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{}: {error}", file.display())).items
}

/// The file of a module that is declared in `file`.
fn place(file: &Path, name: &str) -> Option<PathBuf> {
    let folder = file.parent().unwrap();
    let stem = file.file_stem().unwrap().to_str().unwrap();
    let roots = ["lib", "main", "mod"];
    let in_bin = folder.ends_with("src/bin");
    let inside = if roots.contains(&stem) || in_bin { folder.to_owned() } else { folder.join(stem) };
    let places = [inside.join(format!("{name}.rs")), inside.join(name).join("mod.rs")];
    places.into_iter().find(|place| sources::root().join(place).is_file())
}

fn words(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                found.insert(word.to_string());
            }
            TokenTree::Group(group) => words(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
