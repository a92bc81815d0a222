use shared::report::Field;

/// A page of the melder's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// "Eerst veilig": the plain HTML of index.html.
    First,
    /// A step of the melding.
    Step(Step),
    /// The ontvangstbevestiging.
    Receipt,
    /// Where a melding stands, with the code.
    Progress,
}

/// A step of the melding: one subject each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Person or place, a colleague or not, the form.
    Subject,
    /// Signals.
    Signals,
    /// In own words.
    Story,
    /// Minor, acute, Veilig Thuis.
    Safety,
    /// Who reports.
    Reporter,
    /// Everything, with links to change it.
    Review,
}

impl Step {
    /// In order.
    pub const ALL: [Self; 6] = [Self::Subject, Self::Signals, Self::Story, Self::Safety, Self::Reporter, Self::Review];

    /// Its address.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Subject => "/melden",
            Self::Signals => "/melden/signalen",
            Self::Story => "/melden/verhaal",
            Self::Safety => "/melden/veiligheid",
            Self::Reporter => "/melden/over-jou",
            Self::Review => "/melden/nakijken",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Subject => "Waar gaat het over?",
            Self::Signals => "Wat viel je op?",
            Self::Story => "Vertel het in je eigen woorden",
            Self::Safety => "Is iedereen veilig?",
            Self::Reporter => "Wie kunnen we bellen?",
            Self::Review => "Kijk alles na",
        }
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The step after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The page before it.
    #[must_use]
    pub fn back(self) -> &'static str {
        let before = (self as usize).checked_sub(1).and_then(|at| Self::ALL.get(at));
        before.map_or(Page::First.path(), |step| step.path())
    }

    /// The step on which a field is asked.
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
            Field::Name | Field::Team | Field::Phone | Field::Email | Field::Reachable => Self::Reporter,
        }
    }
}

impl Page {
    /// The page at a path; an unknown one is the first screen.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        let step = Step::ALL.into_iter().find(|step| step.path() == path).map(Self::Step);
        let other = [Self::Receipt, Self::Progress].into_iter().find(|page| page.path() == path);
        step.or(other).unwrap_or(Self::First)
    }

    /// Its address.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::First => "/",
            Self::Step(step) => step.path(),
            Self::Receipt => "/melden/ontvangen",
            Self::Progress => "/mijn-melding",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_own_address() {
        let steps = Step::ALL.map(Page::Step);
        for page in steps.into_iter().chain([Page::First, Page::Receipt, Page::Progress]) {
            assert_eq!(Page::at(page.path()), page);
        }
        assert_eq!(Page::at("/melden/"), Page::Step(Step::Subject));
        assert_eq!(Page::at("/elders"), Page::First);
    }

    #[test]
    fn steps_follow_each_other_and_ask_every_field_before_the_review() {
        let mut at = Step::Subject;
        assert_eq!(at.back(), "/");
        while let Some(next) = at.next() {
            assert_eq!(next.back(), at.path());
            at = next;
        }
        assert_eq!((at, at.number()), (Step::Review, 6));
        assert!(Field::ALL.iter().all(|field| Step::of(*field) != Step::Review));
    }
}
