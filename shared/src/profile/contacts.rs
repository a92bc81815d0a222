//! Whom to call.
use crate::text::{Email, Phone};
use serde::{Deserialize, Serialize};

/// A telephone number with what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The name of the service that answers.
    #[serde(rename = "naam")]
    pub name: String,
    /// The number as shown.
    #[serde(rename = "nummer")]
    pub number: String,
    /// When it answers, in words.
    #[serde(rename = "wanneer", default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

impl Contact {
    /// Who answers, and when: `Veilig Thuis Verzonnenland, dag en nacht`.
    #[must_use]
    pub fn who(&self) -> String {
        let when = self.when.as_ref().map(|when| format!(", {}", when.to_lowercase()));
        self.name.clone() + when.unwrap_or_default().as_str()
    }
}

/// The numbers of "Eerst veilig" and of those to turn to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// 112.
    #[serde(rename = "alarm")]
    pub emergency: Contact,
    /// Veilig Thuis.
    #[serde(rename = "veiligThuis")]
    pub veilig_thuis: Contact,
    /// Police, when there is no hurry.
    #[serde(rename = "politie")]
    pub police: Contact,
    /// Kenniscentrum Mensenhandel Twente.
    pub kmt: Contact,
    /// The AFs of this gemeente together, where they have a number.
    #[serde(rename = "aandachtsfunctionarissen", default, skip_serializing_if = "Option::is_none")]
    pub officers: Option<Contact>,
    /// The contact for a worry about a colleague.
    #[serde(rename = "vertrouwenspersoon")]
    pub confidant: Contact,
}

impl Contacts {
    /// Whom a melder calls about a report, or instead of one: the AFs, and KMT where they have no number.
    #[must_use]
    pub fn ours(&self) -> &Contact {
        self.officers.as_ref().unwrap_or(&self.kmt)
    }
}

/// Who is told when nobody opens a report in time (achterwacht): a function, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Backup {
    /// The function.
    #[serde(rename = "functie")]
    pub function: String,
    /// The telephone number.
    #[serde(rename = "nummer")]
    pub number: String,
    /// The e-mail address.
    #[serde(rename = "email")]
    pub email: String,
}

impl Backup {
    /// The address, if it has the shape of one.
    #[must_use]
    pub fn address(&self) -> Option<Email> {
        Email::parse(&self.email).ok()
    }

    /// Whether it can be used.
    ///
    /// # Errors
    /// The name of the field that cannot.
    pub fn check(&self) -> Result<(), &'static str> {
        if self.function.trim().is_empty() || self.function.contains('@') {
            return Err("functie");
        }
        if Phone::parse(&self.number).is_err() {
            return Err("nummer");
        }
        self.address().map(drop).ok_or("email")
    }
}
