//! Over a store in memory, with a clock that the test moves.
use super::{access, invitation, *};
use crate::{
    Desk,
    login::{
        limit::Caller,
        own,
        session::{self, Session},
    },
};
use kit::{
    Failure,
    inbox::intake_open,
    store::cell,
    totp::{TotpKey, step},
};
use shared::{
    access::Role,
    contract::{
        AcceptInvitation, AccessAnswer, AccessKind, AccountCommand, AccountDone, Credentials, InvitationView,
        NewAccount, OwnAccountCommand, Problem, ProblemKind, examples,
    },
    id::{AccountId, Revision},
    moment::Moment,
    text::{Line, Login},
};
use std::cell::Cell;

const PASSWORD: &str = "een lange verzonnen zin";

thread_local! { static NOW: Cell<i64> = const { Cell::new(1_777_000_000_000) }; }

fn later(seconds: i64) {
    NOW.set(NOW.get() + seconds * 1000);
}

fn now() -> Moment {
    Moment::from_millis(NOW.get())
}

fn instance() -> Desk {
    let desk = crate::testing::desk(crate::testing::stores(), now, &[5]);
    crate::key_check::check(&desk).unwrap();
    desk
}

fn new(login: &str, role: Role) -> NewAccount {
    NewAccount {
        login: Login::parse(login).unwrap(),
        name: Line::parse(&format!("{login} Verzonnen")).unwrap(),
        role,
        function: None,
    }
}

fn caller() -> Caller {
    Caller::of(&http::HeaderMap::new())
}

/// Somebody who accepted an invitation.
struct Person {
    id: AccountId,
    login: Login,
    factor: TotpKey,
    recovery: Vec<String>,
}

impl Person {
    fn accept(desk: &Desk, done: &AccountDone) -> Self {
        let word = &done.invitation.as_ref().expect("an invitation").word;
        let InvitationView { nonce, secret, login, .. } = invitation::look(desk, word).unwrap();
        let factor = TotpKey::parse(&secret).unwrap();
        let (word, password, code) = (word.clone(), PASSWORD.into(), factor.code(step(now())));
        let (id, recovery) = invitation::accept(desk, &AcceptInvitation { word, nonce, password, code }).unwrap();
        Self { id, login, factor, recovery }
    }

    fn code(&self) -> String {
        self.factor.code(step(now()))
    }

    fn log_in(&self, desk: &Desk, code: &str) -> Result<Session, Failure> {
        let credentials = Credentials { login: self.login.clone(), password: PASSWORD.into(), code: code.into() };
        session::log_in(desk, &credentials).map(|(session, _cookie)| session)
    }

    fn revision(&self, desk: &Desk) -> Revision {
        all(desk).unwrap().iter().find(|account| account.id == self.id).unwrap().revision
    }
}

/// An AF, a beheerder and an FG, at work.
fn set_up(desk: &Desk) -> [Person; 3] {
    let roles = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
    let first = first(desk, roles.map(|role| examples::new_account(role).unwrap()).to_vec()).unwrap();
    [0, 1, 2].map(|at| Person::accept(desk, &first[at]))
}

fn problem<T>(answer: Result<T, Failure>) -> Problem {
    answer.err().expect("a refusal").problem()
}

fn kind<T>(answer: Result<T, Failure>) -> Option<ProblemKind> {
    problem(answer).parsed_kind()
}

#[test]
fn reports_are_taken_once_an_officer_and_the_privacy_officer_can_log_in() {
    let desk = instance();
    let roles = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
    let done = first(&desk, roles.map(|role| examples::new_account(role).unwrap()).to_vec()).unwrap();
    for (at, open) in [(1, false), (0, false), (2, true)] {
        let _person = Person::accept(&desk, &done[at]);
        assert_eq!(intake_open::check(&desk.inbox).is_ok(), open, "after {at}");
    }
    assert_eq!(kind(first(&desk, vec![new("nog.iemand", Role::Officer)])), Some(ProblemKind::Exists));
}

