//! Whatever one AF joins and unjoins.
use super::*;
use proptest::{
    prelude::*,
    test_runner::{TestCaseError, TestRunner},
};

/// What Ada tries.
#[derive(Debug, Clone)]
enum Try {
    Join(usize, usize),
    Unjoin(usize),
    Exclude(usize, usize),
    Contact(usize),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        6 => (0usize..3, 0usize..3).prop_map(|(case, lead)| Try::Join(case, lead)),
        3 => (0usize..3).prop_map(Try::Unjoin),
        1 => (0usize..3, 1usize..3).prop_map(|(case, who)| Try::Exclude(case, who)),
        1 => (0usize..3).prop_map(Try::Contact),
    ];
    prop::collection::vec(one, 1..14)
}

/// The three AFs, what each may know of, and the cases that are tried.
struct World {
    desk: Desk,
    people: [Session; 3],
    cases: Vec<CaseId>,
    contact_by: Vec<Day>,
}

impl World {
    fn new(desk: &Desk, people: &[Session; 3], first: u16) -> Self {
        let cases: Vec<CaseId> = (first..first + 3).map(|n| new_case(desk, n)).collect();
        let contact_by = cases.iter().map(|id| now(desk, id).contact_by()).collect();
        Self { desk: desk.clone(), people: people.clone(), cases, contact_by }
    }

    fn viewers(&self) -> impl Iterator<Item = Viewer> {
        self.people.iter().map(|who| viewer(&self.desk, who))
    }

    /// Who may know of which case.
    fn known(&self) -> Vec<bool> {
        let row = |id: &CaseId| Row::of(&now(&self.desk, id));
        self.viewers().flat_map(|one| self.cases.iter().map(|id| knows(&one, &row(id))).collect::<Vec<_>>()).collect()
    }

    fn step(&self, tried: &Try) {
        let (desk, cases, ada) = (&self.desk, &self.cases, &self.people[0]);
        drop(match tried {
            Try::Join(case, lead) => try_join(desk, &cases[*case], &cases[*lead], ada),
            Try::Unjoin(case) => unjoin(desk, &cases[*case], ada),
            Try::Exclude(case, who) => happens(desk, &cases[*case], ada, excluded(&self.people[*who])),
            Try::Contact(case) if now(desk, &cases[*case]).status().step() == Step::Received => {
                happens(desk, &cases[*case], ada, contact())
            }
            Try::Contact(_) => return,
        });
    }

    fn holds(&self) -> Result<(), TestCaseError> {
        for (id, by) in self.cases.iter().zip(&self.contact_by) {
            let case = now(&self.desk, id);
            prop_assert_eq!(case.contact_by(), *by);
            let waits = case.status().step() == Step::Received;
            prop_assert!(!waits || Row::of(&case).due == Some(*by), "the day for the call is lost");
            let Some(joined) = case.joined() else { continue };
            let lead = now(&self.desk, &joined.lead);
            prop_assert!(lead.joined().is_none(), "a chain");
            for viewer in self.viewers() {
                let (of_report, of_lead) = (knows(&viewer, &Row::of(&case)), knows(&viewer, &Row::of(&lead)));
                prop_assert!(!of_report || of_lead, "somebody is told of a lead case");
                let under = under(&self.desk, &joined.lead, &viewer).unwrap();
                prop_assert_eq!(under.iter().any(|one| one.id == *id), of_report);
            }
        }
        Ok(())
    }
}

/// Joining and unjoining hide no case from anybody and lose no term; there is never a chain; and no AF is told of a
/// case that they may not know of.
#[test]
fn no_sequence_of_one_af_hides_a_case_or_loses_a_term() {
    let desk = kit_over(memory(), memory(), memory());
    let (people, count) = (people(&desk), std::cell::Cell::new(0));
    let mut runner = TestRunner::new(ProptestConfig { cases: 60, ..ProptestConfig::default() });
    let tried = |tries: Vec<Try>| {
        count.set(count.get() + 3);
        let world = World::new(&desk, &people, count.get());
        for tried in tries {
            let before = world.known();
            world.step(&tried);
            let excludes = matches!(tried, Try::Exclude(..));
            prop_assert!(excludes || world.known() == before, "{tried:?} showed or hid a case");
            world.holds()?;
        }
        Ok(())
    };
    runner.run(&tries(), tried).unwrap();
}
