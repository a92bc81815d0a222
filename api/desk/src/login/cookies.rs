//! The names of cookies. A browser keeps cookies by the name of a host and ignores its port. So a practice instance
//! beside a real one on the same host has names of its own: logging in to the one does not end a session of the other.
use crate::Desk;
use http::HeaderMap;
use kit::web::headers;

/// What the name of a cookie of a practice instance ends with.
const PRACTICE: &str = "-oefenen";

/// The name of this cookie at this instance.
pub(super) fn name(desk: &Desk, of: &str) -> String {
    let end = if desk.environment().is_practice() { PRACTICE } else { "" };
    format!("{of}{end}")
}

/// The value of this cookie in a request.
#[must_use]
pub fn value<'a>(desk: &Desk, request: &'a HeaderMap, of: &str) -> Option<&'a str> {
    headers::cookie(request, &name(desk, of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        account,
        login::session::{self, COOKIE},
        testing::{self, environment, key, variables},
    };
    use http::header;
    use kit::totp::TotpKey;
    use shared::{access::Role, contract::examples};

    /// One browser, one host, two ports.
    #[test]
    fn practice_and_real_on_one_host_do_not_end_each_others_sessions() {
        let desk_of = |demo: &str| {
            let stores = testing::stores();
            let desk = Desk::new(stores, environment(variables(&[key(5)], &[("demo", demo)])));
            if demo == "ja" {
                account::mark_practice(&desk).unwrap();
            }
            crate::key_check::check(&desk).unwrap();
            let new = vec![examples::new_account(Role::Officer).unwrap()];
            let factor = TotpKey::from_bytes([7; 20]);
            let made = account::first_enrolled(&desk, new, "een lange verzonnen zin", factor).unwrap().remove(0);
            (desk, made)
        };
        let (real, practice) = (desk_of("nee"), desk_of("ja"));
        let [one, other] = [&real, &practice].map(|(desk, who)| {
            let (_, cookie) = session::open(desk, who).unwrap();
            cookie.to_str().unwrap().split(';').next().unwrap().to_owned()
        });
        assert!(one.starts_with("__Host-meldroute=") && other.starts_with("__Host-meldroute-oefenen="));
        let both = HeaderMap::from_iter([(header::COOKIE, format!("{one}; {other}").parse().unwrap())]);
        for (desk, _) in [&real, &practice] {
            assert!(session::of(desk, &both).unwrap().is_some());
        }
        session::leave_behind(&practice.0, &both).unwrap();
        assert!(session::of(&real.0, &both).unwrap().is_some() && session::of(&practice.0, &both).unwrap().is_none());
        assert_eq!(value(&real.0, &both, COOKIE).map(str::len), Some(64));
    }
}
