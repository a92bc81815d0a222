//! The query of a URL, taken apart.
use crate::Failure;
use shared::contract::ErrorItem;

/// Passes every decoded pair of a query to `read`, and reports all errors at once.
///
/// # Errors
/// A 400 with what `read` said.
pub fn read(query: &str, mut read: impl FnMut(&str, &str) -> Result<(), ErrorItem>) -> Result<(), Failure> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let errors: Vec<ErrorItem> = pairs.filter_map(|(name, value)| read(&name, &value).err()).collect();
    if errors.is_empty() { Ok(()) } else { Err(Failure::bad_query(errors)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::ProblemKind;

    #[test]
    fn pairs_come_decoded_and_all_errors_at_once() {
        let mut seen = Vec::new();
        let take = |name: &str, value: &str| {
            seen.push((name.to_owned(), value.to_owned()));
            if name == "x" { Err(ErrorItem::new("x", "onbekend-veld", value)) } else { Ok(()) }
        };
        let done = read("wat=a%20b+c&wie=%C3%A9&&leeg=&x=1&x=2", take);
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(seen[..3], [pair("wat", "a b c"), pair("wie", "é"), pair("leeg", "")]);
        let Err(Failure::Problem(ProblemKind::BadRequest, _, errors)) = done else { panic!("{done:?}") };
        assert_eq!(errors.len(), 2);
        assert_eq!(read("", |_, _| Err(ErrorItem::new("", "", ""))), Ok(()));
    }
}
