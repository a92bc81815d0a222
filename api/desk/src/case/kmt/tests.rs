//! Questions to KMT, over every kind of store.
use super::*;
use crate::{
    Stores,
    case::{
        links::LINKS,
        reindex, renew, save, take_in,
        tests::{kit_over, kits, secret, send, tick},
    },
    testing::{self, memory, stops},
};
use kit::store::seal::SecretKey;
use shared::{
    case::{
        Entry, Event, KmtEvent, RightsEvent,
        kmt::{KmtStand, MOST_TRIES},
        notes::{AdviserSays, AskedKmt, KmtQuestion},
    },
    contract::examples,
    id::AccountId,
    indicators::ExploitationForm,
    moment::Moment,
    report::Subject,
    text::{Line, Prose},
};
use std::sync::{Arc, Mutex};

/// The AF who asks, with an account that can log in.
fn officer(desk: &Desk) -> AccountId {
    if let Some(made) = account::all(desk).unwrap().first() {
        return made.id.clone();
    }
    let new = examples::new_account(Role::Officer).unwrap();
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, vec![new], "een lange verzonnen zin", factor).unwrap();
    made[0].id.clone()
}

fn happens(desk: &Desk, id: &CaseId, event: Event) {
    let standing = load(desk, id).unwrap();
    save(desk, &standing, Entry { at: desk.now(), by: officer(desk), event }).unwrap();
}

/// A case in which KMT was asked, and the link with its code.
fn asked(desk: &Desk, number: u16) -> (CaseId, KmtLink) {
    let id = send(desk, number).id;
    take_in(desk).unwrap();
    let link = new_link(&secret(number));
    ask(desk, &id, &link, None);
    (id, link)
}

fn ask(desk: &Desk, id: &CaseId, link: &KmtLink, adviser: Option<AccountId>) {
    let question = KmtQuestion {
        forms: vec![ExploitationForm::Labour],
        subject: Subject::Place,
        place: None,
        ages: Vec::new(),
        signals: Vec::new(),
        words: None,
        question: Prose::parse("Herkennen jullie dit?").unwrap(),
        asked_of: Line::parse("Adviseur KMT").unwrap(),
        adviser,
    };
    let NewLink { link, code } = stored(link);
    let until = desk.now().plus_seconds(7 * 86_400).day();
    happens(desk, id, Event::Kmt(KmtEvent::Asked(AskedKmt { question, link, code, until })));
}

fn advice(text: &str) -> AdviserWord {
    let (text, by) = (Prose::parse(text).unwrap(), Line::parse("Adviseur van dienst").unwrap());
    AdviserWord { says: AdviserSays::Advises, text, by, account: None }
}

fn view(desk: &Desk, link: &KmtLink) -> Result<KmtForAdviser, Failure> {
    open(desk, link).and_then(|opened| opened.view(desk))
}

fn answer(desk: &Desk, link: &KmtLink, text: &str) -> Result<KmtForAdviser, Failure> {
    open(desk, link).and_then(|opened| opened.answer(desk, &advice(text)))
}

fn with_code(link: &KmtLink, code: &str) -> KmtLink {
    KmtLink { code: code.into(), ..link.clone() }
}

#[test]
fn who_has_the_link_and_the_code_reads_and_answers_once() {
    for desk in kits() {
        let (id, link) = asked(&desk, 1);
        assert_eq!((link.link.len(), link.code.len()), (32, 9));
        assert_eq!(view(&desk, &link).unwrap().stand, KmtStand::Asked);
        let bare = with_code(&link, &link.code.replace(' ', ""));
        assert_eq!(answer(&desk, &bare, "Vraag wie er huurt").unwrap().stand, KmtStand::Answered);
        assert!(answer(&desk, &link, "Vraag wie er huurt").is_ok(), "the answer was lost");
        assert_eq!(answer(&desk, &link, "Iets anders").unwrap_err(), over());
        assert_eq!(view(&desk, &link).unwrap_err(), over());
        let words = load(&desk, &id).unwrap().value.kmt_words().to_vec();
        assert_eq!(words.len(), 1);
    }
}

/// With eight digits and ten tries somebody who only has the link gets in once in ten million.
#[test]
fn ten_thousand_guesses_write_ten_tries_and_open_nothing() {
    for desk in kits() {
        let (id, link) = asked(&desk, 1);
        let right = shared::code::digits(&link.code);
        for guess in 0..10_000 {
            let code = format!("{guess:08}");
            if code != right {
                assert_eq!(view(&desk, &with_code(&link, &code)).unwrap_err(), over());
            }
        }
        let case = load(&desk, &id).unwrap().value;
        assert_eq!((case.kmt()[0].tries, case.kmt_words().len()), (MOST_TRIES, MOST_TRIES));
        assert_eq!(view(&desk, &link).unwrap_err(), over(), "the right one comes too late");
        ask(&desk, &id, &new_link(&secret(9)), None);
        assert!(view(&desk, &new_link(&secret(9))).is_ok(), "another link can be made");
    }
}

/// Only wrong codes count, however often the right one is used in between.
#[test]
fn a_try_is_taken_back_when_the_code_was_right() {
    for desk in kits() {
        let (id, link) = asked(&desk, 1);
        for wrong in 1..MOST_TRIES {
            assert_eq!(view(&desk, &with_code(&link, "0000 0000")).unwrap_err(), over());
            assert!(view(&desk, &link).is_ok(), "after {wrong}");
            assert_eq!(load(&desk, &id).unwrap().value.kmt()[0].tries, wrong);
        }
        assert!(answer(&desk, &link, "Vraag wie er huurt").is_ok());
    }
}

