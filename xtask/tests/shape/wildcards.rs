//! No match on an enum of ours ends in a catch-all, in tuples neither: a new variant has to fail to compile wherever it
//! matters. Clippy sees this for a bare enum only.
//!
//! A match counts as one on an enum of ours when one of its arms names a variant of one, wherever in the pattern. A
//! catch-all is `_`, or a tuple of `_` and bare names. An arm with a condition is none, nor is a bare name for the
//! whole value (`other => return other`): the compiler sees that it is used, so the value is passed on and nothing is
//! decided.

use crate::sources::{self, Source};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Arm, ExprMatch, ItemEnum, Macro, Pat, Path};

#[test]
fn no_match_on_an_enum_of_ours_ends_in_a_catch_all() {
    let sources = sources::ending(".rs");
    let enums = enums(&sources);
    assert!(enums.len() > 100, "only {} enums found", enums.len());
    let found: Vec<String> = sources.iter().flat_map(|source| catch_alls(source, &enums)).collect();
    assert!(found.is_empty(), "a new variant would pass here unseen:\n{}", found.join("\n"));
}

/// The names of all enums that are declared in these files, or may be by a macro: `choice!(Name { … })`.
fn enums(sources: &[Source]) -> BTreeSet<String> {
    struct Names(BTreeSet<String>);
    impl<'ast> Visit<'ast> for Names {
        fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
            self.0.insert(item.ident.to_string());
        }

        fn visit_macro(&mut self, call: &'ast Macro) {
            before_braces(call.tokens.clone(), &mut self.0);
        }
    }
    let mut names = Names(BTreeSet::new());
    sources.iter().for_each(|source| names.visit_file(&syn::parse_file(&source.text).unwrap()));
    names.0
}

fn before_braces(tokens: TokenStream, names: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for pair in tokens.windows(2) {
        if let [TokenTree::Ident(name), TokenTree::Group(group)] = pair
            && group.delimiter() == Delimiter::Brace
        {
            names.insert(name.to_string());
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            before_braces(group.stream(), names);
        }
    }
}

fn catch_alls(source: &Source, enums: &BTreeSet<String>) -> Vec<String> {
    let mut finder = Matches { enums, lines: Vec::new() };
    finder.visit_file(&syn::parse_file(&source.text).unwrap());
    finder.lines.iter().map(|line| format!("  {}:{line}", source.path.display())).collect()
}

struct Matches<'a> {
    enums: &'a BTreeSet<String>,
    lines: Vec<usize>,
}

impl<'ast> Visit<'ast> for Matches<'_> {
    fn visit_expr_match(&mut self, expression: &'ast ExprMatch) {
        if expression.arms.iter().any(|arm| names_ours(&arm.pat, self.enums)) {
            let passed_on = |arm: &Arm| matches!(&arm.pat, Pat::Ident(it) if !it.ident.to_string().starts_with('_'));
            let caught =
                expression.arms.iter().filter(|arm| arm.guard.is_none() && catches_all(&arm.pat) && !passed_on(arm));
            self.lines.extend(caught.map(|arm: &Arm| arm.pat.span().start().line));
        }
        visit::visit_expr_match(self, expression);
    }
}

fn catches_all(pattern: &Pat) -> bool {
    match pattern {
        Pat::Wild(_) => true,
        Pat::Ident(name) => name.subpat.is_none() && !name.ident.to_string().starts_with(char::is_uppercase),
        Pat::Tuple(tuple) => tuple.elems.iter().all(|part| matches!(part, Pat::Rest(_)) || catches_all(part)),
        Pat::Paren(inside) => catches_all(&inside.pat),
        Pat::Reference(inside) => catches_all(&inside.pat),
        Pat::Or(several) => several.cases.iter().any(catches_all),
        _ => false,
    }
}

fn names_ours(pattern: &Pat, enums: &BTreeSet<String>) -> bool {
    struct Paths<'a>(&'a BTreeSet<String>, bool);
    impl<'ast> Visit<'ast> for Paths<'_> {
        fn visit_path(&mut self, path: &'ast Path) {
            let names: Vec<String> = path.segments.iter().rev().take(2).map(|part| part.ident.to_string()).collect();
            if let [variant, of] = names.as_slice() {
                let is_variant = variant.starts_with(char::is_uppercase) && !is_constant(variant);
                self.1 |= is_variant && (of == "Self" || self.0.contains(of));
            }
        }
    }
    let mut paths = Paths(enums, false);
    paths.visit_pat(pattern);
    paths.1
}

/// `MAX_LENGTH`, and not `A` or `Closed`.
fn is_constant(name: &str) -> bool {
    name.len() > 1 && !name.chars().any(char::is_lowercase)
}

#[test]
fn catch_alls_are_found_in_tuples_too() {
    let arms = [
        ("(Ours::A, 1) => 1, (_, x) => 2", true),
        ("Ours::A => 1, _ => 2", true),
        ("Some(Ours::A) => 1, _other => 2", true),
        ("Some(Ours::A) => 1, other => return other", false),
        ("Ours::A => 1, Ours::B | Ours::C if y => 2, Ours::B => 3", false),
        ("Ours::A => 1, _ if y => 2, Ours::B => 3", false),
        ("(Ours::A, _) => 1, (Ours::B, _) => 2", false),
        ("Theirs::A => 1, _ => 2", false),
    ];
    for (arms, is_fault) in arms {
        let text = format!("fn f() {{\nmatch x {{ {arms} }} }}");
        let found = catch_alls(&Source { path: "a.rs".into(), text }, &["Ours".to_owned()].into());
        assert_eq!(!found.is_empty(), is_fault, "{arms}: {found:?}");
    }
}
