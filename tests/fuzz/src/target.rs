use crate::{Luck, bytes, count, json, quiet, seed};
use serde_json::Value;
use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// The kind of input of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Bytes without a structure that the mutator knows.
    Bytes,
    /// JSON, changed as JSON three times out of four.
    Json,
}

/// A parser of input from outside, with valid examples of it.
pub struct Target {
    name: String,
    form: Form,
    seeds: Vec<Vec<u8>>,
    values: Vec<Value>,
}

thread_local! {
    static TRYING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is trying an input right now.
pub(crate) fn trying() -> bool {
    TRYING.get()
}

impl Target {
    /// With examples, at least one.
    #[must_use]
    pub fn new(name: &str, form: Form, seeds: impl IntoIterator<Item = impl Into<Vec<u8>>>) -> Self {
        let seeds: Vec<Vec<u8>> = seeds.into_iter().map(Into::into).collect();
        let values = seeds.iter().filter_map(|seed| serde_json::from_slice(seed).ok()).collect();
        Self { name: name.to_owned(), form, seeds, values }
    }

    /// The `n`th input: mostly a changed example, one time in ten an example as it is.
    #[must_use]
    pub fn input(&self, n: u64) -> Vec<u8> {
        let mut luck = Luck::new(seed(), &self.name, n);
        let mut input = luck.pick(&self.seeds).cloned().unwrap_or_default();
        if luck.one_in(10) {
            return input;
        }
        let as_json = self.form == Form::Json && !luck.one_in(4);
        if let Some(mut value) = as_json.then(|| serde_json::from_slice::<Value>(&input).ok()).flatten() {
            json::change(&mut luck, &mut value, &self.values);
            return value.to_string().into_bytes();
        }
        bytes::change(&mut luck, &mut input, &self.seeds);
        input
    }

    /// Tries every input: `accepts` says whether it was accepted. Prints one line with the result.
    ///
    /// # Panics
    /// When an input made it panic: with what is needed to do it again. When everything, or nothing, was accepted.
    pub fn run(&self, mut accepts: impl FnMut(&[u8]) -> bool) {
        assert!(!self.seeds.is_empty(), "fuzz {}: there are no examples", self.name);
        quiet();
        let alone = std::env::var("MELDROUTE_FUZZ_INPUT").ok();
        let alone = alone.map(|alone| alone.strip_prefix(&format!("{}:", self.name)).and_then(|n| n.parse().ok()));
        let numbers = match alone {
            Some(None) => return,
            Some(Some(n)) => n..n + 1,
            None => 0..count(),
        };
        let (mut taken, mut refused) = (0_u64, 0_u64);
        for n in numbers.clone() {
            let input = self.input(n);
            TRYING.set(true);
            let tried = catch_unwind(AssertUnwindSafe(|| accepts(&input)));
            TRYING.set(false);
            match tried {
                Ok(true) => taken += 1,
                Ok(false) => refused += 1,
                Err(panic) => self.tell(n, &input, panic.as_ref()),
            }
        }
        println!(
            "fuzz {}: {} inputs, {taken} accepted, {refused} refused, seed {}",
            self.name,
            taken + refused,
            seed()
        );
        let one_in_a_hundred = (numbers.end - numbers.start) / 100;
        if numbers.end - numbers.start > 1 {
            assert!(taken >= one_in_a_hundred, "fuzz {}: {taken} accepted: the examples are none", self.name);
            assert!(refused >= one_in_a_hundred, "fuzz {}: {refused} refused: it checks nothing", self.name);
        }
    }

    fn tell(&self, n: u64, input: &[u8], panic: &(dyn std::any::Any + Send)) {
        let why = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        let shown = input.get(..2000).unwrap_or(input).escape_ascii();
        let told = format!(
            "fuzz {name}: input {n} panics: {}\nagain: MELDROUTE_SEED={} MELDROUTE_FUZZ_INPUT={name}:{n}\n{shown}",
            why.unwrap_or("without a word"),
            seed(),
            name = self.name,
        );
        // also where the long command reads
        println!("{told}");
        panic!("{told}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target() -> Target {
        Target::new(
            "itself",
            Form::Json,
            [r#"{"a":[1,"b",{"e":null,"f":[true,"meer verzonnen woorden"]}],"g":"h"}"#, r#"{"c":"d"}"#],
        )
    }

    #[test]
    fn the_same_seed_makes_the_same_inputs() {
        let inputs = |target: &Target| (0..500).map(|n| target.input(n)).collect::<Vec<_>>();
        let (one, again) = (inputs(&target()), inputs(&target()));
        assert_eq!(one, again);
        let distinct: std::collections::BTreeSet<_> = one.iter().collect();
        assert!(distinct.len() > 250, "{} of 500 differ", distinct.len());
    }

    #[test]
    fn a_panic_is_reported_with_its_input() {
        let caught = catch_unwind(|| {
            target().run(|input| input.first().is_some_and(|first| *first != b'{') && panic!("as asked"))
        });
        let caught = caught.unwrap_err();
        let told = caught.downcast_ref::<String>().unwrap();
        assert!(told.contains("as asked") && told.contains("MELDROUTE_FUZZ_INPUT=itself:"), "{told}");
    }

    #[test]
    fn a_target_that_accepts_everything_or_nothing_is_found() {
        for answer in [true, false] {
            assert!(catch_unwind(|| target().run(|_| answer)).is_err(), "{answer}");
        }
        target().run(|input| serde_json::from_slice::<Value>(input).is_ok());
    }
}
