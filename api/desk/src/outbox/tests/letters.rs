//! Who gets a letter, when, and how often.
use super::*;
use kit::store::cell;

#[test]
fn a_new_report_is_told_by_day_to_everybody_who_may_know_of_it() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-23T22:30"));
        let _people = people(&desk);
        assert_eq!(send_due(&desk), Ok(0), "nothing came");
        arrives(&desk, 1, &hidden(examples::draft()));
        assert_eq!(send_due(&at(&desk, "2026-04-23T22:31")), Ok(1), "nobody is woken for it");
        assert_eq!(outside.took(), ["webhook"], "which is no person");
        assert_eq!(send_due(&at(&desk, "2026-04-24T07:59")), Ok(0));
        assert_eq!(send_due(&at(&desk, "2026-04-24T08:00")), Ok(1));
        assert_eq!(outside.took(), ["ada"], "Bea may not know of it");
        assert_eq!(send_due(&at(&desk, "2026-04-24T09:00")), Ok(0), "it is told once");
    }
}

#[test]
fn a_message_says_no_more_than_that_there_is_something_to_do() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-24T10:00"));
    let [ada, _] = people(&desk);
    let id = arrives(&desk, 1, &examples::draft());
    assert_eq!(send_due(&desk), Ok(3));
    let bodies = std::mem::take(&mut outside.0.lock().unwrap().bodies);
    let mut ids = Vec::new();
    for (_, body) in bodies {
        let mut body: Value = serde_json::from_str(&body).unwrap();
        assert!(![id.as_str(), ada.as_str()].iter().any(|id| body.to_string().contains(id)));
        let fields = body.as_object_mut().unwrap();
        let id = fields.remove("id").unwrap();
        assert_eq!(id.as_str().unwrap().len(), 32);
        ids.push(id);
        if fields.remove("aan").is_none() {
            let source = "https://meldroute.example";
            let event = serde_json::json!({ "specversion": "1.0", "source": source, "type": "nl.meldroute.iets-te-doen",
                "time": "2026-04-24T08:00:00.000Z", "datacontenttype": "application/json",
                "data": { "bericht": "Er is iets te doen in Meldroute" } });
            assert_eq!(body, event);
        } else {
            assert!(fields.is_empty(), "the relay knows the words: {fields:?}");
        }
    }
    ids.dedup();
    assert_eq!(ids.len(), 3, "an id for each");
}

#[test]
fn spoed_goes_at_once_to_all_and_to_nobody_who_is_excluded() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-25T03:00"));
        let _people = people(&desk);
        arrives(&desk, 1, &urgent());
        send_due(&desk).unwrap();
        assert_eq!(outside.took(), ["ada", "bea", "webhook"]);
        arrives(&desk, 2, &hidden(urgent()));
        send_due(&at(&desk, "2026-04-25T03:01")).unwrap();
        assert_eq!(outside.took(), ["ada", "webhook"], "at once, also after another one");
    }
}

#[test]
fn however_much_there_is_a_letter_goes_once_in_five_minutes() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-24T10:00"));
        let _people = people(&desk);
        let begin = desk.now();
        for minute in 0..11 {
            let desk = after(&desk, begin, minute * 60);
            arrives(&desk, u16::try_from(minute).unwrap(), &examples::draft());
            send_due(&desk).unwrap();
        }
        let took = outside.took();
        assert_eq!(took.iter().filter(|to| *to == "ada").count(), 3, "at 0, 5 and 10 minutes");
    }
}

#[test]
fn what_was_not_taken_is_sent_again_with_growing_waits_until_it_is() {
    for desk in kits().into_iter().take(1) {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-28T10:00"));
        let [ada, bea] = people(&desk);
        chooses(&desk, &bea, "bea", &[]);
        outside.away(true);
        let id = arrives(&desk, 1, &examples::draft());
        send_due(&desk).unwrap();
        opens(&desk, &id, &ada);
        let begin = desk.now();
        // as a timer does, every minute for a day
        for minute in 0..24 * 60 {
            assert_eq!(send_due(&after(&desk, begin, minute * 60)), Ok(0));
        }
        assert!((12..40).contains(&outside.asked()), "{} tries for two receivers", outside.asked());
        let failing = delivery(&desk, &ada).unwrap().unwrap().failing;
        assert_eq!(failing, Some(begin));
        assert!(health(&desk).unwrap().unwrap().failing.is_some());
        outside.away(false);
        for minute in 24 * 60..32 * 60 {
            send_due(&after(&desk, begin, minute * 60)).unwrap();
        }
        assert_eq!(outside.took(), ["ada", "webhook"], "once, now that it can");
        let delivery = delivery(&desk, &ada).unwrap().unwrap();
        assert!(delivery.failing.is_none() && delivery.sent > failing);
    }
}

#[test]
fn a_letter_keeps_its_id_until_it_was_taken() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-24T10:00"));
    let [ada, _] = people(&desk);
    arrives(&desk, 1, &examples::draft());
    let id = || {
        let outbox = desk.cases.get(&OUTBOX).unwrap().unwrap();
        let letter = outbox.letter(&Receiver::Officer(ada.clone())).cloned().unwrap();
        letter.waiting.map(|waiting| waiting.id).or(letter.last)
    };
    outside.away(true);
    send_due(&desk).unwrap();
    let first = id();
    outside.away(false);
    send_due(&at(&desk, "2026-04-24T10:01")).unwrap();
    assert!(first.is_some() && id() == first, "the other side knows it again");
}

