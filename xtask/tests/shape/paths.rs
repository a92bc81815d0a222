//! The paths that code names: `crate::a::B`, `super::c`, `child::D`, in expressions, in types and in macro calls.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path and its line.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    pub path: Vec<String>,
    pub line: usize,
}

/// All paths of two names and more, and every single name (which may be one that a `use` line brought in).
pub fn all(tokens: TokenStream) -> Vec<Named> {
    let mut found = Vec::new();
    scan(&tokens.into_iter().collect::<Vec<_>>(), &mut found);
    found
}

fn scan(tokens: &[TokenTree], found: &mut Vec<Named>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Group(group) => scan(&group.stream().into_iter().collect::<Vec<_>>(), found),
            TokenTree::Ident(first) if !follows(tokens, at - 1) => {
                let start = Named { path: vec![first.to_string()], line: first.span().start().line };
                at = rest(tokens, at, start, found);
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Reads on behind a name; a group in braces (`a::{b, c}` in a `use`) gives a path for each part.
fn rest(tokens: &[TokenTree], mut at: usize, mut path: Named, found: &mut Vec<Named>) -> usize {
    while is(tokens, at, ':') && is(tokens, at + 1, ':') {
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(next)) => {
                path.path.push(next.to_string());
                at += 3;
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let mut inside = Vec::new();
                scan(&group.stream().into_iter().collect::<Vec<_>>(), &mut inside);
                let longer = |it: Named| Named { path: [path.path.clone(), it.path].concat(), line: it.line };
                found.extend(inside.into_iter().map(longer));
                return at + 3;
            }
            _ => break,
        }
    }
    found.push(path);
    at
}

/// Does the name at this place belong to the token before it, as a method, a field or the rest of a path?
fn follows(tokens: &[TokenTree], at: usize) -> bool {
    let before = |n: usize, sign: char| at >= n && is(tokens, at - n, sign);
    let range = before(1, '.') && before(2, '.');
    before(1, '\'') || before(1, '.') && !range || before(1, ':') && before(2, ':')
}

fn is(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(it)) if it.as_char() == sign)
}

#[test]
fn paths_are_found_wherever_they_are() {
    let code = "fn f(a: super::A) { use crate::b::{self, C, d::E}; view! { <x on:click=move |_| g::h(1)/> } }";
    let found = all(code.parse().unwrap());
    let texts: Vec<String> = found.iter().map(|it| it.path.join("::")).collect();
    for path in ["super::A", "crate::b::self", "crate::b::C", "crate::b::d::E", "g::h"] {
        assert!(texts.iter().any(|it| it == path), "{path} is not in {texts:?}");
    }
}
