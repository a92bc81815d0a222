//! Linking a work account: the browser that came with one that nobody here is known to have, and its log-in with a
//! password in the ten minutes after that.
//!
//! The browser holds a ticket in a cookie. It opens nothing without a password and code, and it is used at one endpoint
//! only: a later log-in in the same browser, perhaps of another person, links nothing.
use crate::{
    Desk,
    account::{self, StoredAccount},
    login::cookies,
};
use http::{HeaderMap, HeaderValue};
use kit::{
    Failure, clock,
    derive::{derive, same},
    hex,
};
use shared::{contract::ProblemKind, id::AccountId, moment::Moment};

/// The cookie's name at a real instance; the prefix makes the browser insist on Secure, Path=/ and no Domain.
pub const COOKIE: &str = "__Host-meldroute-koppelen";
const LASTS_SECONDS: i64 = 10 * 60;

/// The cookie of somebody who came with a work account: `SECONDS.ARRIVAL.RANDOM.MAC`.
///
/// # Errors
/// [`Failure::Internal`] without randomness, [`Failure::Keys`].
pub fn ticket(desk: &Desk, arrival: &StoredAccount) -> Result<HeaderValue, Failure> {
    let random = hex::encode(&clock::random::<16>()?);
    let head = format!("{}.{}.{random}", desk.now().millis().div_euclid(1000), arrival.id.as_str());
    let mac = mac(desk, &head, arrival)?;
    set(desk, &format!("{head}.{mac}"), LASTS_SECONDS)
}

/// The arrival of the browser that sends these headers.
///
/// # Errors
/// A 404 when there is none, or not any more.
pub fn arrival(desk: &Desk, request: &HeaderMap) -> Result<AccountId, Failure> {
    let none = || {
        let detail =
            "Log eerst opnieuw in met je werkaccount. Doe dit daarna binnen tien minuten, in dezelfde browser.";
        Failure::of(ProblemKind::NotFound, detail)
    };
    let value = cookies::value(desk, request, COOKIE).ok_or_else(none)?;
    let (head, theirs) = value.rsplit_once('.').ok_or_else(none)?;
    let (seconds, rest) = head.split_once('.').ok_or_else(none)?;
    let id = rest.split_once('.').map(|(id, _)| id).ok_or_else(none)?;
    let began = seconds.parse::<i64>().map(|seconds| Moment::from_millis(seconds.saturating_mul(1000)));
    let (began, now) = (began.map_err(|_| none())?, desk.now());
    let accounts = account::all(desk)?;
    let arrived = |account: &&StoredAccount| account.id.as_str() == id && account.has_arrived();
    let account = accounts.iter().find(arrived).ok_or_else(none)?;
    let ours = mac(desk, head, account)?;
    let holds = same(ours.as_bytes(), theirs.as_bytes()) && began <= now && now < began.plus_seconds(LASTS_SECONDS);
    if holds { Ok(account.id.clone()) } else { Err(none()) }
}

fn mac(desk: &Desk, head: &str, arrival: &StoredAccount) -> Result<String, Failure> {
    let key = desk.derive("werkaccount/koppelen")?;
    let fingerprint = arrival.fingerprint().unwrap_or_default();
    Ok(hex::encode(&derive::<32>(&key, "koppelen", &[head.as_bytes(), fingerprint.as_bytes()])))
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
    let text = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    HeaderValue::from_str(&text).map_err(|_| Failure::Internal("a cookie could not be written"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        account::work::{Admitted, admit},
        testing,
    };
    use http::header;
    use shared::{access::Role, contract::examples};
    use std::cell::Cell;

    thread_local! { static NOW: Cell<i64> = const { Cell::new(1_777_000_000_000) }; }

    fn now() -> Moment {
        Moment::from_millis(NOW.get())
    }

    fn with(cookie: &str) -> HeaderMap {
        let pair = format!("{COOKIE}={cookie}");
        HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())])
    }

    fn arrive(desk: &Desk, fingerprint: &str) -> StoredAccount {
        let Ok(Admitted::Arrived(account)) = admit(desk, fingerprint, None, Role::Officer) else { panic!("let in") };
        account
    }

    #[test]
    fn a_ticket_is_of_one_arrival_and_ten_minutes() {
        let desk = testing::desk(testing::stores(), now, &[5]);
        crate::key_check::check(&desk).unwrap();
        account::first(&desk, vec![examples::new_account(Role::Officer).unwrap()]).unwrap();
        let (one, two) = (arrive(&desk, "0b"), arrive(&desk, "0c"));
        let set = ticket(&desk, &one).unwrap().to_str().unwrap().to_owned();
        assert!(set.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=600"), "{set}");
        let value = set.split(';').next().unwrap().split_once('=').unwrap().1.to_owned();
        assert_eq!(arrival(&desk, &with(&value)), Ok(one.id.clone()));
        let other = value.replace(one.id.as_str(), two.id.as_str());
        let later = value.replacen(char::is_numeric, "2", 1);
        for wrong in ["", "x", "1.2.3.4", &other, &later, value.get(1..).unwrap()] {
            assert!(arrival(&desk, &with(wrong)).is_err(), "{wrong}");
        }
        assert!(arrival(&desk, &HeaderMap::new()).is_err());
        NOW.set(NOW.get() + 599_000);
        assert!(arrival(&desk, &with(&value)).is_ok());
        NOW.set(NOW.get() + 1_000);
        assert!(arrival(&desk, &with(&value)).is_err(), "too late");
    }
}
