//! `meldroute regio`: adds up the signed half-years of gemeenten to one picture of the region. It needs their files and
//! a list of whose key is whose, and no instance.
mod picture;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::{Args, Subcommand};
use desk::figures::{Unsigned, read_signed};
use serde::{Deserialize, Serialize};
use shared::{
    figures::{LEAST, NoRegion, OfGemeente, Region},
    profile::Profile,
};
use std::path::{Path, PathBuf};

/// No file of a half-year is larger.
const LARGEST: u64 = 1 << 20;

/// What can be done with the figures of a region.
#[derive(Subcommand)]
pub enum Task {
    /// Drukt een lijst van de gemeenten af, om in te vullen wie welke sleutel heeft
    #[command(name = "lijst")]
    List,
    /// Zegt van wie een bestand met cijfers is en met welke sleutel het is ondertekend
    #[command(name = "bekijk")]
    Look(Look),
    /// Kijkt bestanden van gemeenten na en telt ze op
    #[command(name = "optellen")]
    Add(Add),
}

/// One file.
#[derive(Args)]
pub struct Look {
    /// Het bestand dat een gemeente gaf
    #[arg(value_name = "BESTAND")]
    file: PathBuf,
}

/// The files, and what comes of them.
#[derive(Args)]
pub struct Add {
    /// De lijst met van elke gemeente de vingerafdruk van haar sleutel
    #[arg(long = "gemeenten", value_name = "BESTAND", default_value = "regio.json")]
    list: PathBuf,
    /// De map waarin de optelling komt, als pagina en als JSON
    #[arg(long = "naar", value_name = "MAP", default_value = ".")]
    into: PathBuf,
    /// Neemt verzonnen cijfers van oefenomgevingen
    #[arg(long = "oefenen")]
    practice: bool,
    /// De bestanden die gemeenten gaven, van één halfjaar
    #[arg(required = true, value_name = "BESTAND")]
    files: Vec<PathBuf>,
}

/// The gemeenten of a region.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    gemeenten: Vec<Gemeente>,
}

/// One of them, and its key.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gemeente {
    id: String,
    #[serde(rename = "naam")]
    name: String,
    /// The fingerprint of its key, as somebody there read it out; empty until then.
    #[serde(rename = "vingerafdruk")]
    fingerprint: String,
}

/// Carries it out.
pub fn run(profiles: &Path, task: &Task) -> Result<()> {
    match task {
        Task::List => {
            println!("{}", serde_json::to_string_pretty(&list(profiles)?)?);
            Ok(())
        }
        Task::Look(options) => {
            println!("{}", look(&options.file)?);
            Ok(())
        }
        Task::Add(options) => {
            let (region, written) = add(options)?;
            println!("{}", picture::sentence(&region));
            written.iter().for_each(|file| println!("  {}", file.display()));
            Ok(())
        }
    }
}

/// The gemeenten of which there is a profile, without their keys.
fn list(profiles: &Path) -> Result<List> {
    let entries = std::fs::read_dir(profiles).with_context(|| format!("{} is niet te lezen", profiles.display()))?;
    let mut gemeenten = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = std::fs::read_to_string(&path)?;
            let profile: Profile =
                serde_json::from_str(&text).with_context(|| format!("{} klopt niet", path.display()))?;
            gemeenten.push(Gemeente { id: profile.id, name: profile.name, fingerprint: String::new() });
        }
    }
    gemeenten.sort_by(|one, other| one.id.cmp(&other.id));
    ensure!(!gemeenten.is_empty(), "in {} staat geen profiel; staat --profielen goed?", profiles.display());
    Ok(List { gemeenten })
}

fn look(file: &Path) -> Result<String> {
    let (of, key) = read(file)?;
    let practice = if of.practice { " Het zijn verzonnen cijfers, van een oefenomgeving." } else { "" };
    Ok(format!(
        "Cijfers van {} ({}), {}, ondertekend met de sleutel:\n  {key}\nBel de gemeente en laat haar de vingerafdruk \
         op /af/cijfers voorlezen. Is het dezelfde? Zet die dan bij {} in de lijst.{practice}",
        of.name,
        of.gemeente,
        words::officer::half_year(of.figures.half),
        of.gemeente
    ))
}

