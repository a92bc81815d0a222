//! The report of cargo-audit.

use anyhow::{Context, Result};
use serde_json::Value;

/// The findings in `Cargo.lock`.
pub struct Report {
    /// how many packages it looked at
    pub packages: u64,
    /// vulnerabilities, and packages that are unmaintained, unsound or withdrawn
    pub findings: Vec<Finding>,
}

/// One advisory on one package.
pub struct Finding {
    /// `RUSTSEC-…`; none for a version that its author withdrew
    pub id: Option<String>,
    /// name and version
    pub package: String,
    /// one line
    pub title: String,
}

impl Report {
    /// Reads the JSON that `cargo audit --json` prints.
    pub fn read(json: &[u8]) -> Result<Self> {
        let report: Value = serde_json::from_slice(json)?;
        let packages = report["lockfile"]["dependency-count"].as_u64().context("no number of packages")?;
        let vulnerabilities = report["vulnerabilities"]["list"].as_array().context("no list of vulnerabilities")?;
        let warnings = report["warnings"].as_object().context("no warnings")?;
        let warnings = warnings.values().filter_map(Value::as_array).flatten();
        Ok(Self { packages, findings: vulnerabilities.iter().chain(warnings).map(finding).collect() })
    }
}

fn finding(entry: &Value) -> Finding {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let title = entry["advisory"]["title"].as_str().or(entry["kind"].as_str()).unwrap_or_default().to_owned();
    let package = format!("{} {}", text(&entry["package"]["name"]), text(&entry["package"]["version"]));
    Finding { id: entry["advisory"]["id"].as_str().map(str::to_owned), package, title }
}

/// The date in an advisory's file.
pub fn date(advisory: &str) -> Option<String> {
    let line = advisory.lines().find_map(|line| line.strip_prefix("date = \""))?;
    Some(line.trim_end().trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vulnerabilities_and_warnings_are_findings() {
        let json = r#"{"lockfile": {"dependency-count": 7},
            "vulnerabilities": {"list": [{"advisory": {"id": "RUSTSEC-1", "title": "Leaks"}, "package": {"name": "a", "version": "1.0.0"}}]},
            "warnings": {"yanked": [{"kind": "yanked", "advisory": null, "package": {"name": "b", "version": "2.0.0"}}]}}"#;
        let report = Report::read(json.as_bytes()).unwrap();
        assert_eq!(report.packages, 7);
        let seen: Vec<_> =
            report.findings.iter().map(|it| (it.id.as_deref(), it.package.as_str(), it.title.as_str())).collect();
        assert_eq!(seen, [(Some("RUSTSEC-1"), "a 1.0.0", "Leaks"), (None, "b 2.0.0", "yanked")]);
    }

    #[test]
    fn an_answer_without_a_report_is_none() {
        assert!(Report::read(b"").is_err() && Report::read(b"{}").is_err());
    }

    #[test]
    fn the_date_of_an_advisory_is_read() {
        assert_eq!(date("[advisory]\nid = \"x\"\ndate = \"2026-08-20\"\n").unwrap(), "2026-08-20");
        assert_eq!(date("no date"), None);
    }
}
