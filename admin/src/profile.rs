//! `meldroute profiel`: checks the profile and the lists of an instance, and keeps what is right as the last good copy.
//! With that the service goes on when somebody makes a mistake in a file.
use crate::gemeente::Gemeente;
use anyhow::{Context, Result, bail};
use clap::Args;
use kit::instance::{LAST_GOOD, used};
use std::path::{Path, PathBuf};

/// The instance whose files they are.
#[derive(Args)]
pub struct Options {
    /// De runtime-config.toml van de omgeving
    #[arg(long = "opslag", value_name = "BESTAND", default_value = "runtime-config.toml")]
    pub runtime_config: PathBuf,
    #[command(flatten)]
    pub gemeente: Gemeente,
}

/// Checks, and keeps every file that is right.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let gemeente = options.gemeente.said(&options.runtime_config).context("zeg met --gemeente van welke gemeente")?;
    let wrong = keep(profiles, &gemeente)?;
    if wrong.is_empty() {
        println!("Het profiel van {gemeente} en de lijsten zijn goed, en bewaard als laatste goede versie.");
        return Ok(());
    }
    wrong.iter().for_each(|line| println!("- {line}"));
    bail!("verbeter dit in {}; tot dan gebruikt de dienst de laatste goede versie, als die er is", profiles.display())
}

/// Copies every file that is right to the last good copies. Answers what is wrong with the others.
pub fn keep(profiles: &Path, gemeente: &str) -> Result<Vec<String>> {
    let good = profiles.join(LAST_GOOD);
    let mut wrong = Vec::new();
    for (name, fault) in used(profiles, gemeente) {
        match fault {
            Some(fault) => wrong.push(sentence(&fault)),
            None => copy(&profiles.join(&name), &good.join(&name))?,
        }
    }
    Ok(wrong)
}

/// What is wrong, with file and line.
pub fn sentence(fault: &kit::instance::FileFault) -> String {
    let line = fault.line.map_or_else(String::new, |line| format!(", regel {line}"));
    format!("{}{line}: {}", fault.file, fault.why)
}

/// Copies whole or not at all: the service may read at the same moment.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    let text = std::fs::read(from).with_context(|| format!("{} is niet te lezen", from.display()))?;
    if std::fs::read(to).is_ok_and(|there| there == text) {
        return Ok(());
    }
    std::fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
    let part = to.with_extension("deel");
    std::fs::write(&part, text).with_context(|| format!("{} is niet te schrijven", part.display()))?;
    Ok(std::fs::rename(&part, to)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::tests::profiles;

    #[test]
    fn a_mistake_is_named_with_file_and_line_and_the_last_good_copy_stays() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("profielen");
        for (name, _) in used(profiles(), "borne") {
            copy(&profiles().join(&name), &own.join(&name)).unwrap();
        }
        let options = Options { runtime_config: folder.path().join("runtime-config.toml"), gemeente: "borne".into() };
        run(&own, &options).unwrap();
        let file = own.join("borne.json");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replace("\"sluitingsdagen\": []", "\"sluitingsdagen\": [\"30-11-2026\"]")).unwrap();
        let at = text.lines().position(|line| line.contains("sluitingsdagen")).unwrap() + 1;
        let wrong = keep(&own, "borne").unwrap();
        assert!(wrong.len() == 1 && wrong[0].starts_with(&format!("borne.json, regel {at}: ")), "{wrong:?}");
        assert!(run(&own, &options).is_err());
        assert_eq!(std::fs::read_to_string(own.join(LAST_GOOD).join("borne.json")).unwrap(), text);
        assert!(kit::instance::load(&own, "borne", None).is_ok(), "the service goes on");
    }
}