/// A file, checked for its signature. Whose key it is has to be checked yet.
fn read(file: &Path) -> Result<(OfGemeente, String)> {
    let named = || file.display();
    let size = std::fs::metadata(file).with_context(|| format!("{} is niet te lezen", named()))?.len();
    ensure!(size <= LARGEST, "{} is te groot voor een bestand met cijfers", named());
    let text = std::fs::read_to_string(file).with_context(|| format!("{} is niet te lezen", named()))?;
    read_signed(&text).map_err(|wrong| match wrong {
        Unsigned::Shape => anyhow!("{} is geen bestand met ondertekende cijfers: vraag het opnieuw", named()),
        Unsigned::Signature => {
            anyhow!("de handtekening van {} klopt niet, er is iets aan veranderd: vraag het opnieuw", named())
        }
    })
}

/// Checks everything before anything is written.
fn add(options: &Add) -> Result<(Region, Vec<PathBuf>)> {
    let text = std::fs::read_to_string(&options.list).with_context(|| {
        format!("{} is niet te lezen; maak de lijst met `meldroute regio lijst`", options.list.display())
    })?;
    let list: List = serde_json::from_str(&text).with_context(|| format!("{} klopt niet", options.list.display()))?;
    let given: Vec<OfGemeente> =
        options.files.iter().map(|file| checked(file, &list, options.practice)).collect::<Result<_>>()?;
    let all: Vec<(String, String)> = list.gemeenten.into_iter().map(|one| (one.id, one.name)).collect();
    let region = Region::of(&all, &given).map_err(|why| match why {
        NoRegion::TooFew => {
            anyhow!("tel de cijfers van minstens {LEAST} gemeenten op, anders zijn ze van één te herleiden")
        }
        NoRegion::Halves => anyhow!("de bestanden zijn niet van hetzelfde halfjaar"),
        NoRegion::Twice(name) => anyhow!("van {name} zijn er twee bestanden"),
    })?;
    std::fs::create_dir_all(&options.into)?;
    let name = |ending: &str| options.into.join(format!("regio-{}.{ending}", region.half));
    let files = [(name("json"), serde_json::to_string_pretty(&region)? + "\n"), (name("html"), picture::page(&region))];
    for (file, text) in &files {
        // whole or not at all
        let part = file.with_extension("deel");
        let written = std::fs::write(&part, text).and_then(|()| std::fs::rename(&part, file));
        written.with_context(|| format!("{} is niet te schrijven", file.display()))?;
    }
    Ok((region, files.map(|(file, _)| file).to_vec()))
}

/// A file of a gemeente on the list, signed with its own key.
fn checked(file: &Path, list: &List, practice: bool) -> Result<OfGemeente> {
    let (of, key) = read(file)?;
    let shown = file.display();
    let Some(gemeente) = list.gemeenten.iter().find(|one| one.id == of.gemeente) else {
        bail!("{shown} is van {}, en die staat niet in de lijst", of.gemeente);
    };
    ensure!(
        !gemeente.fingerprint.is_empty(),
        "de sleutel van {} is nog niet bekend: draai `meldroute regio bekijk {shown}`",
        gemeente.name
    );
    ensure!(
        gemeente.fingerprint == key,
        "{shown} is niet met de sleutel van {} ondertekend maar met {key}: bel de gemeente",
        gemeente.name
    );
    ensure!(
        of.practice == practice,
        "{shown} heeft {} cijfers: {}",
        if of.practice { "verzonnen" } else { "echte" },
        if of.practice { "met --oefenen tel je die op" } else { "die tel je niet op met verzonnen cijfers" }
    );
    // by the name on the list, so that a page never shows what a file says of itself
    Ok(OfGemeente { name: gemeente.name.clone(), ..of })
}
