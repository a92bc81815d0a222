use crate::{
    answer::Known,
    case::notes::{AgeGroup, FormSheet, Person},
};

impl FormSheet {
    /// Whether a minor is among the persons, or children live there.
    pub(super) fn has_minor(&self) -> Known {
        let age = |person: &Person| match person.age {
            AgeGroup::Under12 | AgeGroup::From12To17 => Known::Yes,
            AgeGroup::Unknown => Known::Unknown,
            AgeGroup::From18To26 | AgeGroup::From27 => Known::No,
        };
        let children = if self.children == Known::Yes { Known::Yes } else { Known::No };
        self.persons.iter().map(age).fold(children, Known::or)
    }
}
