//! Kinds of team (soorten team): data, so that the same kinds can be added up for the whole region.
use super::OTHER_TEAM;
use crate::{
    indicators::{is_slug, words},
    report::{Finding, FindingCode},
    text::Line,
};
use serde::{Deserialize, Serialize};

/// The most kinds.
const MOST: usize = 30;

/// A kind of team, found by words in what the melder wrote as their team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamKind {
    /// Stable, kebab-case.
    pub id: String,
    /// The name as shown.
    #[serde(rename = "naam")]
    pub name: String,
    /// Beginnings of words, in small letters and without accents.
    #[serde(rename = "woorden")]
    pub words: Vec<String>,
}

/// The kinds of team: `gemeenten/lijsten/teams.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamKinds {
    /// In this order: the first whose words fit is the kind.
    #[serde(rename = "soorten")]
    pub kinds: Vec<TeamKind>,
}

impl TeamKinds {
    /// The kind of a team as a melder wrote it; [`OTHER_TEAM`] when none fits or nothing was written.
    #[must_use]
    pub fn of(&self, team: Option<&Line>) -> &str {
        let written: Vec<String> = team.map(|team| words(team.as_str()).collect()).unwrap_or_default();
        let fits = |kind: &&TeamKind| {
            kind.words.iter().any(|begin| written.iter().any(|word| word.starts_with(begin.as_str())))
        };
        self.kinds.iter().find(fits).map_or(OTHER_TEAM, |kind| kind.id.as_str())
    }

    /// What is wrong with them, each finding at its field: `soorten/2/woorden`.
    #[must_use]
    pub fn check(&self) -> Vec<Finding<String>> {
        let mut found = Vec::new();
        let mut wrong = |field: String, code| found.push(Finding { field, code });
        if self.kinds.len() > MOST {
            wrong("soorten".into(), FindingCode::TooMany);
        }
        for (at, kind) in self.kinds.iter().enumerate() {
            let before = self.kinds.iter().take(at);
            if !is_slug(&kind.id) || kind.id == OTHER_TEAM {
                wrong(format!("soorten/{at}/id"), FindingCode::BadShape);
            } else if before.into_iter().any(|other| other.id == kind.id) {
                wrong(format!("soorten/{at}/id"), FindingCode::Duplicate);
            }
            if Line::parse(&kind.name).is_err() {
                wrong(format!("soorten/{at}/naam"), FindingCode::BadShape);
            }
            let plain = |word: &String| words(word).eq([word.clone()]);
            if kind.words.is_empty() || !kind.words.iter().all(plain) {
                wrong(format!("soorten/{at}/woorden"), FindingCode::BadShape);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds() -> TeamKinds {
        serde_json::from_str(include_str!("../../../gemeenten/lijsten/teams.json")).unwrap()
    }

    #[test]
    fn a_team_is_found_by_what_the_melder_wrote() {
        let table = [
            ("Burgerzaken", "balie"),
            ("team Publieksdienst", "balie"),
            ("KCC", "balie"),
            ("Wmo-consulenten", "zorg"),
            ("Wijkteam Noord", "zorg"),
            ("Leerplicht", "jeugd"),
            ("Werk & Inkomen", "inkomen"),
            ("Toezichthouders, buiten", "handhaving"),
            ("BOA's", "handhaving"),
            ("Team VTH vergunningen", "vergunningen"),
            ("Openbare orde en veiligheid", "veiligheid"),
            ("Belastingen", "belastingen"),
            ("Groen en afval", "buitendienst"),
            ("Sportbedrijf", "anders"),
            ("", "anders"),
        ];
        for (team, kind) in table {
            assert_eq!(kinds().of(Line::parse(team).ok().as_ref()), kind, "{team}");
        }
        assert_eq!(kinds().of(None), OTHER_TEAM);
        assert_eq!(TeamKinds::default().of(Line::parse("Burgerzaken").ok().as_ref()), OTHER_TEAM);
    }

    #[test]
    fn what_is_wrong_with_the_list_is_named() {
        assert!(kinds().check().is_empty());
        let kind = |id: &str, words: &[&str]| TeamKind {
            id: id.into(),
            name: "Verzonnen".into(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        let table = [
            (kind("Balie", &["balie"]), "soorten/0/id"),
            (kind("anders", &["balie"]), "soorten/0/id"),
            (kind("balie", &[]), "soorten/0/woorden"),
            (kind("balie", &["Balie"]), "soorten/0/woorden"),
            (kind("balie", &["twee woorden"]), "soorten/0/woorden"),
            (TeamKind { name: String::new(), ..kind("balie", &["balie"]) }, "soorten/0/naam"),
        ];
        for (kind, field) in table {
            let found = TeamKinds { kinds: vec![kind.clone()] }.check();
            assert_eq!(found.first().map(|one| one.field.as_str()), Some(field), "{kind:?}");
        }
        let twice = TeamKinds { kinds: vec![kind("balie", &["balie"]), kind("balie", &["kcc"])] };
        assert_eq!(twice.check().len(), 1);
    }
}
