//! An invitation (uitnodiging): a token of 128 bits, or two halves of 128 bits each (`words`), for one use
//! within a week. Its holder chooses a password and enrols a second factor. Nothing is stored until that is done. The
//! second factor is derived from the instance's root, the token and a fresh nonce per request, so the person who handed
//! the token over does not know what was enrolled.
use super::{
    flat::StoredInvitation,
    list::{all, update},
    password::password_error,
    staffed::open_when_staffed,
    stored::StoredAccount,
    words::Words,
};
use crate::{
    Desk,
    account::credential::{self, StoredCredential},
    audit,
};
use kit::{Failure, clock, derive::derive, hex, totp::TotpKey};
use shared::{
    audit::Denial,
    contract::{AcceptInvitation, Endpoint, ErrorItem, InvitationView, InvitationWord, ProblemKind},
    id::AccountId,
    moment::Moment,
};

impl StoredAccount {
    fn is_invited_by(&self, hash: &str, now: Moment) -> bool {
        let fits = |invitation: &StoredInvitation| invitation.hash == hash && now < invitation.until;
        self.invitation().is_some_and(fits)
    }
}

/// The account of a token. An unknown or expired token is counted in the audit, for the account it was once issued for.
fn find(desk: &Desk, words: &Words, endpoint: Endpoint) -> Result<StoredAccount, Failure> {
    let (hash, now) = (words.hash(), desk.now());
    let accounts = all(desk)?;
    if let Some(account) = accounts.iter().find(|account| account.is_invited_by(&hash, now)) {
        return Ok(account.clone());
    }
    let was_for = |account: &&StoredAccount| account.invitation().is_some_and(|kept| kept.hash == hash);
    let about = accounts.iter().find(was_for).map(|account| &account.id);
    audit::count(desk, Denial::Invitation, endpoint, about)?;
    Err(over())
}

fn over() -> Failure {
    Failure::of(ProblemKind::NotFound, "Deze uitnodiging geldt niet of niet meer. Vraag een nieuwe.")
}

/// The second factor for this token and nonce.
fn factor(desk: &Desk, words: &Words, nonce: &str) -> Result<TotpKey, Failure> {
    let root = desk.derive("uitnodiging")?;
    let [first, second] = words.secret();
    Ok(TotpKey::from_bytes(derive(&root, "second factor", &[first, second, nonce.as_bytes()])))
}

/// The invitation as the invited person sees it: their name, and a second factor to enrol. Leaves an audit line.
///
/// # Errors
/// A 404 for a token that is unknown or no longer valid.
pub fn look(desk: &Desk, asked: &InvitationWord) -> Result<InvitationView, Failure> {
    let words = Words::of(&asked.word, asked.other.as_deref());
    let account = find(desk, &words, Endpoint::Invitation)?;
    audit::note(desk, Endpoint::Invitation, None, &account.id)?;
    let nonce = hex::encode(&clock::random::<16>()?);
    let factor = factor(desk, &words, &nonce)?;
    let qr = factor.qr(&desk.profile()?.name, account.login.as_str())?;
    let (name, login, role) = (account.name, account.login, account.role);
    Ok(InvitationView { name, login, role, nonce, secret: factor.base32(), qr })
}

/// Accepts it; answers who accepted, and the recovery codes. The token is then used up, and all earlier sessions end.
/// The number of its audit line is taken before.
///
/// # Errors
/// 404 as [`look`]; 400 that names password or code.
pub fn accept(desk: &Desk, asked: &AcceptInvitation) -> Result<(AccountId, Vec<String>), Failure> {
    let words = Words::of(&asked.word, asked.other.as_deref());
    let account = find(desk, &words, Endpoint::AcceptInvitation)?;
    let factor = factor(desk, &words, &asked.nonce)?;
    let step = factor.matches(&asked.code, desk.now(), 0);
    let mut errors = Vec::new();
    errors.extend(password_error(desk, &account, &asked.password, "/wachtwoord")?);
    if step.is_none() {
        errors.push(ErrorItem::new("/code", "verkeerde-code", "Neem de code die je app nu laat zien."));
    }
    let (Some(step), true) = (step, errors.is_empty()) else {
        return Err(Failure::Problem(ProblemKind::BadRequest, "Verbeter wat hieronder staat.", errors));
    };
    let (made, codes) = StoredCredential::make(&asked.password, factor, step)?;
    let begun = audit::begin_about(desk, Endpoint::AcceptInvitation, Some(&account.id), account.id.as_str())?;
    begun.ends(desk, enrol(desk, &account.id, &words, &made))?;
    Ok((account.id, codes))
}

/// The account gets its credential, and the previous one is gone.
fn enrol(desk: &Desk, id: &AccountId, words: &Words, made: &StoredCredential) -> Result<(), Failure> {
    // first the credential, then the account: an interruption in between leaves a record without a reference
    let name = credential::keep(desk, made)?;
    match take(desk, id, words, &name) {
        Ok(before) => {
            before.iter().try_for_each(|before| credential::remove(desk, before))?;
            open_when_staffed(desk)
        }
        Err(failure) => {
            credential::remove(desk, &name)?;
            Err(failure)
        }
    }
}

/// Gives the account its new credential, if the token is still valid; answers the previous one.
fn take(desk: &Desk, id: &AccountId, words: &Words, name: &str) -> Result<Option<String>, Failure> {
    let (hash, now) = (words.hash(), desk.now());
    let mut replaced = None;
    update(desk, |accounts| {
        // some stores say of every swap that it lost: this one was written, and somebody else has written since
        if accounts.iter().any(|account| account.id == *id && account.credential() == Some(name)) {
            return Ok(replaced.clone());
        }
        let invited = |account: &&mut StoredAccount| account.id == *id && account.is_invited_by(&hash, now);
        let account = accounts.iter_mut().find(invited).ok_or_else(over)?;
        replaced = account.credential().map(str::to_owned);
        account.turn(|life| life.enrol(name.to_owned()));
        account.epoch += 1;
        account.revision = account.revision.next();
        Ok(replaced.clone())
    })
}
