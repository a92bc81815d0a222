//! Gemeenten with one organisation (buurgemeenten): its staff report for each of them. Each has an instance with keys,
//! dossiers, figures and terms of its own, so all that they share is a question on the first screen.
use crate::{
    indicators::is_slug,
    report::{Finding, FindingCode},
    text::Line,
};
use serde::{Deserialize, Serialize};

/// The most of them.
const MOST: usize = 5;

/// A gemeente with the address of its instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbour {
    /// The id of its profile.
    pub id: String,
    /// Its name.
    #[serde(rename = "naam")]
    pub name: String,
    /// Where its instance is: `https://melden.voorbeeld.example`, without anything behind it.
    #[serde(rename = "adres")]
    pub address: String,
}

/// The gemeenten of one organisation: `gemeenten/lijsten/samen.json`, where there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbours {
    /// All of them.
    pub gemeenten: Vec<Neighbour>,
}

impl Neighbours {
    /// Those beside this one; none where it is not one of them.
    #[must_use]
    pub fn beside(self, id: &str) -> Vec<Neighbour> {
        let is_one = self.gemeenten.iter().any(|one| one.id == id);
        self.gemeenten.into_iter().filter(|one| is_one && one.id != id).collect()
    }

    /// What is wrong with them, each finding at its field: `gemeenten/1/adres`.
    #[must_use]
    pub fn check(&self) -> Vec<Finding<String>> {
        let mut found = Vec::new();
        let mut wrong = |field: String, code| found.push(Finding { field, code });
        if self.gemeenten.len() > MOST {
            wrong("gemeenten".into(), FindingCode::TooMany);
        }
        for (at, one) in self.gemeenten.iter().enumerate() {
            if !is_slug(&one.id) {
                wrong(format!("gemeenten/{at}/id"), FindingCode::BadShape);
            } else if self.gemeenten.iter().take(at).any(|other| other.id == one.id) {
                wrong(format!("gemeenten/{at}/id"), FindingCode::Duplicate);
            }
            if Line::parse(&one.name).is_err() {
                wrong(format!("gemeenten/{at}/naam"), FindingCode::BadShape);
            }
            if !is_origin(&one.address) {
                wrong(format!("gemeenten/{at}/adres"), FindingCode::BadShape);
            }
        }
        found
    }
}

/// Whether it is `https://`, a host and perhaps a port, and nothing else.
fn is_origin(address: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || ".-:".contains(sign);
    let host = address.strip_prefix("https://").unwrap_or_default();
    host.starts_with(|first: char| first.is_ascii_alphanumeric()) && host.contains('.') && host.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(id: &str, address: &str) -> Neighbour {
        Neighbour { id: id.into(), name: "Verzonnen".into(), address: address.into() }
    }

    #[test]
    fn a_gemeente_is_asked_about_those_beside_it() {
        let all = Neighbours { gemeenten: vec![one("a", "https://a.example"), one("b", "https://b.example")] };
        assert_eq!(all.clone().beside("a"), [one("b", "https://b.example")]);
        assert_eq!(all.beside("c"), [], "it is none of them");
    }

    #[test]
    fn an_address_is_that_of_an_instance_and_nothing_else() {
        for good in ["https://melden.voorbeeld.example", "https://melden.voorbeeld.example:8443"] {
            assert_eq!(Neighbours { gemeenten: vec![one("a", good)] }.check(), [], "{good}");
        }
        for bad in [
            "",
            "http://a.example",
            "https://",
            "https://a.example/",
            "https://a.example/melden",
            "https://a.example?b",
            "https://b@a.example",
            "javascript:alert(1)",
            "https://localhost",
        ] {
            let found = Neighbours { gemeenten: vec![one("a", bad)] }.check();
            assert_eq!(found.first().map(|one| one.field.as_str()), Some("gemeenten/0/adres"), "{bad}");
        }
        let twice = Neighbours { gemeenten: vec![one("a", "https://a.example"), one("a", "https://b.example")] };
        assert_eq!(twice.check()[0].field, "gemeenten/1/id");
        assert_eq!(Neighbours { gemeenten: vec![one("A b", "https://a.example")] }.check()[0].field, "gemeenten/0/id");
    }
}
