//! Why a case cannot wait: in its line, in the order of the worklist, and in what the melder sees.
use crate::{
    answer::{Known, YesNo},
    case::{
        ActKind, NextAction, Progress, Row, RowView,
        fixture::{act, carry, new_case, today},
    },
    report::{Alarm, Draft, VttState},
};

fn row(minor: Known, acute: Known, called: YesNo) -> Row {
    Row::of(&new_case(answered(minor, acute, called)))
}

fn answered(minor: Known, acute: Known, called: YesNo) -> impl FnOnce(&mut Draft) {
    move |draft| {
        (draft.minor, draft.acute, draft.called_112) = (Some(minor), Some(acute), Some(called));
        draft.vtt.state = Some(VttState::NotReached);
    }
}

#[test]
fn the_most_dangerous_comes_first() {
    let rows = [
        row(Known::No, Known::Yes, YesNo::No),
        row(Known::Yes, Known::Yes, YesNo::Yes),
        row(Known::No, Known::Unknown, YesNo::Yes),
        row(Known::Yes, Known::No, YesNo::Yes),
        row(Known::Unknown, Known::No, YesNo::Yes),
        Row { due: Some(today()), ..row(Known::No, Known::No, YesNo::Yes) },
    ];
    assert!(rows.iter().map(Row::order).is_sorted_by(|a, b| a < b));
    use Alarm::{AgeUnknown, Danger, Minor, NotCalled, PerhapsDanger};
    let alarms: Vec<&[Alarm]> = rows.iter().map(|row| row.alarms.as_slice()).collect();
    let expected: [&[Alarm]; 6] = [&[NotCalled], &[Danger, Minor], &[PerhapsDanger], &[Minor], &[AgeUnknown], &[]];
    assert_eq!(alarms, expected);
    assert!(rows.iter().all(|row| row.urgent != row.alarms.is_empty()));
    let views = rows.map(|row| RowView::of(row, today(), &crate::case::fixture::officer(1)));
    let calendar = crate::calendar::Calendar::default();
    assert!(views.is_sorted_by_key(|view| view.order(today(), &calendar)));
}

#[test]
fn what_a_colleague_asks_comes_before_the_terms_of_today() {
    let line = |due| Row { due, ..row(Known::No, Known::No, YesNo::Yes) };
    let view = |due| RowView::of(line(due), today(), &crate::case::fixture::officer(1));
    let asked = RowView { next: NextAction::AnswerColleague, ..view(None) };
    let calendar = crate::calendar::Calendar::default();
    let place = |view: &RowView| view.order(today(), &calendar);
    assert!(place(&asked) < place(&view(today().pred_opt())));
    assert!(place(&view(Some(today()))) < place(&view(None)));
}

#[test]
fn that_112_was_not_called_is_said_until_the_investigation_and_nothing_once_closed() {
    let steps = [ActKind::RecordContact, ActKind::SaveForm, ActKind::RecordVtt, ActKind::StartInvestigation];
    let mut case = new_case(answered(Known::No, Known::Yes, YesNo::No));
    for (at, kind) in steps.into_iter().enumerate() {
        assert_eq!(case.alarms(), [Alarm::NotCalled], "before step {at}");
        assert_eq!(Progress::of(&case).alarms, case.alarms());
        case = carry(case, act(kind));
    }
    assert_eq!(case.alarms(), [Alarm::Danger]);
    let closed = carry(case, act(ActKind::CloseEarly));
    assert_eq!((closed.alarms(), Row::of(&closed).urgent), (vec![], false));
}

/// As they were stored before a reason was kept with them.
#[test]
fn a_line_and_a_progress_without_alarms_load() {
    let case = new_case(answered(Known::Yes, Known::No, YesNo::Yes));
    let old = |json: serde_json::Value| {
        let mut json = json;
        assert!(json.as_object_mut().unwrap().remove("spoedOm").is_some());
        json
    };
    let row: Row = serde_json::from_value(old(serde_json::to_value(Row::of(&case)).unwrap())).unwrap();
    assert!(row.urgent && row.alarms.is_empty() && row.order() < Row::of(&case).order());
    let progress: Progress = serde_json::from_value(old(serde_json::to_value(Progress::of(&case)).unwrap())).unwrap();
    assert_eq!(progress, Progress { alarms: vec![], ..Progress::of(&case) });
}
