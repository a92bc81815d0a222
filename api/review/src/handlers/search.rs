//! Searching the cases that an AF may see. What is looked for is in no address, log or audit line.
use super::cases::{Rules, views};
use axum::response::Response;
use desk::{
    account,
    case::{self, Found, chunk_of, relations},
    entrance::Call,
};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use serde_json::Value;
use shared::{
    access::Relation,
    case::{Case, Row, clue, redact::normal},
    contract::{Endpoint, ErrorItem, SearchIn, SearchPage, SearchQuestion},
};

/// Newest first, from where the request before stopped.
pub async fn search(mut call: Call) -> Result<Response, Failure> {
    let question: SearchQuestion = body::json(std::mem::take(&mut call.request)).await?;
    question.check().map_err(|(field, code)| wrong(field, code))?;
    let (desk, who) = (&call.desk, call.who()?);
    let viewer = relations::viewer(desk, &who.account, &account::all(desk)?)?;
    let rules = Rules { viewer: &viewer, role: who.role };
    let before = question.before.unwrap_or(u32::MAX);
    let sees = |row: &Row| rules.sees_line(row) && rules.sees(row);
    let found = match question.kind {
        SearchIn::Open => {
            let cases = case::open(desk)?;
            let opened = relations::opened(desk, &viewer)?;
            let opened = cases.lines_of(&opened, |row| viewer.relation(row) == Relation::Opened)?;
            let mut chunks = cases.chunks_of(|group| rules.sees_group(group))?;
            chunks.extend(opened.iter().map(|row| chunk_of(row.number.sequence)));
            chunks.sort_unstable();
            chunks.dedup();
            let words = Words::of(&question.words);
            case::search_open(desk, &cases, before, sees, &chunks, |case| words.are_in(case))?
        }
        SearchIn::Closed => closed(&call, &question, before, sees)?,
    };
    let today = desk.now().day();
    let Found { rows, searched, next } = found;
    let page = SearchPage { rows: views(rows, today, &viewer.me, None), searched, next, today };
    Ok(answer(Endpoint::Search, &page))
}

/// By number that is one line. By an exact name, address, telephone number or plate it is what the index of clues
/// names. By year and outcome the lines are walked.
fn closed(call: &Call, question: &SearchQuestion, before: u32, sees: impl Fn(&Row) -> bool) -> Result<Found, Failure> {
    let fits = |row: &Row| {
        let outcome = row.kept.as_ref().map(|kept| kept.outcome);
        question.year.is_none_or(|year| row.number.year == year)
            && question.outcome.is_none_or(|wanted| outcome == Some(wanted))
    };
    if question.is_exact() {
        return case::search_clues(&call.desk, before, &clue::sought(&question.words), sees, fits);
    }
    let Some(number) = question.number() else { return case::search_closed(&call.desk, before, sees, fits) };
    let line = case::numbered(&call.desk, number.sequence).or_else(|failure| failure.unless_damaged(None))?;
    let rows: Vec<Row> = line.into_iter().filter(|row| row.number == number && !row.is_open() && sees(row)).collect();
    Ok(Found { searched: rows.len(), rows: rows.into_iter().filter(fits).collect(), next: None })
}

fn wrong(field: &str, code: &str) -> Failure {
    let detail = "Zoek met minstens drie letters, en afgeronde dossiers ook op nummer, jaar of uitkomst.";
    Failure::bad_body(vec![ErrorItem::new(field, code, detail)])
}

/// What is looked for, in normal form.
struct Words(Vec<String>);

impl Words {
    fn of(typed: &str) -> Self {
        let words = normal(typed);
        Self(words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    /// Whether each of them is somewhere in the case.
    fn are_in(&self, case: &Case) -> bool {
        let mut text = case.origins().number.to_string();
        if let Ok(stored) = serde_json::to_value(case) {
            gather(&stored, &mut text);
        }
        let text = normal(&text);
        self.0.iter().all(|word| text.contains(word))
    }
}

/// Every text in what is stored of a case, so that a kind of note that comes later is searched too. Ids and keys are no
/// text.
fn gather(stored: &Value, text: &mut String) {
    match stored {
        Value::String(written) if !is_id(written) => {
            text.push('\n');
            text.push_str(written);
        }
        Value::Array(parts) => parts.iter().for_each(|part| gather(part, text)),
        Value::Object(fields) => fields.iter().for_each(|(name, part)| {
            if name != "soort" {
                gather(part, text);
            }
        }),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn is_id(written: &str) -> bool {
    written.len() >= 32 && written.bytes().all(|b| b.is_ascii_hexdigit())
}
