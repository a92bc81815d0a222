//! The values of the variables that the manifest declares, from the environment.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};

use crate::manifest::{Manifest, Template};

/// The application's variables with their values.
#[derive(Default)]
pub struct Variables(BTreeMap<String, String>);

/// Names only: values may be secret.
impl std::fmt::Debug for Variables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Variables {
    /// Fills every declared variable: from `environment` (`SPIN_VARIABLE_NAME`), else its default.
    ///
    /// # Errors
    /// All required ones that have no value, each with what the manifest says about it.
    pub fn resolve(manifest: &Manifest, environment: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let (mut values, mut missing) = (BTreeMap::new(), Vec::new());
        for (name, declared) in &manifest.variables {
            let asked = format!("SPIN_VARIABLE_{}", name.to_uppercase());
            match environment(&asked).or_else(|| declared.default.clone()) {
                Some(value) => drop(values.insert(name.clone(), value)),
                None => {
                    let about = declared.description.as_ref().map_or(String::new(), |about| format!(" ({about})"));
                    missing.push(format!("variable {name} is required: set {asked}{about}"));
                }
            }
        }
        ensure!(missing.is_empty(), "{}", missing.join("; "));
        Ok(Self(values))
    }

    /// A text of the manifest with its `{{ name }}` filled in.
    pub fn fill(&self, text: &str) -> Result<String> {
        Template::parse(text)?.fill(|name| self.0.get(name).map(String::as_str))
    }

    /// The variables that one component sees.
    pub fn of_component(&self, manifest: &Manifest, name: &str) -> Result<BTreeMap<String, String>> {
        let Some(component) = manifest.component.get(name) else {
            bail!("there is no component {name}");
        };
        let fill = |(variable, text): (&String, &String)| {
            let value = self.fill(text).with_context(|| format!("variable {variable} of component {name}"))?;
            Ok((variable.clone(), value))
        };
        component.variables.iter().map(fill).collect()
    }
}
