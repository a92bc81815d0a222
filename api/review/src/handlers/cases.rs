//! The worklist, one case, and a report taken by phone.
use super::detail::detail;
use axum::response::Response;
use desk::{
    account, awareness,
    case::{self, Open, closed_rows_to, relations, repair, take_in_or_wait, unreadable},
    entrance::Call,
    login::session,
    outbox, retention,
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
    access::{Action, Relation, Role, Viewer, may},
    answer::YesNo,
    case::{Comeback, Exclusions, Group, OpenReview, ReducedRow, Refusal, Row, RowView},
    contract::{CasePage, Endpoint, ErrorItem, NewCode, PAGE_SIZE},
    id::{AccountId, CaseId},
    moment::{Day, Moment},
    report::{Channel, Draft, WayIn},
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
    let rules = Rules { viewer: &viewer, role: who.role };
    let cases = case::open(desk)?;
    let opened = relations::opened(desk, &viewer)?;
    let opened = cases.lines_of(&opened, |row| viewer.relation(row) == Relation::Opened)?;
    let (open, fresh) = cases.count(|group| rules.sees_group(group));
    let (open, fresh) = (open + opened.len(), fresh + opened.iter().filter(|row| row.fresh).count());
    let today = desk.now().day();
    let before = case::visits::before(desk, &who.account, session::is_by_itself(call.request.headers()))?;
    let (mut rows, others, next_page) = match query.list {
        List::Closed => {
            let (rows, next) = closed_rows_to(desk, query.page, |row| rules.sees_line(row))?;
            let (mine, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| rules.sees(row));
            (views(mine, today, &viewer.me, before), others.iter().map(ReducedRow::from).collect(), next)
        }
        List::Open => {
            let others = cases.count(|group| rules.sees_lines_of(group)).0.saturating_sub(opened.len());
            let page = open_page(&cases, &rules, &opened, query.page)?;
            let next = (open.max(others) > PAGE_SIZE.saturating_mul(query.page as usize)).then_some(query.page + 1);
            (views(page.0, today, &viewer.me, before), page.1.iter().map(ReducedRow::from).collect(), next)
        }
    };
    case::joined::raise(desk, &mut rows, &viewer)?;
    let (officers, unreadable) = (account::officers_of(&accounts), unreadable(desk, &cases)?);
    let due = retention::counts(desk)?.due_to(&viewer);
    let (flood, together) = (case::flood(desk)?, case::together::waiting(desk, &viewer)?);
    let messages = outbox::delivery(desk, &who.account)?;
    let (late, reviews): (Vec<OpenReview>, Vec<OpenReview>) =
        case::reviews::due(desk, &viewer)?.into_iter().partition(|review| review.why == Comeback::Addition);
    let page = CasePage {
        rows,
        others,
        today,
        fresh,
        open,
        next_page,
        due,
        officers,
        unreadable,
        flood,
        together,
        messages,
        reviews: reviews.len(),
        late,
        before,
        covers: relations::covers_for(desk, &who.account, before)?,
        unfinished: case::phone_draft::lines(desk, &viewer)?,
        update: awareness::to_remind(desk, &accounts)?,
    };
    Ok(answer(Endpoint::Cases, &page))
}

/// What the AF who asks may see of a list.
pub(super) struct Rules<'a> {
    pub viewer: &'a Viewer,
    pub role: Role,
}

impl Rules<'_> {
    fn may(&self, action: Action, relation: Relation) -> bool {
        may(Some(self.role), action, relation)
    }

    pub fn sees(&self, row: &Row) -> bool {
        self.may(Action::See, self.viewer.relation(row))
    }

    pub fn sees_line(&self, row: &Row) -> bool {
        self.may(Action::SeeLine, self.viewer.relation(row))
    }

    pub fn sees_group(&self, group: &Group) -> bool {
        let relation = self.viewer.relation_to(group);
        self.may(Action::SeeLine, relation) && self.may(Action::See, relation)
    }

    /// A group of which the AF sees no more than the lines.
    fn sees_lines_of(&self, group: &Group) -> bool {
        let relation = self.viewer.relation_to(group);
        self.may(Action::SeeLine, relation) && !self.may(Action::See, relation)
    }
}

/// The lines as they are sent.
pub(super) fn views(rows: Vec<Row>, today: Day, me: &AccountId, before: Option<Moment>) -> Vec<RowView> {
    rows.into_iter().map(|row| RowView::since(row, today, me, before)).collect()
}

/// A page of the open ones: as many lines of one's own as fit, and as many of colleagues.
fn open_page(cases: &Open<'_>, rules: &Rules<'_>, opened: &[Row], page: u32) -> Result<(Vec<Row>, Vec<Row>), Failure> {
    let upto = PAGE_SIZE.saturating_mul(page as usize);
    let sees = |row: &Row| rules.sees_line(row) && rules.sees(row);
    let sees_line = |row: &Row| rules.sees_line(row) && !rules.sees(row);
    let mine = cases.first(upto, |group| rules.sees_group(group), sees, opened)?;
    let others = cases.first(upto, |group| rules.sees_lines_of(group), sees_line, &[])?;
    let cut = |rows: Vec<Row>| rows.into_iter().skip(upto - PAGE_SIZE).collect();
    Ok((cut(mine), cut(others)))
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
    let mut seen = relations::see(&call.desk, who, &id, Action::See)?;
    if case::take_answers(&call.desk, &seen.standing)? {
        seen = relations::see(&call.desk, who, &id, Action::See)?;
    }
    let case = &seen.standing.value;
    repair(&call.desk, case)?;
    case::look(&call.desk, &seen.standing, &who.account)?;
    let detail = detail(&call.desk, case, who, &seen.viewer)?;
    Ok(tagged(Endpoint::Case, &detail, detail.revision))
}

/// A report that an AF wrote down: the same way in as the melder's own, and taken in at once. Nobody gets a code where
/// there is no melder.
pub async fn add(call: Call) -> Result<Response, Failure> {
    let noted_by = call.who()?.account.clone();
    let secret = body::idempotency_key(call.request.headers())?;
    let draft: Draft = body::json(call.request).await?;
    let viewer = relations::viewer(&call.desk, &noted_by, &account::all(&call.desk)?)?;
    refuse_excluded(&viewer, &draft)?;
    let accepted = arrival::accept(&call.desk.inbox, &secret, &draft, Channel::noted(draft.way, noted_by))?;
    case::phone_draft::sent(&call.desk, &viewer, &draft)?;
    take_in_or_wait(&call.desk)?;
    let receipt = Some(accepted.receipt).filter(|_| draft.way != Some(WayIn::Kmt));
    let made = NewCode { id: accepted.id, receipt };
    let mut response = answer(Endpoint::AddCase, &made);
    if let Ok(location) = HeaderValue::from_str(&Endpoint::Case.url(made.id.as_str())) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

/// An AF who is excluded from a report cannot record it either.
fn refuse_excluded(viewer: &Viewer, draft: &Draft) -> Result<(), Failure> {
    if draft.colleague != Some(YesNo::Yes) || draft.excluded.is_empty() {
        return Ok(());
    }
    let excluded = viewer.keeps_out(&Exclusions::of_functions(draft.excluded.clone()), &viewer.me);
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
