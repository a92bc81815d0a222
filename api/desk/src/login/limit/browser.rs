//! The cookie that identifies a browser in which somebody logged in before. It gives no access: it only prevents
//! attempts from elsewhere from locking this browser out.
use crate::{Desk, login::cookies};
use http::HeaderValue;
use kit::{
    Failure, clock,
    derive::{derive, same},
    hex,
};
use shared::{id::AccountId, moment::Moment};

/// The cookie's name at a real instance; the prefix makes the browser insist on Secure, Path=/ and no Domain.
pub const COOKIE: &str = "__Host-bekend";
/// Ninety days.
const KEPT_SECONDS: i64 = 90 * 24 * 3600;

/// `SECONDS.RANDOM.MAC`: when it was given, 16 random bytes, and a MAC over both and the account, which it doesn't
/// name.
pub fn cookie(desk: &Desk, account: &AccountId) -> Result<HeaderValue, Failure> {
    let given = desk.now().millis() / 1000;
    let head = format!("{given}.{}", hex::encode(&clock::random::<16>()?));
    let mac = hex::encode(&mac(desk, account, &head)?);
    let attributes = format!("Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={KEPT_SECONDS}");
    let text = format!("{}={head}.{mac}; {attributes}", cookies::name(desk, COOKIE));
    HeaderValue::from_str(&text).map_err(|_| Failure::Internal("a cookie could not be written"))
}

/// Whether the cookie was issued to this account and has not expired.
pub fn proves(desk: &Desk, value: &str, account: &AccountId) -> Result<bool, Failure> {
    let Some((head, theirs)) = value.rsplit_once('.') else { return Ok(false) };
    let given = head.split_once('.').and_then(|(seconds, _)| seconds.parse::<i64>().ok());
    let Some(given) = given.and_then(|seconds| seconds.checked_mul(1000)).map(Moment::from_millis) else {
        return Ok(false);
    };
    let (now, ours) = (desk.now(), hex::encode(&mac(desk, account, head)?));
    Ok(same(ours.as_bytes(), theirs.as_bytes()) && given <= now && now < given.plus_seconds(KEPT_SECONDS))
}

fn mac(desk: &Desk, account: &AccountId, head: &str) -> Result<[u8; 32], Failure> {
    let key = desk.derive("bekende browser")?;
    Ok(derive(&key, "browser", &[account.as_str().as_bytes(), head.as_bytes()]))
}
