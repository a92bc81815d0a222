use crate::messages::melder;
use shared::report::Part;

/// Where somebody with a code sees how the melding stands: a page of the server, for every browser.
pub const MY_REPORT: &str = "/mijn-melding";

/// A page of the melder's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// "Eerst veilig": the plain HTML of index.html.
    First,
    /// A step of the melding.
    Step(Step),
    /// The ontvangstbevestiging.
    Receipt,
}

/// A step of the melding: one subject each, and then a look at everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The questions of a part.
    Asks(Part),
    /// Everything, with links to change it.
    Review,
}

impl Step {
    /// All pages, in order.
    pub const ALL: [Self; 6] = [
        Self::Asks(Part::Subject),
        Self::Asks(Part::Signals),
        Self::Asks(Part::Story),
        Self::Asks(Part::Safety),
        Self::Asks(Part::Reporter),
        Self::Review,
    ];

    /// Its address.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Asks(Part::Subject) => "/melden",
            Self::Asks(Part::Signals) => "/melden/signalen",
            Self::Asks(Part::Story) => "/melden/verhaal",
            Self::Asks(Part::Safety) => "/melden/veiligheid",
            Self::Asks(Part::Reporter) => "/melden/over-jou",
            Self::Review => "/melden/nakijken",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Asks(part) => melder::title(part),
            Self::Review => "Kijk alles na",
        }
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).map_or(1, |at| at + 1)
    }

    /// The step after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The page before it.
    #[must_use]
    pub fn back(self) -> &'static str {
        let before = self.number().checked_sub(2).and_then(|at| Self::ALL.get(at));
        before.map_or(Page::First.path(), |step| step.path())
    }
}

impl Page {
    /// The page at a path; an unknown one is the first screen. A case to practise with has the same below its own
    /// address: `/oefenen/3/melden/verhaal`.
    #[must_use]
    pub fn at(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        let step = Step::ALL.into_iter().find(|step| path.ends_with(step.path())).map(Self::Step);
        let receipt = Some(Self::Receipt).filter(|page| path.ends_with(page.path()));
        step.or(receipt).unwrap_or(Self::First)
    }

    /// Its address.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::First => "/",
            Self::Step(step) => step.path(),
            Self::Receipt => "/melden/ontvangen",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_own_address() {
        let steps = Step::ALL.map(Page::Step);
        for page in steps.into_iter().chain([Page::First, Page::Receipt]) {
            assert_eq!(Page::at(page.path()), page);
        }
        assert_eq!(Page::at("/melden/"), Page::Step(Step::Asks(Part::Subject)));
        assert_eq!(Page::at("/oefenen/3/melden/verhaal"), Page::Step(Step::Asks(Part::Story)));
        for first in ["/elders", "/oefenen/3", "/oefenen/3/"] {
            assert_eq!(Page::at(first), Page::First, "{first}");
        }
    }

    #[test]
    fn steps_follow_each_other_and_ask_every_part_before_the_review() {
        let mut at = Step::Asks(Part::Subject);
        assert_eq!(at.back(), "/");
        while let Some(next) = at.next() {
            assert_eq!(next.back(), at.path());
            at = next;
        }
        assert_eq!((at, at.number()), (Step::Review, 6));
        assert!(Part::ALL.into_iter().all(|part| Step::ALL.contains(&Step::Asks(part))));
    }
}
