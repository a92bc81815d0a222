use super::numbers;
use axum::response::Response;
use desk::{
    Desk,
    account::{self, StoredAccount},
    audit::{self, Filter},
    case::{self, relations},
    entrance::Call,
};
use kit::{
    Failure,
    web::{query, routes::answer},
};
use shared::{
    audit::{AuditAction, AuditPage, Sought},
    contract::{Endpoint, ErrorItem, ReviewEndpoint},
    id::AccountId,
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::AuditCheck { check(call).await } else { list(call).await }
}

/// The audit lines, newest first.
async fn list(call: Call) -> Result<Response, Failure> {
    let desk = &call.desk;
    let (filter, sought) = parse_query(desk, call.query())?;
    if filter.before.is_none() {
        audit::tell_all(desk)?;
    }
    let audit::Listed { lines, next, destroyed } = audit::list(desk, &filter)?;
    let names = account::all(desk)?.iter().map(StoredAccount::named).collect();
    let numbers = numbers::of_lines(desk, &lines)?;
    let mut page = AuditPage { lines, next, names, destroyed, numbers, sought, ..AuditPage::default() };
    if filter.before.is_none() {
        let open = case::open(desk)?;
        page.openings = relations::openings(desk)?;
        page.covers = relations::covers(desk)?;
        page.without_officer = relations::without_officer(desk, &open)?;
        page.unreadable = case::unreadable(desk, &open)?;
        page.flood = case::flood(desk)?;
    }
    Ok(answer(Endpoint::Audit, &page))
}

/// Whether everything is as it was written, as far as a request may look; due work looks at all of it.
async fn check(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::AuditCheck, &audit::check(&call.desk)?))
}

/// Which lines to list, and what there is of the case number that they are searched by.
fn parse_query(desk: &Desk, text: &str) -> Result<(Filter, Option<Sought>), Failure> {
    let (mut filter, mut about) = (Filter::default(), None);
    query::read(text, |name, value| {
        match name {
            "dossier" if is_word(value) => about = Some(value.to_owned()),
            "dossier" => return Err(wrong("dossier", "is het nummer of de sleutel van een dossier")),
            "wie" => {
                let actor = AccountId::parse(value).map_err(|_| wrong("wie", "is de sleutel van een account"))?;
                filter.actor = Some(actor);
            }
            "wat" if is_word(value) => filter.action = Some(AuditAction::parse(value)),
            "wat" => return Err(wrong("wat", "is de naam van een handeling")),
            "voor" => match value.parse::<i64>().ok().filter(|number| *number >= 1) {
                Some(number) => filter.before = Some(number),
                None => return Err(wrong("voor", "is een getal vanaf 1")),
            },
            _ => return Err(wrong("?", "kan hier niet; wel dossier, wie, wat en voor")),
        }
        Ok(())
    })?;
    let Some(about) = about else { return Ok((filter, None)) };
    let (object, sought) = numbers::sought(desk, about)?;
    filter.object = Some(object);
    Ok((filter, sought))
}

fn is_word(value: &str) -> bool {
    !value.is_empty() && value.len() <= 60 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn wrong(name: &str, detail: &str) -> ErrorItem {
    ErrorItem::new(name, "onbekende-waarde", detail)
}
