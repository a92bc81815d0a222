//! Names and values in an address or a form (`application/x-www-form-urlencoded`).
use std::fmt::Write;

/// Everything but the unreserved characters of RFC 3986 as `%XX`.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // writing to a String cannot fail
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// `name=value&…`
pub fn form(pairs: &[(&str, &str)]) -> String {
    pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}

/// The pairs of a query. What is no UTF-8 is left out.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let pair = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        Some((decode(name)?, decode(value)?))
    };
    query.split('&').filter(|part| !part.is_empty()).filter_map(pair).collect()
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, after) = match (first, after) {
            (b'%', [high, low, after @ ..]) => (hex(*high)? << 4 | hex(*low)?, after),
            (b'%', _) => return None,
            (b'+', after) => (b' ', after),
            (byte, after) => (*byte, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_malformed_is_left_out() {
        assert_eq!(
            pairs("a=1&b=%zz&c=%C3%28&d=x%20y+z&&e"),
            [("a".into(), "1".into()), ("d".into(), "x y z".into()), ("e".into(), String::new())]
        );
    }

    proptest! {
        #[test]
        fn there_and_back(name in ".{1,20}", value in ".{0,40}") {
            prop_assert_eq!(pairs(&form(&[(&name, &value)])), vec![(name, value)]);
        }
        #[test]
        fn no_query_makes_it_panic(query in ".{0,80}") {
            let _pairs = pairs(&query);
        }
    }
}