/// A machine may stop at any write. Nothing is lost by it, and what is done again sends no letter with another id.
#[test]
fn a_record_that_cannot_be_read_or_a_clock_set_back_loses_no_message() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-24T10:00"));
        let [ada, _] = people(&desk);
        arrives(&desk, 1, &examples::draft());
        send_due(&desk).unwrap();
        assert_eq!(outside.took(), ["ada", "bea", "webhook"]);
        arrives(&desk, 2, &examples::draft());
        send_due(&at(&desk, "2026-04-23T10:00")).unwrap();
        assert_eq!(outside.took(), ["ada", "bea", "webhook"], "the clock was far ahead before");
        desk.cases.set(&cell::outbox(), &"iets anders").unwrap();
        send_due(&at(&desk, "2026-04-24T12:00")).unwrap();
        assert_eq!(outside.took(), ["ada", "bea", "webhook"], "one too many, and none is lost");
        desk.cases.set(&cell::wishes(), &"iets anders").unwrap();
        send_due(&at(&desk, "2026-04-24T13:00")).unwrap();
        chooses(&desk, &ada, "ada", Occasion::ALL);
        arrives(&desk, 3, &examples::draft());
        send_due(&at(&desk, "2026-04-24T14:00")).unwrap();
        assert_eq!(outside.took(), ["ada", "webhook"], "Bea has to choose again");
    }
}

#[test]
fn an_af_is_told_of_what_they_chose_and_without_an_address_of_nothing() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-24T10:00"));
    let [ada, bea] = people(&desk);
    chooses(&desk, &ada, "ada", &[Occasion::TermToday]);
    command(&desk, &bea, &MessagesCommand::Choose { email: None, about: Occasion::ALL.to_vec() }).unwrap();
    arrives(&desk, 1, &examples::draft());
    send_due(&desk).unwrap();
    assert_eq!(outside.took(), ["webhook"]);
    assert_eq!(delivery(&desk, &bea), Ok(None));
    command(&desk, &bea, &MessagesCommand::Try).unwrap();
    assert_eq!(send_due(&desk), Ok(0));
    let letters = desk.cases.get(&OUTBOX).unwrap().unwrap().letters;
    assert!(letters.iter().all(|(_, letter)| letter.waiting.is_none()), "it waits for no address");
    // a test letter goes at once, and says the same
    command(&desk, &ada, &MessagesCommand::Try).unwrap();
    send_due(&at(&desk, "2026-04-24T23:00")).unwrap();
    assert_eq!(outside.took(), ["ada"]);
    assert_eq!(own(&desk, &ada).unwrap().delivery.sent, Moment::from_clock("2026-04-24T23:00"));
}

#[test]
fn somebody_who_can_no_longer_log_in_gets_none() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-23T20:00"));
    let [_, bea] = people(&desk);
    arrives(&desk, 1, &examples::draft());
    assert_eq!(send_due(&desk), Ok(1), "those to people wait for the day");
    let revision = account::all(&desk).unwrap().iter().find(|one| one.id == bea).unwrap().revision;
    let block = shared::contract::AccountCommand::Block;
    account::command(&desk, &bea, revision, &block, &AccountId::from_bytes(&[9; 16])).unwrap();
    send_due(&at(&desk, "2026-04-24T10:00")).unwrap();
    assert_eq!(outside.took(), ["ada", "webhook"]);
}

#[test]
fn without_a_way_out_nothing_is_sent_and_nothing_stored() {
    for desk in kits() {
        arrives(&desk, 1, &examples::draft());
        let before = desk.cases.get(&OUTBOX).unwrap();
        assert_eq!(send_due(&desk), Ok(0));
        assert_eq!(desk.cases.get(&OUTBOX).unwrap(), before);
        assert_eq!(health(&desk), Ok(None));
    }
}

#[test]
fn due_work_reads_no_more_than_some_chunks_and_comes_to_all_in_turn() {
    use crate::{letters::StoredOutbox, outbox::gather::next};
    let (mut outbox, open) = (StoredOutbox::default(), (0..100).collect::<Vec<u32>>());
    assert_eq!(next(&mut outbox, &open), (0..40).collect::<Vec<u32>>());
    let second = next(&mut outbox, &open);
    assert_eq!(second, (39..79).collect::<Vec<u32>>(), "the new ones first");
    let mut seen: Vec<u32> = (0..4).flat_map(|_| next(&mut outbox, &open)).collect();
    assert!(seen.len() <= 160);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, open, "every chunk within a few runs");
}

/// A receiver that hangs takes the time of a run; the others keep their turn.
#[test]
fn what_a_run_had_no_time_for_does_not_count_as_failed() {
    let desk = at(&kits()[0], "2026-04-24T10:00");
    let outside = Outside::default();
    let desk = outside.desk(&desk);
    let [ada, bea] = people(&desk);
    arrives(&desk, 1, &examples::draft());
    let begin = desk.now();
    let (slow, clock) = (outside.clone(), desk.clone());
    let hangs = desk.clone().with_fetch(Arc::new(move |ask| {
        drop(slow.take(ask));
        drop(after(&clock, begin, 20));
        None
    }));
    assert_eq!(send_due(&hangs), Ok(0));
    let outbox = desk.cases.get(&OUTBOX).unwrap().unwrap();
    let failed: Vec<u32> = outbox.letters.iter().map(|(_, letter)| letter.failed).collect();
    assert_eq!(failed.iter().sum::<u32>(), 1, "{failed:?}");
    drop((ada, bea));
}
