use crate::{
    messages::officer::{day_missing, text_error},
    ui::FieldError,
};
use shared::{
    moment::Day,
    text::{Line, Prose},
};

/// Gathers what is wrong with what was typed, each at the id of its field.
#[derive(Debug, Default)]
pub struct Check {
    prefix: &'static str,
    /// Which of several the fields belong to: `Persoon 2`.
    part: Option<String>,
    errors: Vec<FieldError>,
}

impl Check {
    /// For fields whose ids are `prefix-field`.
    #[must_use]
    pub fn of(prefix: &'static str) -> Self {
        Self { prefix, part: None, errors: Vec::new() }
    }

    /// What is found from now on belongs to this part, so that a list of errors says which one is meant.
    pub fn within(&mut self, part: Option<String>) {
        self.part = part;
    }

    /// Something is wrong at a field.
    pub fn wrong(&mut self, field: &str, text: impl Into<String>) {
        let text = match &self.part {
            Some(part) => format!("{part}: {}", text.into()),
            None => text.into(),
        };
        self.errors.push(FieldError { id: format!("{}-{field}", self.prefix), text });
    }

    /// A line that has to be there; `missing` is said when it is not.
    pub fn line(&mut self, field: &str, raw: &str, missing: &str) -> Option<Line> {
        Line::parse(raw).map_err(|error| self.wrong(field, text_error(error, Line::MAX, missing))).ok()
    }

    /// A line that may stay empty.
    pub fn maybe_line(&mut self, field: &str, raw: &str) -> Option<Line> {
        if raw.trim().is_empty() { None } else { self.line(field, raw, "") }
    }

    /// Text that has to be there.
    pub fn prose(&mut self, field: &str, raw: &str, missing: &str) -> Option<Prose> {
        Prose::parse(raw).map_err(|error| self.wrong(field, text_error(error, Prose::MAX, missing))).ok()
    }

    /// Text that may stay empty.
    pub fn maybe_prose(&mut self, field: &str, raw: &str) -> Option<Prose> {
        if raw.trim().is_empty() { None } else { self.prose(field, raw, "") }
    }

    /// A day, as a date field gives it.
    pub fn day(&mut self, field: &str, raw: &str) -> Option<Day> {
        raw.parse().map_err(|_| self.wrong(field, day_missing())).ok()
    }

    /// A day on which something was done.
    pub fn past_day(&mut self, field: &str, raw: &str, today: Day) -> Option<Day> {
        let day = self.day(field, raw)?;
        if day > today {
            self.wrong(field, "Deze dag moet nog komen. Kies vandaag of eerder.");
        }
        Some(day)
    }

    /// A choice that has to be made.
    pub fn chosen<T>(&mut self, field: &str, choice: Option<T>, missing: &str) -> Option<T> {
        if choice.is_none() {
            self.wrong(field, missing);
        }
        choice
    }

    /// What was built, if nothing is wrong.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn finish<T>(self, built: Option<T>) -> Result<T, Vec<FieldError>> {
        match built {
            Some(built) if self.errors.is_empty() => Ok(built),
            Some(_) | None => Err(self.errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_comes_at_once_at_its_field() {
        let today = "2026-04-30".parse().unwrap();
        let mut check = Check::of("bron");
        check.prose("resultaat", " ", "Schrijf op wat eruit kwam.");
        check.past_day("datum", "2026-05-01", today);
        check.day("einde", "");
        assert_eq!(check.maybe_line("niets", "  "), None);
        let errors = check.finish(Some(())).unwrap_err();
        let ids: Vec<&str> = errors.iter().map(|error| error.id.as_str()).collect();
        assert_eq!(ids, ["bron-resultaat", "bron-datum", "bron-einde"]);
        assert_eq!(errors[0].text, "Schrijf op wat eruit kwam.");
    }
}
