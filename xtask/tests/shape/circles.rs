//! No folder has an import circle, and no arrow runs up.
//!
//! The rooms of a folder are its child modules, each with everything below it, and the folder's own file (`mod.rs`,
//! `lib.rs`, `x.rs` beside `x/`). Room A uses room B when code in A names something that code in B defines. Names are
//! followed through `use` lines. So a file that only passes on what its children define (`pub use child::Thing`) does
//! not use them; code that takes the name from there uses the child. Code of tests does not count. Methods are not
//! names, so a call of a method is no use of the room whose `impl` has it.
//!
//! A circle is a ring of child modules that use each other. An arrow runs up when a child module uses what the folder's
//! own file defines, while that file uses the child, straight away or by way of others. The cure for both is the same:
//! move what both need into a child module of its own.

use crate::arrows::{self, Arrow};
use crate::sources;
use crate::tree::{self, Tree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The packages whose rooms are held in order.
const HELD: [&str; 4] = ["shared", "api", "frontend", "xtask"];

/// A child module, or none for the folder's own file.
type Room = Option<usize>;

struct Edge<'a> {
    from: Room,
    to: Room,
    arrow: &'a Arrow,
}

/// Chooses the edges that break it from those of one folder.
type Rule = for<'a, 'b> fn(&'b [Edge<'a>]) -> Vec<&'b Edge<'a>>;

#[test]
fn no_folder_has_an_import_circle() {
    let found = faults(in_circle);
    assert!(found.is_empty(), "these modules use each other in a circle:\n{}", found.join("\n"));
}

#[test]
fn no_arrow_runs_up() {
    let found = faults(upward);
    assert!(found.is_empty(), "these use their folder's own file, which uses them:\n{}", found.join("\n"));
}

/// The findings of a rule in every folder, a line for every two rooms.
fn faults(rule: Rule) -> Vec<String> {
    let held = sources::packages().into_iter().filter(|folder| HELD.iter().any(|name| folder.starts_with(name)));
    let trees: Vec<Tree> = held.flat_map(|folder| tree::of_package(&folder)).collect();
    assert!(trees.len() >= HELD.len(), "the packages have other names now");
    trees.iter().flat_map(|tree| faults_in(tree, rule)).collect()
}

fn faults_in(tree: &Tree, rule: Rule) -> Vec<String> {
    let arrows = arrows::of(tree);
    let mut found = Vec::new();
    for (own, edges) in edges(tree, &arrows) {
        let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for edge in rule(&edges) {
            let name = |room: Room| tree.modules[room.unwrap_or(own)].file.display().to_string();
            let at = &tree.modules[edge.arrow.from].file;
            let place = format!("\n    {}:{}: {}", at.display(), edge.arrow.line, edge.arrow.text);
            rooms.entry(format!("{} → {}", name(edge.from), name(edge.to))).or_default().insert(place);
        }
        found.extend(rooms.into_iter().map(|(rooms, places)| rooms + &places.into_iter().collect::<String>()));
    }
    found
}

/// The edges of every folder: an arrow is one between the two rooms of the deepest folder that holds both its ends.
fn edges<'a>(tree: &Tree, arrows: &'a [Arrow]) -> BTreeMap<usize, Vec<Edge<'a>>> {
    let mut folders: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for arrow in arrows {
        let (above_from, above_to) = (above(tree, arrow.from), above(tree, arrow.to));
        let depth = above_from.iter().zip(&above_to).take_while(|(a, b)| a == b).count();
        let (from, to) = (above_from.get(depth).copied(), above_to.get(depth).copied());
        folders.entry(above_from[depth - 1]).or_default().push(Edge { from, to, arrow });
    }
    folders
}

/// A module and its ancestors, from the root.
fn above(tree: &Tree, module: usize) -> Vec<usize> {
    let mut line = vec![module];
    while let Some(parent) = line.last().and_then(|it| tree.modules[*it].parent) {
        line.push(parent);
    }
    line.reverse();
    line
}

/// The arrows between child modules that lead back to where they start.
fn in_circle<'a, 'b>(edges: &'b [Edge<'a>]) -> Vec<&'b Edge<'a>> {
    let children = |edge: &&Edge| edge.from.is_some() && edge.to.is_some();
    let links: BTreeSet<(Room, Room)> = edges.iter().filter(children).map(|edge| (edge.from, edge.to)).collect();
    let leads_back = |edge: &&Edge| reach(&links, edge.to).contains(&edge.from);
    edges.iter().filter(children).filter(leads_back).collect()
}

/// The arrows to the folder's own file from the children that it uses.
fn upward<'a, 'b>(edges: &'b [Edge<'a>]) -> Vec<&'b Edge<'a>> {
    let links: BTreeSet<(Room, Room)> = edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let used = reach(&links, None);
    edges.iter().filter(|edge| edge.to.is_none() && used.contains(&edge.from)).collect()
}

fn reach(links: &BTreeSet<(Room, Room)>, from: Room) -> BTreeSet<Room> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(room) = open.pop() {
        let next = links.iter().filter(|(start, _)| *start == room).map(|(_, end)| *end);
        open.extend(next.filter(|end| found.insert(*end)));
    }
    found
}

/// A small crate with one circle (`a`, `b`), one arrow up (`c`), and what is neither (`d`).
#[test]
fn a_circle_and_an_arrow_up_are_found() {
    let folder = "xtask/tests/shape/example";
    let tree = Tree::read(&Path::new(folder).join("lib.rs"));
    let circle = [
        format!("{folder}/a.rs → {folder}/b.rs\n    {folder}/a.rs:3: crate::b::B"),
        format!("{folder}/b.rs → {folder}/a.rs\n    {folder}/b.rs:4: crate::a::A"),
    ];
    assert_eq!(faults_in(&tree, in_circle), circle);
    let up = [format!("{folder}/c.rs → {folder}/lib.rs\n    {folder}/c.rs:3: super::Own")];
    assert_eq!(faults_in(&tree, upward), up);
}
