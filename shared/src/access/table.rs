//! The table of relations as Markdown: `docs/toegang.md` holds it and a test keeps it so.
use super::{Action, Relation, Role, may};

/// Nobody logged in, and every role: the columns of the one table, the groups of rows of the other.
pub(crate) fn everybody() -> impl Iterator<Item = Option<Role>> {
    std::iter::once(None).chain(Role::ALL.iter().copied().map(Some))
}

pub(crate) fn mark(allowed: bool) -> &'static str {
    if allowed { "ja" } else { "–" }
}

pub(crate) fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

pub(crate) fn head(names: &[&str]) -> String {
    let rule = "|---".repeat(names.len());
    format!("{}{rule}|\n", line(names.iter().map(|name| (*name).to_owned())))
}

/// The permissions per role and relation. A role without any permission for an action has no line for it.
#[must_use]
pub fn relation_table() -> String {
    let relations = Relation::ALL.iter().map(|relation| relation.as_str());
    let names: Vec<&str> = ["wie", "wat"].into_iter().chain(relations).collect();
    let mut text = head(&names);
    for role in everybody() {
        for action in Action::ALL {
            let allowed: Vec<bool> = Relation::ALL.iter().map(|relation| may(role, *action, *relation)).collect();
            if allowed.contains(&true) {
                let who = role.map_or("zonder inloggen (melder)", Role::as_str);
                let begin = [who.to_owned(), action.as_str().to_owned()].into_iter();
                text.push_str(&line(begin.chain(allowed.into_iter().map(|one| mark(one).to_owned()))));
            }
        }
    }
    text
}
