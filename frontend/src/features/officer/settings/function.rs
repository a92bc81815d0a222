//! The ids of functions: an old one stays, a new one follows from its name.
use shared::{
    id::FunctionId,
    profile::{Domain, Function},
};

/// The most characters of a name that go into an id.
const LONGEST: usize = 50;

/// What the third of a row says for a function from veiligheid.
pub const SAFETY: &str = "veiligheid";

/// A function as a row.
pub fn of_function(one: &Function) -> [String; 3] {
    let domain = if one.domain == Domain::Safety { SAFETY } else { "" };
    [one.name.clone(), one.id.as_str().to_owned(), domain.to_owned()]
}

/// The functions of these rows: a name, the id if it has one already, and whether it is from veiligheid.
pub fn build(rows: &[[String; 3]]) -> Vec<Function> {
    let old: Vec<&str> = rows.iter().map(|[_, id, _]| id.as_str()).filter(|id| !id.is_empty()).collect();
    let mut functions: Vec<Function> = Vec::new();
    for [name, id, domain] in rows {
        let id = if id.is_empty() { free(&slug(name), &old, &functions) } else { id.clone() };
        if let Ok(id) = FunctionId::parse(&id) {
            let domain = if domain == SAFETY { Domain::Safety } else { Domain::Care };
            functions.push(Function { id, name: name.trim().into(), domain });
        }
    }
    functions
}

/// This, or the same with the first number that no other function here has.
fn free(slug: &str, old: &[&str], new: &[Function]) -> String {
    let is_free = |id: &String| !old.contains(&id.as_str()) && new.iter().all(|one| one.id.as_str() != id);
    let numbered = (2..).map(|n: u32| format!("{slug}-{n}"));
    std::iter::once(slug.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}

/// `Adviseur zorg & welzijn` becomes `adviseur-zorg-welzijn`.
fn slug(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join("-");
    let short: String = words.chars().take(LONGEST).collect();
    if short.is_empty() { "functie".into() } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_when_the_name_changes_and_a_new_one_follows_from_the_name() {
        let row = |name: &str, id: &str, domain: &str| [name, id, domain].map(str::to_owned);
        let rows = [
            row("Regisseur jeugd", "regisseur-wmo", SAFETY),
            row("Regisseur Wmo", "", ""),
            row(" Adviseur zorg & welzijn", "", ""),
            row("…", "", ""),
            row("", "", ""),
        ];
        let ids: Vec<String> = build(&rows).into_iter().map(|one| one.id.as_str().to_owned()).collect();
        assert_eq!(ids, ["regisseur-wmo", "regisseur-wmo-2", "adviseur-zorg-welzijn", "functie", "functie-2"]);
        let domains: Vec<Domain> = build(&rows).iter().map(|one| one.domain).collect();
        assert_eq!(domains[..2], [Domain::Safety, Domain::Care]);
        assert_eq!(of_function(&build(&rows)[0]), rows[0], "as it was");
        assert_eq!(build(&[row(&"x".repeat(90), "", "")])[0].id.as_str().len(), LONGEST);
    }
}
