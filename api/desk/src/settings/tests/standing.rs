//! The name, functions, minutes and terms: what they are checked against, and who has to agree.
use super::*;
use crate::{
    case::{
        self,
        tests::{end_early, send, tick},
    },
    retention,
};
use shared::{
    case::destruction::{Agreeing, DestructionGround},
    contract::NewAccount,
    id::FunctionId,
    minutes::Minutes,
    profile::{Domain, Function, Processor, Register},
    retention::{Length, Term, Terms},
};

fn desk() -> Desk {
    kits().into_iter().next().unwrap()
}

fn function(id: &str, name: &str) -> Function {
    Function { id: FunctionId::parse(id).unwrap(), name: name.into(), domain: Domain::Care }
}

fn functions(desk: &Desk, extra: Option<Function>) -> Vec<Function> {
    desk.environment().base().unwrap().functions.into_iter().chain(extra).collect()
}

fn pointer(failure: Failure) -> String {
    let problem = failure.problem();
    assert_eq!(problem.status, 400);
    problem.errors[0].pointer.clone()
}

#[test]
fn a_name_minutes_and_the_register_hold_at_once() {
    for desk in kits() {
        let [bo, ..] = people(&desk);
        let minutes = Minutes { call: 35, ..Minutes::default() };
        let register = Register { place: "Verzonnen rekencentrum".into(), ..Register::default() };
        let processors = vec![Processor { name: "Verzonnen beheer".into(), task: "Server".into() }];
        for part in [
            Part::Name(Some("Nergenshuizen".into())),
            Part::Minutes(Some(minutes.clone())),
            Part::Register(Some(register.clone())),
            Part::Processors(Some(processors.clone())),
        ] {
            change(&desk, part, &bo).unwrap();
        }
        let profile = desk.profile().unwrap();
        assert_eq!((profile.name.as_str(), profile.minutes), ("Nergenshuizen", minutes));
        assert_eq!((profile.register, profile.processors), (register, processors));
        let copy = inbox::settings::shown(&desk.inbox.pointers).unwrap();
        assert_eq!(copy.name.as_deref(), Some("Nergenshuizen"), "a melder too");
        assert_eq!((copy.register, copy.processors), (None, None), "of no use to a melder");
        let instance = desk.environment().instance().unwrap().profile;
        assert!(instance.register.is_empty() && instance.processors.is_empty());
        let seen = page(&desk).unwrap().last;
        command(&desk, &SettingsCommand::Undo { seen, number: 1 }, &bo).unwrap();
        assert_eq!(desk.profile().unwrap().name, "Hengelo");
        let wrong = change(&desk, Part::Minutes(Some(Minutes { call: 0, ..Minutes::default() })), &bo);
        assert_eq!(pointer(wrong.unwrap_err()), "/inhoud/deel/waarde/minuten/bellen");
    }
}

#[test]
fn functions_wait_for_a_second_person_and_one_that_somebody_has_stays() {
    for desk in kits() {
        let held = functions(&desk, None)[1].id.clone();
        let [bo, fleur] = [Role::Administrator, Role::Officer].map(|role| {
            let function = (role == Role::Officer).then(|| held.clone());
            let new = NewAccount { function, ..examples::new_account(role).unwrap() };
            account::add(&desk, new, &AccountId::from_bytes(&[9; 16])).unwrap().account.id
        });
        let new = functions(&desk, Some(function("jeugd", "Regisseur jeugd")));
        change(&desk, Part::Functions(Some(new.clone())), &bo).unwrap();
        assert_eq!(desk.profile().unwrap().functions.len(), new.len() - 1, "it waits");
        confirm(&desk, 1, &fleur).unwrap();
        assert_eq!(desk.profile().unwrap().functions, new);
        let copy = inbox::settings::shown(&desk.inbox.pointers).unwrap();
        assert_eq!(copy.functions, Some(new), "the melder can choose it");
        let without = functions(&desk, None).into_iter().filter(|one| one.id != held).collect();
        let refused = change(&desk, Part::Functions(Some(without)), &bo).unwrap_err();
        assert_eq!(pointer(refused), "/inhoud/deel/waarde/functies");
    }
}

