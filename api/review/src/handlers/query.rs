//! The two query parameters of a list.
use kit::{Failure, web::query};
use shared::contract::ErrorItem;

/// `?pagina=`, from 1.
pub fn page(query: &str) -> Result<u32, Failure> {
    let page = number(query, "pagina", 1_000_000)?.unwrap_or(1);
    Ok(u32::try_from(page).unwrap_or(1))
}

/// `?voor=`: before this number.
pub fn before(query: &str) -> Result<Option<i64>, Failure> {
    number(query, "voor", i64::MAX)
}

fn number(text: &str, name: &'static str, most: i64) -> Result<Option<i64>, Failure> {
    let mut found = None;
    query::read(text, |key, value| {
        if key != name {
            return Err(ErrorItem::new("?", "onbekende-waarde", "kan hier niet"));
        }
        let number = value.parse::<i64>().ok().filter(|number| (1..=most).contains(number));
        found = Some(number.ok_or_else(|| ErrorItem::new(name, "onbekende-waarde", "is een getal vanaf 1"))?);
        Ok(())
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_or_every_error_named() {
        assert_eq!((page(""), page("pagina=3")), (Ok(1), Ok(3)));
        assert_eq!((before(""), before("voor=7")), (Ok(None), Ok(Some(7))));
        for bad in ["pagina=0", "pagina=x", "pagina=1000001", "voor=1"] {
            assert!(page(bad).is_err(), "{bad}");
        }
        let Err(Failure::Problem(_, _, errors)) = before("voor=0&naam=x") else { panic!("accepted") };
        assert_eq!(errors.len(), 2);
    }
}
