//! The worklist, one case, and a report taken by phone.
use super::detail::detail;
use axum::response::Response;
use desk::{
    Desk, account,
    case::{closed_rows_to, open_lines, relations, repair, take_in_or_wait, unreadable},
    entrance::Call,
    retention,
};
use http::{HeaderValue, header};
use kit::{
    Failure,
    inbox::arrival,
    web::{
        body, query,
        routes::{answer, tagged},
    },
};
use shared::{
    access::{Action, may},
    answer::YesNo,
    calendar::Calendar,
    case::{Exclusions, ReducedRow, Refusal, Row, RowView},
    contract::{CasePage, Endpoint, ErrorItem, NewCode, PAGE_SIZE},
    id::{AccountId, CaseId},
    moment::Day,
    report::{Channel, Draft},
};

/// The list that is requested.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Open,
    Closed,
}

/// Which list, and which page of it.
struct Query {
    list: List,
    page: u32,
}

/// The worklist. New reports are taken in first, so that nobody depends on a timer.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let (desk, who) = (&call.desk, call.who()?);
    let query = parse_query(call.query())?;
    take_in_or_wait(desk)?;
    let accounts = account::all(desk)?;
    let viewer = relations::viewer(desk, &who.account, &accounts)?;
    let may_see = |row: &Row| may(Some(who.role), Action::See, viewer.relation(row));
    let may_see_line = |row: &Row| may(Some(who.role), Action::SeeLine, viewer.relation(row));
    let lines = open_lines(desk)?;
    let unreadable = unreadable(desk, &lines)?;
    let rows = lines.rows.into_iter().filter(may_see_line);
    let (mine, others): (Vec<Row>, Vec<Row>) = rows.partition(may_see);
    let (today, open) = (desk.now().day(), mine.len());
    let fresh = mine.iter().filter(|row| row.fresh).count();
    let (rows, others, next_page) = match query.list {
        List::Closed => {
            let (rows, next) = closed_rows_to(desk, query.page, may_see_line)?;
            let (mine, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(may_see);
            (views(mine, today), others.iter().map(ReducedRow::from).collect(), next)
        }
        List::Open => open_page(views(mine, today), &others, query.page, today, &desk.calendar()?),
    };
    let officers = account::officers_of(&accounts);
    let due = retention::counts(desk)?.due_to(&viewer);
    Ok(answer(Endpoint::Cases, &CasePage { rows, others, today, fresh, open, next_page, due, officers, unreadable }))
}

/// The lines as they are sent.
fn views(rows: Vec<Row>, today: Day) -> Vec<RowView> {
    rows.into_iter().map(|row| RowView::of(row, today)).collect()
}

/// A page of the open ones: as many lines of one's own as fit, and as many of colleagues.
fn open_page(
    mut mine: Vec<RowView>,
    others: &[Row],
    page: u32,
    today: Day,
    calendar: &Calendar,
) -> (Vec<RowView>, Vec<ReducedRow>, Option<u32>) {
    mine.sort_by_cached_key(|row| row.order(today, calendar));
    let mut others: Vec<ReducedRow> = others.iter().map(ReducedRow::from).collect();
    others.sort_by_key(ReducedRow::order);
    let from = PAGE_SIZE.saturating_mul(page as usize - 1);
    let next = (mine.len().max(others.len()) > from.saturating_add(PAGE_SIZE)).then_some(page + 1);
    let cut_mine = mine.into_iter().skip(from).take(PAGE_SIZE).collect();
    (cut_mine, others.into_iter().skip(from).take(PAGE_SIZE).collect(), next)
}

fn parse_query(text: &str) -> Result<Query, Failure> {
    let mut parsed = Query { list: List::Open, page: 1 };
    query::read(text, |name, value| {
        match (name, value) {
            ("stap", "open") => parsed.list = List::Open,
            ("stap", "afgerond") => parsed.list = List::Closed,
            ("stap", _) => return Err(ErrorItem::new("stap", "onbekende-waarde", "is open of afgerond")),
            ("pagina", value) => match value.parse().ok().filter(|page| (1..=1_000_000).contains(page)) {
                Some(page) => parsed.page = page,
                None => return Err(ErrorItem::new("pagina", "onbekende-waarde", "is een getal vanaf 1")),
            },
            _ => return Err(ErrorItem::new("?", "onbekend-veld", "kan hier niet; wel stap en pagina")),
        }
        Ok(())
    })?;
    Ok(parsed)
}

/// One case, with its revision as ETag.
pub async fn show(call: Call) -> Result<Response, Failure> {
    let id: CaseId = call.id()?;
    let who = call.who()?;
    let seen = relations::see(&call.desk, who, &id, Action::See)?;
    let case = &seen.standing.value;
    repair(&call.desk, case)?;
    let detail = detail(&call.desk, case, who, &seen.viewer)?;
    Ok(tagged(Endpoint::Case, &detail, detail.revision))
}

/// A report taken by phone: the same way in as the melder's own, and taken in at once.
pub async fn add(call: Call) -> Result<Response, Failure> {
    let noted_by = call.who()?.account.clone();
    let secret = body::idempotency_key(call.request.headers())?;
    let draft: Draft = body::json(call.request).await?;
    refuse_excluded(&call.desk, &noted_by, &draft)?;
    let accepted = arrival::accept(&call.desk.inbox, &secret, &draft, Channel::Phone { noted_by })?;
    take_in_or_wait(&call.desk)?;
    let made = NewCode { id: accepted.id, receipt: accepted.receipt };
    let mut response = answer(Endpoint::AddCase, &made);
    if let Ok(location) = HeaderValue::from_str(&Endpoint::Case.url(made.id.as_str())) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

/// An AF who is excluded from a report cannot record it either.
fn refuse_excluded(desk: &Desk, me: &AccountId, draft: &Draft) -> Result<(), Failure> {
    if draft.colleague != Some(YesNo::Yes) || draft.excluded.is_empty() {
        return Ok(());
    }
    let officers = account::colleagues(desk, &account::all(desk)?)?;
    let function = officers.iter().find(|one| one.id == *me).and_then(|one| one.function.as_ref());
    let excluded = Exclusions::of_functions(draft.excluded.clone()).excludes(me, function, desk.now().day());
    if excluded { Err(Refusal::Excluded.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_or_every_error_named() {
        assert!(parse_query("stap=afgerond&pagina=3").is_ok_and(|q| q.list == List::Closed && q.page == 3));
        assert!(parse_query("").is_ok_and(|q| q.list == List::Open && q.page == 1));
        let Err(Failure::Problem(kind, _, errors)) = parse_query("stap=weg&pagina=0&naam=x") else {
            panic!("accepted")
        };
        assert_eq!((kind, errors.len()), (shared::contract::ProblemKind::BadRequest, 3));
    }
}
