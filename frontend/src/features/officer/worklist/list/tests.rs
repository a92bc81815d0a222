use super::*;
use shared::{
    case::Step,
    id::{CaseId, CaseNumber, Revision},
    indicators::ExploitationForm,
    moment::Moment,
    report::Subject,
    text::Line as Name,
};

fn row(sequence: u32, next: NextAction, due: Option<&str>, urgent: bool) -> Row {
    Row {
        id: CaseId::from_bytes(&[u8::try_from(sequence).unwrap(); 16]),
        number: CaseNumber { year: 2026, sequence },
        revision: Revision(1),
        subject: Subject::Person,
        forms: vec![ExploitationForm::Unknown],
        step: Step::Received,
        next,
        due: due.map(|day| day.parse().unwrap()),
        urgent,
        fresh: false,
        assigned: None,
        attempts: 0,
        last: Moment::from_millis(0),
        awaits_second: false,
        exclusions: Default::default(),
        kept: None,
    }
}

fn page(rows: Vec<Row>) -> CasePage {
    CasePage {
        rows,
        others: vec![],
        today: "2026-04-30".parse().unwrap(),
        fresh: 0,
        open: 4,
        next_page: None,
        due: 0,
        officers: vec![OfficerView {
            id: AccountId::from_bytes(&[7; 16]),
            name: Name::parse("Mo Fictief").unwrap(),
            active: true,
        }],
    }
}

#[test]
fn what_presses_most_stands_on_top_and_nothing_twice() {
    let page = page(vec![
        row(6, NextAction::AwaitReceipt, None, false),
        row(18, NextAction::FillForm, None, false),
        row(17, NextAction::CallReporter, Some("2026-04-30"), false),
        row(14, NextAction::CallReporter, Some("2026-04-29"), false),
        row(14, NextAction::CallReporter, Some("2026-04-29"), false),
        row(20, NextAction::CallReporter, Some("2026-05-06"), true),
    ]);
    let lines = lines(&page, &Calendar::default(), None);
    let shown: Vec<_> = lines.iter().map(|line| (line.row.number.sequence, line.section, line.urgency)).collect();
    let expected = [
        (20, Section::Now, Urgency::Urgent),
        (14, Section::Now, Urgency::Late(1)),
        (17, Section::Now, Urgency::Today),
        (18, Section::ThisWeek, Urgency::None),
        (6, Section::Waiting, Urgency::None),
    ];
    assert_eq!(shown, expected);
    assert_eq!(together(&lines).unwrap(), "Nu doen kost bij elkaar ongeveer 60 minuten");
    assert_eq!(together(&lines[3..]), None);
}

#[test]
fn whose_it_is_in_words() {
    let (me, other, gone) = ([1; 16], [7; 16], [9; 16]).into_ids();
    let officers = page(vec![]).officers;
    let table = [
        (None, "Nog van niemand"),
        (Some(&me), "Van jou"),
        (Some(&other), "Van Mo Fictief"),
        (Some(&gone), "Van een collega"),
    ];
    for (assigned, words) in table {
        assert_eq!(owner(assigned, &officers, Some(&me)), words);
    }
}

trait IntoIds {
    fn into_ids(self) -> (AccountId, AccountId, AccountId);
}

impl IntoIds for ([u8; 16], [u8; 16], [u8; 16]) {
    fn into_ids(self) -> (AccountId, AccountId, AccountId) {
        (AccountId::from_bytes(&self.0), AccountId::from_bytes(&self.1), AccountId::from_bytes(&self.2))
    }
}
