use super::*;
use crate::profile::{STEPS, USUAL_STEP};

fn published(tally: &Tally, step: u8) -> Figures {
    let teams = [("balie", "Balie"), ("jeugd", "Jeugd"), ("veiligheid", "Veiligheid"), ("zorg", "Zorg")];
    let signals = [("slaapt-op-werk", "Slaapt op het werk")];
    Figures::publish(tally, half("2026-1"), step, "2026-07-15".parse().unwrap(), &teams, &signals)
}

/// So many cases in this row.
fn many(table: FigureTable, row: &str, times: u32) -> Tally {
    let mut sum = Tally::default();
    for _ in 0..times {
        let mut one = Tally::default();
        one.put(table, [row]);
        sum.add(&one);
    }
    sum
}

fn least(figures: &Figures, table: FigureTable, code: &str) -> Option<u32> {
    let rows = &figures.table(table).unwrap().rows;
    rows.iter().find(|row| row.code == code).unwrap_or_else(|| panic!("{code}")).least
}

#[test]
fn every_number_is_rounded_down_by_itself() {
    for (exact, shown) in [(0, 0), (4, 0), (5, 5), (9, 5), (10, 10), (104, 100)] {
        let figures = published(&many(FigureTable::Subject, "plek", exact), 5);
        assert_eq!(least(&figures, FigureTable::Subject, "plek"), Some(shown), "{exact}");
        assert_eq!(figures.table(FigureTable::Subject).unwrap().total, Some(shown));
        assert_eq!(least(&figures, FigureTable::Subject, "persoon"), Some(0));
    }
    let few = published(&many(FigureTable::Signal, "slaapt-op-werk", 4), 5);
    assert!(few.table(FigureTable::Signal).unwrap().rows.is_empty(), "as if nobody had it");
}

#[test]
fn a_table_of_as_many_rows_as_the_step_or_its_multiple_hides_its_last_row_always() {
    // five: balie, jeugd, veiligheid, zorg, and all others
    for (step, hidden) in [(5, true), (10, false), (15, false)] {
        for exact in [0, 3, 40] {
            let figures = published(&many(FigureTable::Team, OTHER_TEAM, exact), step);
            assert_eq!(least(&figures, FigureTable::Team, OTHER_TEAM).is_none(), hidden, "{step} {exact}");
        }
    }
}

#[test]
fn a_kind_of_team_that_is_gone_counts_as_none_and_an_older_signal_by_its_id() {
    let mut tally = many(FigureTable::Team, "vroeger", 12);
    tally.add(&many(FigureTable::Signal, "ouder", 17));
    tally.add(&many(FigureTable::Signal, "slaapt-op-werk", 10));
    let figures = published(&tally, 10);
    assert_eq!(least(&figures, FigureTable::Team, OTHER_TEAM), Some(10));
    let signals = &figures.table(FigureTable::Signal).unwrap().rows;
    let named: Vec<(&str, Option<&str>)> = signals.iter().map(|row| (row.code.as_str(), row.name.as_deref())).collect();
    assert_eq!(named, [("slaapt-op-werk", Some("Slaapt op het werk")), ("ouder", None)]);
}

#[test]
fn a_step_that_there_is_not_is_the_next_one() {
    for (asked, step) in [(0, 5), (5, 5), (6, 10), (25, 25), (200, 25)] {
        assert_eq!(published(&Tally::default(), asked).step, step);
    }
    assert!(STEPS.contains(&USUAL_STEP));
}
