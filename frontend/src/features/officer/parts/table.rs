//! A table for a spreadsheet (RFC 4180).
use shared::moment::Moment;

/// One row with its line end.
#[must_use]
pub fn csv_row<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    let quoted = cells.into_iter().map(|cell| quoted(cell.as_ref()));
    quoted.collect::<Vec<String>>().join(",") + "\r\n"
}

/// A moment as a cell, in Dutch time.
#[must_use]
pub fn csv_moment(at: Moment) -> String {
    at.local().format("%Y-%m-%d %H:%M:%S").to_string()
}

/// In quotes, and never something that a spreadsheet would calculate.
fn quoted(cell: &str) -> String {
    let before = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{before}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_a_quote_does_not_end_it() {
        assert_eq!(csv_row(["zei \"nu\"", "=SOM(A1)", "7"]), "\"zei \"\"nu\"\"\",\"'=SOM(A1)\",\"7\"\r\n");
        for start in ["+", "-", "@", "\t", "\r"] {
            assert_eq!(csv_row([start]), format!("\"'{start}\"\r\n"));
        }
    }

    #[test]
    fn a_moment_is_in_dutch_time() {
        let at = Moment::try_from("2026-04-30T12:02:00Z".to_owned()).unwrap();
        assert_eq!(csv_moment(at), "2026-04-30 14:02:00");
    }
}
