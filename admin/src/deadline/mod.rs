//! `meldroute termijn 2026-12-23 …`: the calendar, checkable by hand.
use anyhow::{Context, Result};
use clap::Args;
use shared::{calendar::Calendar, moment::Day, profile::Profile};
use std::path::Path;

/// The days and the gemeente to compute for.
#[derive(Args)]
pub struct Options {
    /// Dagen van ontvangst, zoals 2026-12-23
    #[arg(required = true, value_name = "DATUM")]
    days: Vec<Day>,
    /// Telt de sluitingsdagen van deze gemeente mee
    #[arg(long, value_name = "NAAM")]
    gemeente: Option<String>,
}

/// Prints one line a day. Warns of days after the last decreed one that is known.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let calendar = calendar(profiles, options.gemeente.as_deref())?;
    for day in &options.days {
        println!("{}", line(&calendar, *day));
    }
    let known = calendar.known_until();
    if options.days.iter().any(|day| known.is_none_or(|known| calendar.deadline(*day) > known)) {
        let until = known.map_or("nergens".to_owned(), |day| day.to_string());
        eprintln!(
            "let op: aangewezen dagen zijn bekend tot {until}; vul lijsten/aangewezen-dagen.json aan uit de Staatscourant"
        );
    }
    Ok(())
}

/// A day of receipt, and the last day of contact.
fn line(calendar: &Calendar, received: Day) -> String {
    format!("{received} {}", calendar.deadline(received))
}

fn calendar(profiles: &Path, gemeente: Option<&str>) -> Result<Calendar> {
    let decreed = read(&profiles.join("lijsten/aangewezen-dagen.json"))?;
    let closed = match gemeente {
        Some(name) => read::<Profile>(&profiles.join(format!("{name}.json")))?.closed,
        None => Vec::new(),
    };
    Ok(Calendar { decreed, closed })
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{} is niet te lezen; staat --profielen goed?", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} klopt niet", path.display()))
}

#[cfg(test)]
mod tests;
