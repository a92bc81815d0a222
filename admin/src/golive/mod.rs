//! The go-live checks (docs/vertrouwen/livegang.md). Some points are tested here. Points that need a human declaration
//! are read from `livegang.toml`: who declared it (by function) and when.
mod declared;
mod tested;

use anyhow::{Result, bail};
use declared::{Declarations, EXAMPLE};
use desk::Desk;
use shared::moment::Day;
use std::path::Path;

/// The state of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Tested just now.
    Tested,
    /// Said by somebody with this function, on this day.
    Declared(String, Day),
    /// Not yet, and why.
    Open(String),
}

/// One point of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its name in the file and on the printed list.
    pub name: &'static str,
    /// The requirement, Dutch.
    pub what: &'static str,
    /// Its state.
    pub state: State,
}

/// The points that only a person can declare, in the order of the paper.
const BY_PEOPLE: [(&str, &str); 19] = [
    ("dpia", "de DPIA is vastgesteld, met advies van de FG"),
    ("grondslagen", "de grondslagen per stap en per ontvanger zijn vastgesteld"),
    ("register", "de verwerking staat in het register"),
    ("bewaartermijnen", "de bewaartermijnen zijn vastgesteld"),
    ("ondernemingsraad", "de ondernemingsraad heeft ingestemd of advies gegeven"),
    ("verwerker", "er is een overeenkomst met wie de server beheert"),
    ("afspraken", "afspraken met KMT, Veilig Thuis, ZVH, RIEC en politie staan op papier"),
    ("achterwacht", "er is een achterwacht met een nummer"),
    ("sleuteldelen", "drie delen zijn afgedrukt en liggen op drie plaatsen; herstellen is geoefend"),
    ("sleutelbeheer", "de geheime sleutel is niet bij de functioneel beheerder"),
    ("aangewezen-dagen", "de aangewezen dagen zijn nagekeken in de Staatscourant"),
    ("sluitingsdagen", "de sluitingsdagen van de gemeente staan in het profiel"),
    ("verbinding", "TLS met een geldig certificaat, en geen inspectie op dit adres"),
    ("server", "versleutelde schijf, geen wisselbestand, geen geheugendumps"),
    ("reservekopie", "reservekopieën lopen, gescheiden, en zijn een keer teruggezet"),
    ("onderhoud", "het onderhoud loopt, en het hoofd van het logboek wordt elders bewaard"),
    ("draaiboek", "het draaiboek is ingevuld en geprint"),
    ("penetratietest", "de penetratietest is gedaan en opgelost, of het risico is aanvaard"),
    ("scholing", "signalen zijn nagekeken door KMT; melders en AF's zijn geschoold"),
];

/// The whole list. `clean`: whether the check found nothing.
pub fn list(desk: &Desk, clean: bool, file: &Path, today: Day) -> Result<Vec<Point>> {
    let declarations = Declarations::read(file)?;
    declarations.names_only(&BY_PEOPLE.map(|(name, _)| name))?;
    let mut points = tested::points(desk, clean, today);
    points.extend(BY_PEOPLE.map(|(name, what)| Point { name, what, state: declarations.state(name, today) }));
    Ok(points)
}

/// Prints it; an error when something is open.
pub fn print(points: &[Point], file: &Path) -> Result<()> {
    println!("Voordat echte meldingen erin mogen:");
    for point in points {
        let (mark, how) = match &point.state {
            State::Tested => ("ja ", "nagegaan".to_owned()),
            State::Declared(by, day) => ("ja ", format!("verklaard door {by}, {day}")),
            State::Open(why) => ("nee", why.clone()),
        };
        println!("  {mark}  {}: {} ({how})", point.name, point.what);
    }
    match open(points) {
        0 => Ok(()),
        count => bail!(
            "{count} punten staan open (wie wat doet: docs/vertrouwen/livegang.md). Wat een mens verklaart komt in {}, een regel per punt: {EXAMPLE}",
            file.display()
        ),
    }
}

/// How many points are open.
pub fn open(points: &[Point]) -> usize {
    points.iter().filter(|point| matches!(point.state, State::Open(_))).count()
}

#[cfg(test)]
mod tests;
