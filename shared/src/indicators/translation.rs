use super::{Indicator, IndicatorList};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The sentences of a list in another language (vertaling van de signalenlijst), as they stand in the file. What it
/// does not have stays Dutch, so a new list can be used before it is translated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// The language, as HTML names it.
    #[serde(rename = "taal")]
    pub language: String,
    /// The version of the list.
    #[serde(rename = "versie")]
    pub version: String,
    /// The signals.
    #[serde(rename = "signalen")]
    pub signals: Vec<TranslatedSignal>,
    /// The headings, by the Dutch ones.
    #[serde(rename = "groepen")]
    pub groups: BTreeMap<String, String>,
}

/// A signal in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TranslatedSignal {
    /// The id in the list.
    pub id: String,
    /// The sentence.
    #[serde(rename = "zin")]
    pub sentence: String,
    /// The example.
    #[serde(rename = "voorbeeld", default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

impl IndicatorList {
    /// The same list with these sentences: of another version they are not used.
    #[must_use]
    pub fn translated(self, into: &Translation) -> Self {
        if into.version != self.version {
            return self;
        }
        let indicators = self.indicators.into_iter().map(|one| one.translated(into)).collect();
        Self { indicators, ..self }
    }
}

impl Indicator {
    fn translated(self, into: &Translation) -> Self {
        let group = into.groups.get(&self.group).cloned().unwrap_or(self.group);
        match into.signals.iter().find(|one| one.id == self.id) {
            Some(one) => Self { sentence: one.sentence.clone(), example: one.example.clone(), group, ..self },
            None => Self { group, ..self },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> IndicatorList {
        serde_json::from_str(include_str!("../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap()
    }

    fn english() -> Translation {
        serde_json::from_str(include_str!("../../../gemeenten/lijsten/engels-2026-1.json")).unwrap()
    }

    #[test]
    fn every_signal_of_the_list_is_in_english() {
        let (list, english) = (list(), english());
        let translated = list.clone().translated(&english);
        for (dutch, other) in list.indicators.iter().zip(&translated.indicators) {
            assert_eq!((&dutch.id, &dutch.forms, &dutch.words), (&other.id, &other.forms, &other.words));
            assert_ne!(dutch.sentence, other.sentence, "{}", dutch.id);
            assert_ne!(dutch.group, other.group, "{}", dutch.id);
            assert_eq!(dutch.example.is_some(), other.example.is_some(), "{}", dutch.id);
            assert!(dutch.example.is_none() || dutch.example != other.example, "{}", dutch.id);
        }
        assert_eq!(english.signals.len(), list.indicators.len(), "and nothing else is in the file");
    }

    #[test]
    fn a_list_of_another_version_stays_as_it_is() {
        let newer = IndicatorList { version: "2027-1".into(), ..list() };
        assert_eq!(newer.clone().translated(&english()), newer);
    }

    #[test]
    fn a_signal_without_a_translation_stays_dutch() {
        let mut english = english();
        let gone = english.signals.remove(0);
        let translated = list().translated(&english);
        assert_eq!(translated.find(&gone.id).unwrap().sentence, list().find(&gone.id).unwrap().sentence);
    }
}