#[test]
fn a_code_counts_once_and_so_does_a_recovery_code() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    assert_eq!(kind(fleur.log_in(&desk, &fleur.code())), Some(ProblemKind::WrongCredentials), "used to accept");
    later(30);
    let code = fleur.code();
    assert!(fleur.log_in(&desk, &code).is_ok());
    assert_eq!(kind(fleur.log_in(&desk, &code)), Some(ProblemKind::WrongCredentials));
    let recovery = fleur.recovery[3].to_lowercase().replace(' ', "-");
    assert!(fleur.log_in(&desk, &recovery).is_ok());
    assert_eq!(kind(fleur.log_in(&desk, &recovery)), Some(ProblemKind::WrongCredentials));
    assert_eq!(fleur.recovery.len(), 10);
    for bad in ["", "000000", "abcd", &fleur.recovery[4][..13]] {
        assert_eq!(kind(fleur.log_in(&desk, bad)), Some(ProblemKind::WrongCredentials), "{bad}");
    }
}

#[test]
fn a_right_code_beside_a_wrong_password_stays_good() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    later(30);
    let (password, code) = ("een heel ander verzonnen zin".into(), fleur.code());
    let wrong = Credentials { login: fleur.login.clone(), password, code: code.clone() };
    let wrong = problem(session::log_in(&desk, &wrong));
    assert!(fleur.log_in(&desk, &code).is_ok());
    let nobody = Credentials { login: Login::parse("niemand").unwrap(), password: PASSWORD.into(), code };
    assert_eq!(problem(session::log_in(&desk, &nobody)), wrong, "the same answer for a name that nobody has");
}

#[test]
fn the_same_code_at_the_same_moment_lets_one_in() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    later(30);
    let (code, millis) = (fleur.code(), NOW.get());
    let inside = std::thread::scope(|scope| {
        let one = || {
            NOW.set(millis);
            fleur.log_in(&desk, &code).is_ok()
        };
        let all: Vec<_> = (0..4).map(|_| scope.spawn(one)).collect();
        all.into_iter().map(|one| one.join().unwrap()).filter(|inside| *inside).count()
    });
    assert_eq!(inside, 1);
}

#[test]
fn an_invitation_counts_once_for_a_week_and_says_what_is_wrong() {
    let desk = instance();
    let [_, bo, _] = set_up(&desk);
    let done = add(&desk, new("nog.een.beheer", Role::Administrator), &bo.id).unwrap();
    let word = done.invitation.clone().unwrap().word;
    assert_eq!(done.invitation.as_ref().unwrap().until, now().plus_seconds(7 * 24 * 3600));
    let (one, two) = (invitation::look(&desk, &word).unwrap(), invitation::look(&desk, &word).unwrap());
    assert_ne!(one.secret, two.secret, "who looked first does not know what the next one enrols");
    let ask = |nonce: &str, password: &str, secret: &str| AcceptInvitation {
        word: word.clone(),
        nonce: nonce.into(),
        password: password.into(),
        code: TotpKey::parse(secret).unwrap().code(step(now())),
    };
    let wrong = problem(invitation::accept(&desk, &ask(&two.nonce, "te kort", &one.secret)));
    let pointers: Vec<&str> = wrong.errors.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(pointers, ["/wachtwoord", "/code"], "all at once");
    assert!(invitation::accept(&desk, &ask(&two.nonce, PASSWORD, &two.secret)).is_ok());
    assert_eq!(kind(invitation::accept(&desk, &ask(&two.nonce, PASSWORD, &two.secret))), Some(ProblemKind::NotFound));
    assert_eq!(kind(invitation::look(&desk, &word)), Some(ProblemKind::NotFound));
    let late = add(&desk, new("te.laat", Role::Administrator), &bo.id).unwrap().invitation.unwrap().word;
    later(7 * 24 * 3600);
    assert_eq!(kind(invitation::look(&desk, &late)), Some(ProblemKind::NotFound));
}

