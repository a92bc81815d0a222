//! The declarations in `livegang.toml`: per point a function (never a name) and a day.
use super::State;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use shared::moment::Day;
use std::{collections::BTreeMap, path::Path};

/// One point in that file.
pub const EXAMPLE: &str = r#"dpia = { functie = "CISO", datum = "2026-11-20" }"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declaration {
    /// The function of the person who declared it.
    #[serde(rename = "functie")]
    function: String,
    /// `2026-11-20`.
    #[serde(rename = "datum")]
    day: String,
}

/// All declarations, by the name of the point.
#[derive(Default)]
pub struct Declarations(BTreeMap<String, Declaration>);

impl Declarations {
    /// Reads the declarations; none when there is no file.
    pub fn read(file: &Path) -> Result<Self> {
        if !file.exists() {
            return Ok(Self::default());
        }
        let text = std::fs::read_to_string(file).with_context(|| format!("{} is niet te lezen", file.display()))?;
        let read = toml::from_str(&text);
        Ok(Self(read.with_context(|| format!("{}: elk punt staat er zo: {EXAMPLE}", file.display()))?))
    }

    /// A point that is not on the list would count for nothing, in silence.
    pub fn names_only(&self, known: &[&str]) -> Result<()> {
        for name in self.0.keys() {
            ensure!(known.contains(&name.as_str()), "livegang.toml noemt {name}, en dat staat niet op de lijst");
        }
        Ok(())
    }

    /// The state of a point.
    pub fn state(&self, name: &str, today: Day) -> State {
        let Some(said) = self.0.get(name) else { return State::Open("nog niet verklaard".into()) };
        let function = said.function.trim();
        if function.is_empty() || function.contains('@') {
            return State::Open("noem de functie van wie het verklaart, geen naam of adres".into());
        }
        match said.day.parse::<Day>() {
            Ok(day) if day <= today => State::Declared(function.to_owned(), day),
            Ok(_) => State::Open("de datum is nog niet geweest".into()),
            Err(_) => State::Open("de datum is niet van de vorm 2026-11-20".into()),
        }
    }
}
