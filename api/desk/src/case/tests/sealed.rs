//! Reports that a browser sealed: each becomes the case that it would have been, or is named and holds up no other.
use super::*;
use kit::{
    Fault,
    inbox::{Inbox, arrival::accept_sealed},
    testing::GEMEENTE,
};
use shared::{
    answer::{Known, YesNo},
    audit::Unreadable,
    contract::SealedReport,
    indicators::{Origin, Tick},
    report::{VttDraft, VttState, WayIn},
};

/// The secret key of [`kit_over`].
fn key() -> SecretKey {
    SecretKey::from_seed([5; 32])
}

fn seal_text(n: u16, gemeente: &str, text: &[u8]) -> SealedReport {
    key().device().seal(gemeente, &status_key(&secret(n).code()), text.to_vec()).unwrap()
}

fn seal(n: u16, draft: &Draft) -> SealedReport {
    seal_text(n, GEMEENTE, &serde_json::to_vec(draft).unwrap())
}

fn arrive(desk: &Desk, n: u16, sealed: &SealedReport) -> Accepted {
    accept_sealed(&desk.inbox, &secret(n), sealed, None).unwrap()
}

fn quarantine(desk: &Desk) -> Vec<Unreadable> {
    unreadable(desk, &open(desk).unwrap()).unwrap()
}

fn named(desk: &Desk, numbers: impl IntoIterator<Item = i64>) -> Vec<Unreadable> {
    let since = desk.now().day();
    numbers.into_iter().map(|number| Unreadable::Sealed { number, since }).collect()
}

/// The sealed text with this bit the other way.
fn flipped(sealed: &SealedReport, bit: usize) -> SealedReport {
    let mut raw = data_encoding::BASE64.decode(sealed.sealed.as_bytes()).unwrap();
    raw[bit / 8] ^= 1 << (bit % 8);
    SealedReport { sealed: data_encoding::BASE64.encode(&raw), ..sealed.clone() }
}

#[test]
fn a_sealed_report_becomes_the_case_that_it_would_have_been() {
    for desk in kits() {
        let plain = send(&desk, 1);
        let sealed = arrive(&desk, 2, &seal(2, &examples::draft()));
        assert_eq!(
            (sealed.receipt.contact_by, sealed.receipt.received),
            (plain.receipt.contact_by, plain.receipt.received)
        );
        assert_eq!(take_in(&desk), Ok(Some(2)));
        let [one, other] = [plain.id, sealed.id].map(|id| load(&desk, &id).unwrap().value.origins().clone());
        assert_eq!((one.report, one.channel, one.contact_by), (other.report, other.channel, other.contact_by));
        assert_eq!((one.number.sequence, other.number.sequence), (1, 2));
        assert_eq!(quarantine(&desk), []);
    }
}

#[test]
fn one_flipped_bit_goes_into_quarantine_and_every_other_report_comes_in() {
    for desk in kits() {
        let whole = seal(50, &examples::draft());
        let length = 8 * (48 + 4096);
        // the key that travels along, the text, the tag
        let bits = [0, 255, 256, 8 * 700, length - 8 * 16, length - 1];
        let mut altered = Vec::new();
        for (n, bit) in (0_u16..).zip(bits) {
            let own = flipped(&seal(n, &examples::draft()), bit);
            arrive(&desk, n, &own);
            altered.push(i64::from(n) * 2 + 1);
            send(&desk, 100 + n);
        }
        arrive(&desk, 50, &whole);
        assert_eq!(take_in(&desk), Ok(Some(bits.len() + 1)));
        assert_eq!(quarantine(&desk), named(&desk, altered.clone()));
        // the melder is told, for nobody else knows who it is
        let told = |n: u16| desk.status(&status_key(&secret(n).code())).get().unwrap().unwrap().progress.unwrap();
        assert!((0..6).all(|n| told(n).unopened) && !told(50).unopened && !told(100).unopened);
        // due work tries again, takes in what came since, and keeps naming them
        arrive(&desk, 51, &seal(51, &examples::draft()));
        assert_eq!(take_in_again(&desk), Ok(Some(1)));
        assert_eq!(quarantine(&desk), named(&desk, altered));
        assert_eq!(open_rows(&desk).unwrap().len(), bits.len() + 2);
    }
}

