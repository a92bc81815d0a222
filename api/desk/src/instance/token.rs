//! The tokens in the settings: whoever has one may request due work, or make the first accounts.
use super::Desk;
use kit::{Failure, derive::same};

/// A shorter token can be guessed, or was typed by somebody who meant to replace it.
pub const SHORTEST_TOKEN: usize = 20;

impl Desk {
    /// Whether this is the token that the variable of this name holds. An empty or short one is nobody's.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the manifest does not give the variable to this component.
    pub fn is_token(&self, name: &str, asked: &str) -> Result<bool, Failure> {
        let token = self.variable(name)?;
        if token.len() >= SHORTEST_TOKEN {
            return Ok(same(asked.as_bytes(), token.as_bytes()));
        }
        if !token.is_empty() {
            eprintln!("error: {name} has fewer than {SHORTEST_TOKEN} characters, so it opens nothing");
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{environment, key, stores, variables};

    #[test]
    fn a_token_is_long_enough_and_the_right_one() {
        let (long, short) = ("x".repeat(SHORTEST_TOKEN), "x".repeat(SHORTEST_TOKEN - 1));
        let table = [
            (&*long, &*long, true),
            (&long, &short, false),
            (&long, "", false),
            (&short, &short, false),
            ("", "", false),
        ];
        for (token, asked, right) in table {
            let desk = Desk::new(stores(), environment(variables(&[key(5)], &[("work_token", token)])));
            assert_eq!(desk.is_token("work_token", asked), Ok(right), "{token} {asked}");
            assert!(desk.is_token("another_token", asked).is_err());
        }
    }
}
