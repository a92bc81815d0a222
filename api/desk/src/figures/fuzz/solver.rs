//! Looks for other counts that fit.
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// A count by its place in the puzzle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count(usize);

/// How a sum of counts relates to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    Equal,
    AtLeast,
}

struct Known {
    /// What it is called, for a failure.
    name: String,
    /// The least and the most that it can be.
    bounds: (u32, u32),
    /// What it is.
    real: u32,
}

/// A sum of counts, each with a factor, and what it is compared with.
struct Sum {
    terms: Vec<(Count, i32)>,
    relation: Relation,
    number: i32,
}

/// What is known of counts.
#[derive(Default)]
pub struct Puzzle {
    counts: Vec<Known>,
    sums: Vec<Sum>,
}

impl Puzzle {
    /// A count within these bounds.
    pub fn count(&mut self, name: String, bounds: (u32, u32), real: u32) -> Count {
        self.counts.push(Known { name, bounds, real });
        Count(self.counts.len() - 1)
    }

    /// That these add up to that, or to more.
    pub fn together(&mut self, parts: &[Count], relation: Relation, whole: &[Count]) {
        let sum = parts.iter().map(|one| (*one, 1)).chain(whole.iter().map(|one| (*one, -1)));
        self.sums.push(Sum { terms: sum.collect(), relation, number: 0 });
    }

    /// That these add up to at least one number, and to at most another if there is one.
    pub fn sum(&mut self, counts: &[Count], least: u32, most: Option<u32>) {
        let mut is = |factor: i32, number: i32| {
            let terms = counts.iter().map(|one| (*one, factor)).collect();
            self.sums.push(Sum { terms, relation: Relation::AtLeast, number });
        };
        is(1, i32::try_from(least).unwrap());
        if let Some(most) = most {
            is(-1, -i32::try_from(most).unwrap());
        }
    }

    /// The counts that can only be what they are.
    pub fn pinned(&self) -> Vec<String> {
        assert!(self.fits(&self.counts.iter().map(|one| one.real).collect::<Vec<_>>()), "what is so does not fit");
        let mut other = vec![false; self.counts.len()];
        for at in 0..self.counts.len() {
            for direction in [OptimizationDirection::Maximize, OptimizationDirection::Minimize] {
                if other[at] {
                    break;
                }
                let found = self.solve(at, direction);
                assert!(self.fits(&found), "the solver's answer does not fit");
                let differ = found.iter().zip(&self.counts).map(|(found, known)| *found != known.real);
                other.iter_mut().zip(differ).for_each(|(other, differs)| *other |= differs);
            }
        }
        let pinned = self.counts.iter().zip(other).filter(|(_, other)| !other);
        pinned.map(|(known, _)| format!("{} is {}", known.name, known.real)).collect()
    }

    /// Counts that fit, with this one as large or as small as it can be. What does not matter for it goes the same way,
    /// so that one answer differs in many counts.
    fn solve(&self, at: usize, direction: OptimizationDirection) -> Vec<u32> {
        let mut problem = Problem::new(direction);
        let variables: Vec<Variable> = self
            .counts
            .iter()
            .enumerate()
            .map(|(n, known)| {
                let weight = if n == at { 1_000.0 } else { 1.0 };
                let (least, most) = known.bounds;
                problem.add_integer_var(weight, (i32::try_from(least).unwrap(), i32::try_from(most).unwrap()))
            })
            .collect();
        for Sum { terms, relation, number } in &self.sums {
            let terms: Vec<(Variable, f64)> =
                terms.iter().map(|(count, factor)| (variables[count.0], f64::from(*factor))).collect();
            let operator = match relation {
                Relation::Equal => ComparisonOp::Eq,
                Relation::AtLeast => ComparisonOp::Ge,
            };
            problem.add_constraint(&terms, operator, f64::from(*number));
        }
        let solution = problem.solve().unwrap().into_solution().unwrap();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
        let whole = |variable: &Variable| solution.var_value(*variable).round() as u32;
        variables.iter().map(whole).collect()
    }

    /// Whether these counts are within all bounds and sums: asked of the solver's answers too.
    fn fits(&self, counts: &[u32]) -> bool {
        let within = self.counts.iter().zip(counts).all(|(known, count)| {
            let (least, most) = known.bounds;
            (least..=most).contains(count)
        });
        within
            && self.sums.iter().all(|Sum { terms, relation, number }| {
                let sum: i32 =
                    terms.iter().map(|(count, factor)| i32::try_from(counts[count.0]).unwrap() * factor).sum();
                match relation {
                    Relation::Equal => sum == *number,
                    Relation::AtLeast => sum >= *number,
                }
            })
    }
}