/// Everything a beheerder can ask about an account of this role, alone; none of it gives an invitation.
#[test]
fn who_reads_content_or_confirms_is_let_in_by_a_second_person_only() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    for role in [Role::Officer, Role::PrivacyOfficer] {
        let done = add(&desk, new(role.as_str(), role), &bo.id).unwrap();
        assert_eq!(done.invitation, None);
        let (id, revision) = (done.account.id.clone(), done.account.revision);
        // nor by asking again, nor by answering himself, should a role ever let him ask that
        let again = command(&desk, &id, revision, &AccountCommand::Invite, &bo.id).unwrap();
        assert_eq!(again.invitation, None);
        let revision = again.account.revision;
        let own = access::answer(&desk, &id, revision, AccessAnswer::Confirm, &bo.id);
        assert_eq!(kind(own), Some(ProblemKind::Forbidden));
        let stale = access::answer(&desk, &id, Revision(1), AccessAnswer::Confirm, &fleur.id);
        assert_eq!(kind(stale), Some(ProblemKind::Stale), "what was looked at is what is confirmed");
        let page = access::page(&desk, &fleur.id).unwrap();
        let shown = page.requests.iter().find(|request| request.id == id).unwrap();
        assert!(shown.may_answer && shown.asked_by.as_str() == "Bo Beheer" && shown.kind == AccessKind::New);
        let confirmed = access::answer(&desk, &id, revision, AccessAnswer::Confirm, &faye.id).unwrap();
        let person = Person::accept(&desk, &confirmed);
        later(30);
        assert!(person.log_in(&desk, &person.code()).is_ok());
        let given = access::page(&desk, &fleur.id).unwrap().given;
        let given = given.iter().find(|given| given.name == done.account.name).unwrap();
        assert_eq!(given.asked_by.as_ref().map(Line::as_str), Some("Bo Beheer"));
        assert_eq!(given.confirmed_by.as_ref().map(Line::as_str), Some("Faye Gegevens"));
    }
}

#[test]
fn a_new_way_to_log_in_takes_another_person_and_ends_the_old_one() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    later(30);
    let session = fleur.log_in(&desk, &fleur.code()).unwrap();
    let asked = command(&desk, &fleur.id, fleur.revision(&desk), &AccountCommand::Invite, &bo.id).unwrap();
    assert_eq!(asked.invitation, None);
    let revision = asked.account.revision;
    assert_eq!(
        kind(access::answer(&desk, &fleur.id, revision, AccessAnswer::Confirm, &fleur.id)),
        Some(ProblemKind::Forbidden),
        "nobody confirms the own access"
    );
    assert!(!access::page(&desk, &fleur.id).unwrap().requests[0].may_answer);
    let done = access::answer(&desk, &fleur.id, revision, AccessAnswer::Confirm, &faye.id).unwrap();
    later(30);
    assert!(fleur.log_in(&desk, &fleur.code()).is_ok(), "until it is accepted the old way holds");
    let again = Person::accept(&desk, &done);
    later(60);
    assert_eq!(kind(fleur.log_in(&desk, &fleur.code())), Some(ProblemKind::WrongCredentials), "the old app");
    assert_eq!(kind(fleur.log_in(&desk, &fleur.recovery[0])), Some(ProblemKind::WrongCredentials), "the old codes");
    assert!(again.log_in(&desk, &again.code()).is_ok());
    let account = all(&desk).unwrap().into_iter().find(|account| account.id == session.account).unwrap();
    assert!(account.epoch > 2, "and every session of before is over");
}

