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
    audit::{AuditAction, AuditPage},
    contract::{Endpoint, ErrorItem},
    id::AccountId,
};

/// The audit lines, newest first.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let desk = &call.desk;
    let filter = parse_query(desk, call.query())?;
    if filter.before.is_none() {
        audit::tell_all(desk)?;
    }
    let audit::Listed { lines, next, destroyed } = audit::list(desk, &filter)?;
    let names = account::all(desk)?.iter().map(StoredAccount::named).collect();
    let mut page = AuditPage { lines, next, names, destroyed, ..AuditPage::default() };
    if filter.before.is_none() {
        let open = case::open(desk)?;
        page.openings = relations::openings(desk)?;
        page.without_officer = relations::without_officer(desk, &open)?;
        page.unreadable = case::unreadable(desk, &open)?;
        page.flood = case::flood(desk)?;
    }
    Ok(answer(Endpoint::Audit, &page))
}

/// Whether everything is as it was written, as far as a request may look; due work looks at all of it.
pub async fn check(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::AuditCheck, &audit::check(&call.desk)?))
}

fn parse_query(desk: &Desk, text: &str) -> Result<Filter, Failure> {
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
    filter.object = about.map(|value| object(desk, &value)).transpose()?;
    Ok(filter)
}

/// The id of a case by its number; anything else is searched for as given.
fn object(desk: &Desk, value: &str) -> Result<String, Failure> {
    let sequence = value.split_once('-').and_then(|(_year, sequence)| sequence.parse::<u32>().ok());
    let row = sequence.map(|sequence| case::numbered(desk, sequence)).transpose()?.flatten();
    let meant = row.filter(|row| row.number.to_string() == value);
    Ok(meant.map_or_else(|| value.to_owned(), |row| row.id.as_str().to_owned()))
}

fn is_word(value: &str) -> bool {
    !value.is_empty() && value.len() <= 60 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn wrong(name: &str, detail: &str) -> ErrorItem {
    ErrorItem::new(name, "onbekende-waarde", detail)
}
