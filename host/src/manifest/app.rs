//! The manifest as a whole: application, variables, triggers.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail, ensure};
use serde::Deserialize;

use super::Component;

/// A manifest of version 2.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    #[serde(rename = "spin_manifest_version")]
    _version: u8,
    /// The application's name and description.
    pub application: Application,
    /// The variables that an administrator can set.
    #[serde(default)]
    pub variables: BTreeMap<String, VariableDeclaration>,
    /// The triggers, which start components.
    pub trigger: Triggers,
    /// The components by name.
    #[serde(default)]
    pub component: BTreeMap<String, Component>,
}

/// The name and description of the application; only the name is used.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// For log lines.
    pub name: String,
    /// For people.
    pub version: Option<String>,
    /// For people.
    pub description: Option<String>,
    /// For people.
    #[serde(default)]
    pub authors: Vec<String>,
}

/// A variable of the application.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariableDeclaration {
    /// Whether the host refuses to start without a value.
    #[serde(default)]
    pub required: bool,
    /// Never shown.
    #[serde(default)]
    pub secret: bool,
    /// The value when none is given.
    pub default: Option<String>,
    /// For people.
    pub description: Option<String>,
}

/// The triggers by kind: this host knows HTTP only.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Triggers {
    /// The routes.
    pub http: Vec<HttpTrigger>,
}

/// A route and the component that answers it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpTrigger {
    /// For people.
    pub id: Option<String>,
    /// The route as written.
    pub route: String,
    /// The component's name.
    pub component: String,
    /// The executor of the component; only `http` is known.
    pub executor: Option<Executor>,
}

/// The way a component is called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Executor {
    #[serde(rename = "type")]
    kind: String,
}

impl Manifest {
    /// Checks that serde can't do: names that point nowhere, contradictions.
    pub(super) fn check(&self) -> Result<()> {
        let mut routes = BTreeSet::new();
        for trigger in &self.trigger.http {
            ensure!(
                self.component.contains_key(&trigger.component),
                "route {} names the component {}, which is not in the manifest",
                trigger.route,
                trigger.component
            );
            ensure!(routes.insert(&trigger.route), "route {} stands there twice", trigger.route);
            if let Some(executor) = &trigger.executor {
                ensure!(
                    executor.kind == "http",
                    "route {} has an executor of type {}; this host knows http",
                    trigger.route,
                    executor.kind
                );
            }
        }
        for (name, variable) in &self.variables {
            check_name(name)?;
            if variable.required && variable.default.is_some() {
                bail!("variable {name} is required and has a default; it can be one of the two");
            }
            if !variable.required && variable.default.is_none() {
                bail!("variable {name} needs required = true or a default");
            }
        }
        self.component.iter().try_for_each(|(name, component)| component.check(name))?;
        self.component.values().flat_map(|component| component.variables.keys()).try_for_each(|name| check_name(name))
    }
}

/// Variable names as Spin has them.
fn check_name(name: &str) -> Result<()> {
    let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    ensure!(
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(known),
        "variable {name} has a name that is not lower-case letters, digits and _"
    );
    Ok(())
}