#[test]
fn what_was_refused_withdrawn_or_blocked_opens_nothing() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let ask = |login: &str| add(&desk, new(login, Role::Officer), &bo.id).unwrap().account;
    let refused = ask("een");
    access::answer(&desk, &refused.id, refused.revision, AccessAnswer::Refuse, &faye.id).unwrap();
    let twice = access::answer(&desk, &refused.id, Revision(2), AccessAnswer::Confirm, &fleur.id);
    assert_eq!(kind(twice), Some(ProblemKind::NotFound), "nothing is asked any more");
    for (login, end) in [("twee", AccountCommand::Withdraw), ("drie", AccountCommand::Block)] {
        let asked = ask(login);
        let done = access::answer(&desk, &asked.id, asked.revision, AccessAnswer::Confirm, &fleur.id).unwrap();
        let word = done.invitation.unwrap().word;
        command(&desk, &asked.id, done.account.revision, &end, &bo.id).unwrap();
        assert_eq!(kind(invitation::look(&desk, &word)), Some(ProblemKind::NotFound), "{login}");
        command(&desk, &asked.id, Revision(3), &AccountCommand::Unblock, &bo.id).unwrap();
        assert_eq!(kind(invitation::look(&desk, &word)), Some(ProblemKind::NotFound), "{login}, set free again");
    }
}

#[test]
fn the_last_who_can_log_in_stays() {
    let desk = instance();
    let people = set_up(&desk);
    // an account that nobody can log in with does not count
    add(&desk, new("nog.niemand", Role::Officer), &people[1].id).unwrap();
    for person in &people {
        let blocked = command(&desk, &person.id, person.revision(&desk), &AccountCommand::Block, &people[1].id);
        assert_eq!(kind(blocked), Some(ProblemKind::Exists));
    }
}

#[test]
fn own_password_and_codes_change_for_who_shows_both_again() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    later(30);
    let (here, there) = (fleur.log_in(&desk, &fleur.code()).unwrap(), fleur.log_in(&desk, &fleur.recovery[0]).unwrap());
    let ask = |password: &str, code: String, new: &str| {
        let asked = OwnAccountCommand::Password { password: password.into(), code, new: new.into() };
        own::command(&desk, &here, &caller(), &asked)
    };
    let fresh = "een nieuwe verzonnen zin";
    later(30);
    assert_eq!(kind(ask("een heel ander verzonnen zin", fleur.code(), fresh)), Some(ProblemKind::WrongCredentials));
    assert_eq!(kind(ask(PASSWORD, "000000".into(), fresh)), Some(ProblemKind::WrongCredentials));
    assert_eq!(kind(ask(PASSWORD, fleur.code(), "te kort")), Some(ProblemKind::BadRequest));
    ask(PASSWORD, fleur.code(), fresh).unwrap();
    assert_eq!(kind(ask(PASSWORD, fleur.recovery[1].clone(), fresh)), Some(ProblemKind::WrongCredentials));
    let asked = OwnAccountCommand::RecoveryCodes { password: fresh.into(), code: fleur.recovery[1].clone() };
    let codes = own::command(&desk, &here, &caller(), &asked).unwrap().recovery_codes;
    assert_eq!(codes.len(), 10);
    let credentials =
        |code: &str| Credentials { login: fleur.login.clone(), password: fresh.into(), code: code.into() };
    assert!(session::log_in(&desk, &credentials(&fleur.recovery[2])).is_err(), "the old codes ended");
    assert!(session::log_in(&desk, &credentials(&codes[0])).is_ok());
    let _both = (here, there);
}

/// As it was stored before there were second factors: who had only a password needs an invitation.
#[test]
fn an_account_of_before_loads_and_cannot_log_in() {
    let desk = instance();
    let old = serde_json::json!([{
        "id": "00112233445566778899aabbccddeeff", "revisie": 3, "inlognaam": "Oud.Verzonnen", "naam": "Oud Verzonnen",
        "rol": "af", "wachtwoord": "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "geblokkeerd": false,
        "tijdperk": 2
    }]);
    desk.cases.set(&cell::accounts(), &old).unwrap();
    let account = all(&desk).unwrap().remove(0);
    assert!(!account.is_active() && account.revision == Revision(3));
    let login = Login::parse("oud.verzonnen").unwrap();
    let credentials = Credentials { login, password: PASSWORD.into(), code: "123456".into() };
    assert_eq!(kind(session::log_in(&desk, &credentials)), Some(ProblemKind::WrongCredentials));
}