#[test]
fn what_is_no_valid_report_is_found_when_it_is_taken_in() {
    let desk = kits().into_iter().next().unwrap();
    let draft = examples::draft();
    let texts = [
        serde_json::to_vec(&Draft { story: String::new(), ..draft.clone() }).unwrap(),
        serde_json::to_vec(&Draft { acute: None, ..draft.clone() }).unwrap(),
        // what only an AF may write down
        serde_json::to_vec(&Draft { way: Some(WayIn::Phone), ..draft.clone() }).unwrap(),
        br#"{"verhaal":"tekst","onbekend":1}"#.to_vec(),
        b"[]".to_vec(),
        b"geen JSON".to_vec(),
        vec![0xff; 100],
    ];
    for (n, text) in (1..).zip(&texts) {
        arrive(&desk, n, &seal_text(n, GEMEENTE, text));
    }
    arrive(&desk, 90, &seal(90, &draft));
    assert_eq!(take_in(&desk), Ok(Some(1)));
    assert_eq!(quarantine(&desk), named(&desk, 1..=7));
}

/// The melder is no longer there to choose another one.
#[test]
fn a_signal_that_went_off_the_list_meanwhile_keeps_no_report_out() {
    let desk = kits().into_iter().next().unwrap();
    let list = desk.environment().instance().unwrap().indicators.version;
    let gone = Tick { id: "van-de-lijst-gehaald".into(), origin: Origin::Seen };
    let draft = Draft { list, ticks: vec![gone], ..examples::draft() };
    assert!(accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).is_err(), "while the melder is there");
    let id = arrive(&desk, 2, &seal(2, &draft)).id;
    assert_eq!((take_in(&desk), quarantine(&desk)), (Ok(Some(1)), vec![]));
    assert_eq!(load(&desk, &id).unwrap().value.origins().report.ticks, draft.ticks);
}

#[test]
fn a_retry_is_the_same_report_and_another_sealing_is_another_one() {
    for desk in kits() {
        let body = seal(1, &examples::draft());
        let first = arrive(&desk, 1, &body);
        let again = arrive(&desk, 1, &body);
        assert!(first.is_new && !again.is_new && first.receipt == again.receipt);
        let other = accept_sealed(&desk.inbox, &secret(1), &seal(1, &examples::draft()), None);
        assert_eq!(other, Err(Failure::KeyReused(first.receipt.ontvangstcode.clone())));
        let plain = accept(&desk.inbox, &secret(1), &examples::draft(), Channel::Form {});
        assert_eq!(plain, Err(Failure::KeyReused(first.receipt.ontvangstcode)));
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert!(!arrive(&desk, 1, &body).is_new, "also when it was taken in");
        assert_eq!((take_in(&desk), open_rows(&desk).unwrap().len()), (Ok(Some(0)), 1));
    }
}

#[test]
fn under_another_key_or_for_another_gemeente_it_does_not_open() {
    let desk = kits().into_iter().next().unwrap();
    let draft = serde_json::to_vec(&examples::draft()).unwrap();
    // seen on its way, and sent once more by somebody who wants a code for it
    let body = seal(1, &examples::draft());
    arrive(&desk, 1, &body);
    arrive(&desk, 2, &body);
    arrive(&desk, 3, &seal_text(3, "borne", &draft));
    let stranger = SecretKey::from_seed([6; 32]).device();
    arrive(&desk, 4, &stranger.seal(GEMEENTE, &status_key(&secret(4).code()), draft).unwrap());
    assert_eq!(take_in(&desk), Ok(Some(1)));
    assert_eq!(quarantine(&desk), named(&desk, 2..=4));
}

#[test]
fn what_was_sealed_to_the_key_of_before_comes_in_and_a_key_that_comes_back_opens_what_waited() {
    let [inbox, cases, keys] = [memory(), memory(), memory()];
    let over = |secrets| kit_with(inbox.clone(), cases.clone(), keys.clone(), secrets);
    let new = SecretKey::from_seed([8; 32]);
    let (with_both, with_new) = (over(vec![new.clone(), key()]), over(vec![new]));
    // the page of yesterday
    arrive(&with_both, 1, &seal(1, &examples::draft()));
    assert_eq!(take_in(&with_new), Ok(Some(0)));
    assert_eq!(quarantine(&with_new), named(&with_new, [1]));
    let told = || with_both.status(&status_key(&secret(1).code())).get().unwrap().unwrap().progress.unwrap();
    assert!(told().unopened);
    assert_eq!(take_in_again(&with_both), Ok(Some(1)));
    assert_eq!(quarantine(&with_both), []);
    assert!(!told().unopened && !told().sealed, "the case says how it stands");
}

