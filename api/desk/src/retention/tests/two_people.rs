//! Two people agree before anything is destroyed.
use super::*;
use shared::{
    case::{Refusal, RightsEvent},
    contract::ProblemKind,
    retention::Outcome,
};

fn right(desk: &Desk, id: &CaseId, event: RightsEvent) {
    let standing = case::load(desk, id).unwrap();
    case::save(desk, &standing, Entry { at: desk.now(), by: who(1), event: Event::Rights(event) }).unwrap();
}

fn refused<T>(result: Result<T, Failure>) -> String {
    let Err(Failure::Problem(ProblemKind::Refused, _, items)) = result else { panic!("not refused") };
    items[0].code.clone()
}

#[test]
fn two_people_destroy_and_nothing_of_it_is_left() {
    for place in Place::of_every_kind() {
        let ids = place.closed(2);
        let desk = place.later();
        assert_eq!(refused(approve(&desk, &ids[0], Agreeing::Officer(&who(2)))), Refusal::NothingProposed.as_str());
        propose(&desk, &ids[0], DestructionGround::Term, &who(1)).unwrap();
        assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Term, &who(2))), "al-voorgesteld");
        assert_eq!(refused(approve(&desk, &ids[0], Agreeing::Officer(&who(1)))), "ander-nodig");
        assert!(case::load(&desk, &ids[0]).is_ok());
        let certificate = approve(&desk, &ids[0], Agreeing::Officer(&who(2))).unwrap();
        assert_eq!((certificate.certificate, certificate.outcome), (1, Outcome::Mistake));
        // three events: opened, closed and the last one
        assert_eq!((certificate.revisions, certificate.number.sequence), (3, 1));
        assert_eq!(place.names(&ids[0]), Vec::<String>::new());
        assert_eq!(case::load(&desk, &ids[0]).err(), Some(Failure::not_found()));
        assert_eq!(case::numbered(&desk, 1).unwrap(), None);
        let mark = gone(&desk, 1).unwrap().expect("what the audit is searched by");
        assert_eq!((&mark.case, mark.number, mark.on), (&ids[0], certificate.number, desk.now().day()));
        assert_eq!(gone(&desk, 2).unwrap(), None);
        assert!(desk.status(&status_key(&secret(0).code())).get().unwrap().is_none(), "the code opens nothing");
        assert!(case::load(&desk, &ids[1]).is_ok() && case::numbered(&desk, 2).unwrap().is_some());
        assert_eq!(certificates(&desk, None, &Reader::PrivacyOfficer).unwrap(), (vec![certificate], None));
        assert_eq!(waiting(&desk, &Reader::PrivacyOfficer).unwrap(), (vec![], vec![]));
        assert_eq!(finish(&desk).unwrap(), 0);
    }
}

#[test]
fn a_hold_a_restriction_and_a_change_stop_it_at_the_last_moment_too() {
    let place = Place::new();
    let ids = place.closed(4);
    let desk = place.later();
    ids[..3].iter().for_each(|id| propose(&desk, id, DestructionGround::Term, &who(1)).unwrap());
    right(&desk, &ids[0], RightsEvent::Held(why()));
    right(&desk, &ids[1], RightsEvent::Restricted(why()));
    let reason = shared::case::notes::Reason { reason: why().reason };
    change(&desk, &ids[2], shared::case::Act::Reopen(reason));
    for (id, code) in ids.iter().zip(["tegengehouden", "tegengehouden", "nog-open"]) {
        assert_eq!(refused(approve(&desk, id, Agreeing::Officer(&who(2)))), code);
        assert!(case::load(&desk, id).is_ok());
    }
    assert_eq!(
        waiting(&desk, &Reader::PrivacyOfficer).unwrap(),
        (vec![], vec![]),
        "proposals that can't be carried out fall"
    );
    assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Term, &who(1))), "tegengehouden");
    propose(&desk, &ids[3], DestructionGround::Term, &who(1)).unwrap();
    reject(&desk, &ids[3]).unwrap();
    assert_eq!(refused(reject(&desk, &ids[3])), "niets-voorgesteld");
    assert!(case::load(&desk, &ids[3]).is_ok());
}

#[test]
fn sooner_than_its_term_only_on_another_ground() {
    let place = Place::new();
    let ids = place.closed(1);
    let desk = place.desk();
    assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Term, &who(1))), "te-vroeg");
    assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::Erasure, &who(1))), "geen-wissing");
    // thirty days are kept, however a case ended
    assert_eq!(refused(propose(&desk, &ids[0], DestructionGround::NotNeeded, &who(1))), "te-vroeg");
    let desk = desk.at(|| tick().plus_seconds(30 * 86_400));
    propose(&desk, &ids[0], DestructionGround::NotNeeded, &who(1)).unwrap();
    assert_eq!(approve(&desk, &ids[0], Agreeing::Officer(&who(2))).unwrap().ground, DestructionGround::NotNeeded);
}
