//! Rate limits on log-in. Attempts are counted in rings of a fixed size ([`kit::inbox::limit`]).
mod browser;
mod log_in;
#[cfg(test)]
mod tests;
mod work_account;

pub use browser::COOKIE as BROWSER_COOKIE;
pub use log_in::{Attempt, guard};
pub use work_account::{WorkAttempt, guard as guard_work_account};

use crate::{Desk, login::cookies};
use http::HeaderMap;
use kit::inbox::limit::Net;

/// The origin of an attempt, as far as a limit needs it. Read before the body.
pub struct Caller {
    net: Net,
    cookie: Option<String>,
}

impl Caller {
    /// The caller, from the headers of a request.
    #[must_use]
    pub fn of(desk: &Desk, request: &HeaderMap) -> Self {
        let cookie = cookies::value(desk, request, browser::COOKIE).map(str::to_owned);
        Self { net: Net::of(request), cookie }
    }
}