#[test]
fn the_melder_reads_why_it_cannot_wait_once_it_was_taken_in() {
    for desk in kits() {
        let vtt = VttDraft { state: Some(VttState::Advised), ..VttDraft::default() };
        let urgent = Draft { acute: Some(Known::Yes), called_112: Some(YesNo::Yes), vtt, ..examples::draft() };
        let alarms = urgent.alarms();
        arrive(&desk, 1, &seal(1, &urgent));
        let shown = || desk.status(&status_key(&secret(1).code())).get().unwrap().unwrap();
        let before = shown();
        let told = before.progress.as_ref().unwrap();
        assert!(!alarms.is_empty() && told.alarms.is_empty() && told.sealed, "no day is promised");
        assert_eq!(take_in(&desk), Ok(Some(1)));
        let after = shown();
        let told = after.progress.unwrap();
        assert!(told.alarms == alarms && !told.sealed);
        assert_eq!((after.fingerprint, after.contact_by), (before.fingerprint, before.contact_by));
    }
}

/// Also where it can wait: until then the page says that it is being opened.
#[test]
fn the_melder_reads_the_day_once_it_was_taken_in() {
    for desk in kits() {
        arrive(&desk, 1, &seal(1, &examples::draft()));
        let shown = || desk.status(&status_key(&secret(1).code())).get().unwrap().unwrap().progress.unwrap();
        assert!(shown().sealed && shown().promised(desk.now().day()).is_none());
        assert_eq!(take_in(&desk), Ok(Some(1)));
        assert!(!shown().sealed && shown().promised(desk.now().day()).is_some());
    }
}

/// A stop may leave a report in the inbox whose case is there; by the next try the key may be another one.
#[test]
fn the_status_of_a_case_never_says_that_its_report_does_not_open() {
    let desk = kits().into_iter().next().unwrap();
    arrive(&desk, 1, &seal(1, &examples::draft()));
    assert_eq!(take_in(&desk), Ok(Some(1)));
    let shown = || desk.status(&status_key(&secret(1).code())).get().unwrap();
    let before = shown();
    super::super::sealed::tell_unopened(&desk, &status_key(&secret(1).code())).unwrap();
    assert_eq!(shown(), before);
}

/// `intake` has the inbox and no secret. What it holds of a sealed report, and what it writes, says nothing of it.
#[test]
fn intake_holds_no_readable_sealed_report() {
    let word = "kanarie-in-het-verhaal";
    let draft = Draft { story: format!("Verzonnen: {word}."), ..examples::draft() };
    let [inbox, cases, keys] = [memory(), memory(), memory()];
    let review = kit_over(inbox.clone(), cases, keys);
    let intake = Inbox::new(inbox.clone(), testing::environment_at(tick, testing::variables(&[], &[])));
    let body = seal(1, &draft);
    let sent = accept_sealed(&intake, &secret(1), &body, None).unwrap();
    let ring = intake.environment.keys().unwrap();
    let status = status_key(&secret(1).code());
    assert_eq!(ring.open_report(&body, GEMEENTE, &status), Err(Fault::NoSecret));
    assert_eq!(intake.reports.get(&StoredReport::cell(&sent.id)).err(), Some(Failure::Keys(Fault::NoSecret)));
    let shows = |word: &str| {
        let values = inbox.keys().unwrap().into_iter().filter_map(|key| inbox.get(&key).unwrap());
        values.into_iter().any(|raw| String::from_utf8_lossy(&raw).contains(word))
    };
    assert!(!shows(word));
    // even with the seal of the store off, what `intake` wrote is sealed by the browser
    let mut open = intake.clone();
    open.reports = open.reports.sealed(kit::store::seal::Seal::Plain);
    accept_sealed(&open, &secret(2), &seal(2, &draft), None).unwrap();
    assert!(shows("verzegeld") && !shows(word), "the search would find it");
    accept(&open, &secret(3), &draft, Channel::Form {}).unwrap();
    assert!(shows(word), "and finds it in a report that was not sealed");
    assert_eq!(take_in(&review), Ok(Some(1)));
    assert!(load(&review, &sent.id).unwrap().value.origins().report.story.as_str().contains(word));
}
