use super::{super::parts::name_of, part::Part};
use crate::messages::{day_short, days_left};
use shared::{
    calendar::Calendar,
    case::{NextAction, RowView, Urgency},
    contract::{CasePage, OfficerView},
    id::AccountId,
    minutes::Minutes,
    moment::Day,
};
use std::hash::{Hash, Hasher};

/// A line of the worklist with everything that shows in it: two equal ones look the same. It is its own key on the
/// page, so that only a line that changed is drawn again and the focus stays on the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line.
    pub row: RowView,
    /// How urgent it is today.
    pub urgency: Urgency,
    /// Under which heading.
    pub part: Part,
    /// How many minutes what is next usually takes.
    pub minutes: u32,
    /// The owner, in words.
    pub owner: String,
    /// Today.
    pub today: Day,
}

// equal lines have equal ids
impl Hash for Line {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.id.hash(state);
    }
}

/// The lines, with what needs doing first on top.
#[must_use]
pub fn lines(page: &CasePage, calendar: &Calendar, minutes: &Minutes, me: Option<&AccountId>) -> Vec<Line> {
    let today = page.today;
    let mut rows = page.rows.clone();
    rows.sort_by_key(|row| row.order(today, calendar));
    rows.dedup_by(|a, b| a.id == b.id);
    let line = |row: RowView| Line {
        urgency: row.urgency(today, calendar),
        part: Part::of(row.section(today, calendar), row.assigned.as_ref(), me),
        minutes: row.next.takes(minutes),
        owner: owner(row.assigned.as_ref(), &page.officers, me),
        today,
        row,
    };
    rows.into_iter().map(line).collect()
}

/// The owner: `Van jou`, `Van Mo Fictief`, `Nog van niemand`.
fn owner(assigned: Option<&AccountId>, officers: &[OfficerView], me: Option<&AccountId>) -> String {
    let Some(id) = assigned else { return "Nog van niemand".into() };
    if Some(id) == me {
        return "Van jou".into();
    }
    format!("Van {}", name_of(officers, id))
}

/// How long the lines under "Nu doen" take together, rounded up to five minutes; none when there is nothing to do.
#[must_use]
pub fn together(lines: &[Line]) -> Option<String> {
    let now = lines.iter().filter(|line| line.part == Part::Now);
    let minutes: u32 = now.map(|line| line.minutes).sum();
    (minutes > 0).then(|| format!("Nu doen kost bij elkaar ongeveer {} minuten", minutes.div_ceil(5) * 5))
}

/// `vandaag`, `gisteren`, else `ma 16 nov`.
#[must_use]
pub fn recent(day: Day, today: Day) -> String {
    if (today - day).num_days() < 2 { days_left(day, today) } else { day_short(day) }
}

/// Whether the next step is with somebody else.
#[must_use]
pub fn waits(next: NextAction) -> bool {
    (next.is_with_others() && next != NextAction::Nothing) || next == NextAction::AskTable
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use shared::{
        case::Step,
        id::{CaseId, CaseNumber, Revision},
        indicators::ExploitationForm,
        moment::Moment,
        report::Subject,
        text::Line as Name,
    };

    pub fn line_of(row: RowView) -> Line {
        lines(&page(vec![row]), &Calendar::default(), &Minutes::default(), None).remove(0)
    }

    pub fn row(sequence: u32, next: NextAction, due: Option<&str>, urgent: bool) -> RowView {
        RowView {
            id: CaseId::from_bytes(&[u8::try_from(sequence).unwrap(); 16]),
            number: CaseNumber { year: 2026, sequence },
            revision: Revision(1),
            subject: Subject::Person,
            forms: vec![ExploitationForm::Unknown],
            step: Step::Received,
            next,
            due: due.map(|day| day.parse().unwrap()),
            urgent,
            alarms: vec![],
            fresh: false,
            assigned: None,
            attempts: 0,
            last: Moment::from_millis(0),
            changed: false,
            awaits_second: false,
            without: None,
            questions: 0,
            kmt: None,
            kept: None,
        }
    }

    fn page(rows: Vec<RowView>) -> CasePage {
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
            unreadable: vec![],
            flood: None,
            together: 0,
            messages: None,
            reviews: 0,
            late: vec![],
            before: None,
            covers: vec![],
            unfinished: vec![],
            update: None,
        }
    }

    #[test]
    fn the_most_urgent_is_on_top_and_nothing_is_there_twice() {
        let page = page(vec![
            row(6, NextAction::AwaitReceipt, None, false),
            row(18, NextAction::FillForm, None, false),
            row(17, NextAction::CallReporter, Some("2026-04-30"), false),
            row(14, NextAction::CallReporter, Some("2026-04-29"), false),
            row(14, NextAction::CallReporter, Some("2026-04-29"), false),
            row(20, NextAction::CallReporter, Some("2026-05-06"), true),
        ]);
        let lines = lines(&page, &Calendar::default(), &Minutes::default(), None);
        let shown: Vec<_> = lines.iter().map(|line| (line.row.number.sequence, line.part, line.urgency)).collect();
        let expected = [
            (20, Part::Now, Urgency::Urgent),
            (14, Part::Now, Urgency::Late(1)),
            (17, Part::Now, Urgency::Today),
            (18, Part::Nobodys, Urgency::None),
            (6, Part::Waiting, Urgency::None),
        ];
        assert_eq!(shown, expected);
        assert_eq!(together(&lines).unwrap(), "Nu doen kost bij elkaar ongeveer 60 minuten");
        assert_eq!(together(&lines[3..]), None);
    }

    #[test]
    fn whose_it_is_in_words() {
        let [me, other, gone] = [1, 7, 9].map(|which| AccountId::from_bytes(&[which; 16]));
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
}
