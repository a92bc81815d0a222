//! For whom a signal is among the first that are shown.
use super::form::ExploitationForm;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, MapAccess, Visitor},
};
use std::fmt;

/// The place of a signal among the first (`eerst`), for each form and for a place: 1 comes first, 8 last. It only says
/// what is shown before the rest. It is not shown itself, says nothing about a person, and is no score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct First {
    /// For sexual exploitation.
    #[serde(rename = "seksueel", default, skip_serializing_if = "Option::is_none")]
    pub sexual: Option<u8>,
    /// For labour exploitation.
    #[serde(rename = "arbeid", default, skip_serializing_if = "Option::is_none")]
    pub labour: Option<u8>,
    /// For criminal exploitation.
    #[serde(rename = "crimineel", default, skip_serializing_if = "Option::is_none")]
    pub criminal: Option<u8>,
    /// For forced removal of organs and surrogacy.
    #[serde(rename = "orgaan-draagmoederschap", default, skip_serializing_if = "Option::is_none")]
    pub organ_surrogacy: Option<u8>,
    /// For who does not know the form, or thinks of something else.
    #[serde(rename = "weet-niet", default, skip_serializing_if = "Option::is_none")]
    pub general: Option<u8>,
    /// For a place or business.
    #[serde(rename = "plek", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u8>,
}

/// Only from an object. As every field may be missing, a derived reader would take any list of nulls for one.
impl<'de> Deserialize<'de> for First {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Places)
    }
}

struct Places;

impl<'de> Visitor<'de> for Places {
    type Value = First;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<First, A::Error> {
        let mut first = First::default();
        while let Some(name) = map.next_key::<String>()? {
            let field = first.field(&name).ok_or_else(|| A::Error::unknown_field(&name, &First::NAMES))?;
            *field = map.next_value()?;
        }
        Ok(first)
    }
}

impl First {
    /// How many are shown before the rest.
    pub const MOST: usize = 8;

    /// The names of its fields, in the order of [`First::all`].
    pub const NAMES: [&str; 6] = ["seksueel", "arbeid", "crimineel", "orgaan-draagmoederschap", "weet-niet", "plek"];

    fn field(&mut self, name: &str) -> Option<&mut Option<u8>> {
        Some(match name {
            "seksueel" => &mut self.sexual,
            "arbeid" => &mut self.labour,
            "crimineel" => &mut self.criminal,
            "orgaan-draagmoederschap" => &mut self.organ_surrogacy,
            "weet-niet" => &mut self.general,
            "plek" => &mut self.place,
            _other => return None,
        })
    }

    /// Every place that it has.
    #[must_use]
    pub fn all(&self) -> [Option<u8>; 6] {
        [self.sexual, self.labour, self.criminal, self.organ_surrogacy, self.general, self.place]
    }

    /// Whether it is never among the first.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The place for a form that has a first eight of its own.
    #[must_use]
    pub fn of(&self, form: ExploitationForm) -> Option<u8> {
        match form {
            ExploitationForm::Sexual => self.sexual,
            ExploitationForm::Labour => self.labour,
            ExploitationForm::Criminal => self.criminal,
            ExploitationForm::OrganSurrogacy => self.organ_surrogacy,
            ExploitationForm::Other | ExploitationForm::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_read_into_its_own_field_and_written_again() {
        let names = First::NAMES;
        for (at, name) in names.into_iter().enumerate() {
            let text = format!(r#"{{"{name}":{}}}"#, at + 1);
            let first: First = serde_json::from_str(&text).unwrap();
            let mut expected = [None; 6];
            expected[at] = u8::try_from(at + 1).ok();
            assert_eq!(first.all(), expected, "{name}");
            assert_eq!(serde_json::to_string(&first).unwrap(), text);
        }
    }

    #[test]
    fn what_is_no_object_or_has_another_name_is_refused() {
        for text in ["[]", "[null,null]", "[1]", "null", "1", r#"{"anders":1}"#, r#"{"plek":"1"}"#, r#"{"plek":256}"#] {
            assert!(serde_json::from_str::<First>(text).is_err(), "{text}");
        }
        assert!(serde_json::from_str::<First>("{}").unwrap().is_empty());
    }
}
