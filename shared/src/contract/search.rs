use crate::{case::RowView, choice::choice, id::CaseNumber, moment::Day, retention::Outcome};
use serde::{Deserialize, Serialize};

choice!(
    /// Which cases are searched.
    SearchIn {
        /// Open ones, in everything that is written in them.
        Open = "open",
        /// Closed ones: by number, year, outcome, and by the exact name, address, telephone number or number plate.
        Closed = "afgerond",
    }
);
body!(
    /// Body of `POST zoeken`: what somebody looks for is never in an address, a log or the audit.
    SearchQuestion {
        /// Which cases.
        #[serde(rename = "waar")]
        kind: SearchIn,
        /// Of open ones: words, all of which have to be in it. Of closed ones: a number such as `2026-017`; or a name,
        /// an address, a telephone number or a number plate, exactly but for the way of writing; or nothing.
        #[serde(rename = "woorden", default)]
        #[cfg_attr(feature = "schema", schemars(length(max = 200)))]
        words: String,
        /// Of closed ones: the year of their number.
        #[serde(rename = "jaar", default)]
        year: Option<i32>,
        /// Of closed ones: how they ended.
        #[serde(rename = "uitkomst", default)]
        outcome: Option<Outcome>,
        /// Where the answer before this one stopped: only cases with a lower number.
        #[serde(rename = "voor", default)]
        before: Option<u32>,
    }
);
view!(
    /// Answer to `POST zoeken`: newest first, and no further than a bound on the work.
    SearchPage {
        /// What was found, of what the caller may see.
        #[serde(rename = "dossiers")]
        rows: Vec<RowView>,
        /// How many cases that the caller may see were searched.
        #[serde(rename = "doorzocht")]
        searched: usize,
        /// Where to go on; none when everything was searched.
        #[serde(rename = "verderVoor", default, skip_serializing_if = "Option::is_none")]
        next: Option<u32>,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
    }
);

impl SearchQuestion {
    /// The most characters of what is looked for.
    pub const MOST: usize = 200;
    /// The fewest letters and digits of words; fewer are in every case.
    pub const FEWEST: usize = 3;

    /// The years that a case number can have: `7551 AB 12` and `06-12345678` are none.
    const YEARS: std::ops::Range<i32> = 2020..2100;

    /// The case number in the words, however it was typed: `2026-017`, `2026-17`, `2026 17`.
    #[must_use]
    pub fn number(&self) -> Option<CaseNumber> {
        let mut parts = self.words.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let (year, sequence) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let is_one = parts.next().is_none() && sequence > 0 && Self::YEARS.contains(&year);
        is_one.then_some(CaseNumber { year, sequence })
    }

    /// Whether closed cases are looked for by an exact name, address, telephone number or number plate.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.kind == SearchIn::Closed && !self.words.trim().is_empty() && self.number().is_none()
    }

    /// Whether something can be looked for.
    ///
    /// # Errors
    /// The field that says too little, and the code of the error.
    pub fn check(&self) -> Result<(), (&'static str, &'static str)> {
        if self.words.chars().count() > Self::MOST {
            return Err(("/woorden", "te-lang"));
        }
        let letters = self.words.chars().filter(|c| c.is_alphanumeric()).count();
        match self.kind {
            SearchIn::Open if letters < Self::FEWEST => Err(("/woorden", "te-kort")),
            SearchIn::Closed if self.is_exact() && letters < Self::FEWEST => Err(("/woorden", "te-kort")),
            SearchIn::Closed if self.words.trim().is_empty() && self.year.is_none() && self.outcome.is_none() => {
                Err(("/woorden", "ontbreekt"))
            }
            SearchIn::Open | SearchIn::Closed => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: SearchIn, words: &str) -> SearchQuestion {
        SearchQuestion { kind, words: words.into(), year: None, outcome: None, before: None }
    }

    #[test]
    fn a_number_is_read_however_it_was_typed() {
        let number = |words| question(SearchIn::Closed, words).number().map(|number| number.to_string());
        for typed in ["2026-017", "2026-17", " 2026 17 ", "dossier 2026-017"] {
            assert_eq!(number(typed).as_deref(), Some("2026-017"), "{typed}");
        }
        for typed in ["", "2026", "17", "2026-0", "2026-1-2", "2026-99999999999", "7551 AB 12", "06-12345678"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }

    #[test]
    fn too_little_is_said_and_not_searched() {
        let table = [
            (question(SearchIn::Open, "ab"), Err(("/woorden", "te-kort"))),
            (question(SearchIn::Open, "a-b c"), Ok(())),
            (question(SearchIn::Open, &"a".repeat(201)), Err(("/woorden", "te-lang"))),
            (question(SearchIn::Closed, " "), Err(("/woorden", "ontbreekt"))),
            (question(SearchIn::Closed, "a 1"), Err(("/woorden", "te-kort"))),
            (question(SearchIn::Closed, "Fantasiekade 12"), Ok(())),
            (question(SearchIn::Closed, "2026-017"), Ok(())),
            (SearchQuestion { year: Some(2026), ..question(SearchIn::Closed, "") }, Ok(())),
            (SearchQuestion { outcome: Some(Outcome::Mistake), ..question(SearchIn::Closed, "") }, Ok(())),
        ];
        for (question, expected) in table {
            assert_eq!(question.check(), expected, "{question:?}");
        }
    }
}
