//! One log-in of one browser, from leaving for the provider until coming back: at most ten minutes.
//!
//! The cookie holds the moment it began and 256 random bits. From these and the instance's secret follow `state` (the
//! browser that returns is the one that left), `nonce` (the token is for this log-in) and the code verifier (a code is
//! of no use to anybody else). Nothing is stored until somebody comes back.
use super::Refused;
use crate::{Desk, login::cookies};
use data_encoding::BASE64URL_NOPAD;
use http::HeaderValue;
use kit::{
    Failure, clock,
    derive::{derive, same},
    hex,
};
use sha2::{Digest, Sha256};
use shared::{contract::WorkAccountRefusal, moment::Moment};

/// The cookie's name at a real instance; the prefix makes the browser insist on Secure, Path=/ and no Domain.
pub const COOKIE: &str = "__Host-meldroute-inloggen";
/// How long a log-in may take.
pub(super) const LASTS_SECONDS: i64 = 10 * 60;

/// A log-in that has begun.
pub struct Transaction {
    /// `SECONDS.RANDOM`, the cookie's value.
    head: String,
}

impl Transaction {
    /// A new one.
    pub(super) fn begin(desk: &Desk) -> Result<Self, Failure> {
        let seconds = desk.now().millis().div_euclid(1000);
        Ok(Self { head: format!("{seconds}.{}", hex::encode(&clock::random::<32>()?)) })
    }

    /// The transaction of a cookie. The cookie's content is believed only as far as `state` follows from it.
    pub(super) fn of_cookie(desk: &Desk, value: &str) -> Result<Self, WorkAccountRefusal> {
        let plain = |random: &str| random.len() == 64 && random.bytes().all(|b| b.is_ascii_hexdigit());
        let (seconds, _) =
            value.split_once('.').filter(|(_, random)| plain(random)).ok_or(WorkAccountRefusal::NotBegun)?;
        let seconds: i64 = seconds.parse().map_err(|_| WorkAccountRefusal::NotBegun)?;
        let began = Moment::from_millis(seconds.saturating_mul(1000));
        let now = desk.now();
        if now < began || now >= began.plus_seconds(LASTS_SECONDS) {
            return Err(WorkAccountRefusal::TooOld);
        }
        Ok(Self { head: value.to_owned() })
    }

    /// 256 bits for one purpose, in hex.
    fn derive(&self, desk: &Desk, purpose: &str) -> Result<String, Failure> {
        let root = desk.derive("oidc/transaction")?;
        Ok(hex::encode(&derive::<32>(&root, purpose, &[self.head.as_bytes()])))
    }

    /// Comes back with the browser.
    pub(super) fn state(&self, desk: &Desk) -> Result<String, Failure> {
        self.derive(desk, "state")
    }

    /// Comes back in the token.
    pub(super) fn nonce(&self, desk: &Desk) -> Result<String, Failure> {
        self.derive(desk, "nonce")
    }

    /// The code verifier (RFC 7636), which proves to the provider that the code is ours; the browser never has it.
    pub(super) fn verifier(&self, desk: &Desk) -> Result<String, Failure> {
        self.derive(desk, "verifier")
    }

    /// The id under which it is recorded as used.
    pub(super) fn id(&self, desk: &Desk) -> Result<String, Failure> {
        self.derive(desk, "id")
    }

    /// The verifier's hash, S256.
    pub(super) fn challenge(&self, desk: &Desk) -> Result<String, Failure> {
        Ok(BASE64URL_NOPAD.encode(&Sha256::digest(self.verifier(desk)?.as_bytes())))
    }

    /// Whether the browser that comes back is the one that left.
    pub(super) fn check_state(&self, desk: &Desk, said: &str) -> Result<(), Refused> {
        let is_ours = same(self.state(desk)?.as_bytes(), said.as_bytes());
        if is_ours { Ok(()) } else { Err(WorkAccountRefusal::State.into()) }
    }

    /// Lax: it has to be there when the provider sends the browser back. It opens nothing by itself.
    pub(super) fn cookie(&self, desk: &Desk) -> Result<HeaderValue, Failure> {
        set(desk, &self.head, LASTS_SECONDS)
    }
}

/// The cookie that ends the cookie.
///
/// # Errors
/// Never for this text.
pub fn forget(desk: &Desk) -> Result<HeaderValue, Failure> {
    set(desk, "", 0)
}

fn set(desk: &Desk, value: &str, seconds: i64) -> Result<HeaderValue, Failure> {
    let name = cookies::name(desk, COOKIE);
    let text = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    HeaderValue::from_str(&text).map_err(|_| Failure::Internal("a cookie could not be written"))
}
