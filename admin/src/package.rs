//! `meldroute overdracht`: looks over a package for the register. It needs the file alone, and no instance.
use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;
use desk::case::register::{Package, PackageFault, open};
use std::path::{Path, PathBuf};

/// No package is larger, in bytes.
const LARGEST: u64 = 32 << 20;

/// Which package.
#[derive(Args)]
pub struct Options {
    /// Het pakket (ZIP) dat een aandachtsfunctionaris bewaarde
    #[arg(value_name = "BESTAND")]
    file: PathBuf,
}

/// Carries it out.
pub fn run(options: &Options) -> Result<()> {
    println!("{}", look(&options.file)?);
    Ok(())
}

fn look(file: &Path) -> Result<String> {
    let named = file.display();
    let size = std::fs::metadata(file).with_context(|| format!("{named} is niet te lezen"))?.len();
    ensure!(size <= LARGEST, "{named} is te groot voor een pakket");
    let bytes = std::fs::read(file).with_context(|| format!("{named} is niet te lezen"))?;
    let Package { file, sum } = open(&bytes).map_err(|fault| anyhow!("{named} {}", sentence(&fault)))?;
    let practice = if file.practice { "\nHet komt uit een oefenomgeving: alles erin is verzonnen." } else { "" };
    let left = file.left.iter().map(|one| format!("\nNiet hierin: {}.", one.name)).collect::<String>();
    Ok(format!(
        "Het pakket is in orde: dossier {} van {}, gemaakt op {}, met {} onderdelen.{left}{practice}\nSHA-256: {sum}",
        file.number,
        file.gemeente,
        words::day_and_time(file.made),
        file.items.len(),
    ))
}

/// What is wrong and what to do.
fn sentence(fault: &PackageFault) -> String {
    match fault {
        PackageFault::NoPackage => "is geen pakket, of het is beschadigd: bewaar het opnieuw in Meldroute".into(),
        PackageFault::Files => "heeft niet de bestanden van een pakket: neem het zoals Meldroute het gaf".into(),
        PackageFault::Changed(name) => format!("klopt niet: {name} is veranderd. Bewaar het opnieuw in Meldroute"),
        PackageFault::Form(name) => {
            format!("klopt niet: {name} heeft een andere vorm. Gebruik `meldroute` van dezelfde versie")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use desk::{case::register::package, testing::register_file};

    #[test]
    fn a_package_is_looked_over() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("overdracht.zip");
        let packed = package(&register_file(true), b"%PDF-1.7").unwrap();
        std::fs::write(&place, &packed).unwrap();
        let said = look(&place).unwrap();
        let begins = "Het pakket is in orde: dossier 2026-017 van Verzonnenstad, gemaakt op donderdag 30 april 2026";
        assert!(said.starts_with(begins) && said.contains("verzonnen.\nSHA-256: "), "{said}");
        std::fs::write(&place, &packed[1..]).unwrap();
        assert!(look(&place).unwrap_err().to_string().contains("geen pakket"));
        let nowhere = look(&folder.path().join("nergens.zip")).unwrap_err().to_string();
        assert!(nowhere.contains("niet te lezen"), "{nowhere}");
    }
}
