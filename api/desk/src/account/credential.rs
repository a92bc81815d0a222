//! Credentials: a password and a second factor together, in a record of their own. A code of the app and a recovery
//! code each work once. The use is recorded before the log-in succeeds.
use crate::{Desk, account::password};
use kit::{
    Failure, clock, hex,
    inbox::secret::token_hash,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
    totp::TotpKey,
};
use serde::{Deserialize, Serialize};
use shared::code;

/// Read when nobody has that name, so that the store is asked as often. No credential has this name.
const NOBODY: &str = "00000000000000000000000000000000";

/// How many recovery codes somebody gets.
pub const RECOVERY_CODES: usize = 10;
/// Characters of one: 60 bits.
const RECOVERY_LENGTH: usize = 12;

/// A credential as stored.
#[derive(Clone, Serialize, Deserialize)]
pub struct StoredCredential {
    /// argon2id, PHC form.
    #[serde(rename = "wachtwoord")]
    password: String,
    /// The second factor.
    #[serde(rename = "totp")]
    totp: TotpKey,
    /// The last step whose code was used; no earlier one counts.
    #[serde(rename = "laatsteStap")]
    last_step: i64,
    /// Hashes of the recovery codes that were not used.
    #[serde(rename = "herstel")]
    recovery: Vec<String>,
}

/// The kind of a valid code.
enum Spent {
    Step(i64),
    Recovery(String),
}

impl StoredCredential {
    fn cell(name: &str) -> Cell<Cases, Self> {
        cell::credential(name)
    }

    /// Of a second factor that showed at `step` that it works, with its recovery codes.
    ///
    /// # Errors
    /// [`Failure::Internal`] without randomness.
    pub fn make(password: &str, totp: TotpKey, step: i64) -> Result<(Self, Vec<String>), Failure> {
        let (codes, recovery) = recovery_codes()?;
        Ok((Self { password: password::hash(password)?, totp, last_step: step, recovery }, codes))
    }

    fn spend(&self, desk: &Desk, typed: &str) -> Option<Spent> {
        if let Some(step) = self.totp.matches(typed, desk.now(), self.last_step) {
            return Some(Spent::Step(step));
        }
        let hash = recovery_hash(typed)?;
        self.recovery.contains(&hash).then_some(Spent::Recovery(hash))
    }

    fn without(mut self, spent: &Spent) -> Self {
        match spent {
            Spent::Step(step) => self.last_step = *step,
            Spent::Recovery(hash) => self.recovery.retain(|kept| kept != hash),
        }
        self
    }
}

/// Ten codes as shown, and their stored form.
fn recovery_codes() -> Result<(Vec<String>, Vec<String>), Failure> {
    let mut codes = Vec::new();
    for _ in 0..RECOVERY_CODES {
        let random = clock::random::<RECOVERY_LENGTH>()?;
        let letters: Vec<char> =
            random.iter().filter_map(|b| code::ALPHABET.get(usize::from(b & 31))).map(|b| char::from(*b)).collect();
        codes.push(letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" "));
    }
    let hashes = codes.iter().filter_map(|code| recovery_hash(code)).collect();
    Ok((codes, hashes))
}

fn recovery_hash(typed: &str) -> Option<String> {
    let values = code::values(typed).filter(|values| values.len() == RECOVERY_LENGTH)?;
    Some(token_hash(&format!("herstelcode {}", hex::encode(&values))))
}

/// Keeps one in a place of its own; answers its name.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Keys`].
pub fn keep(desk: &Desk, credential: &StoredCredential) -> Result<String, Failure> {
    let name = hex::encode(&clock::random::<16>()?);
    desk.cases.set(&StoredCredential::cell(&name), credential)?;
    Ok(name)
}

/// Whether password and code are right. `None`, for an unknown account, is always `false`, after the same work. A right
/// code with a wrong password stays unused, so that nobody can use up another person's codes.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn prove(desk: &Desk, name: Option<&str>, password: &str, code: &str) -> Result<bool, Failure> {
    let stored = desk.cases.get(&StoredCredential::cell(name.unwrap_or(NOBODY)))?.filter(|_| name.is_some());
    let right = password::matches(password, stored.as_ref().map(|stored| stored.password.as_str()));
    let known = stored.as_ref().is_some_and(|stored| stored.spend(desk, code).is_some());
    let Some(name) = name.filter(|_| right && known) else { return Ok(false) };
    desk.cases.update(&StoredCredential::cell(name), |stored| {
        // decided again on a conflict: the same code at the same moment counts once
        Ok(match stored.and_then(|stored| Some((stored.spend(desk, code)?, stored))) {
            Some((spent, stored)) => Change::Write(stored.without(&spent), true),
            None => Change::Keep(false),
        })
    })
}

/// Another password.
///
/// # Errors
/// A 404 when there is no such credential any more; as [`prove`].
pub fn set_password(desk: &Desk, name: &str, new: &str) -> Result<(), Failure> {
    let hash = password::hash(new)?;
    change(desk, name, |stored| StoredCredential { password: hash.clone(), ..stored })
}

/// Ten new recovery codes; the old ones end.
///
/// # Errors
/// As [`set_password`].
pub fn renew_recovery(desk: &Desk, name: &str) -> Result<Vec<String>, Failure> {
    let (codes, recovery) = recovery_codes()?;
    change(desk, name, |stored| StoredCredential { recovery: recovery.clone(), ..stored })?;
    Ok(codes)
}

fn change(desk: &Desk, name: &str, with: impl Fn(StoredCredential) -> StoredCredential) -> Result<(), Failure> {
    desk.cases.update(&StoredCredential::cell(name), |stored| {
        Ok(Change::Write(with(stored.ok_or_else(Failure::not_found)?), ()))
    })
}

/// Removes one that nothing names any more.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn remove(desk: &Desk, name: &str) -> Result<(), Failure> {
    desk.cases.delete(&StoredCredential::cell(name))
}
