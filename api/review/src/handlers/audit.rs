use axum::response::Response;
use kit::{
    Failure, Kit, account,
    audit::{self, Filter},
    cases, relations,
    routes::{Call, answer},
};
use shared::{
    audit::{AuditAction, AuditPage},
    contract::{Endpoint, ErrorItem, OfficerView},
    id::AccountId,
};

/// Who looked at or did what, newest first.
pub async fn list(call: Call) -> Result<Response, Failure> {
    let kit = &call.kit;
    let filter = parse_query(kit, call.query())?;
    if filter.before.is_none() {
        audit::tell_all(kit)?;
    }
    let (lines, next) = audit::list(kit, &filter)?;
    let named = |account: account::StoredAccount| {
        let view = account.view();
        OfficerView { id: view.id, name: view.name, active: !view.blocked }
    };
    let names = account::all(kit)?.into_iter().map(named).collect();
    let mut page = AuditPage { lines, next, names, openings: Vec::new(), without_officer: Vec::new() };
    if filter.before.is_none() {
        page.openings = relations::openings(kit)?;
        page.without_officer = relations::without_officer(kit)?;
    }
    Ok(answer(Endpoint::Audit, &page))
}

/// Whether everything is as it was written.
pub async fn check(call: Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::AuditCheck, &audit::verify(&call.kit, None)?))
}

fn parse_query(kit: &Kit, query: &str) -> Result<Filter, Failure> {
    let (mut filter, mut errors) = (Filter::default(), Vec::new());
    for (name, value) in query.split('&').filter(|pair| !pair.is_empty()).map(|p| p.split_once('=').unwrap_or((p, "")))
    {
        match name {
            "dossier" if is_word(value) => filter.object = Some(object(kit, value)?),
            "dossier" => errors.push(wrong("dossier", "is het nummer of de sleutel van een dossier")),
            "wie" => match AccountId::parse(value) {
                Ok(actor) => filter.actor = Some(actor),
                Err(_) => errors.push(wrong("wie", "is de sleutel van een account")),
            },
            "wat" if is_word(value) => filter.action = Some(AuditAction::parse(value)),
            "wat" => errors.push(wrong("wat", "is de naam van een handeling")),
            "voor" => match value.parse::<i64>().ok().filter(|number| *number >= 1) {
                Some(number) => filter.before = Some(number),
                None => errors.push(wrong("voor", "is een getal vanaf 1")),
            },
            _ => errors.push(wrong("?", "kan hier niet; wel dossier, wie, wat en voor")),
        }
    }
    if errors.is_empty() {
        return Ok(filter);
    }
    Err(Failure::bad_query(errors))
}

/// The id of a case by its number; anything else is looked for as it was given.
fn object(kit: &Kit, value: &str) -> Result<String, Failure> {
    let sequence = value.split_once('-').and_then(|(_year, sequence)| sequence.parse::<u32>().ok());
    let row = sequence.map(|sequence| cases::numbered(kit, sequence)).transpose()?.flatten();
    let meant = row.filter(|row| row.number.to_string() == value);
    Ok(meant.map_or_else(|| value.to_owned(), |row| row.id.as_str().to_owned()))
}

fn is_word(value: &str) -> bool {
    !value.is_empty() && value.len() <= 60 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn wrong(name: &str, detail: &str) -> ErrorItem {
    ErrorItem::new(name, "onbekende-waarde", detail)
}
