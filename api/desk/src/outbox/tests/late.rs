//! What a melder adds to a closed case.
use super::*;
use kit::inbox::secret::status_key;
use shared::{
    case::notes::{About, Addition, AdditionKind, ReporterAnswer},
    id::AdditionKey,
    text::Prose,
};

fn adds(desk: &Desk, key: u8) {
    let addition = Addition::of_words(AdditionKey::from_bytes(&[key; 16]), AdditionKind::More);
    let text = Prose::parse("Hij is terug").unwrap();
    let sent = ReporterAnswer::new(About::Addition(addition), text, desk.now());
    desk.status(&status_key(&secret(1).code())).answer(&sent).unwrap().unwrap();
    crate::case::take_answers_due(desk).unwrap();
}

fn ended() -> Event {
    let text = Prose::parse("Verteld").unwrap();
    let day = "2026-04-24".parse().unwrap();
    Event::ClosedEarly(notes::EarlyEnd {
        reason: notes::EarlyReason::Duplicate,
        explanation: text.clone(),
        feedback: notes::FeedbackNote { means: notes::Means::Phone, text, day, reporter: None },
    })
}

#[test]
fn each_addition_to_a_closed_case_is_told_once_to_whoever_has_it() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-24T10:00"));
        let [ada, _] = people(&desk);
        let id = arrives(&desk, 1, &examples::draft());
        opens(&desk, &id, &ada);
        happens(&desk, &id, &ada, attempt());
        happens(&desk, &id, &ada, ended());
        send_due(&desk).unwrap();
        let _before = outside.took();
        adds(&at(&desk, "2026-04-24T11:00"), 1);
        send_due(&at(&desk, "2026-04-24T11:01")).unwrap();
        assert_eq!(outside.took(), ["ada"], "she had it");
        send_due(&at(&desk, "2026-04-24T11:10")).unwrap();
        assert_eq!(outside.took(), [""; 0], "it is told once");
        adds(&at(&desk, "2026-04-24T11:20"), 2);
        send_due(&at(&desk, "2026-04-24T11:21")).unwrap();
        assert_eq!(outside.took(), ["ada"], "another one");
        happens(&desk, &id, &ada, Event::Remarked(notes::Remark { text: Prose::parse("Gelezen").unwrap() }));
        adds(&at(&desk, "2026-04-24T11:30"), 3);
        send_due(&at(&desk, "2026-04-24T11:31")).unwrap();
        assert_eq!(outside.took(), ["ada"], "also after a note about those before");
        chooses(&desk, &ada, "ada", &[Occasion::StandIn]);
        adds(&at(&desk, "2026-04-24T11:40"), 4);
        send_due(&at(&desk, "2026-04-24T11:41")).unwrap();
        assert_eq!(outside.took(), [""; 0], "who does not want to hear of answers does not");
    }
}
