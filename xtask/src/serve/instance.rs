//! An instance: where its data is, its variables, and the message for the person who started it.

use crate::command;
use crate::project::Project;
use crate::step::step;
use anyhow::{Context, Result};
use std::io::Read;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The instance that `serve` starts.
pub struct Instance {
    runtime_config: PathBuf,
    variables: Vec<(String, String)>,
    kind: Kind,
}

enum Kind {
    /// practice, with the accounts that `meldroute oefenen` printed
    Demo { accounts: String },
    /// no data yet, with the one-time token for the first account
    Empty { token: String },
}

impl Instance {
    /// Fictional data in an empty folder. The data of an earlier demo is deleted.
    pub fn demo(project: &Project, gemeente: &str) -> Result<Self> {
        let folder = project.path(".spin/demo");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let runtime_config = folder.join("runtime-config.toml");
        std::fs::write(&runtime_config, demo_config(&std::fs::read_to_string(project.path("runtime-config.toml"))?))?;
        let keys = keys(project, &folder.join("sleutels.env"))?;
        let accounts = step("fictional data", || {
            let mut seed = command::program(project.native("meldroute"));
            seed.envs(keys.iter().map(|(name, value)| (name, value)));
            seed.current_dir(&project.root).arg("seed").arg("--runtime-config").arg(&runtime_config);
            command::output(seed.args(["--gemeente", gemeente]))
        })?;
        let mut variables = vec![
            ("SPIN_VARIABLE_DEMO".to_owned(), "ja".to_owned()),
            ("SPIN_VARIABLE_GEMEENTE".to_owned(), gemeente.to_owned()),
        ];
        variables.extend(keys);
        Ok(Self { runtime_config, variables, kind: Kind::Demo { accounts } })
    }

    /// The real stores of this checkout. Each start makes a new token for the first account.
    pub fn empty(project: &Project, gemeente: &str) -> Result<Self> {
        std::fs::create_dir_all(project.path(".spin"))?;
        let token = token()?;
        let mut variables = vec![
            ("SPIN_VARIABLE_DEMO".to_owned(), "nee".to_owned()),
            ("SPIN_VARIABLE_GEMEENTE".to_owned(), gemeente.to_owned()),
            ("SPIN_VARIABLE_SETUP_TOKEN".to_owned(), token.clone()),
        ];
        variables.extend(keys(project, &project.path(".spin/sleutels.env"))?);
        Ok(Self { runtime_config: project.path("runtime-config.toml"), variables, kind: Kind::Empty { token } })
    }

    /// The host for this instance.
    pub fn host(&self, project: &Project, listen: SocketAddr) -> Command {
        let mut host = Command::new(project.native("host"));
        host.current_dir(&project.root).arg("--from").arg(project.path("spin.toml"));
        host.arg("--runtime-config-file").arg(&self.runtime_config).args(["--listen", &listen.to_string()]);
        host.envs(self.variables.iter().map(|(name, value)| (name, value)));
        host
    }

    /// Addresses and accounts.
    pub fn welcome(&self, listen: SocketAddr) -> String {
        let form = format!("\n  Melden:             http://{listen}/\n");
        match &self.kind {
            Kind::Demo { accounts } => {
                format!(
                    "{form}  Inloggen (AF):      http://{listen}/af\n\nOefenomgeving met verzonnen gegevens.\n{accounts}\nStoppen met Ctrl-C."
                )
            }
            Kind::Empty { token } => {
                format!("{form}  Eerste account:     http://{listen}/af/inrichten#{token}\n\nStoppen met Ctrl-C.")
            }
        }
    }
}

/// The keys in this file, as variables. If there is no file yet, the administrator's command makes one.
fn keys(project: &Project, file: &Path) -> Result<Vec<(String, String)>> {
    if !file.exists() {
        step("keys", || {
            let mut new = command::program(project.native("meldroute"));
            new.current_dir(&project.root).args(["keys", "new", "--keys"]).arg(file);
            command::output(&mut new)
        })?;
    }
    let text = std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let lines = text.lines().filter_map(|line| line.split_once('='));
    Ok(lines.map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned())).collect())
}

/// The same stores, beside this file.
fn demo_config(real: &str) -> String {
    real.replace("\".spin/", "\"")
}

/// 128 random bits, as hex.
fn token() -> Result<String> {
    let mut bytes = [0; 16];
    std::fs::File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .context("asking the system for a random number")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demo_stores_are_in_the_folder_of_the_demo() {
        assert_eq!(demo_config("path = \".spin/inbox.db\""), "path = \"inbox.db\"");
    }

    #[test]
    fn two_tokens_differ() {
        let (a, b) = (token().unwrap(), token().unwrap());
        assert_eq!(a.len(), 32);
        assert_ne!(a, b);
    }

    #[test]
    fn the_link_for_the_first_account_has_the_token() {
        let instance =
            Instance { runtime_config: PathBuf::new(), variables: vec![], kind: Kind::Empty { token: "ab".into() } };
        assert!(instance.welcome(crate::serve::LISTEN).contains("http://127.0.0.1:3000/af/inrichten#ab"));
    }
}
