//! What a browser sends of the form, and back: names and values in the order of the fields. A name of nothing and a
//! value that is not offered are no answer, so the rules say what is missing.
use super::asks::Asks;
use serde::{Serialize, de::DeserializeOwned};
use shared::{
    id::FunctionId,
    indicators::{ExploitationForm, Origin, Tick},
    report::{Draft, Field},
};
use words::field_id;

/// The name of the key: a second try with it is the same report.
pub const KEY: &str = "sleutel";
/// The name of the value that says that the warnings were shown.
pub const WARNED: &str = "gewaarschuwd";
/// What comes before a signal's id in the name of how it is known.
pub const ORIGIN: &str = "herkomst-";

/// The form as it was filled in.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The report as typed.
    pub draft: Draft,
    /// The melder's secret: 32 hex digits. Whoever has none yet gets one with the form.
    pub key: String,
    /// Whether the warnings were shown before.
    pub warned: bool,
    /// Which form it was: its address says so.
    pub asks: Asks,
}

impl std::fmt::Debug for Filled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Filled(…)")
    }
}

impl Filled {
    /// Reads a body of type `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn read(body: &[u8]) -> Self {
        let mut filled = Self::default();
        let mut origins: Vec<(String, Origin)> = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            // a browser sends every line break as two characters
            let value = value.replace("\r\n", "\n");
            let field = Field::ALL.iter().copied().find(|field| field_id(*field) == name);
            if let Some(field) = field {
                put(&mut filled.draft, field, value);
            } else if let Some(id) = name.strip_prefix(ORIGIN) {
                origins.extend(unwire(&value).map(|origin| (id.to_owned(), origin)));
            } else if name == KEY {
                filled.key = value;
            } else if name == WARNED {
                filled.warned = true;
            }
        }
        for tick in &mut filled.draft.ticks {
            let known = origins.iter().find(|(id, _)| *id == tick.id);
            tick.origin = known.map_or(Origin::NotSaid, |(_, origin)| *origin);
        }
        filled
    }

    /// The same as names and values.
    #[must_use]
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = vec![(KEY.to_owned(), self.key.clone())];
        for field in Field::ALL.iter().copied() {
            pairs.extend(values(&self.draft, field).into_iter().map(|value| (field_id(field), value)));
        }
        let known = self.draft.ticks.iter().filter(|tick| tick.origin != Origin::NotSaid);
        pairs.extend(known.map(|tick| (format!("{ORIGIN}{}", tick.id), wire(&tick.origin))));
        if self.warned {
            pairs.push((WARNED.to_owned(), "ja".to_owned()));
        }
        pairs
    }
}

/// An answer as it is sent: the same word as in the API.
pub fn wire<T: Serialize>(answer: &T) -> String {
    let value = serde_json::to_value(answer).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn unwire<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

fn put(draft: &mut Draft, field: Field, value: String) {
    match field {
        Field::List => draft.list = value,
        Field::Subject => draft.subject = unwire(&value),
        Field::Forms => draft.forms.extend(unwire::<ExploitationForm>(&value)),
        Field::Ticks => draft.ticks.push(Tick { id: value, origin: Origin::NotSaid }),
        Field::Story => draft.story = value,
        Field::When => draft.when = value,
        Field::Place => draft.place = value,
        Field::Known => draft.known = value,
        Field::Colleague => draft.colleague = unwire(&value),
        Field::Excluded => draft.excluded.extend(FunctionId::parse(&value)),
        Field::Minor => draft.minor = unwire(&value),
        Field::Acute => draft.acute = unwire(&value),
        Field::Called112 => draft.called_112 = unwire(&value),
        Field::VttState => draft.vtt.state = unwire(&value),
        Field::VttWho => draft.vtt.who = value,
        Field::VttWhen => draft.vtt.when = value,
        Field::VttReference => draft.vtt.reference = value,
        Field::VttWhy => draft.vtt.why = value,
        Field::Name => draft.name = value,
        Field::Team => draft.team = value,
        Field::Phone => draft.phone = value,
        Field::Email => draft.email = value,
        Field::Reachable => draft.reachable = value,
        Field::ColleagueName => draft.behalf.name = value,
        Field::ColleaguePhone => draft.behalf.phone = value,
        Field::CallFirst => draft.behalf.first = unwire(&value),
        // only an AF says these
        Field::Way | Field::KmtWho | Field::KmtDay | Field::KmtReference => {}
    }
}

fn values(draft: &Draft, field: Field) -> Vec<String> {
    fn one<T: Serialize>(answer: Option<T>) -> Vec<String> {
        answer.iter().map(wire).collect()
    }
    match field {
        Field::List => vec![draft.list.clone()],
        Field::Subject => one(draft.subject),
        Field::Forms => draft.forms.iter().map(wire).collect(),
        Field::Ticks => draft.ticks.iter().map(|tick| tick.id.clone()).collect(),
        Field::Story => vec![draft.story.clone()],
        Field::When => vec![draft.when.clone()],
        Field::Place => vec![draft.place.clone()],
        Field::Known => vec![draft.known.clone()],
        Field::Colleague => one(draft.colleague),
        Field::Excluded => draft.excluded.iter().map(|id| id.as_str().to_owned()).collect(),
        Field::Minor => one(draft.minor),
        Field::Acute => one(draft.acute),
        Field::Called112 => one(draft.called_112),
        Field::VttState => one(draft.vtt.state),
        Field::VttWho => vec![draft.vtt.who.clone()],
        Field::VttWhen => vec![draft.vtt.when.clone()],
        Field::VttReference => vec![draft.vtt.reference.clone()],
        Field::VttWhy => vec![draft.vtt.why.clone()],
        Field::Name => vec![draft.name.clone()],
        Field::Team => vec![draft.team.clone()],
        Field::Phone => vec![draft.phone.clone()],
        Field::Email => vec![draft.email.clone()],
        Field::Reachable => vec![draft.reachable.clone()],
        Field::ColleagueName => vec![draft.behalf.name.clone()],
        Field::ColleaguePhone => vec![draft.behalf.phone.clone()],
        Field::CallFirst => one(draft.behalf.first),
        Field::Way | Field::KmtWho | Field::KmtDay | Field::KmtReference => Vec::new(),
    }
}
