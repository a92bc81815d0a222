//! The values of stores, one after the other: which store, key, value. Values and not pages of a file: free pages still
//! hold deleted values, and a backup of the keys must not.
use crate::stores::LABELS;
use anyhow::{Context, Result, bail};
use keyvalue::{MAX_KEY_BYTES, MAX_VALUE_BYTES, Store};
use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
};

/// How many values of each store.
pub type Counts = BTreeMap<String, u64>;

/// One value.
pub struct Record {
    /// One of [`LABELS`].
    pub label: &'static str,
    /// Its key.
    pub key: String,
    /// The stored bytes.
    pub value: Vec<u8>,
}

/// The current keys of a store, to be written with [`write()`].
pub fn listed(stores: &[(&'static str, &dyn Store)]) -> Result<(Counts, Vec<Vec<String>>)> {
    let (mut counts, mut all) = (Counts::new(), Vec::new());
    for (label, store) in stores {
        let mut keys = store.keys()?;
        keys.sort_unstable();
        counts.insert((*label).to_owned(), u64::try_from(keys.len())?);
        all.push(keys);
    }
    Ok((counts, all))
}

/// Writes every value.
pub fn write(stores: &[(&'static str, &dyn Store)], keys: &[Vec<String>], out: &mut impl Write) -> Result<()> {
    for ((label, store), keys) in stores.iter().zip(keys) {
        let at = LABELS.iter().position(|known| known == label).context("een onbekende opslag")?;
        for key in keys {
            let value = store.get(key)?.context("een waarde verdween tijdens het lezen")?;
            out.write_all(&[u8::try_from(at)?])?;
            out.write_all(&u16::try_from(key.len())?.to_be_bytes())?;
            out.write_all(key.as_bytes())?;
            out.write_all(&u32::try_from(value.len())?.to_be_bytes())?;
            out.write_all(&value)?;
        }
    }
    Ok(())
}

/// Reads every value and passes it on; answers the count per store.
pub fn read(from: &mut impl Read, mut each: impl FnMut(Record) -> Result<()>) -> Result<Counts> {
    let mut counts = Counts::new();
    while let Some(record) = one(from)? {
        *counts.entry(record.label.to_owned()).or_default() += 1;
        each(record)?;
    }
    Ok(counts)
}

fn one(from: &mut impl Read) -> Result<Option<Record>> {
    let mut at = [0];
    match from.read_exact(&mut at) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let [at] = at;
    let Some(&label) = LABELS.get(usize::from(at)) else { bail!("de reservekopie noemt een onbekende opslag") };
    let (mut key_length, mut length) = ([0; 2], [0; 4]);
    from.read_exact(&mut key_length)?;
    let key = bytes(from, u16::from_be_bytes(key_length).into(), MAX_KEY_BYTES)?;
    from.read_exact(&mut length)?;
    let value = bytes(from, usize::try_from(u32::from_be_bytes(length))?, MAX_VALUE_BYTES)?;
    Ok(Some(Record { label, key: String::from_utf8(key)?, value }))
}

fn bytes(from: &mut impl Read, length: usize, most: usize) -> Result<Vec<u8>> {
    if length > most {
        bail!("een waarde in de reservekopie is te groot");
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}
