//! How often somebody may try to log in. Tries are counted in rings of a fixed size ([`kit::inbox::limit`]).
mod browser;
mod log_in;
#[cfg(test)]
mod tests;
mod work_account;

pub use browser::COOKIE as BROWSER_COOKIE;
pub use log_in::{Attempt, guard};
pub use work_account::{WorkAttempt, guard as guard_work_account};

use http::HeaderMap;
use kit::{inbox::limit::Net, web::headers};

/// Who tries to log in, as far as a limit needs to know. Read before the body is.
pub struct Caller {
    net: Net,
    cookie: Option<String>,
}

impl Caller {
    /// From the headers of a request.
    #[must_use]
    pub fn of(request: &HeaderMap) -> Self {
        let cookie = headers::cookie(request, browser::COOKIE).map(str::to_owned);
        Self { net: Net::of(request), cookie }
    }
}
