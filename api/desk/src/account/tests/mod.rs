//! Tests of accounts, over a store in memory, with a clock that the test moves.
mod arrivals;
mod functions;
mod invitations;
mod log_in;
mod recall;
mod second_person;
mod set_up;
mod stored;

use super::{access, invitation, *};
use crate::{
    Desk,
    login::session::{self, Session},
};
use kit::{
    Failure,
    totp::{TotpKey, step},
};
use shared::{
    access::Role,
    contract::{
        AcceptInvitation, AccessAnswer, AccountCommand, AccountDone, AccountView, Credentials, InvitationPart,
        InvitationView, InvitationWord, NewAccount, Problem, ProblemKind, examples,
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

/// Somebody who accepted an invitation.
struct Person {
    id: AccountId,
    login: Login,
    factor: TotpKey,
    recovery: Vec<String>,
}

impl Person {
    fn accept(desk: &Desk, done: &AccountDone) -> Self {
        Self::accept_with(desk, whole(done))
    }

    /// Another AF, whom one asked for and the other confirmed.
    fn confirmed(desk: &Desk, login: &str, asker: &Self, other: &Self) -> Self {
        let asked = add(desk, new(login, Role::Officer), &asker.id).unwrap();
        let AccountView { id, revision, .. } = &asked.account;
        let done = access::answer(desk, id, *revision, AccessAnswer::Confirm, &other.id).unwrap();
        Self::accept_both(desk, &asked, &done)
    }

    /// With the half of whoever asked and the half of whoever confirmed.
    fn accept_both(desk: &Desk, asked: &AccountDone, confirmed: &AccountDone) -> Self {
        Self::accept_with(desk, both(asked, confirmed))
    }

    fn accept_with(desk: &Desk, words: InvitationWord) -> Self {
        let InvitationView { nonce, secret, login, .. } = invitation::look(desk, &words).unwrap();
        let factor = TotpKey::parse(&secret).unwrap();
        let InvitationWord { word, other } = words;
        let (password, code) = (PASSWORD.into(), factor.code(step(now())));
        let asked = AcceptInvitation { word, other, nonce, password, code };
        let (id, recovery) = invitation::accept(desk, &asked).unwrap();
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

fn word(done: &AccountDone) -> String {
    done.invitation.as_ref().expect("an invitation").word.clone()
}

/// What this answer holds, alone.
fn whole(done: &AccountDone) -> InvitationWord {
    InvitationWord { word: word(done), other: None }
}

fn both(asked: &AccountDone, confirmed: &AccountDone) -> InvitationWord {
    InvitationWord { word: word(asked), other: Some(word(confirmed)) }
}

/// Whether an answer holds a half, which opens nothing by itself.
fn is_half(desk: &Desk, done: &AccountDone) -> bool {
    done.invitation.as_ref().is_some_and(|invitation| invitation.part != InvitationPart::Whole)
        && kind(invitation::look(desk, &whole(done))) == Some(ProblemKind::NotFound)
}

/// An AF, a beheerder and an FG who can all log in.
fn set_up(desk: &Desk) -> [Person; 3] {
    let roles = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
    let first = first(desk, roles.map(|role| examples::new_account(role).unwrap()).to_vec()).unwrap();
    [0, 1, 2].map(|at| Person::accept(desk, &first[at]))
}

/// This person says of all access that they did not see yet, that they saw it.
fn see_all(desk: &Desk, who: &AccountId) {
    for given in access::page(desk, who).unwrap().given.into_iter().filter(|given| given.unseen) {
        access::answer(desk, &given.id, given.revision, AccessAnswer::Seen, who).unwrap();
    }
}

/// Comes with a work account that nobody here is known to have, in a role that takes a second person.
fn arrive(desk: &Desk, fingerprint: &str, role: Role) -> StoredAccount {
    match work::admit(desk, fingerprint, None, role) {
        Ok(work::Admitted::Arrived(account)) => account,
        Ok(work::Admitted::In(_)) => panic!("let in"),
        Err(refused) => panic!("{refused:?}"),
    }
}

fn problem<T>(answer: Result<T, Failure>) -> Problem {
    answer.err().expect("a refusal").problem()
}

fn kind<T>(answer: Result<T, Failure>) -> Option<ProblemKind> {
    problem(answer).parsed_kind()
}
