//! The imports, the definitions and the attributes of an item.

use proc_macro2::Span;
use syn::{Attribute, ImplItem, Item, ItemUse, UseTree, Visibility};

/// One name that a `use` line brings in.
pub struct Use {
    /// the whole path, with the name at its end
    pub path: Vec<String>,
    /// what it is called here; none for `*` and `as _`
    pub name: Option<String>,
    /// whether all names in the path are brought in
    pub all: bool,
    /// whether others get it through this module
    pub passed_on: bool,
    pub line: usize,
}

/// The names of one `use` line.
pub fn flat(item: &ItemUse) -> Vec<Use> {
    let mut found = Vec::new();
    spread(&item.tree, &[], !matches!(item.vis, Visibility::Inherited), &mut found);
    found
}

fn spread(tree: &UseTree, before: &[String], passed_on: bool, found: &mut Vec<Use>) {
    let longer = |name: &dyn ToString| -> Vec<String> { before.iter().cloned().chain([name.to_string()]).collect() };
    let mut add = |path: Vec<String>, name: Option<String>, all: bool, at: Span| {
        let in_group = path.len() > 1 && path.last().is_some_and(|last| last == "self");
        let path = if in_group { before.to_vec() } else { path };
        let name = name.map(|name| if name == "self" { path.last().cloned().unwrap_or_default() } else { name });
        found.push(Use { path, name, all, passed_on, line: at.start().line });
    };
    match tree {
        UseTree::Path(path) => spread(&path.tree, &longer(&path.ident), passed_on, found),
        UseTree::Group(group) => group.items.iter().for_each(|tree| spread(tree, before, passed_on, found)),
        UseTree::Name(name) => add(longer(&name.ident), Some(name.ident.to_string()), false, name.ident.span()),
        UseTree::Glob(star) => add(before.to_vec(), None, true, star.star_token.span),
        UseTree::Rename(one) => {
            let name = Some(one.rename.to_string()).filter(|name| name != "_");
            add(longer(&one.ident), name, false, one.ident.span());
        }
    }
}

/// The name that an item defines.
pub fn defined(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(it) => &it.ident,
        Item::Enum(it) => &it.ident,
        Item::Fn(it) => &it.sig.ident,
        Item::Static(it) => &it.ident,
        Item::Struct(it) => &it.ident,
        Item::Trait(it) => &it.ident,
        Item::TraitAlias(it) => &it.ident,
        Item::Type(it) => &it.ident,
        Item::Union(it) => &it.ident,
        Item::Macro(it) => it.ident.as_ref()?,
        _ => return None,
    };
    Some(name.to_string())
}

/// The attributes of an item.
pub fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(it) => &it.attrs,
        Item::Enum(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Macro(it) => &it.attrs,
        Item::Mod(it) => &it.attrs,
        Item::Static(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Trait(it) => &it.attrs,
        Item::Type(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        _ => &[],
    }
}

/// The attributes of an item in an `impl` block.
pub fn attributes_in_impl(item: &ImplItem) -> &[Attribute] {
    match item {
        ImplItem::Const(it) => &it.attrs,
        ImplItem::Fn(it) => &it.attrs,
        ImplItem::Type(it) => &it.attrs,
        ImplItem::Macro(it) => &it.attrs,
        _ => &[],
    }
}
