//! The role that the provider's claims give.
use serde_json::Value;
use shared::{access::Role, contract::WorkAccountRefusal};
use std::collections::BTreeMap;

/// Which claim gives roles, and which role each of its values gives. A value that is not named gives none.
pub(super) struct Roles {
    claim: String,
    values: BTreeMap<String, Role>,
}

impl Roles {
    /// `values`: a JSON object from the claim's value to one of our roles.
    pub(super) fn parse(claim: &str, values: &str) -> Option<Self> {
        let values: BTreeMap<String, Role> = serde_json::from_str(values).ok()?;
        (!claim.is_empty() && !values.is_empty()).then(|| Self { claim: claim.to_owned(), values })
    }

    /// The one role that the claims give. Somebody with two roles could read what one of them may not.
    pub(super) fn of(&self, claims: &Value) -> Result<Role, WorkAccountRefusal> {
        let said = find(claims, &self.claim);
        let said: Vec<&str> = match said {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
            Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => Vec::new(),
        };
        let mut found = said.iter().filter_map(|value| self.values.get(*value).copied());
        let first = found.next().ok_or(WorkAccountRefusal::NoRole)?;
        if found.all(|other| other == first) { Ok(first) } else { Err(WorkAccountRefusal::ManyRoles) }
    }
}

/// A claim by its name, or by a JSON pointer (`/realm_access/roles`).
pub(super) fn find<'a>(claims: &'a Value, claim: &str) -> Option<&'a Value> {
    if claim.starts_with('/') { claims.pointer(claim) } else { claims.get(claim) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn exactly_one_role_follows_from_the_claim() {
        let named = r#"{"mr-af":"af","mr-af-2":"af","mr-fg":"fg","mr-beheer":"beheerder"}"#;
        let (plain, deep) = (Roles::parse("roles", named).unwrap(), Roles::parse("/realm/roles", named).unwrap());
        let table = [
            (json!(["mr-af", "iets anders"]), Ok(Role::Officer)),
            (json!("mr-fg"), Ok(Role::PrivacyOfficer)),
            (json!(["mr-af", "mr-af-2"]), Ok(Role::Officer)),
            (json!(["mr-af", "mr-beheer"]), Err(WorkAccountRefusal::ManyRoles)),
            (json!(["MR-AF"]), Err(WorkAccountRefusal::NoRole)),
            (json!(["af"]), Err(WorkAccountRefusal::NoRole)),
            (json!("mr-af mr-fg"), Err(WorkAccountRefusal::NoRole)),
            (json!({ "mr-af": true }), Err(WorkAccountRefusal::NoRole)),
            (json!([["mr-af"]]), Err(WorkAccountRefusal::NoRole)),
            (json!([]), Err(WorkAccountRefusal::NoRole)),
            (json!(null), Err(WorkAccountRefusal::NoRole)),
        ];
        for (said, role) in table {
            assert_eq!(plain.of(&json!({ "roles": said })), role, "{said}");
            assert_eq!(deep.of(&json!({ "realm": { "roles": said } })), role, "{said}");
        }
        assert_eq!(plain.of(&json!({})), Err(WorkAccountRefusal::NoRole));
    }
}
