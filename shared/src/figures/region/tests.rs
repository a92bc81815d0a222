use super::*;
use crate::figures::Tally;

const TEAMS: [(&str, &str); 4] =
    [("balie", "Balie"), ("jeugd", "Jeugd"), ("veiligheid", "Veiligheid"), ("zorg", "Zorg")];

fn of(gemeente: &str, half: &str, step: u8, places: u32) -> OfGemeente {
    let mut tally = Tally::default();
    for _ in 0..places {
        let mut one = Tally::default();
        one.put(FigureTable::Subject, ["plek"]);
        one.put(FigureTable::Signal, ["ramen-afgeplakt"]);
        tally.add(&one);
    }
    let half = half.to_owned().try_into().unwrap();
    let signals = [("ramen-afgeplakt", "De ramen zijn afgeplakt.")];
    let figures = Figures::publish(&tally, half, step, "2026-07-15".parse().unwrap(), &TEAMS, &signals);
    OfGemeente { gemeente: gemeente.into(), name: gemeente.to_uppercase(), practice: false, figures }
}

fn all() -> Vec<(String, String)> {
    ["a", "b", "c", "d"].map(|id| (id.to_owned(), id.to_uppercase())).to_vec()
}

fn count(region: &Region, table: FigureTable, code: &str) -> Between {
    let table = region.tables.iter().find(|one| one.table == table).unwrap();
    table.rows.iter().find(|row| row.code == code).unwrap().count
}

#[test]
fn published_numbers_are_added_up_and_who_is_missing_is_named() {
    let given = [of("a", "2026-1", 5, 7), of("b", "2026-1", 5, 4), of("c", "2026-1", 10, 12)];
    let region = Region::of(&all(), &given).unwrap();
    assert_eq!((region.of.join(" "), region.missing.join(" ")), ("A B C".to_owned(), "D".to_owned()));
    assert_eq!(count(&region, FigureTable::Subject, "plek"), Between { least: 15, most: Some(32) });
    // at one of them nobody sees it: there are fewer than five
    assert_eq!(count(&region, FigureTable::Signal, "ramen-afgeplakt"), Between { least: 15, most: Some(32) });
    let total = region.tables.iter().find(|one| one.table == FigureTable::Subject).unwrap().total;
    assert_eq!(total, Some(Between { least: 15, most: Some(32) }));
    let json = serde_json::to_string(&region).unwrap();
    assert_eq!(serde_json::from_str::<Region>(&json).unwrap(), region);
}

#[test]
fn a_row_that_one_of_them_does_not_show_has_no_upper_bound() {
    // five rows of teams, and a step of five
    let given = [of("a", "2026-1", 5, 1), of("b", "2026-1", 10, 1), of("c", "2026-1", 10, 1)];
    let region = Region::of(&all(), &given).unwrap();
    assert_eq!(count(&region, FigureTable::Team, "anders"), Between { least: 0, most: None });
    assert_eq!(count(&region, FigureTable::Team, "balie"), Between { least: 0, most: Some(22) });
}

/// Its reports are in another row there.
#[test]
fn of_a_kind_of_team_that_one_of_them_has_not_nothing_is_known() {
    let [a, b, mut c] = ["a", "b", "c"].map(|id| of(id, "2026-1", 10, 7));
    let teams = c.figures.tables.iter_mut().find(|one| one.table == FigureTable::Team).unwrap();
    teams.rows.retain(|row| row.code != "zorg");
    let region = Region::of(&all(), &[a, b, c]).unwrap();
    assert_eq!(count(&region, FigureTable::Team, "zorg"), Between { least: 0, most: None });
}

#[test]
fn what_no_instance_publishes_is_not_sound() {
    let good = of("a", "2026-1", 5, 7);
    assert!(good.is_sound());
    let changed = |change: fn(&mut OfGemeente)| {
        let mut one = good.clone();
        change(&mut one);
        one.is_sound()
    };
    let bad: [fn(&mut OfGemeente); 10] = [
        |one| one.gemeente = "../a".into(),
        |one| one.name = "A\nB".into(),
        |one| one.figures.step = 0,
        |one| one.figures.step = 6,
        |one| one.figures.tables.push(one.figures.tables[0].clone()),
        |one| one.figures.tables[0].total = Some(7),
        |one| one.figures.tables[0].total = Some(4_000_000_000),
        |one| one.figures.tables[0].rows[0].code = "verzonnen".into(),
        |one| one.figures.tables[0].rows[0].name = Some("Een andere naam".into()),
        |one| {
            let row = one.figures.tables[0].rows[0].clone();
            one.figures.tables[0].rows.push(row);
        },
    ];
    for (at, change) in bad.into_iter().enumerate() {
        assert!(!changed(change), "{at}");
    }
}

#[test]
fn of_a_table_that_one_of_them_has_not_nothing_is_known() {
    let [a, b, mut c] = ["a", "b", "c"].map(|id| of(id, "2026-1", 5, 7));
    c.figures.tables.retain(|shown| shown.table != FigureTable::Subject);
    let region = Region::of(&all(), &[a, b, c]).unwrap();
    assert_eq!(count(&region, FigureTable::Subject, "plek"), Between { least: 10, most: None });
}

#[test]
fn what_does_not_belong_together_is_not_added_up() {
    let [a, b, c] = ["a", "b", "c"].map(|id| of(id, "2026-1", 5, 7));
    let region = |given: &[OfGemeente]| Region::of(&all(), given).err();
    assert_eq!(region(&[]), Some(NoRegion::TooFew));
    assert_eq!(region(&[a.clone(), b.clone()]), Some(NoRegion::TooFew));
    assert_eq!(region(&[a.clone(), b.clone(), of("c", "2026-2", 5, 7)]), Some(NoRegion::Halves));
    assert_eq!(region(&[a.clone(), b.clone(), a.clone()]), Some(NoRegion::Twice("A".into())));
    assert_eq!(region(&[a, b, c]), None);
}
