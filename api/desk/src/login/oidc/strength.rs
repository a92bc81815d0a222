//! How strongly somebody has to have logged in at the provider: what the gemeente demands of `acr` and `amr`.
use serde_json::Value;
use shared::contract::WorkAccountRefusal;

/// The demands; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// `acr` is one of these; none: not asked.
    acr: Vec<String>,
    /// `amr` contains at least one value of each of these groups.
    amr: Vec<Vec<String>>,
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

impl Strength {
    /// `acr`: values with spaces between them, of which one has to be met. `amr`: values that all have to be there;
    /// `mfa|hwk` means one of the two.
    #[must_use]
    pub fn parse(acr: &str, amr: &str) -> Option<Self> {
        let group = |word: &str| word.split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let amr: Vec<Vec<String>> = amr.split_whitespace().map(group).collect();
        let demands = Self { acr: words(acr), amr };
        let asks = !demands.acr.is_empty() || !demands.amr.is_empty();
        (asks && demands.amr.iter().all(|group| !group.is_empty())).then_some(demands)
    }

    /// The `acr_values` to ask the provider for, with spaces between them; empty when it is not demanded.
    #[must_use]
    pub fn acr_values(&self) -> String {
        self.acr.join(" ")
    }

    /// Whether a token's claims meet the demands.
    ///
    /// # Errors
    /// [`WorkAccountRefusal::Strength`].
    pub fn check(&self, claims: &Value) -> Result<(), WorkAccountRefusal> {
        let acr = claims["acr"].as_str().unwrap_or_default();
        let used: Vec<&str> = claims["amr"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let acr_met = self.acr.is_empty() || self.acr.iter().any(|wanted| wanted == acr);
        let amr_met = self.amr.iter().all(|group| group.iter().any(|wanted| used.contains(&wanted.as_str())));
        if acr_met && amr_met { Ok(()) } else { Err(WorkAccountRefusal::Strength) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn no_demand_is_no_setting() {
        for (acr, amr) in [("", ""), ("  ", " "), ("hoog", "|")] {
            assert_eq!(Strength::parse(acr, amr), None, "{acr} {amr}");
        }
    }

    #[test]
    fn every_demand_has_to_be_met() {
        let table = [
            ("hoog midden", "", json!({ "acr": "midden" }), true),
            ("hoog midden", "", json!({ "acr": "laag" }), false),
            ("hoog", "", json!({ "acr": ["hoog"] }), false),
            ("hoog", "", json!({}), false),
            ("", "mfa", json!({ "amr": ["pwd", "mfa"] }), true),
            ("", "mfa", json!({ "amr": ["pwd"] }), false),
            ("", "mfa", json!({ "amr": "mfa" }), false),
            ("", "pwd otp|hwk", json!({ "amr": ["pwd", "hwk"] }), true),
            ("", "pwd otp|hwk", json!({ "amr": ["otp", "hwk"] }), false),
            ("hoog", "mfa", json!({ "acr": "hoog" }), false),
            ("hoog", "mfa", json!({ "acr": "hoog", "amr": ["mfa"] }), true),
        ];
        for (acr, amr, claims, met) in table {
            let strength = Strength::parse(acr, amr).unwrap();
            assert_eq!(strength.check(&claims).is_ok(), met, "{acr}/{amr}: {claims}");
        }
    }
}
