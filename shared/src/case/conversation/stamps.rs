//! Who gave which answer of the conversation, and when.
use super::{ConversationDraft, ConversationField, told_by};
use crate::{
    case::{Case, Event},
    id::AccountId,
    moment::Moment,
};
use serde::{Deserialize, Serialize};

/// Who gave a field its value, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldStamp {
    /// The field, as a JSON pointer in the draft.
    #[serde(rename = "veld")]
    pub field: String,
    /// The AF; none when it is from the report.
    #[serde(rename = "door")]
    pub by: Option<AccountId>,
    /// The moment.
    #[serde(rename = "op")]
    pub at: Moment,
}

/// Who gave the fields of the latest meldingsformulier their values: the report, or the AF who saved the first version
/// in which a field is as it is now.
#[must_use]
pub fn stamps(case: &Case) -> Vec<FieldStamp> {
    let origins = case.origins();
    let mut before = ConversationDraft::default();
    let mut all = Vec::new();
    let told = ConversationDraft { form: told_by(&origins.report), ..ConversationDraft::default() };
    stamp(&mut all, before.differences(&told), None, origins.received);
    before = told;
    for entry in case.entries() {
        if let Event::FormSaved(form) = &entry.event {
            let now = ConversationDraft { form: form.into(), ..ConversationDraft::default() };
            stamp(&mut all, before.differences(&now), Some(&entry.by), entry.at);
            before = now;
        }
    }
    all
}

/// Notes who changed these fields; an earlier note on one of them goes.
pub fn stamp(all: &mut Vec<FieldStamp>, fields: Vec<ConversationField>, by: Option<&AccountId>, at: Moment) {
    for field in fields {
        let field = field.pointer();
        all.retain(|one| one.field != field);
        all.push(FieldStamp { field, by: by.cloned(), at });
    }
}
