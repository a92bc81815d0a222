//! Two half-years of figures, from before the made-up cases. They are made-up counts, published as real ones are.
use super::play;
use desk::{Desk, figures};
use kit::Failure;
use shared::figures::{FigureTable, HalfYear, OTHER_TEAM, Tally};

/// Days before today in which the first made-up case cannot have come.
const BEFORE: u64 = 70;

/// Counts of a quiet half-year; the other one has half as many again.
const QUIET: [(FigureTable, &[(&str, u32)]); 14] = [
    (FigureTable::Subject, &[("persoon", 21), ("plek", 17)]),
    (FigureTable::Team, &[("balie", 13), ("zorg", 8), ("handhaving", 7), ("inkomen", 6), (OTHER_TEAM, 4)]),
    (FigureTable::Form, &[("arbeid", 17), ("seksueel", 8), ("crimineel", 7), ("weet-niet", 6)]),
    (FigureTable::Contact, &[("op-tijd", 33), ("te-laat", 3), ("niet-nodig", 2)]),
    (FigureTable::Kmt, &[("advies", 12), ("bekend", 17)]),
    (
        FigureTable::Outcome,
        &[("waarschijnlijk", 11), ("onduidelijk", 8), ("te-weinig-aanwijzingen", 9), ("vergissing", 4), ("dubbel", 2)],
    ),
    (FigureTable::Referral, &[("kmt-casus", 9), ("regie-wmo", 7), ("riec", 6), ("politie", 2)]),
    (FigureTable::ToContact, &[("week", 36), ("vier-weken", 2)]),
    (FigureTable::ToInquiry, &[("week", 22), ("vier-weken", 8)]),
    (FigureTable::ToDecision, &[("vier-weken", 17), ("kwartaal", 9), ("langer", 2)]),
    (FigureTable::ToRuling, &[("week", 16), ("vier-weken", 12)]),
    (FigureTable::ToEnd, &[("week", 6), ("vier-weken", 15), ("kwartaal", 5)]),
    (
        FigureTable::Signal,
        &[
            ("slaapt-op-werkplek", 12),
            ("ander-doet-het-woord", 16),
            ("ander-houdt-paspoort", 7),
            ("ramen-afgeplakt", 4),
        ],
    ),
    (FigureTable::SignalOn, &[("slaapt-op-werkplek", 10), ("ander-doet-het-woord", 8), ("ander-houdt-paspoort", 6)]),
];

/// Publishes both.
pub fn make(desk: &Desk) -> Result<(), Failure> {
    let teams = desk.environment().teams()?;
    let long_ago = play::now().day() - chrono::Days::new(BEFORE);
    let last = HalfYear::of(long_ago).previous();
    figures::freeze(desk, last.previous(), &tally(2), false, &teams)?;
    figures::freeze(desk, last, &tally(3), false, &teams)
}

/// So many halves of the quiet counts.
fn tally(halves: u32) -> Tally {
    let mut sum = Tally::default();
    for (table, rows) in QUIET {
        for (row, count) in rows {
            let mut one = Tally::default();
            one.put(table, [*row]);
            (0..count * halves / 2).for_each(|_| sum.add(&one));
        }
    }
    sum
}
