//! `meldroute werkaccount-sleutel`: the key with which this instance proves who it is to the provider of work accounts.
use anyhow::{Context, Result, anyhow};
use clap::Args;
use std::{fs::OpenOptions, io::Write, os::unix::fs::OpenOptionsExt, path::PathBuf};

/// The place for the key.
#[derive(Args)]
pub struct Options {
    /// Het bestand dat gemaakt wordt, alleen voor jou te lezen; een bestaand bestand blijft staan
    #[arg(long = "bestand", alias = "file", value_name = "BESTAND", default_value = "werkaccount.env")]
    file: PathBuf,
}

/// Writes the private key as a line for the service's environment and prints the public one.
pub fn run(options: &Options) -> Result<()> {
    let (private, public) =
        desk::login::oidc::make_key().map_err(|_| anyhow!("de computer geeft geen willekeurige getallen"))?;
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&options.file);
    let mut file = made.with_context(|| format!("{} kan niet worden gemaakt", options.file.display()))?;
    writeln!(file, "SPIN_VARIABLE_OIDC_CLIENT_KEY={private}")?;
    file.sync_all()?;
    println!("Geheim, voor de dienst: {}", options.file.display());
    println!("Openbaar, om aan te melden bij de aanbieder (JWK):\n{public}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_private_key_is_for_its_owner_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let options = Options { file: folder.path().join("werkaccount.env") };
        run(&options).unwrap();
        let text = std::fs::read_to_string(&options.file).unwrap();
        assert!(text.starts_with("SPIN_VARIABLE_OIDC_CLIENT_KEY=") && text.lines().count() == 1);
        assert_eq!(std::fs::metadata(&options.file).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(run(&options).is_err());
        assert_eq!(std::fs::read_to_string(&options.file).unwrap(), text);
    }
}
