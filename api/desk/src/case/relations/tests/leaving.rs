//! A colleague leaves, and others take over.
use super::*;

/// Leaves for good: blocked, and a second person confirms it.
fn leave(desk: &Desk, who: &Session, confirmed_by: &Session) {
    by_beheerder(desk, who, &AccountCommand::Block);
    by_beheerder(desk, who, &AccountCommand::Depart { reason: reason().words });
    let revision = revision(desk, who);
    access::answer(desk, &who.account, revision, AccessAnswer::Confirm, &confirmed_by.account).unwrap();
}

#[test]
fn handing_over_that_stops_at_any_write_is_finished_by_asking_again() {
    for stop_after in 0..30 {
        let [inbox, cases, keys] = [memory(), memory(), memory()];
        let whole = kit_over(inbox.clone(), cases.clone(), keys.clone());
        let [ada, bea, cor] = people(&whole);
        let open_ones: Vec<CaseId> = (0..3).map(|n| case_of(&whole, n, &ada)).collect();
        let closed = case_of(&whole, 3, &ada);
        let words = || Prose::parse("Verzonnen").unwrap();
        let feedback = notes::FeedbackNote { means: notes::Means::Phone, text: words(), day: day(0), reporter: None };
        let end_note = notes::EarlyEnd { reason: notes::EarlyReason::Mistake, explanation: words(), feedback };
        happened(&whole, &closed, &ada, Event::ClosedEarly(end_note));
        leave(&whole, &ada, &cor);
        let asked = HandOverBody { from: ada.account.clone(), to: bea.account.clone() };
        let left = Arc::new(Mutex::new(stop_after));
        let stops = |store: Arc<dyn keyvalue::Store>| stops(store, &left);
        let _ = hand_over(&kit_over(stops(inbox), stops(cases), stops(keys)), &cor, &asked);
        let mut last = hand_over(&whole, &cor, &asked).unwrap();
        while last.left > 0 {
            last = hand_over(&whole, &cor, &asked).unwrap();
        }
        for id in &open_ones {
            let case = load(&whole, id).unwrap().value;
            assert_eq!(case.assigned(), Some(&bea.account), "stopped after {stop_after} writes");
            assert_eq!(case.entries().len(), 2, "once each");
        }
        assert_eq!(relation(&whole, &closed, &bea), Relation::StandIn, "what was closed follows");
        assert_eq!(relation(&whole, &closed, &cor), Relation::Other);
        assert_eq!(hand_over(&whole, &cor, &asked).unwrap().done, 0, "and again is nothing");
        assert_eq!(open_rows(&whole).unwrap().len(), 3);
        assert_eq!(closed_rows_to(&whole, 1, |row| row.assigned.as_ref() == Some(&ada.account)).unwrap().0.len(), 1);
    }
}

#[test]
fn cases_are_handed_over_by_their_owner_or_when_the_owner_is_gone_and_never_past_an_exclusion() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let (plain, not_bea, not_cor) = (case_of(&desk, 1, &ada), case_of(&desk, 2, &ada), case_of(&desk, 3, &ada));
        for (id, who) in [(&not_bea, &bea), (&not_cor, &cor)] {
            let note = shared::case::Exclusion { who: who.account.clone(), reason: Prose::parse("Verzonnen").unwrap() };
            happened(&desk, id, &ada, Event::Excluded(note));
        }
        let asked = HandOverBody { from: ada.account.clone(), to: bea.account.clone() };
        assert!(hand_over(&desk, &cor, &asked).is_err(), "a colleague who is still there gives his own");
        by_beheerder(&desk, &ada, &AccountCommand::Block);
        assert!(hand_over(&desk, &cor, &asked).is_err(), "somebody who is blocked may come back");
        by_beheerder(&desk, &ada, &AccountCommand::Depart { reason: reason().words });
        assert!(hand_over(&desk, &cor, &asked).is_err(), "nobody confirmed it");
        access::answer(&desk, &ada.account, revision(&desk, &ada), AccessAnswer::Confirm, &cor.account).unwrap();
        let own = HandOverBody { from: ada.account.clone(), to: cor.account.clone() };
        assert!(hand_over(&desk, &bea, &own).is_err(), "who confirmed it gets nothing");
        let back = HandOverBody { from: bea.account.clone(), to: ada.account.clone() };
        assert!(hand_over(&desk, &bea, &back).is_err(), "nobody who cannot log in gets any");
        let done = hand_over(&desk, &cor, &asked).unwrap();
        assert_eq!((done.done, done.left, done.refused), (1, 0, 1), "the one that is not for Cor is not even counted");
        assert_eq!(relation(&desk, &plain, &bea), Relation::Assigned);
        assert_eq!(relation(&desk, &not_bea, &bea), Relation::Excluded);
        assert_eq!(load(&desk, &not_cor).unwrap().value.assigned(), Some(&ada.account));
    }
}

/// What somebody took over from a colleague who left is theirs to see until that colleague is there again.
#[test]
fn what_was_taken_over_ends_when_the_colleague_is_unblocked() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let closed = case_of(&desk, 1, &ada);
        let words = || Prose::parse("Verzonnen").unwrap();
        let feedback = notes::FeedbackNote { means: notes::Means::Phone, text: words(), day: day(0), reporter: None };
        let end_note = notes::EarlyEnd { reason: notes::EarlyReason::Mistake, explanation: words(), feedback };
        happened(&desk, &closed, &ada, Event::ClosedEarly(end_note));
        leave(&desk, &ada, &cor);
        let asked = HandOverBody { from: ada.account.clone(), to: bea.account.clone() };
        hand_over(&desk, &bea, &asked).unwrap();
        assert_eq!(relation(&desk, &closed, &bea), Relation::StandIn);
        by_beheerder(&desk, &ada, &AccountCommand::Unblock);
        assert_eq!(relation(&desk, &closed, &bea), Relation::Other);
        by_beheerder(&desk, &ada, &AccountCommand::Block);
        assert_eq!(relation(&desk, &closed, &bea), Relation::Other, "being blocked again is not having left");
        // cases that somebody handed over themselves stay with the other
        let own = HandOverBody { from: bea.account.clone(), to: cor.account.clone() };
        let closed = case_of(&desk, 2, &bea);
        let feedback = notes::FeedbackNote { means: notes::Means::Phone, text: words(), day: day(0), reporter: None };
        let end_note = notes::EarlyEnd { reason: notes::EarlyReason::Mistake, explanation: words(), feedback };
        happened(&desk, &closed, &bea, Event::ClosedEarly(end_note));
        hand_over(&desk, &bea, &own).unwrap();
        assert_eq!(relation(&desk, &closed, &cor), Relation::StandIn);
    }
}
