//! A browser on its way to the provider and back.
use e2e::{Answer, Client};
use shared::contract::{Endpoint, WorkAccountRefusal};

/// Left for the provider, with the cookie of this log-in.
pub struct Browser {
    pub client: Client,
    /// `name=value`.
    pub cookie: String,
    /// The address it was sent to.
    pub location: String,
}

impl Browser {
    pub fn leave(client: &Client) -> Self {
        let answer = client.to(Endpoint::WorkAccountLogIn).send();
        answer.good(Endpoint::WorkAccountLogIn);
        let set = answer.header("set-cookie");
        let attributes = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600";
        assert!(set.starts_with("__Host-meldroute-inloggen=") && set.ends_with(attributes), "{set}");
        let cookie = set.split(';').next().unwrap_or_default().to_owned();
        Self { client: client.clone(), cookie, location: answer.header("location").to_owned() }
    }

    /// A value of the address it was sent to.
    pub fn value(&self, name: &str) -> String {
        let query = self.location.split_once('?').expect("a query").1;
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(other, _)| *other == name).expect("it stands there").1.to_owned()
    }

    /// The answer of an honest provider.
    pub fn answer(&self, code: &str) -> String {
        let issuer = self.location.split_once("/aanmelden").expect("our provider").0;
        let issuer = issuer.replace(':', "%3A").replace('/', "%2F");
        format!("code={code}&state={}&iss={issuer}", self.value("state"))
    }

    /// Comes back with this query.
    pub fn back(&self, query: &str) -> Arrival {
        self.back_with(query, &self.cookie)
    }

    /// Comes back with this query and another `Cookie` header.
    pub fn back_with(&self, query: &str, cookie: &str) -> Arrival {
        let client = self.client.with_cookie(cookie);
        Arrival::of(&client.to(Endpoint::WorkAccountReturn).query(query).send(), &self.client)
    }
}

/// How coming back ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Arrival {
    /// The `Cookie` header of the session.
    In(String),
    /// A work account that nobody here is known to have: the `Cookie` header with which it can be linked.
    New(String),
    Refused(WorkAccountRefusal),
}

impl Arrival {
    /// In every case: a clean address, nothing kept, and this log-in is over.
    fn of(answer: &Answer, client: &Client) -> Self {
        answer.good(Endpoint::WorkAccountReturn);
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cache-control"), "no-store");
        let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok()).collect();
        let over = "__Host-meldroute-inloggen=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
        assert_eq!(cookies.last(), Some(&over));
        let place = answer.header("location");
        if place == format!("/af?inloggen={}", WorkAccountRefusal::Arrived.as_str()) {
            let [ticket, _] = cookies[..] else { panic!("one ticket and no session: {cookies:?}") };
            let attributes = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=600";
            assert!(ticket.starts_with("__Host-meldroute-koppelen=") && ticket.ends_with(attributes), "{ticket}");
            return Self::New(ticket.split(';').next().unwrap_or_default().to_owned());
        }
        if let Some(code) = place.strip_prefix("/af?inloggen=") {
            assert_eq!(cookies.len(), 1, "no session: {cookies:?}");
            return Self::Refused(WorkAccountRefusal::from_code(code).expect("a code that is known"));
        }
        assert_eq!(place, "/af");
        let [session, _] = cookies[..] else { panic!("one session: {cookies:?}") };
        assert!(session.starts_with("__Host-meldroute=") && session.ends_with("; SameSite=Strict"), "{session}");
        let cookie = session.split(';').next().unwrap_or_default().to_owned();
        client.with_cookie(&cookie).to(Endpoint::Session).send().good(Endpoint::Session);
        Self::In(cookie)
    }

    /// The session's cookie.
    pub fn cookie(self) -> String {
        match self {
            Self::In(cookie) => cookie,
            Self::New(_) => panic!("it waits for a second person"),
            Self::Refused(refusal) => panic!("{refusal:?}"),
        }
    }

    /// The cookie of somebody for whom the provider's answer was good, whether or not they are known here.
    pub fn known(self) -> String {
        match self {
            Self::In(cookie) | Self::New(cookie) => cookie,
            Self::Refused(refusal) => panic!("{refusal:?}"),
        }
    }
}
