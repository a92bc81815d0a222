//! How often somebody may try: log-in and receipt codes. Sending a report is never limited here, because a whole
//! office shares one address and must still be able to report.
//!
//! Tries are counted in a ring of a fixed size. Which bucket counts them follows by a keyed hash from what is limited,
//! so that no key and no value says anything of a person, and nothing grows. Two that meet in one bucket count
//! together; with `BUCKETS` buckets that is rare and costs a wait, nothing more.
mod browser;
mod code;
mod log_in;
mod ring;
#[cfg(test)]
mod tests;
mod work_account;

pub use browser::COOKIE as BROWSER_COOKIE;
pub use code::{failed, guard as guard_code};
pub use log_in::{Attempt, guard};
pub(crate) use ring::if_damaged;
pub use work_account::{WorkAttempt, guard as guard_work_account};

use http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

/// Where the host says a request comes from; it takes off what a client sends under this name.
const CLIENT: &str = "spin-client-addr";

/// The network of whoever comes without an address.
const UNKNOWN: &str = "onbekend";

/// Who tries, as far as a limit needs to know. Read before the body is.
pub struct Caller {
    net: String,
    cookie: Option<String>,
}

impl Caller {
    /// From the headers of a request.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let address = headers.get(CLIENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let cookie = crate::headers::cookie(headers, browser::COOKIE).map(str::to_owned);
        Self { net: net_of(address), cookie }
    }

    #[cfg(test)]
    pub(crate) fn has_address(&self) -> bool {
        self.net != UNKNOWN
    }
}

/// The /24 or /64 of an address, with or without a port: what one subscriber has. Without an address all are one.
fn net_of(address: &str) -> String {
    let ip = address.parse::<SocketAddr>().map(|socket| socket.ip()).or_else(|_| address.parse::<IpAddr>());
    match ip.map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => crate::clock::hex(ip.octets().get(..3).unwrap_or_default()),
        Ok(IpAddr::V6(ip)) => crate::clock::hex(ip.octets().get(..8).unwrap_or_default()),
        Err(_) => UNKNOWN.into(),
    }
}
