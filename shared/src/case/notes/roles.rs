//! The roles of a person on the meldingsformulier.
use crate::choice::choice;
use serde::{Deserialize, Serialize};

choice!(
    /// A role a person seems to have; may change, and somebody may have more than one.
    PersonRole {
        /// Onbekend.
        Unknown = "onbekend",
        /// Mogelijk slachtoffer (on screen to a melder: "de persoon").
        PossibleVictim = "mogelijk-slachtoffer",
        /// Mogelijk dader (on screen to a melder: "de ander").
        PossibleOffender = "mogelijk-dader",
        /// Getuige.
        Witness = "getuige",
    }
);

/// The roles a person seems to have: at least one in a note, none in a draft in which nothing was chosen. Somebody who
/// is made to commit offences may be victim and offender [domain §5: never force a choice].
///
/// One role is a text on the wire, as it was when there was only one; more are a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Option<Written>", into = "Option<Written>")]
pub struct Roles(Vec<PersonRole>);

/// The form on the wire.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum Written {
    /// One.
    One(PersonRole),
    /// More than one.
    More(Vec<PersonRole>),
}

impl From<Option<Written>> for Roles {
    fn from(written: Option<Written>) -> Self {
        match written {
            None => Self::default(),
            Some(Written::One(role)) => Self(vec![role]),
            Some(Written::More(roles)) => Self(roles),
        }
    }
}

impl From<Roles> for Option<Written> {
    fn from(Roles(roles): Roles) -> Self {
        match roles.as_slice() {
            [] => None,
            [one] => Some(Written::One(*one)),
            _ => Some(Written::More(roles)),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Roles {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Roles".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Option<Written>>::json_schema(generator)
    }
}

impl From<PersonRole> for Roles {
    fn from(role: PersonRole) -> Self {
        Self(vec![role])
    }
}

impl Roles {
    /// All of them, in the order in which they were chosen.
    #[must_use]
    pub fn all(&self) -> &[PersonRole] {
        &self.0
    }

    /// Chooses a role or takes it back. "Nog niet duidelijk" and a role exclude each other: the last choice counts.
    pub fn choose(&mut self, role: PersonRole, chosen: bool) {
        let unknown = PersonRole::Unknown;
        self.0.retain(|one| *one != role && (!chosen || (*one == unknown) == (role == unknown)));
        if chosen {
            self.0.push(role);
            self.0.sort_by_key(|one| *one as u8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PersonRole::{PossibleOffender, PossibleVictim, Unknown};

    #[test]
    fn one_role_is_written_as_it_always_was() {
        let table = [
            (r#""getuige""#, vec![PersonRole::Witness]),
            (r#"["mogelijk-slachtoffer","mogelijk-dader"]"#, vec![PossibleVictim, PossibleOffender]),
            ("null", vec![]),
        ];
        for (json, roles) in table {
            let read: Roles = serde_json::from_str(json).unwrap();
            assert_eq!(read.all(), roles);
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
        assert!(serde_json::from_str::<Roles>(r#"["burgemeester"]"#).is_err());
    }

    #[test]
    fn not_knowing_and_a_role_exclude_each_other() {
        let mut roles = Roles::default();
        let table: [(PersonRole, bool, &[PersonRole]); 5] = [
            (PossibleOffender, true, &[PossibleOffender]),
            (PossibleVictim, true, &[PossibleVictim, PossibleOffender]),
            (Unknown, true, &[Unknown]),
            (PossibleVictim, true, &[PossibleVictim]),
            (PossibleVictim, false, &[]),
        ];
        for (role, chosen, expected) in table {
            roles.choose(role, chosen);
            assert_eq!(roles.all(), expected);
        }
    }
}
