//! The parts of the list.
use shared::{awareness::Reminder, case::Section, id::AccountId};

/// A part of the list: today's work, whoever has it, and then the rest by whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Late, urgent, due today, or asked by a colleague.
    Now,
    /// Next, of one's own.
    Mine,
    /// Next, of nobody yet.
    Nobodys,
    /// Next, of a colleague, where one may read it.
    Colleagues,
    /// With somebody else.
    Waiting,
}

impl Part {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Now, Self::Mine, Self::Nobodys, Self::Colleagues, Self::Waiting];

    /// The part of a line, for this AF.
    #[must_use]
    pub fn of(section: Section, assigned: Option<&AccountId>, me: Option<&AccountId>) -> Self {
        match (section, assigned) {
            (Section::Now, _) => Self::Now,
            (Section::Waiting, _) => Self::Waiting,
            (Section::Next, None) => Self::Nobodys,
            (Section::Next, owner) if owner == me => Self::Mine,
            (Section::Next, Some(_)) => Self::Colleagues,
        }
    }

    /// The part of the yearly update: due, or next and of nobody yet, because any AF gives it.
    #[must_use]
    pub fn of_update(reminder: Reminder) -> Self {
        match reminder {
            Reminder::Now => Self::Now,
            Reminder::Soon => Self::Nobodys,
        }
    }

    /// Its heading.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Now => "Nu doen",
            Self::Mine => "Daarna: van jou",
            Self::Nobodys => "Daarna: nog van niemand",
            Self::Colleagues => "Daarna: van een collega",
            Self::Waiting => "Wacht op een ander",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn todays_work_comes_first_whoever_has_it_and_the_rest_by_whose_it_is() {
        let [me, other] = [1, 2].map(|which| AccountId::from_bytes(&[which; 16]));
        let table = [
            (Section::Now, Some(&other), Part::Now),
            (Section::Now, None, Part::Now),
            (Section::Next, Some(&me), Part::Mine),
            (Section::Next, Some(&other), Part::Colleagues),
            (Section::Next, None, Part::Nobodys),
            (Section::Waiting, Some(&me), Part::Waiting),
        ];
        for (section, assigned, part) in table {
            assert_eq!(Part::of(section, assigned, Some(&me)), part, "{section:?}");
        }
    }
}
