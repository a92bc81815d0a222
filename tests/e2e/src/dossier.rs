use crate::{Answer, Client, open_lines};
use serde_json::{Value, json};
use shared::{contract::Endpoint, id::Revision};

/// A case on an AF's screen: its id and the ETag it was seen with.
#[derive(Clone)]
pub struct Dossier {
    /// Its id.
    pub id: String,
    /// The ETag.
    pub tag: String,
}

impl Dossier {
    /// The newest open case.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn newest(officer: &Client) -> Self {
        let lines = open_lines(officer, 1);
        let newest = lines.iter().max_by_key(|line| line["nummer"]["volgnummer"].as_u64()).expect("a case");
        Self::of(officer, newest["id"].as_str().expect("an id"))
    }

    /// A case by its id, as it is now.
    ///
    /// # Panics
    /// When it can't be seen.
    #[must_use]
    pub fn of(officer: &Client, id: &str) -> Self {
        let mut dossier = Self { id: id.into(), tag: String::new() };
        dossier.look(officer);
        dossier
    }

    /// Looks at it again.
    ///
    /// # Panics
    /// When it can't be seen.
    pub fn look(&mut self, officer: &Client) -> Value {
        let answer = officer.to_one(Endpoint::Case, &self.id).send();
        let detail = answer.good(Endpoint::Case);
        answer.header("etag").clone_into(&mut self.tag);
        assert_eq!(self.tag, format!("\"{}\"", detail["revisie"]), "the ETag is the revision");
        detail
    }

    /// Asks something of it, on the ETag it was seen with.
    #[must_use]
    pub fn ask(&self, officer: &Client, command: &Value) -> Answer {
        officer.to_one(Endpoint::CommandCase, &self.id).if_match(&self.tag).json(command).send()
    }

    /// Sends a command and returns the case after it; null for an AF who may not see it any more.
    ///
    /// # Panics
    /// When it is refused.
    pub fn command(&mut self, officer: &Client, command: &Value) -> Value {
        let answer = self.ask(officer, command);
        let mut done = answer.good(Endpoint::CommandCase);
        let before = Revision::from_etag(&self.tag).expect("it was seen");
        self.tag = before.next().etag();
        let dossier = done["dossier"].take();
        assert_eq!(
            answer.header("etag"),
            if dossier.is_null() { "" } else { self.tag.as_str() },
            "one more, where it is told"
        );
        dossier
    }

    /// A new code for the melder, under this key.
    #[must_use]
    pub fn new_code(&self, officer: &Client, key: &str) -> Answer {
        let ask = officer.to_one(Endpoint::CommandCase, &self.id).if_match(&self.tag).key(key);
        ask.json(&json!({ "soort": "nieuwe-code" })).send()
    }
}
