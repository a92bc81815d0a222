//! Advisories that are accepted for a while, each with a reason and a day on which it is looked at again.

use super::report::{Finding, Report};
use crate::day;
use anyhow::{Context, Result};
use std::path::Path;
use toml::value::Datetime;
use toml::{Table, Value};

/// The longest that an advisory is accepted without another look, in days.
const LONGEST: i64 = 366;

/// The exceptions in `advisories.toml`.
pub struct Exceptions(Vec<Exception>);

struct Exception {
    id: String,
    package: String,
    reason: String,
    /// as day numbers
    decided: i64,
    review: i64,
}

impl Exceptions {
    /// Reads the file.
    pub fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        Self::parse(&text).with_context(|| format!("in {}", file.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let table: Table = text.parse()?;
        let entries = table.get("exception").and_then(Value::as_array).cloned().unwrap_or_default();
        Ok(Self(entries.iter().map(exception).collect::<Result<_>>()?))
    }

    /// The faults: a finding without an exception, an exception past its day, without a reason or with too long a term,
    /// and, when the database is complete, an exception that no finding needs.
    pub fn faults(&self, report: &Report, today: i64, complete: bool) -> Vec<String> {
        let open = report.findings.iter().filter(|finding| !self.0.iter().any(|it| it.accepts(finding)));
        let open = open.map(|it| format!("{}: {} ({})", it.package, it.title, it.id.as_deref().unwrap_or("withdrawn")));
        let needless =
            self.0.iter().filter(|it| complete && !report.findings.iter().any(|finding| it.accepts(finding)));
        let needless = needless.map(|it| format!("{}: no package here has this advisory any more", it.id));
        let expired = self.0.iter().filter_map(|it| it.fault(today));
        open.chain(needless).chain(expired).collect()
    }
}

impl Exception {
    fn accepts(&self, finding: &Finding) -> bool {
        let name = finding.package.split(' ').next();
        finding.id.as_ref() == Some(&self.id) && name == Some(self.package.as_str())
    }

    fn fault(&self, today: i64) -> Option<String> {
        if self.review < today {
            Some(format!("{}: was to be looked at again {} days ago", self.id, today - self.review))
        } else if self.review - self.decided > LONGEST {
            Some(format!("{}: accepted for more than a year", self.id))
        } else if self.reason.trim().is_empty() {
            Some(format!("{}: no reason is given", self.id))
        } else {
            None
        }
    }
}

fn exception(entry: &Value) -> Result<Exception> {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).with_context(|| format!("{name} is missing"));
    Ok(Exception {
        id: text("id")?.to_owned(),
        package: text("package")?.to_owned(),
        reason: text("reason")?.to_owned(),
        decided: date(entry, "decided")?,
        review: date(entry, "review")?,
    })
}

fn date(entry: &Value, name: &str) -> Result<i64> {
    let date = entry.get(name).and_then(Value::as_datetime).and_then(|it: &Datetime| it.date);
    let date = date.with_context(|| format!("{name} is no date"))?;
    Ok(day::number(date.year.into(), date.month.into(), date.day.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "[[exception]]\nid = \"RUSTSEC-1\"\npackage = \"a\"\nreason = \"not called\"\n\
                         decided = 2026-01-01\nreview = 2026-07-01\n";

    fn report(findings: &[(&str, &str)]) -> Report {
        let finding = |(id, package): &(&str, &str)| Finding {
            id: Some((*id).to_owned()),
            package: (*package).to_owned(),
            title: "Leaks".to_owned(),
        };
        Report { packages: 2, findings: findings.iter().map(finding).collect() }
    }

    fn faults(text: &str, findings: &[(&str, &str)], day: (i64, i64), complete: bool) -> Vec<String> {
        let today = day::number(2026, day.0, day.1);
        Exceptions::parse(text).unwrap().faults(&report(findings), today, complete)
    }

    #[test]
    fn a_finding_needs_an_exception_for_its_own_package() {
        assert!(faults(ENTRY, &[("RUSTSEC-1", "a 1.0.0")], (7, 1), true).is_empty());
        let other = faults(ENTRY, &[("RUSTSEC-1", "a 1.0.0"), ("RUSTSEC-2", "a 1.0.0")], (7, 1), true);
        assert_eq!(other, ["a 1.0.0: Leaks (RUSTSEC-2)"]);
        assert_eq!(faults(ENTRY, &[("RUSTSEC-1", "b 1.0.0")], (7, 1), false), ["b 1.0.0: Leaks (RUSTSEC-1)"]);
    }

    #[test]
    fn an_exception_ends_on_its_day() {
        let found = [("RUSTSEC-1", "a 1.0.0")];
        assert_eq!(faults(ENTRY, &found, (7, 3), true), ["RUSTSEC-1: was to be looked at again 2 days ago"]);
        let long = ENTRY.replace("review = 2026", "review = 2028");
        assert_eq!(faults(&long, &found, (7, 1), true), ["RUSTSEC-1: accepted for more than a year"]);
        let silent = ENTRY.replace("not called", " ");
        assert_eq!(faults(&silent, &found, (7, 1), true), ["RUSTSEC-1: no reason is given"]);
    }

    #[test]
    fn an_exception_that_nothing_needs_shows_with_a_complete_database_only() {
        assert_eq!(faults(ENTRY, &[], (7, 1), true).len(), 1);
        assert!(faults(ENTRY, &[], (7, 1), false).is_empty());
    }

    #[test]
    fn the_file_in_use_can_be_read() {
        let exceptions = Exceptions::parse(include_str!("../../../../advisories.toml")).unwrap();
        assert!(!exceptions.0.is_empty());
    }
}
