//! Questions to the melder (vragen aan de melder), and what the melder writes with the code: answers and additions.
use crate::{choice::choice, id::AdditionKey, moment::Moment, photo::MOST_PARTS, text::Prose};
use serde::{Deserialize, Serialize};

note!(
    /// A question to the melder, who reads it with the code.
    Question {
        /// The question.
        #[serde(rename = "vraag")]
        text: Prose,
    }
);
note!(
    /// A question that needs no answer from the melder any more: they told it, or it does not matter now.
    QuestionResult {
        /// Which question, counted from 0.
        #[serde(rename = "vraag")]
        question: usize,
        /// What the melder said, or why the question falls. The melder does not read it.
        #[serde(rename = "uitkomst")]
        outcome: Prose,
    }
);

choice!(
    /// Why a melder added something.
    AdditionKind {
        /// Aanvulling: something to add.
        More = "aanvulling",
        /// What the melder thinks, when a decision is near.
        BeforeDecision = "voor-het-besluit",
        /// A photo, with what is to be seen on it in the melder's own words.
        Photo = "foto",
    }
);
note!(
    /// An addition of the melder (aanvulling), without its words.
    Addition {
        /// The same in every sending of it.
        #[serde(rename = "sleutel")]
        key: AdditionKey,
        /// Why it was added.
        #[serde(rename = "soort")]
        kind: AdditionKind,
        /// Of a photo alone: in how many parts it was sent.
        #[serde(rename = "delen", default, skip_serializing_if = "Option::is_none")]
        parts: Option<u8>,
    }
);

impl Addition {
    /// An addition in words.
    #[must_use]
    pub fn of_words(key: AdditionKey, kind: AdditionKind) -> Self {
        Self { key, kind, parts: None }
    }

    /// In how many parts a photo was sent; none for what is no photo.
    #[must_use]
    pub fn photo_parts(&self) -> Option<u8> {
        self.parts.filter(|_| self.kind == AdditionKind::Photo)
    }

    /// Whether a photo says in how many parts it was sent, and nothing else does.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        match self.parts {
            Some(parts) => self.kind == AdditionKind::Photo && (1..=MOST_PARTS).contains(&parts),
            None => self.kind != AdditionKind::Photo,
        }
    }
}

/// What something that the melder wrote with the code is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// It answers a question: which one, counted from 0.
    Question(usize),
    /// It is the melder's own addition.
    Addition(Addition),
}

impl About {
    /// From the two fields that it is sent and stored in: exactly one of them is there.
    #[must_use]
    pub fn of(question: Option<usize>, addition: Option<Addition>) -> Option<Self> {
        match (question, addition) {
            (Some(question), None) => Some(Self::Question(question)),
            (None, Some(addition)) => Some(Self::Addition(addition)),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }
}

/// What the melder wrote, with the code: the answer to a question, or an addition. It is no event, because nobody with
/// an account did it; it stands beside the events, and the revision of the case stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct ReporterAnswer {
    /// What it is about.
    pub about: About,
    /// In the melder's own words.
    pub text: Prose,
    /// When it came.
    pub at: Moment,
    /// Of an addition that is in the case: how many events the case had when it was taken in. What was done after that
    /// was done by somebody who could read it.
    pub after: Option<usize>,
}

impl ReporterAnswer {
    /// What the melder wrote about this, at this moment.
    #[must_use]
    pub fn new(about: About, text: Prose, at: Moment) -> Self {
        Self { about, text, at, after: None }
    }

    /// The answer to this question.
    #[must_use]
    pub fn to(question: usize, text: Prose, at: Moment) -> Self {
        Self::new(About::Question(question), text, at)
    }

    /// Which question it answers; none for an addition.
    #[must_use]
    pub fn question(&self) -> Option<usize> {
        if let About::Question(question) = &self.about { Some(*question) } else { None }
    }

    /// Which addition it is; none for an answer.
    #[must_use]
    pub fn addition(&self) -> Option<&Addition> {
        if let About::Addition(addition) = &self.about { Some(addition) } else { None }
    }
}

note!(
    /// The form in which it is sent and stored.
    Written {
        /// Which question it answers, counted from 0. Either this or `aanvulling`.
        #[serde(rename = "vraag", default, skip_serializing_if = "Option::is_none")]
        question: Option<usize>,
        /// Which addition it is.
        #[serde(rename = "aanvulling", default, skip_serializing_if = "Option::is_none")]
        addition: Option<Addition>,
        /// In the melder's own words.
        #[serde(rename = "antwoord")]
        text: Prose,
        /// When it came.
        #[serde(rename = "op")]
        at: Moment,
        /// How many events the case had when an addition was taken in.
        #[serde(rename = "na", default, skip_serializing_if = "Option::is_none")]
        after: Option<usize>,
    }
);

impl TryFrom<Written> for ReporterAnswer {
    type Error = &'static str;
    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written { question, addition, text, at, after } = written;
        let about = About::of(question, addition).ok_or("either an answer or an addition")?;
        Ok(Self { about, text, at, after })
    }
}

impl From<ReporterAnswer> for Written {
    fn from(answer: ReporterAnswer) -> Self {
        let ReporterAnswer { about, text, at, after } = answer;
        let (question, addition) = match about {
            About::Question(question) => (Some(question), None),
            About::Addition(addition) => (None, Some(addition)),
        };
        Self { question, addition, text, at, after }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ReporterAnswer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ReporterAnswer".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As stored before there were additions.
    #[test]
    fn an_answer_of_before_there_were_additions_loads_and_is_stored_the_same() {
        let stored = r#"{"vraag":2,"antwoord":"Op maandag","op":"2026-04-30T12:00:00.000Z"}"#;
        let answer: ReporterAnswer = serde_json::from_str(stored).unwrap();
        assert_eq!((answer.question(), answer.addition()), (Some(2), None));
        assert_eq!(serde_json::to_string(&answer).unwrap(), stored);
    }

    #[test]
    fn it_is_either_an_answer_or_an_addition() {
        let key = "0a".repeat(16);
        let added = format!(r#""aanvulling":{{"sleutel":"{key}","soort":"voor-het-besluit"}},"#);
        let with = |fields: &str| {
            let json = format!(r#"{{{fields}"antwoord":"x","op":"2026-04-30T12:00:00.000Z"}}"#);
            serde_json::from_str::<ReporterAnswer>(&json)
        };
        let addition = with(&added).unwrap();
        assert_eq!(addition.addition().map(|one| one.kind), Some(AdditionKind::BeforeDecision));
        assert!(with("").is_err() && with(&format!(r#""vraag":0,{added}"#)).is_err());
        let json = serde_json::to_string(&ReporterAnswer { after: Some(3), ..addition.clone() }).unwrap();
        assert_eq!(serde_json::from_str::<ReporterAnswer>(&json).unwrap().after, Some(3));
    }
}
