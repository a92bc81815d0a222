//! The ways out of this instance, as its variables say.
use kit::{
    instance::Environment,
    web::fetch::{Ask, Fetch},
};
use serde_json::json;
use shared::{moment::Moment, text::Email, told::Reader};

/// The type of every event.
const TYPE: &str = "nl.meldroute.iets-te-doen";

/// The ways that there are.
pub(crate) struct Ways {
    webhook: Option<String>,
    relay: Option<(String, String)>,
    /// The address of this instance.
    site: String,
}

impl Ways {
    /// `None` when there is none.
    pub fn of(environment: &Environment) -> Option<Self> {
        let set = |name: &str| (environment.variables)(name).filter(|value| !value.is_empty());
        let ways = Self {
            webhook: set("webhook_url"),
            relay: set("relay_url").zip(set("relay_token")),
            site: set("site_url").unwrap_or_else(|| format!("urn:meldroute:{}", environment.gemeente())),
        };
        (ways.webhook.is_some() || ways.relay.is_some()).then_some(ways)
    }

    /// Whether there is an outside address.
    pub fn has_webhook(&self) -> bool {
        self.webhook.is_some()
    }

    /// Whether e-mail can be sent.
    pub fn has_mail(&self) -> bool {
        self.relay.is_some()
    }

    /// Sends to the outside address, as CloudEvents 1.0 in structured JSON. Nothing in it is about a person or a case:
    /// type and source are always the same, and the id is random.
    pub fn call(&self, fetch: &Fetch, id: &str, now: Moment) -> bool {
        let Some(url) = self.webhook.clone() else { return false };
        let event = json!({
            "specversion": "1.0",
            "id": id,
            "source": self.site,
            "type": TYPE,
            "time": now,
            "datacontenttype": "application/json",
            "data": { "bericht": Reader::Officer.message() },
        });
        let headers = vec![("content-type", "application/cloudevents+json; charset=UTF-8".to_owned())];
        is_taken(fetch, Ask { url, headers, body: Some(event.to_string()) })
    }

    /// Gives a letter for this address to the relay, which knows what it says.
    pub fn mail(&self, fetch: &Fetch, id: &str, (reader, to): (Reader, &Email)) -> bool {
        let Some((url, token)) = self.relay.clone() else { return false };
        let headers =
            vec![("content-type", "application/json".to_owned()), ("authorization", format!("Bearer {token}"))];
        let body = match reader {
            // as a relay of an earlier version takes it too
            Reader::Officer => json!({ "id": id, "aan": to }),
            Reader::Reporter => json!({ "id": id, "aan": to, "voor": reader }),
        };
        is_taken(fetch, Ask { url, headers, body: Some(body.to_string()) })
    }
}

fn is_taken(fetch: &Fetch, ask: Ask) -> bool {
    fetch(ask).is_some_and(|reply| (200..300).contains(&reply.status))
}
