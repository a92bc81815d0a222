//! A table for a spreadsheet (RFC 4180).
use shared::moment::Moment;

/// Where a table goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Into a file that a Dutch Excel opens: a mark that says it is UTF-8, and semicolons.
    File,
    /// Onto the clipboard, to paste into a spreadsheet: tabs.
    Clipboard,
}

impl Table {
    /// The whole table: its head and its rows.
    #[must_use]
    pub fn of<const N: usize>(self, head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
        let (mark, between) = match self {
            Self::File => ("\u{feff}", ";"),
            Self::Clipboard => ("", "\t"),
        };
        let row = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(between) + "\r\n";
        let rows = rows.into_iter().map(|cells| row(&cells)).collect::<String>();
        format!("{mark}{}{rows}", row(&head.map(str::to_owned)))
    }
}

/// A moment as a cell, in Dutch time.
#[must_use]
pub fn csv_moment(at: Moment) -> String {
    at.local().format("%Y-%m-%d %H:%M:%S").to_string()
}

/// In quotes, and never something that a spreadsheet would calculate. It may pass over what can't be seen at the start,
/// and takes the wide forms of a sign for the sign.
fn quoted(cell: &str) -> String {
    let unseen = |sign: char| sign.is_whitespace() || sign.is_control() || ('\u{200b}'..='\u{200f}').contains(&sign);
    let first = cell.trim_start_matches(|sign| unseen(sign) || sign == '\u{feff}').chars().next();
    let calculates = first.is_some_and(|first| "=+-@＝＋－＠−﹢﹣﹫﹦".contains(first));
    let before = if calculates || cell.starts_with(['\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{before}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells<const N: usize>(cells: [&str; N]) -> [String; N] {
        cells.map(str::to_owned)
    }

    #[test]
    fn a_dutch_excel_sees_columns_and_letters() {
        let rows = || [cells(["José", "İbrahim; Łukasz"])];
        assert_eq!(Table::File.of(["a", "b"], rows()), "\u{feff}\"a\";\"b\"\r\n\"José\";\"İbrahim; Łukasz\"\r\n");
        assert_eq!(Table::Clipboard.of(["a", "b"], rows()), "\"a\"\t\"b\"\r\n\"José\"\t\"İbrahim; Łukasz\"\r\n");
    }

    #[test]
    fn a_cell_is_never_a_formula_and_a_quote_does_not_end_it() {
        assert_eq!(quoted("zei \"nu\""), "\"zei \"\"nu\"\"\"");
        let starts = [
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n=",
            "  =",
            "\u{a0}@",
            "\u{200b}=",
            "\u{feff}+",
            "＝",
            "＋1",
            "－",
            "＠",
        ];
        for start in starts {
            assert_eq!(quoted(start), format!("\"'{start}\""), "{start:?}");
        }
        for plain in ["", "7", "a=b", " a-b", "niemand"] {
            assert_eq!(quoted(plain), format!("\"{plain}\""));
        }
    }

    #[test]
    fn a_moment_is_in_dutch_time() {
        let at = Moment::try_from("2026-04-30T12:02:00Z".to_owned()).unwrap();
        assert_eq!(csv_moment(at), "2026-04-30 14:02:00");
    }
}
