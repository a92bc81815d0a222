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
        println!("{day} {}", calendar.deadline(*day));
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
mod tests {
    use super::*;

    #[test]
    fn the_lists_of_the_project_give_the_table_of_the_domain() {
        let profiles = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../gemeenten"));
        let calendar = calendar(profiles, Some("hengelo")).unwrap();
        for (received, by) in [("2026-05-13", "2026-05-20"), ("2025-12-31", "2026-01-07"), ("2028-04-26", "2028-05-03")]
        {
            assert_eq!(calendar.deadline(received.parse().unwrap()), by.parse::<Day>().unwrap(), "{received}");
        }
        assert!(super::calendar(profiles, Some("atlantis")).is_err());
    }
}
