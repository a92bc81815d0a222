//! Which account a work account becomes, and when it ends.
use super::*;
use crate::{
    account::{
        StoredAccount, access, command,
        work::{self, Admitted},
    },
    login::session,
};
use WorkAccountRefusal as No;
use http::{HeaderMap, HeaderValue, header};
use kit::inbox::intake_open;
use serde_json::json;
use shared::{
    contract::{AccessAnswer, AccessKind, AccountCommand, Credentials},
    id::AccountId,
    text::Login,
};

/// Comes in, as the handler does it.
fn come(world: &World) -> Result<Admitted, WorkAccountRefusal> {
    let person = world.go().unwrap();
    let admitted = work::admit(&world.desk, &person.fingerprint, person.name.as_ref(), person.role?);
    admitted.map_err(|refused| refused.code())
}

/// The same; somebody else confirms whoever waits for a second person.
fn come_in(world: &World) -> Result<StoredAccount, WorkAccountRefusal> {
    if let Admitted::Arrived(new) = come(world)? {
        access::answer(&world.desk, &new.id, new.revision, AccessAnswer::Confirm, &somebody()).unwrap();
    }
    match come(world)? {
        Admitted::In(account) => Ok(account),
        Admitted::Arrived(_) => panic!("it was confirmed"),
    }
}

fn with(cookie: &HeaderValue) -> HeaderMap {
    let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
    HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())])
}

fn somebody() -> AccountId {
    AccountId::from_bytes(&[9; 16])
}

#[test]
fn the_first_time_makes_an_account_and_the_next_times_find_it() {
    let world = World::new();
    let first = come_in(&world).unwrap();
    let again = come_in(&world).unwrap();
    assert!(first.id == again.id && first.revision == again.revision && first.can_log_in());
    assert_eq!((first.role, first.name.as_str()), (Role::Officer, "Fenna Verzonnen"));
    assert_eq!(account::all(&world.desk).unwrap().len(), 2);
    world.provider.change(|state| state.claims = json!({ "sub": "subject-2", "name": null }));
    let other = come_in(&world).unwrap();
    assert!(other.id != first.id && other.name.as_str() == "Werkaccount zonder naam");
    // nothing of the subject is kept, not even sealed
    let kept = serde_json::to_string(&account::all(&world.desk).unwrap()).unwrap();
    assert!(!kept.contains("subject-"), "{kept}");
}

#[test]
fn a_new_account_shows_on_the_start_pages() {
    let world = World::new();
    let made = come_in(&world).unwrap();
    let given = |world: &World| access::page(&world.desk, &somebody()).unwrap().given;
    let shown = given(&world).into_iter().find(|given| given.kind == AccessKind::Work).unwrap();
    assert!(shown.name == made.name && shown.role == Role::Officer && shown.confirmed_by.is_none());
    later(60);
    world.provider.change(|state| state.claims = json!({ "roles": "mr-fg" }));
    come_in(&world).unwrap();
    assert_eq!(given(&world)[0].role, Role::PrivacyOfficer, "another role too");
}

#[test]
fn the_role_is_the_claim_s_and_another_role_ends_the_sessions() {
    let world = World::new();
    let before = come_in(&world).unwrap();
    let (_, cookie) = session::open(&world.desk, &before).unwrap();
    assert_eq!(session::of(&world.desk, &with(&cookie)).unwrap().unwrap().role, Role::Officer);
    world.provider.change(|state| state.claims = json!({ "name": "Fenna Anders" }));
    come_in(&world).unwrap();
    assert_eq!(session::of(&world.desk, &with(&cookie)).unwrap().unwrap().name.as_str(), "Fenna Anders");
    world.provider.change(|state| state.claims = json!({ "roles": ["mr-fg"] }));
    let after = come_in(&world).unwrap();
    assert_eq!((after.id, after.role), (before.id, Role::PrivacyOfficer));
    assert_eq!(session::of(&world.desk, &with(&cookie)).unwrap(), None);
}

#[test]
fn a_lost_role_ends_access_at_once() {
    let world = World::new();
    let (_, cookie) = session::open(&world.desk, &come_in(&world).unwrap()).unwrap();
    world.provider.change(|state| state.claims = json!({ "roles": [] }));
    assert_eq!(come_in(&world).err(), Some(No::NoRole));
    let id = work::find(&world.desk, &world.go().unwrap().fingerprint).unwrap().unwrap();
    work::dismiss(&world.desk, &id).unwrap();
    assert_eq!(session::of(&world.desk, &with(&cookie)).unwrap(), None);
    world.provider.change(|state| state.claims = json!({ "sub": "subject-2" }));
    assert_eq!(work::find(&world.desk, &world.go().unwrap().fingerprint).unwrap(), None, "nobody else");
}

