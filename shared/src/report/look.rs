use super::{Finding, FindingCode, bsn::holds_bsn};
use crate::text::TextError;

/// Collects findings while a draft is parsed.
#[derive(Debug)]
pub struct Look<F> {
    /// The findings so far.
    pub findings: Vec<Finding<F>>,
}

impl<F> Default for Look<F> {
    fn default() -> Self {
        Self { findings: Vec::new() }
    }
}

impl<F> Look<F> {
    /// Adds a finding.
    pub fn add(&mut self, field: F, code: FindingCode) {
        self.findings.push(Finding { field, code });
    }

    /// Adds a finding unless something holds.
    pub fn demand(&mut self, holds: bool, field: F, code: FindingCode) {
        if !holds {
            self.add(field, code);
        }
    }

    /// A choice that has to be made.
    pub fn chosen<T: Copy>(&mut self, field: F, value: Option<T>) -> Option<T> {
        self.demand(value.is_some(), field, FindingCode::Required);
        value
    }

    /// A text that has to be there.
    pub fn required<T>(&mut self, field: F, parsed: Result<T, TextError>) -> Option<T> {
        parsed.map_err(|error| self.add(field, error.into())).ok()
    }

    /// Empty is fine here; anything else must parse.
    pub fn optional<T>(&mut self, field: F, parsed: Result<T, TextError>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(TextError::Empty) => None,
            Err(error @ (TextError::TooLong | TextError::BadCharacter | TextError::BadShape)) => {
                self.add(field, error.into());
                None
            }
        }
    }

    /// Warns if a text seems to hold a BSN.
    pub fn warn_of_bsn(&mut self, field: F, text: &str) {
        self.demand(!holds_bsn(text), field, FindingCode::LooksLikeBsn);
    }

    /// Looks at a part that has fields of its own; `up` says which field of the whole one of them is.
    pub fn inside<G, T>(&mut self, up: impl Fn(G) -> F, work: impl FnOnce(&mut Look<G>) -> T) -> T {
        let mut part = Look::default();
        let done = work(&mut part);
        let found = part.findings.into_iter();
        self.findings.extend(found.map(|Finding { field, code }| Finding { field: up(field), code }));
        done
    }
}
