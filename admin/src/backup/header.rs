//! The first line of a backup describes it. Everybody can read it; without the keys it is of no use.
use anyhow::{Result, bail, ensure};
use serde::{Deserialize, Serialize};
use shared::moment::Moment;
use std::{collections::BTreeMap, io::BufRead, io::Read};

/// The form; every form ever written can still be read.
const VERSION: u32 = 1;
/// More than any header has.
const LONGEST: u64 = 4096;

/// The two kinds of backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Reports, cases, accounts, lists.
    #[serde(rename = "inhoud")]
    Content,
    /// The keys of cases.
    #[serde(rename = "sleutels")]
    Keys,
}

/// The contents of the first line, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    #[serde(rename = "meldrouteReservekopie")]
    version: u32,
    /// Its kind: content or keys.
    #[serde(rename = "soort")]
    pub kind: Kind,
    /// The gemeente's name, as in its profile's file.
    pub gemeente: String,
    /// The name of the instance: another one of the same gemeente has another name.
    #[serde(rename = "omgeving")]
    pub instance: String,
    /// The moment whose contents it holds.
    #[serde(rename = "gemaaktOp")]
    pub made: Moment,
    /// The id of the key it is sealed with.
    #[serde(rename = "sleutel")]
    pub key: String,
    /// How many values of each store.
    #[serde(rename = "aantallen")]
    pub counts: BTreeMap<String, u64>,
}

impl Header {
    /// A header of the present form.
    pub fn new(kind: Kind, gemeente: &str, instance: &str, made: Moment, key: String) -> Self {
        let (gemeente, instance) = (gemeente.to_owned(), instance.to_owned());
        Self { version: VERSION, kind, gemeente, instance, made, key, counts: BTreeMap::new() }
    }

    /// The line with its end.
    pub fn line(&self) -> Result<Vec<u8>> {
        let mut line = serde_json::to_vec(self)?;
        line.push(b'\n');
        Ok(line)
    }

    /// Reads it, and the original line.
    pub fn read(from: &mut impl BufRead) -> Result<(Self, Vec<u8>)> {
        let mut line = Vec::new();
        from.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        let Ok(header) = serde_json::from_slice::<Self>(&line) else { bail!("dit is geen reservekopie van Meldroute") };
        ensure!(header.version == VERSION, "deze reservekopie is van een nieuwere versie van Meldroute");
        Ok((header, line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_was_written_once_is_still_read() {
        let line = r#"{"meldrouteReservekopie":1,"soort":"sleutels","gemeente":"hengelo","omgeving":"00ff","gemaaktOp":"2026-03-02T10:00:00.000Z","sleutel":"a1b2c3d4","aantallen":{"keys":3}}"#;
        let (header, read) = Header::read(&mut line.as_bytes()).unwrap();
        assert_eq!((header.kind, header.counts["keys"], read.len()), (Kind::Keys, 3, line.len()));
        assert_eq!(header.line().unwrap(), [line.as_bytes(), b"\n"].concat());
        for other in ["", "zomaar", &line.replace("ie\":1", "ie\":2")] {
            assert!(Header::read(&mut other.as_bytes()).is_err());
        }
    }
}