#[test]
fn a_question_is_over_when_who_asked_is_blocked_and_not_when_a_colleague_took_over() {
    for desk in kits() {
        let (id, link) = asked(&desk, 1);
        let adviser = AccountId::from_bytes(&[8; 16]);
        let own = new_link(&secret(8));
        ask(&desk, &id, &own, Some(adviser.clone()));
        let colleague = AccountId::from_bytes(&[9; 16]);
        happens(&desk, &id, Event::Assigned { to: colleague });
        assert!(view(&desk, &link).is_ok());
        let read = of_account(&desk, &adviser).unwrap();
        let own = &read[0].1.id;
        assert!(open_own(&desk, &adviser, own).is_ok());
        let mut blocked = account::all(&desk).unwrap();
        blocked.iter_mut().for_each(account::StoredAccount::block);
        desk.cases.set(&account::ACCOUNTS, &blocked).unwrap();
        assert_eq!(view(&desk, &link).unwrap_err(), over());
        assert_eq!(answer(&desk, &link, "Vraag wie er huurt").unwrap_err(), over());
        assert!(open_own(&desk, &adviser, own).is_err() && of_account(&desk, &adviser).unwrap().is_empty());
        assert_eq!(load(&desk, &id).unwrap().value.kmt()[0].tries, 0, "no code was wrong");
        assert!(load(&desk, &id).unwrap().value.kmt_words().iter().all(|word| word.said.is_none()));
    }
}

/// Otherwise whoever was given a link by mistake would answer under the name of a colleague.
#[test]
fn a_question_to_an_account_opens_with_no_link() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        let (link, adviser) = (new_link(&secret(1)), AccountId::from_bytes(&[8; 16]));
        ask(&desk, &id, &link, Some(adviser.clone()));
        assert_eq!(view(&desk, &link).unwrap_err(), over());
        let own = of_account(&desk, &adviser).unwrap();
        assert_eq!(own.iter().map(|(_case, one)| one.question.stand).collect::<Vec<_>>(), [KmtStand::Asked]);
        assert!(of_account(&desk, &AccountId::from_bytes(&[9; 16])).unwrap().is_empty());
    }
}

fn next_week() -> Moment {
    tick().plus_seconds(8 * 86_400)
}

#[test]
fn a_link_is_over_after_seven_days_and_when_the_case_goes() {
    let stores = [memory(), memory(), memory()];
    let [inbox, cases, keys] = stores.clone();
    let desk = kit_over(inbox.clone(), cases.clone(), keys.clone());
    let (_id, link) = asked(&desk, 1);
    let later = testing::environment_at(next_week, testing::variables(&[SecretKey::from_seed([5; 32])], &[]));
    let later = Desk::new(Stores { inbox, cases, keys }, later);
    assert!(view(&desk, &link).is_ok());
    assert_eq!(view(&later, &link).unwrap_err(), over());
    let (id, link) = asked(&desk, 2);
    let doomed = Event::Rights(RightsEvent::Doomed);
    happens(&desk, &id, doomed);
    assert_eq!(view(&desk, &link).unwrap_err(), over());
    assert_eq!(desk.cases.get(&LINKS).unwrap().unwrap().len(), 1, "the first one, by the clock of this desk");
}

#[test]
fn a_list_that_cannot_be_read_or_is_made_again_loses_no_link() {
    let cases = memory();
    let desk = kit_over(memory(), cases.clone(), memory());
    let (id, link) = asked(&desk, 1);
    cases.set(LINKS.key(), b"beschadigd").unwrap();
    assert!(view(&desk, &link).is_ok(), "it is made again from the cases");
    desk.cases.set(&LINKS, &Vec::new()).unwrap();
    assert_eq!(view(&desk, &link).unwrap_err(), over());
    reindex(&desk, std::slice::from_ref(&id)).unwrap();
    assert!(view(&desk, &link).is_ok());
    renew(&desk, &id).unwrap();
    assert!(view(&desk, &link).is_ok(), "under another key too");
}

/// An answer that was acknowledged is there, and one of which the answer was lost is there once.
#[test]
fn wherever_the_machine_stops_the_answer_is_there_once_or_not_at_all() {
    for after in 0..12 {
        let (inbox, cases, keys) = (memory(), memory(), memory());
        let before = kit_over(inbox.clone(), cases.clone(), keys.clone());
        let (id, link) = asked(&before, 1);
        let stopping = stops(cases.clone(), &Arc::new(Mutex::new(after)));
        let done = answer(&kit_over(inbox.clone(), stopping, keys.clone()), &link, "Vraag wie er huurt");
        let desk = kit_over(inbox, cases, keys);
        let said = || load(&desk, &id).unwrap().value.kmt_words().iter().filter(|word| word.said.is_some()).count();
        assert!(said() == 1 || done.is_err(), "after {after}");
        answer(&desk, &link, "Vraag wie er huurt").unwrap();
        assert_eq!(said(), 1, "after {after}");
        assert!(load(&desk, &id).unwrap().value.kmt()[0].tries <= 1, "after {after}");
    }
}
