//! AFs who may see one of the two cases and not the other.
use super::*;
use shared::{
    answer::{Known, YesNo},
    report::VttState,
};

/// The AF may see the lead case and not the report: nothing tells them of it, and they end the lead case as before.
#[test]
fn who_may_not_see_the_report_is_told_of_it_by_nothing() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let [lead_id, report] = [1, 2].map(|n| new_case(&desk, n));
        happens(&desk, &report, &ada, excluded(&bea)).unwrap();
        try_join(&desk, &report, &lead_id, &ada).unwrap();
        let [of_ada, of_bea] = [&ada, &bea].map(|who| viewer(&desk, who));
        assert_eq!(under(&desk, &lead_id, &of_ada).unwrap().len(), 1);
        assert_eq!(under(&desk, &lead_id, &of_bea), Ok(vec![]));
        let case = now(&desk, &lead_id);
        assert_eq!(may_end(&desk, &case, &Event::Closed, &of_ada), Err(Refusal::TellJoinedFirst.into()));
        assert_eq!(may_end(&desk, &case, &ended(&desk), &of_ada), Err(Refusal::UnjoinFirst.into()));
        assert_eq!(may_end(&desk, &case, &Event::Closed, &of_bea), Ok(()));
        assert_eq!(may_end(&desk, &case, &ended(&desk), &of_bea), Ok(()));
        assert_eq!(refusal(try_join(&desk, &report, &lead_id, &bea)), Failure::not_found());
        let third = new_case(&desk, 3);
        assert_eq!(refusal(try_join(&desk, &third, &report, &bea)), Refusal::NoLead.into(), "as if it were not there");
        // Bea ends the lead case; the report goes on until its own melder was told
        happens(&desk, &lead_id, &bea, ended(&desk)).unwrap();
        assert_eq!(Row::of(&now(&desk, &report)).next, NextAction::CallReporter);
        happens(&desk, &report, &ada, contact()).unwrap();
        assert_eq!(Row::of(&now(&desk, &report)).next, NextAction::TellReporter);
        let done = happens(&desk, &report, &ada, Event::FeedbackGiven(feedback(&desk))).unwrap();
        assert_eq!(done.kept().map(|kept| kept.outcome), Some(Outcome::NotTrafficking), "as the lead case ended");
    }
}

#[test]
fn a_report_is_for_nobody_who_may_not_see_its_lead_case() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let [lead_id, report] = [1, 2].map(|n| new_case(&desk, n));
        happens(&desk, &lead_id, &ada, excluded(&bea)).unwrap();
        assert_eq!(refusal(try_join(&desk, &report, &lead_id, &ada)), Refusal::NotForAll.into());
        assert_eq!(refusal(try_join(&desk, &report, &lead_id, &bea)), Refusal::NoLead.into(), "and not told why");
        let third = new_case(&desk, 3);
        let joined = try_join(&desk, &report, &third, &ada).unwrap();
        assert!(knows_leads(&desk, &joined, &viewer(&desk, &bea)).unwrap());
        // Bea is excluded from the lead case later: the report goes on by itself, and says nothing of it any more
        happens(&desk, &third, &ada, excluded(&bea)).unwrap();
        let after = now(&desk, &report);
        assert_eq!((after.joined(), after.contact_by()), (None, joined.contact_by()));
        assert!(!knows_leads(&desk, &after, &viewer(&desk, &bea)).unwrap());
        assert!(knows_leads(&desk, &after, &viewer(&desk, &ada)).unwrap());
    }
}

#[test]
fn spoed_of_a_report_is_on_the_line_of_its_lead_case_for_who_may_know_of_it() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let lead_id = new_case(&desk, 1);
        let mut draft = examples::draft();
        (draft.acute, draft.called_112) = (Some(Known::Yes), Some(YesNo::Yes));
        draft.vtt.state = Some(VttState::Advised);
        let report = kit::inbox::arrival::accept(&desk.inbox, &secret(2), &draft, shared::report::Channel::Form {});
        let report = report.unwrap().id;
        take_in(&desk).unwrap();
        happens(&desk, &report, &ada, excluded(&bea)).unwrap();
        try_join(&desk, &report, &lead_id, &ada).unwrap();
        let line = |who: &Session| {
            let viewer = viewer(&desk, who);
            let mut lines = [RowView::of(Row::of(&now(&desk, &lead_id)), viewer.today, &viewer.me)];
            raise(&desk, &mut lines, &viewer).unwrap();
            (lines[0].urgent, lines[0].alarms.is_empty())
        };
        assert_eq!((line(&ada), line(&bea)), ((true, false), (false, true)));
    }
}
