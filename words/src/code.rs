//! A receipt code for those who hear it.

/// `K, 7, M. 4, P, Q`
#[must_use]
pub fn spelled(code: &str) -> String {
    let group = |group: &str| group.chars().map(String::from).collect::<Vec<_>>().join(", ");
    code.split(' ').map(group).collect::<Vec<_>>().join(". ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_is_spelled_by_group() {
        assert_eq!(super::spelled("K7M 4PQ"), "K, 7, M. 4, P, Q");
    }
}
