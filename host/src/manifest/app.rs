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
    /// Where it is reached.
    pub route: TriggerRoute,
    /// The component's name.
    pub component: String,
    /// The executor of the component; only `http` is known.
    pub executor: Option<Executor>,
}

/// Where a component is reached.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a route or { private = true }")]
pub enum TriggerRoute {
    /// From outside: the route as written.
    Public(String),
    /// By the other components only.
    Private(Private),
}

/// `{ private = true }`, as Spin has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Private {
    private: bool,
}

impl HttpTrigger {
    /// The route from outside, if there is one.
    #[must_use]
    pub fn public(&self) -> Option<&str> {
        match &self.route {
            TriggerRoute::Public(route) => Some(route),
            TriggerRoute::Private(_) => None,
        }
    }

    /// For an error: the route, or whose private route it is.
    fn named(&self) -> String {
        self.public().map_or_else(|| format!("of {} (private)", self.component), str::to_owned)
    }
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
            let route = trigger.named();
            ensure!(
                self.component.contains_key(&trigger.component),
                "route {route} names the component {}, which is not in the manifest",
                trigger.component
            );
            if let TriggerRoute::Private(Private { private }) = trigger.route {
                ensure!(private, "route {route} has private = false; a route from outside is written as a text");
            }
            if let Some(executor) = &trigger.executor {
                let kind = &executor.kind;
                ensure!(kind == "http", "route {route} has an executor of type {kind}; this host knows http");
            }
            ensure!(!routes.contains(&route), "route {route} stands there twice");
            routes.insert(route);
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
