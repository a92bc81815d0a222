//! The printed table of a run: a line per figure, with the aim beside it.

use std::fmt;

/// A figure's aim, and whether it was reached.
pub struct Aim {
    /// The aim as written in the table, `>= 0.50`.
    pub text: String,
    /// Whether this run reached it.
    pub met: bool,
}

impl Aim {
    /// At least so much, as a factor.
    pub fn at_least(least: f64, measured: f64) -> Option<Self> {
        Some(Self { text: format!(">= {least:.2}"), met: measured >= least })
    }

    /// At most so much, as a factor.
    pub fn at_most(most: f64, measured: f64) -> Option<Self> {
        Some(Self { text: format!("<= {most:.2}"), met: measured <= most })
    }

    /// Less than so much, in this unit.
    pub fn below(most: f64, unit: &str, measured: f64) -> Option<Self> {
        Some(Self { text: format!("< {most:.0} {unit}"), met: measured < most })
    }
}

/// A line.
struct Line {
    cells: [String; 4],
    aim: Option<Aim>,
}

/// Sections of lines.
#[derive(Default)]
pub struct Table {
    sections: Vec<(String, [&'static str; 2], Vec<Line>)>,
}

impl Table {
    /// Begins a section; the two columns are what is compared, or one figure and its unit's column left empty.
    pub fn section(&mut self, title: impl Into<String>, columns: [&'static str; 2]) {
        self.sections.push((title.into(), columns, Vec::new()));
    }

    /// Two figures and their ratio.
    pub fn pair(&mut self, what: &str, figures: [String; 2], ratio: Option<f64>, aim: Option<Aim>) {
        let ratio = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let [left, right] = figures;
        self.add(Line { cells: [what.into(), left, right, ratio], aim });
    }

    /// One figure.
    pub fn single(&mut self, what: &str, figure: String, aim: Option<Aim>) {
        self.add(Line { cells: [what.into(), figure, String::new(), String::new()], aim });
    }

    fn add(&mut self, line: Line) {
        if let Some((_, _, lines)) = self.sections.last_mut() {
            lines.push(line);
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (title, [left, right], lines) in &self.sections {
            let ratio = if right.is_empty() { "" } else { "ratio" };
            let wide = title.chars().count() > 40;
            let title_cell = if wide { "" } else { title.as_str() };
            writeln!(f)?;
            if wide {
                writeln!(f, "{title}")?;
            }
            let head = format!("{title_cell:<42}{left:>13}{right:>13}{ratio:>8}  aim");
            writeln!(f, "{head}\n{}", "-".repeat(100))?;
            for Line { cells: [what, left, right, ratio], aim } in lines {
                let aim = match aim {
                    Some(Aim { text, met: true }) => format!("  {text:<11} met"),
                    Some(Aim { text, met: false }) => format!("  {text:<11} not met"),
                    None => String::new(),
                };
                writeln!(f, "{}", format!("  {what:<40}{left:>13}{right:>13}{ratio:>8}{aim}").trim_end())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missed_aim_is_shown() {
        let mut table = Table::default();
        table.section("POST meldingen", ["host", "native"]);
        table.pair("requests/s", ["40".into(), "100".into()], Some(0.4), Aim::at_least(0.5, 0.4));
        table.pair("requests/s", ["50".into(), "100".into()], Some(0.5), Aim::at_least(0.5, 0.5));
        let shown = table.to_string();
        assert!(shown.contains("0.40  >= 0.50     not met"), "{shown}");
        assert!(shown.contains("0.50  >= 0.50     met"), "{shown}");
        assert!(
            Aim::at_most(1.3, 1.3).is_some_and(|aim| aim.met) && !Aim::at_most(1.3, 1.31).is_some_and(|aim| aim.met)
        );
        assert!(!Aim::below(64.0, "MiB", 64.0).is_some_and(|aim| aim.met));
    }
}
