use super::range::Range;
use crate::{
    csv::Table,
    messages::{Words, officer::row_words},
};
use shared::figures::{FigureTable, Figures};

const HEAD: [&str; 6] = ["halfjaar", "tabel", "rij", "code", "minstens", "hoogstens"];

/// The figures as a table for a spreadsheet. A number that is not shown leaves its cells empty.
pub fn csv(figures: &Figures) -> String {
    let cells = |table: FigureTable, row: String, code: &str, least: Option<u32>| {
        let range = Range { least, step: figures.step };
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        [figures.half.to_string(), table.words().into(), row, code.into(), number(least), number(range.most())]
    };
    let rows = figures.tables.iter().flat_map(|shown| {
        let rows = shown.rows.iter().map(|row| cells(shown.table, row_words(shown.table, row), &row.code, row.least));
        let total = shown.total.map(|total| cells(shown.table, "Samen".into(), "samen", Some(total)));
        rows.chain(total).collect::<Vec<_>>()
    });
    Table::File.of(HEAD, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::figures::Tally;

    #[test]
    fn every_published_number_is_a_line_between_its_bounds() {
        let mut tally = Tally::default();
        tally.put(FigureTable::Subject, ["plek"]);
        let half = "2026-1".to_owned().try_into().unwrap();
        let figures = Figures::publish(&tally, half, 5, "2026-07-15".parse().unwrap(), &[("balie", "=Balie")], &[]);
        let text = csv(&figures);
        let rows: usize = figures.tables.iter().map(|one| one.rows.len() + usize::from(one.total.is_some())).sum();
        assert_eq!(text.lines().count(), rows + 1);
        assert!(text.contains(r#""2026-1";"Waar gaat het over?";"Over een plek of bedrijf";"plek";"0";"4""#), "{text}");
        assert!(text.contains(r#""'=Balie";"balie""#), "{text}");
    }
}
