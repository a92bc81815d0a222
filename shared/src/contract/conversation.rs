//! What goes to and from the page of the conversation with the melder.
use crate::case::conversation::{ConversationDraft, FieldStamp};
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST dossiers/{id}/gesprek`. Fields that are equal in both are left as they are.
    ConversationChange {
        /// As the page got it last.
        #[serde(rename = "van")]
        from: ConversationDraft,
        /// As it is typed now.
        #[serde(rename = "naar")]
        to: ConversationDraft,
    }
);
view!(
    /// Answer to `GET dossiers/{id}/gesprek`, and to a change there.
    ConversationView {
        /// As it is now.
        #[serde(rename = "concept")]
        draft: ConversationDraft,
        /// Who gave the fields their values, and when.
        #[serde(rename = "velden")]
        stamps: Vec<FieldStamp>,
        /// After a change: the fields that somebody else changed meanwhile, as JSON pointers. They are as that person
        /// typed them.
        #[serde(rename = "botsingen")]
        clashes: Vec<String>,
    }
);
