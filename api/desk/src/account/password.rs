//! Passwords: what is wrong with a new one, and how one is kept: argon2id, 19 MiB, two passes, one lane
//! [guideline: OWASP password storage].
use super::{guessable::guessable, stored::StoredAccount};
use crate::Desk;
use argon2::{
    Algorithm, Argon2, Params, PasswordVerifier, Version,
    password_hash::{PasswordHasher, phc::PasswordHash},
};
use kit::{Failure, clock};
use shared::contract::{ErrorItem, Password};

/// A hash of no password, checked when nobody has that name, so that both take equally long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn hasher() -> Result<Argon2<'static>, Failure> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|_| Failure::Internal("argon2 parameters"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash to store, in PHC form with its own random salt.
///
/// # Errors
/// [`Failure::Internal`] without randomness.
pub fn hash(password: &str) -> Result<String, Failure> {
    let salt = clock::random::<16>()?;
    let hash = hasher()?.hash_password_with_salt(password.as_bytes(), &salt);
    hash.map(|hash| hash.to_string()).map_err(|_| Failure::Internal("argon2"))
}

/// Whether the password matches this hash. `None`, for an unknown account, is always `false`, after the same work.
#[must_use]
pub fn matches(password: &str, stored: Option<&str>) -> bool {
    let fits = PasswordHash::new(stored.unwrap_or(NOBODY))
        .is_ok_and(|hash| hasher().is_ok_and(|hasher| hasher.verify_password(password.as_bytes(), &hash).is_ok()));
    fits && stored.is_some()
}

/// The error of a new password for this account: too short, too long, or one that others guess. `pointer` is the JSON
/// pointer of its field.
///
/// # Errors
/// [`Failure::Internal`] without a profile.
pub fn password_error(
    desk: &Desk,
    account: &StoredAccount,
    password: &str,
    pointer: &str,
) -> Result<Option<ErrorItem>, Failure> {
    if !Password::fits(password) {
        let detail = "Kies 12 tot 200 tekens, bijvoorbeeld een zin.";
        return Ok(Some(ErrorItem::new(pointer, Password::LENGTH, detail)));
    }
    let gemeente = desk.profile()?.name.clone();
    let own = [account.name.as_str(), account.login.as_str(), gemeente.as_str()];
    let wrong = || {
        let detail =
            "Dit wachtwoord is te raden. Neem vier of vijf woorden die niets met elkaar of jou te maken hebben.";
        ErrorItem::new(pointer, Password::GUESSABLE, detail)
    };
    Ok(guessable(password, &own).then(wrong))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_matches_and_every_hash_has_its_own_salt() {
        let (one, two) = (hash("een lange verzonnen zin").unwrap(), hash("een lange verzonnen zin").unwrap());
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && one != two);
        assert!(matches("een lange verzonnen zin", Some(&one)));
        assert!(!matches("een lange verzonnen zi", Some(&one)));
        assert!(!matches("een lange verzonnen zin", None) && !matches("x", Some("onzin")));
        assert!(PasswordHash::new(NOBODY).is_ok(), "nobody's hash costs as much as anybody's");
    }
}
