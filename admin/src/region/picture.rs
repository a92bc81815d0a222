//! The picture of a region as one page that needs nothing else, for a screen and for paper.
use shared::figures::{Between, FigureTable, Region, RegionRow, RegionTable, Row};
use std::fmt::Write;
use words::{
    Words,
    officer::{counted_in, half_year, row_words},
};

/// The look: one file without anything from elsewhere.
const STYLE: &str = "body{font:1rem/1.5 sans-serif;max-width:70rem;margin:auto;padding:1rem;color:#111;background:#fff}\
section{break-inside:avoid;margin-block:1.5rem}table{border-collapse:collapse;width:100%}\
th,td{text-align:start;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ccc;vertical-align:top}\
tbody th{font-weight:normal}td{white-space:nowrap}td:last-child{width:35%}svg{display:block;width:100%;height:1.25em}\
.most{fill:#cdd9df}.least{fill:#0b4f6c}@page{size:A4;margin:12mm}\
@media print{body{font-size:7.5pt;line-height:1.2;padding:0}main{columns:2;column-gap:8mm}section{margin-block:2mm}\
h1{font-size:13pt}h2{font-size:9pt;margin:0}p{margin:.5mm 0}th,td{padding-block:.2mm}svg{height:1em}}";

/// Who is in it, and who is missing.
pub fn sentence(region: &Region) -> String {
    let missing = if region.missing.is_empty() {
        "Er ontbreekt geen gemeente.".to_owned()
    } else {
        format!("Er ontbreken cijfers van {}.", region.missing.join(", "))
    };
    format!("De {}: {} gemeenten opgeteld. {missing}", half_year(region.half), region.of.len())
}

/// The page.
pub fn page(region: &Region) -> String {
    let title = format!("Meldroute in de regio, de {}", half_year(region.half));
    let mut text = format!(
        "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    paragraph(&mut text, &sentence(region));
    paragraph(&mut text, &format!("Opgeteld: {}.", region.of.join(", ")));
    paragraph(
        &mut text,
        "Elke gemeente rondde haar getallen naar beneden af. Er staat waar een getal tussen ligt. Een gemeente die \
         weinig heeft, telt in de ondergrens niet mee.",
    );
    if region.practice {
        paragraph(&mut text, "Dit zijn verzonnen cijfers, van oefenomgevingen.");
    }
    if region.incomplete {
        paragraph(&mut text, "Bij een gemeente ontbreekt misschien een deel. Getallen kunnen te laag zijn.");
    }
    text.push_str("<main>\n");
    region.tables.iter().for_each(|table| section(&mut text, table));
    text.push_str("</main>\n</body>\n</html>\n");
    text
}

fn paragraph(text: &mut String, words: &str) {
    let _ = writeln!(text, "<p>{}</p>", escaped(words));
}

fn section(text: &mut String, table: &RegionTable) {
    let _ = writeln!(text, "<section>\n<h2>{}</h2>", table.table.words());
    paragraph(text, counted_in(table.table));
    let longest = table.rows.iter().filter_map(|row| row.count.most).max().unwrap_or(1).max(1);
    if table.rows.is_empty() {
        paragraph(text, "Geen enkele rij is groot genoeg.");
    } else {
        let _ = writeln!(
            text,
            "<table aria-label=\"{}\">\n<thead><tr><th scope=\"col\">Wat</th><th scope=\"col\">Aantal</th><td></td></tr>\
             </thead>\n<tbody>",
            table.table.words()
        );
        for row in &table.rows {
            line(text, &name(table.table, row), row.count, longest);
        }
        text.push_str("</tbody>\n");
        if let Some(total) = table.total {
            text.push_str("<tfoot>\n");
            line(text, "Samen", total, 0);
            text.push_str("</tfoot>\n");
        }
        text.push_str("</table>\n");
    }
    text.push_str("</section>\n");
}

fn name(table: FigureTable, row: &RegionRow) -> String {
    row_words(table, &Row { code: row.code.clone(), name: row.name.clone(), least: None })
}

/// A line, with a bar beside those of other lines; none where `longest` is 0.
fn line(text: &mut String, name: &str, count: Between, longest: u32) {
    let shown = match count.most {
        Some(most) => format!("{}–{most}", count.least),
        None => format!("minstens {}", count.least),
    };
    let bar = if longest == 0 {
        String::new()
    } else {
        format!(
            "<svg viewBox=\"0 0 {longest} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"most\" \
             width=\"{}\" height=\"1\"/><rect class=\"least\" width=\"{}\" height=\"1\"/></svg>",
            count.most.unwrap_or(longest),
            count.least
        )
    };
    let _ = writeln!(text, "<tr><th scope=\"row\">{}</th><td>{shown}</td><td>{bar}</td></tr>", escaped(name));
}

/// Text that cannot be taken for HTML: names come from files of others.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
