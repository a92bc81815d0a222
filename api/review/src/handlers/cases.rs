use super::detail::detail;
use axum::response::Response;
use http::{HeaderValue, header};
use kit::{
    Failure, account, arrival, body,
    cases::{closed_rows, load, open_rows, repair, take_in_or_wait},
    retention,
    routes::{Call, answer},
};
use shared::{
    contract::{CaseDetail, CasePage, Endpoint, ErrorItem, NewCode, PAGE_SIZE, ProblemKind},
    id::CaseId,
    report::{Channel, Draft},
};

/// Which list, and which page of it.
struct Query {
    closed: bool,
    page: u32,
}

/// The worklist: first what is new is taken in, so that nobody waits for a timer.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let kit = &call.kit;
    let query = parse_query(call.request.uri().query().unwrap_or_default())?;
    take_in_or_wait(kit)?;
    let mut open = open_rows(kit)?;
    let fresh = open.iter().filter(|row| row.fresh).count();
    let (today, count) = ((kit.now)().day(), open.len());
    let (rows, next_page) = if query.closed {
        closed_rows(kit, query.page)?
    } else {
        let calendar = kit.calendar()?;
        open.sort_by_cached_key(|row| row.order(today, &calendar));
        let from = PAGE_SIZE.saturating_mul(query.page as usize - 1);
        let next = (count > from.saturating_add(PAGE_SIZE)).then_some(query.page + 1);
        (open.into_iter().skip(from).take(PAGE_SIZE).collect(), next)
    };
    let (due, officers) = (retention::counts(kit)?.due, account::officers(kit)?);
    Ok(answer(Endpoint::Cases, &CasePage { rows, today, fresh, open: count, next_page, due, officers }))
}

fn parse_query(query: &str) -> Result<Query, Failure> {
    let mut parsed = Query { closed: false, page: 1 };
    let mut errors = Vec::new();
    for (name, value) in query.split('&').filter(|pair| !pair.is_empty()).map(|p| p.split_once('=').unwrap_or((p, "")))
    {
        match (name, value) {
            ("stap", "open") => parsed.closed = false,
            ("stap", "afgerond") => parsed.closed = true,
            ("pagina", value) if value.parse::<u32>().is_ok_and(|n| (1..=1_000_000).contains(&n)) => {
                parsed.page = value.parse().unwrap_or(1);
            }
            ("stap", _) => errors.push(wrong("stap", "onbekende-waarde", "is open of afgerond")),
            ("pagina", _) => errors.push(wrong("pagina", "onbekende-waarde", "is een getal vanaf 1")),
            _ => errors.push(wrong("?", "onbekend-veld", "kan hier niet; wel stap en pagina")),
        }
    }
    if errors.is_empty() {
        return Ok(parsed);
    }
    Err(Failure::Problem(ProblemKind::BadRequest, "Verbeter wat in de URL staat.", errors))
}

fn wrong(name: &str, code: &str, detail: &str) -> ErrorItem {
    ErrorItem { pointer: name.into(), code: code.into(), detail: detail.into() }
}

/// One case, with its revision as ETag.
pub async fn show(call: Call) -> Result<Response, Failure> {
    let id = CaseId::parse(&call.id).map_err(|_| Failure::not_found())?;
    let case = load(&call.kit, &id)?.value;
    repair(&call.kit, &case)?;
    let detail = detail(&call.kit, &case, &call.who()?.account)?;
    Ok(tagged(answer(Endpoint::Case, &detail), &detail))
}

/// The answer with the case's ETag.
pub fn tagged(mut response: Response, detail: &CaseDetail) -> Response {
    if let Ok(tag) = HeaderValue::from_str(&detail.revision.etag()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// A report taken by phone: the same way in as the melder's own, and taken in at once.
pub async fn add(call: Call) -> Result<Response, Failure> {
    let noted_by = call.who()?.account.clone();
    let secret = body::idempotency_key(call.request.headers())?;
    let draft: Draft = body::json(call.request).await?;
    let accepted = arrival::accept(&call.kit, &secret, &draft, Channel::Phone { noted_by })?;
    take_in_or_wait(&call.kit)?;
    let made = NewCode { id: accepted.id, receipt: accepted.receipt };
    let mut response = answer(Endpoint::AddCase, &made);
    if let Ok(location) = HeaderValue::from_str(&Endpoint::Case.url(made.id.as_str())) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_or_every_error_named() {
        assert!(parse_query("stap=afgerond&pagina=3").is_ok_and(|q| q.closed && q.page == 3));
        assert!(parse_query("").is_ok_and(|q| !q.closed && q.page == 1));
        let Err(Failure::Problem(kind, _, errors)) = parse_query("stap=weg&pagina=0&naam=x") else {
            panic!("accepted")
        };
        assert_eq!((kind, errors.len()), (ProblemKind::BadRequest, 3));
    }
}
