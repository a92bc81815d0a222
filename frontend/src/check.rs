//! What is wrong in a form that is checked field by field.
use crate::{
    messages::officer::{day_missing, text_error},
    ui::FieldError,
};
use shared::{
    moment::Day,
    text::{Line, Prose},
};

/// Collects what is wrong in a form, each finding at the id of its field.
#[derive(Debug, Default)]
pub struct Check {
    prefix: &'static str,
    errors: Vec<FieldError>,
}

impl Check {
    /// For fields whose ids are `prefix-field`.
    #[must_use]
    pub fn of(prefix: &'static str) -> Self {
        Self { prefix, errors: Vec::new() }
    }

    /// Something is wrong at a field.
    pub fn wrong(&mut self, field: &str, text: impl Into<String>) {
        self.errors.push(FieldError { id: format!("{}-{field}", self.prefix), text: text.into() });
    }

    /// A line that is required; `missing` is the error when it is empty.
    pub fn line(&mut self, field: &str, raw: &str, missing: &str) -> Option<Line> {
        Line::parse(raw).map_err(|error| self.wrong(field, text_error(error, Line::MAX, missing))).ok()
    }

    /// Running text that is required.
    pub fn prose(&mut self, field: &str, raw: &str, missing: &str) -> Option<Prose> {
        Prose::parse(raw).map_err(|error| self.wrong(field, text_error(error, Prose::MAX, missing))).ok()
    }

    /// A day, as a date field gives it.
    pub fn day(&mut self, field: &str, raw: &str) -> Option<Day> {
        raw.parse().map_err(|_| self.wrong(field, day_missing())).ok()
    }

    /// A choice that is required.
    pub fn chosen<T>(&mut self, field: &str, choice: Option<T>, missing: &str) -> Option<T> {
        if choice.is_none() {
            self.wrong(field, missing);
        }
        choice
    }

    /// The result that was built, if there are no errors.
    ///
    /// # Errors
    /// All errors of the form.
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
    fn everything_that_is_wrong_is_found_at_once_and_at_its_field() {
        let mut check = Check::of("toegang");
        check.line("reden", " ", "Schrijf op waarom.");
        check.day("dag", "");
        check.chosen("wie", None::<u8>, "Kies wie.");
        assert_eq!(check.line("naam", "Sam", "").unwrap().as_str(), "Sam");
        let errors = check.finish(Some(())).unwrap_err();
        let ids: Vec<&str> = errors.iter().map(|error| error.id.as_str()).collect();
        assert_eq!(ids, ["toegang-reden", "toegang-dag", "toegang-wie"]);
        assert_eq!(errors[0].text, "Schrijf op waarom.");
    }
}