#[test]
fn a_blocked_account_stays_out_whatever_the_provider_says() {
    let world = World::new();
    let made = come_in(&world).unwrap();
    world.provider.change(|state| state.claims = json!({ "sub": "subject-2" }));
    come_in(&world).unwrap();
    command(&world.desk, &made.id, made.revision, &AccountCommand::Block, &somebody()).unwrap();
    for claims in [json!({}), json!({ "roles": "mr-fg" })] {
        world.provider.change(|state| state.claims = claims.clone());
        assert_eq!(come_in(&world).err(), Some(No::Blocked), "{claims}");
    }
}

/// A role that reads content or confirms others is not the provider's alone to give: not at the first log-in, and not
/// to somebody who had another role.
#[test]
fn who_comes_with_a_role_that_takes_a_second_person_waits_for_one() {
    let world = World::new();
    let first = come(&world).unwrap();
    let Admitted::Arrived(new) = &first else { panic!("let in") };
    assert!(!new.can_log_in() && come(&world).unwrap() == first, "and asks once");
    let page = access::page(&world.desk, &somebody()).unwrap();
    assert!(page.requests.len() == 1 && page.requests[0].kind == AccessKind::Work && page.requests[0].may_answer);
    let own = access::answer(&world.desk, &new.id, new.revision, AccessAnswer::Confirm, &new.id);
    assert!(own.is_err(), "nobody confirms themselves");
    access::answer(&world.desk, &new.id, new.revision, AccessAnswer::Refuse, &somebody()).unwrap();
    let Admitted::Arrived(refused) = come(&world).unwrap() else { panic!("let in") };
    assert!(access::page(&world.desk, &somebody()).unwrap().requests.is_empty(), "a refusal is not asked again");
    // a beheerder can ask it again
    command(&world.desk, &refused.id, refused.revision, &AccountCommand::Invite, &AccountId::from_bytes(&[8; 16]))
        .unwrap();
    let af = come_in(&world).unwrap();
    world.provider.change(|state| state.claims = json!({ "roles": "mr-fg" }));
    let Admitted::Arrived(changed) = come(&world).unwrap() else { panic!("let in with another role") };
    assert_eq!((&changed.id, changed.role), (&af.id, Role::PrivacyOfficer));
}

/// A beheerder can give it no other way to log in, and none is right.
#[test]
fn no_password_and_no_invitation_open_a_work_account() {
    let world = World::new();
    let made = come_in(&world).unwrap();
    let invited = command(&world.desk, &made.id, made.revision, &AccountCommand::Invite, &somebody());
    assert!(invited.is_err());
    assert!(access::page(&world.desk, &somebody()).unwrap().requests.is_empty());
    for tried in ["", "een lange verzonnen zin"] {
        let login = Login::parse(made.login.as_str()).unwrap();
        let credentials = Credentials { login, password: tried.into(), code: "000000".into() };
        assert!(session::log_in(&world.desk, &credentials).is_err(), "{tried}");
    }
}

#[test]
fn before_the_set_up_nobody_gets_in_and_the_set_up_stays_possible() {
    let world = World::new();
    world.desk.cases.delete(&crate::account::ACCOUNTS).unwrap();
    assert_eq!(come_in(&world).err(), Some(No::NotSetUp));
    assert_eq!(work::find(&world.desk, &world.go().unwrap().fingerprint).unwrap(), None);
    assert_eq!(account::all(&world.desk).unwrap().len(), 0);
}

/// An AF and an FG with a work account are enough to take reports.
#[test]
fn logging_in_with_a_work_account_opens_the_route_too() {
    let world = World::new();
    session::open(&world.desk, &come_in(&world).unwrap()).unwrap();
    assert!(intake_open::check(&world.desk.inbox).is_err());
    world.provider.change(|state| state.claims = json!({ "sub": "subject-2", "roles": "mr-fg" }));
    let fg = come_in(&world).unwrap();
    session::open(&world.desk, &fg).unwrap();
    assert!(intake_open::check(&world.desk.inbox).is_err(), "not before the FG has seen everybody");
    for given in access::page(&world.desk, &fg.id).unwrap().given.into_iter().filter(|given| given.unseen) {
        access::answer(&world.desk, &given.id, given.revision, AccessAnswer::Seen, &fg.id).unwrap();
    }
    assert!(intake_open::check(&world.desk.inbox).is_ok());
}
