//! What a gemeente fills in itself of its line in the register of processing activities (AVG 30).
use serde::{Deserialize, Serialize};

/// Texts of one line each; empty: not filled in yet. Functions and services, and no names of persons.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Register {
    /// Who is responsible (verwerkingsverantwoordelijke).
    #[serde(rename = "verantwoordelijke")]
    pub controller: String,
    /// How to reach them.
    #[serde(rename = "contact")]
    pub contact: String,
    /// Who is responsible together with them.
    #[serde(rename = "gezamenlijk")]
    pub joint: String,
    /// How to reach the FG.
    #[serde(rename = "fg")]
    pub officer: String,
    /// The ground, with the task by law (grondslag).
    #[serde(rename = "grondslag")]
    pub ground: String,
    /// The ground for special categories of data.
    #[serde(rename = "bijzondereGegevens")]
    pub special: String,
    /// The ground for data about crime.
    #[serde(rename = "strafrechtelijkeGegevens")]
    pub criminal: String,
    /// Where the server and the backups are.
    #[serde(rename = "plaats")]
    pub place: String,
    /// The day and place of the DPIA.
    #[serde(rename = "dpia")]
    pub dpia: String,
}

impl Register {
    /// The names of all texts, as in a profile.
    pub const NAMES: [&str; 9] = [
        "verantwoordelijke",
        "contact",
        "gezamenlijk",
        "fg",
        "grondslag",
        "bijzondereGegevens",
        "strafrechtelijkeGegevens",
        "plaats",
        "dpia",
    ];

    /// The texts, in the order of the names.
    #[must_use]
    pub fn all(&self) -> [&String; 9] {
        let Self { controller, contact, joint, officer, ground, special, criminal, place, dpia } = self;
        [controller, contact, joint, officer, ground, special, criminal, place, dpia]
    }

    /// Texts in the order of the names.
    #[must_use]
    pub fn of([controller, contact, joint, officer, ground, special, criminal, place, dpia]: [String; 9]) -> Self {
        Self { controller, contact, joint, officer, ground, special, criminal, place, dpia }
    }

    /// Whether nothing is filled in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().into_iter().all(String::is_empty)
    }
}

/// Somebody who processes data for the gemeente (verwerker).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Processor {
    /// The organisation.
    #[serde(rename = "naam")]
    pub name: String,
    /// What it does, and the day of the agreement (verwerkersovereenkomst).
    #[serde(rename = "taak")]
    pub task: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_of_a_profile_in_the_same_order() {
        let texts: [String; 9] = std::array::from_fn(|n| format!("Verzonnen {n}"));
        let register = Register::of(texts.clone());
        let json = serde_json::to_value(&register).unwrap();
        for (name, text) in Register::NAMES.into_iter().zip(&texts) {
            assert_eq!(json[name], *text, "{name}");
        }
        assert!(!register.is_empty() && Register::default().is_empty());
        assert_eq!(register.all().map(Clone::clone), texts);
    }
}
