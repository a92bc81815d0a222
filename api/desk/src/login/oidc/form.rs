//! Names and values in an address or a form (`application/x-www-form-urlencoded`).
use form_urlencoded::{Serializer, byte_serialize, parse};

/// One value.
pub fn encode(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect()
}

/// `name=value&…`
pub fn form(pairs: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The pairs of a query.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    parse(query.as_bytes()).into_owned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let all = [("a", "x y+z"), ("é&=%", "/?#"), ("leeg", "")];
        let back = pairs(&form(&all));
        assert_eq!(back, all.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(encode("a:b c"), "a%3Ab+c");
    }
}
