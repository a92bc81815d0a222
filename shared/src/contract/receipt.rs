use crate::moment::{Day, wire_day};
use serde::{Deserialize, Serialize};

view!(
    /// Answer to `POST meldingen`: the ontvangstbevestiging.
    Receipt {
        /// The code as shown. The server keeps it nowhere.
        ontvangstcode: String,
        /// The day before whose end an AF makes contact.
        #[serde(rename = "contactUiterlijk", deserialize_with = "wire_day")]
        contact_by: Day,
        /// The day it came in.
        #[serde(rename = "gemeldOp", deserialize_with = "wire_day")]
        received: Day,
    }
);
