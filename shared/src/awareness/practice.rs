use super::check::{Findings, add, line, lines, paragraph};
use crate::report::{Finding, FindingCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The fewest cases to practise with.
pub const FEWEST_CASES: usize = 6;
/// The most cases to practise with.
pub const MOST_CASES: usize = 12;
/// The most paragraphs of a story: it is read on a phone.
pub const LONGEST_STORY: usize = 6;

/// Cases to practise with (oefenzaken), as they stand in the file. All of them are made up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The cases, in the order of the page.
    #[serde(rename = "zaken")]
    pub cases: Vec<PracticeCase>,
}

/// A case to practise with (oefenzaak): what a colleague sees and hears, and what there is to say of it afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PracticeCase {
    /// Where it is.
    #[serde(rename = "titel")]
    pub title: String,
    /// What one sees and hears, in paragraphs.
    #[serde(rename = "verhaal")]
    pub story: Vec<String>,
    /// What stands out. Never a score.
    #[serde(rename = "opvalt")]
    pub notice: Vec<String>,
    /// What one does.
    #[serde(rename = "doen")]
    pub steps: Vec<String>,
    /// What else it may be: a signal is no proof.
    #[serde(rename = "anders")]
    pub otherwise: String,
}

impl Practice {
    /// What is wrong with it, each finding at its field: `zaken/0/titel`.
    #[must_use]
    pub fn check(&self) -> Vec<Finding<String>> {
        let mut found = Findings::new();
        if self.cases.len() < FEWEST_CASES {
            add(&mut found, "zaken", FindingCode::Required);
        } else if self.cases.len() > MOST_CASES {
            add(&mut found, "zaken", FindingCode::TooMany);
        }
        let mut titles = BTreeSet::new();
        for (at, one) in self.cases.iter().enumerate() {
            one.check(&mut found, &format!("zaken/{at}"));
            if !titles.insert(&one.title) {
                add(&mut found, format!("zaken/{at}/titel"), FindingCode::Duplicate);
            }
        }
        found
    }
}

impl PracticeCase {
    fn check(&self, found: &mut Findings, place: &str) {
        let Self { title, story, notice, steps, otherwise } = self;
        line(found, format!("{place}/titel"), title);
        lines(found, &format!("{place}/verhaal"), story, LONGEST_STORY, paragraph);
        lines(found, &format!("{place}/opvalt"), notice, super::MOST_LINES, line);
        lines(found, &format!("{place}/doen"), steps, super::MOST_LINES, line);
        paragraph(found, format!("{place}/anders"), otherwise);
    }
}
