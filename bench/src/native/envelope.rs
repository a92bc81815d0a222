//! The form of a stored value, as `kit::vault` has it: a byte for the form, eight that are new at every write, JSON.

use kit::Failure;
use serde::{Serialize, de::DeserializeOwned};

/// Form and write mark.
const HEAD: usize = 9;

/// A value to be stored.
pub(super) fn seal(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut raw = vec![1];
    raw.extend_from_slice(&kit::clock::random::<8>()?);
    serde_json::to_writer(&mut raw, value).map_err(|_| Failure::Internal("a record could not be written as JSON"))?;
    Ok(raw)
}

/// A stored value.
pub(super) fn open<T: DeserializeOwned>(raw: &[u8]) -> Result<T, Failure> {
    let json = raw.get(HEAD..).filter(|_| raw.first() == Some(&1));
    let json = json.ok_or(Failure::Unreadable("record"))?;
    serde_json::from_slice(json).map_err(|_| Failure::Unreadable("record"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use keyvalue::Memory;
    use std::sync::Arc;

    #[test]
    fn the_form_is_the_one_of_the_components() {
        let store = Arc::new(Memory::default());
        let vault = kit::Vault::new(store.clone());
        vault.set("open", &"van de ander").unwrap();
        let raw = keyvalue::Store::get(&*store, "open").unwrap().unwrap();
        assert_eq!(open::<String>(&raw).unwrap(), "van de ander");
        keyvalue::Store::set(&*store, "open", &seal(&"van hier").unwrap()).unwrap();
        assert_eq!(vault.get::<String>("open").unwrap().as_deref(), Some("van hier"));
    }

    #[test]
    fn another_form_is_refused() {
        for raw in [&b""[..], b"\x01xx", b"\x02xxxxxxxx\"x\""] {
            assert_eq!(open::<String>(raw), Err(Failure::Unreadable("record")));
        }
    }
}
