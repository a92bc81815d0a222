//! Functions are short. A function counts from its first line to its last, with comments and blank lines and with what
//! its macros hold; doc comments and attributes above it do not count.

use crate::sources::{self, Source};
use crate::tree::of_tests;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, ItemFn, ItemMod, Macro, Signature, TraitItemFn};

/// No function has more lines, in tests neither.
const LONGEST: usize = 60;
/// Half of the functions of a package have no more lines, tests not counted.
const MEDIAN: usize = 10;
/// The packages whose median is held.
const HELD: [&str; 3] = ["shared", "api", "frontend"];

struct Function {
    file: PathBuf,
    line: usize,
    name: String,
    lines: usize,
    test: bool,
}

#[test]
fn no_function_is_longer_than_60_lines() {
    let sources = sources::ending(".rs");
    let long = sources.iter().flat_map(functions).filter(|function| function.lines > LONGEST);
    let long: Vec<String> =
        long.map(|it| format!("  {}:{}: {} has {} lines", it.file.display(), it.line, it.name, it.lines)).collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn half_of_the_functions_have_at_most_10_lines() {
    let all: Vec<Function> = sources::ending(".rs").iter().flat_map(functions).filter(|it| !it.test).collect();
    let held = sources::packages().into_iter().filter(|package| HELD.iter().any(|name| package.starts_with(name)));
    for package in held {
        let mut lines: Vec<usize> =
            all.iter().filter(|it| it.file.starts_with(package.join("src"))).map(|it| it.lines).collect();
        lines.sort_unstable();
        let (package, median) = (package.display(), median(&lines));
        println!("{package}: {} functions, median {median} lines", lines.len());
        assert!(median <= MEDIAN, "half of the functions in {package} have {median} lines or more");
    }
}

/// The middle one, or the mean of the two in the middle.
fn median(sorted: &[usize]) -> usize {
    assert!(!sorted.is_empty(), "no function found");
    usize::midpoint(sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2])
}

fn functions(source: &Source) -> Vec<Function> {
    let syntax = syn::parse_file(&source.text);
    let syntax = syntax.unwrap_or_else(|error| panic!("{}: {error}", source.path.display()));
    let mut finder = Finder { file: &source.path, test: is_test(&source.path), found: Vec::new() };
    finder.visit_file(&syntax);
    finder.found
}

/// Files that only tests have.
fn is_test(file: &Path) -> bool {
    let names = ["tests", "tests.rs", "fuzz", "fuzz.rs", "testing", "testing.rs", "bench"];
    file.iter().any(|part| names.iter().any(|name| part == *name))
}

struct Finder<'a> {
    file: &'a Path,
    test: bool,
    found: Vec<Function>,
}

impl Finder<'_> {
    fn add(&mut self, signature: &Signature, block: &Block) {
        let (first, last) = (signature.span().start().line, block.span().end().line);
        let (file, name) = (self.file.to_owned(), signature.ident.to_string());
        self.found.push(Function { file, line: first, name, lines: last + 1 - first, test: self.test });
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.add(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        let outside = self.test;
        self.test |= module.attrs.iter().any(of_tests);
        visit::visit_item_mod(self, module);
        self.test = outside;
    }

    /// Functions in a macro call are found where the call holds ordinary items.
    fn visit_macro(&mut self, call: &'ast Macro) {
        if let Ok(items) = syn::parse2::<syn::File>(call.tokens.clone()) {
            let mut inside = Finder { file: self.file, test: self.test, found: Vec::new() };
            inside.visit_file(&items);
            self.found.append(&mut inside.found);
        }
    }
}

#[test]
fn functions_are_measured_from_their_first_line_to_their_last() {
    let text = "/// doc\n#[inline]\nfn a(\n) {\n\n}\nimpl X { fn b() {} }\n#[cfg(test)]\nmod tests { fn c() {} }\n";
    let found = functions(&Source { path: "x/src/a.rs".into(), text: text.to_owned() });
    let seen: Vec<_> = found.iter().map(|it| (it.name.as_str(), it.line, it.lines, it.test)).collect();
    assert_eq!(seen, [("a", 3, 4, false), ("b", 7, 1, false), ("c", 9, 1, true)]);
}