/// A report that excludes a function never excludes another one instead.
#[test]
fn an_id_of_a_function_never_becomes_another_function() {
    let desk = desk();
    let [bo, fleur, _] = people(&desk);
    let confirmed = |functions: Vec<Function>| {
        change(&desk, Part::Functions(Some(functions)), &bo)?;
        confirm(&desk, page(&desk).unwrap().last, &fleur)
    };
    let with = |name: &str| functions(&desk, Some(function("jeugd", name)));
    confirmed(with("Regisseur jeugd")).unwrap();
    confirmed(functions(&desk, None)).unwrap();
    let refused = change(&desk, Part::Functions(Some(with("Wijkteam"))), &bo).unwrap_err();
    assert_eq!(pointer(refused), "/inhoud/deel/waarde/functies/2/naam");
    confirmed(with("Regisseur jeugd")).unwrap();
    confirmed(with("Regisseur jeugdzorg")).unwrap();
    assert_eq!(desk.profile().unwrap().functions[2].name, "Regisseur jeugdzorg", "a better name for the same");
}

fn shorter(desk: &Desk) -> Terms {
    let terms = desk.environment().base().unwrap().retention;
    let mistake = Term { term: Length::Days(30), ..terms.mistake };
    Terms { mistake, ..terms }
}

#[test]
fn terms_take_a_second_person_and_stay_within_the_bounds_of_the_file() {
    for desk in kits() {
        let [bo, _, vera] = people(&desk);
        let terms = shorter(&desk);
        change(&desk, Part::Retention(Some(terms.clone())), &bo).unwrap();
        assert_ne!(desk.profile().unwrap().retention, terms, "it waits");
        confirm(&desk, 1, &vera).unwrap();
        assert_eq!(desk.profile().unwrap().retention, terms);
        let sooner = Term { minimum: Length::Days(29), ..terms.mistake };
        let refused = change(&desk, Part::Retention(Some(Terms { mistake: sooner, ..terms.clone() })), &bo);
        assert_eq!(pointer(refused.unwrap_err()), "/inhoud/deel/waarde/bewaartermijnen/vergissing/minimum");
        let trail = Terms { audit: Length::Months(24), ..terms };
        let refused = change(&desk, Part::Retention(Some(trail)), &bo);
        assert_eq!(pointer(refused.unwrap_err()), "/inhoud/deel/waarde/bewaartermijnen/logboek");
    }
}

/// A shorter term makes a case due. It goes when one person proposes it and another agrees, and never before.
#[test]
fn a_shorter_term_destroys_nothing_without_two_people() {
    let desk = desk();
    let [bo, fleur, vera] = people(&desk);
    let id = send(&desk, 1).id;
    case::take_in(&desk).unwrap();
    case::tests::change(&desk, &id, end_early());
    let later = desk.at(|| tick().plus_seconds(40 * 86_400));
    let set = |term: Length| {
        let terms = later.environment().base().unwrap().retention;
        let mistake = Term { term, ..terms.mistake };
        change(&later, Part::Retention(Some(Terms { mistake, ..terms })), &bo).unwrap();
        confirm(&later, page(&later).unwrap().last, &vera).unwrap();
        retention::sweep(&later).unwrap().due
    };
    assert_eq!(set(Length::Months(2)), 0);
    assert_eq!(set(Length::Days(30)), 1, "due, in the list");
    assert_eq!(retention::finish(&later).unwrap(), 0, "nothing ends by itself");
    retention::propose(&later, &id, DestructionGround::Term, &fleur).unwrap();
    let alone = retention::approve(&later, &id, Agreeing::Officer(&fleur));
    assert_eq!(alone.unwrap_err().problem().status, 409, "oneself is no second person");
    retention::finish(&later).unwrap();
    case::load(&later, &id).unwrap();
}

/// One thing waits at a time: a request for another part does not take the place of one that waits.
#[test]
fn what_waits_is_not_replaced_by_a_request_about_something_else() {
    let desk = desk();
    let [bo, _, vera] = people(&desk);
    change(&desk, numbers(&desk, "074-000 00 99"), &bo).unwrap();
    let refused = change(&desk, Part::Retention(Some(shorter(&desk))), &bo).unwrap_err();
    assert_eq!(refused.problem().status, 409);
    change(&desk, closed("2027-05-14"), &bo).unwrap();
    let waiting = page(&desk).unwrap().waiting.unwrap();
    assert_eq!(waiting.after.kind(), PartKind::Phones);
    change(&desk, numbers(&desk, "074-000 00 98"), &bo).unwrap();
    confirm(&desk, page(&desk).unwrap().last, &vera).unwrap();
    change(&desk, Part::Retention(Some(shorter(&desk))), &bo).unwrap();
}
