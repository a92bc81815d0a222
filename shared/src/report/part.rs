use super::Field;

/// A part of the form: the questions of one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Person or place, the forms, a colleague or not.
    Subject,
    /// Signals.
    Signals,
    /// The melder's story.
    Story,
    /// Minor, acute, Veilig Thuis.
    Safety,
    /// The melder.
    Reporter,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Subject, Self::Signals, Self::Story, Self::Safety, Self::Reporter];

    /// The part in which a field is asked.
    #[must_use]
    pub fn of(field: Field) -> Self {
        match field {
            Field::Subject | Field::Colleague | Field::Excluded | Field::Forms => Self::Subject,
            Field::List | Field::Ticks => Self::Signals,
            Field::Story | Field::When | Field::Place | Field::Known => Self::Story,
            Field::Minor
            | Field::Acute
            | Field::Called112
            | Field::VttState
            | Field::VttWho
            | Field::VttWhen
            | Field::VttReference
            | Field::VttWhy => Self::Safety,
            Field::Name
            | Field::Team
            | Field::Phone
            | Field::Email
            | Field::Reachable
            | Field::ColleagueName
            | Field::ColleaguePhone
            | Field::CallFirst
            | Field::Way
            | Field::KmtWho
            | Field::KmtDay
            | Field::KmtReference => Self::Reporter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_belongs_to_a_part_and_every_part_has_fields() {
        for part in Part::ALL {
            assert!(Field::ALL.iter().any(|field| Part::of(*field) == part), "{part:?}");
        }
    }
}
