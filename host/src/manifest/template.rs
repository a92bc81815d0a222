//! `{{ name }}` in a text.

use anyhow::{Context, Result, bail};

/// A text with names of variables in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Template(Vec<Part>);

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Name(String),
}

impl Template {
    /// Takes a text apart.
    pub fn parse(text: &str) -> Result<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) =
                after.split_once("}}").with_context(|| format!("\"{text}\" opens {{{{ and doesn't close it"))?;
            parts.push(Part::Text(before.into()));
            match name.trim() {
                "" => bail!("\"{text}\" has no name between {{{{ and }}}}"),
                name => parts.push(Part::Name(name.into())),
            }
            rest = after;
        }
        parts.push(Part::Text(rest.into()));
        Ok(Self(parts))
    }

    /// The text with the values filled in.
    pub fn fill<'a>(&self, value: impl Fn(&str) -> Option<&'a str>) -> Result<String> {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Text(part) => text.push_str(part),
                Part::Name(name) => text.push_str(
                    value(name).with_context(|| format!("{{{{ {name} }}}} names no variable of the application"))?,
                ),
            }
        }
        Ok(text)
    }
}
