use super::{ColleagueDraft, KmtDraft, Subject, VttState, WayIn};
use crate::{
    answer::{Known, YesNo},
    id::FunctionId,
    indicators::{ExploitationForm, Tick},
};
use serde::{Deserialize, Serialize};

/// The melding as typed so far: everything may still be empty or wrong. The form writes into it, it survives a reload,
/// and it is the body of `POST meldingen`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Draft {
    /// Version of the list the signals were ticked on.
    #[serde(rename = "lijst")]
    pub list: String,
    /// Een persoon, of een plek of bedrijf.
    #[serde(rename = "onderwerp")]
    pub subject: Option<Subject>,
    /// Vormen van mensenhandel; several may be chosen.
    #[serde(rename = "vormen")]
    pub forms: Vec<ExploitationForm>,
    /// Ticked signals. They survive changing the form.
    #[serde(rename = "signalen")]
    pub ticks: Vec<Tick>,
    /// The melder's account, in their own words. Required.
    #[serde(rename = "verhaal")]
    pub story: String,
    /// The time when it was seen, in words.
    #[serde(rename = "wanneer")]
    pub when: String,
    /// The place where it was seen.
    #[serde(rename = "waar")]
    pub place: String,
    /// The known facts about the person or the place.
    #[serde(rename = "bekend")]
    pub known: String,
    /// Whether it is about a colleague, or someone who reads reports.
    #[serde(rename = "collega")]
    pub colleague: Option<YesNo>,
    /// About a colleague: the functions of the AFs that may not know of it.
    #[serde(rename = "nietVoor", skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<FunctionId>,
    /// Whether a minor is involved.
    #[serde(rename = "minderjarig")]
    pub minor: Option<Known>,
    /// Whether somebody is unsafe right now; not known counts as yes. An answer that is not offered (any more) is no
    /// answer, so that an older draft is kept and this is asked again.
    #[serde(rename = "acuut", deserialize_with = "offered")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Known>"))]
    pub acute: Option<Known>,
    /// Whether 112 was called.
    #[serde(rename = "gebeld112")]
    pub called_112: Option<YesNo>,
    /// The contact with Veilig Thuis.
    #[serde(rename = "veiligThuis")]
    pub vtt: VttDraft,
    /// The melder's name.
    #[serde(rename = "naam")]
    pub name: String,
    /// The melder's team.
    #[serde(rename = "team")]
    pub team: String,
    /// The melder's work phone.
    #[serde(rename = "telefoon")]
    pub phone: String,
    /// The melder's work e-mail.
    #[serde(rename = "email")]
    pub email: String,
    /// When the melder can be reached.
    #[serde(rename = "bereikbaar")]
    pub reachable: String,
    /// The colleague on whose behalf the melder reports.
    #[serde(rename = "namens", skip_serializing_if = "ColleagueDraft::is_empty")]
    pub behalf: ColleagueDraft,
    /// How it comes in, where an AF writes it down; none in the melder's own form.
    #[serde(rename = "weg", skip_serializing_if = "Option::is_none")]
    pub way: Option<WayIn>,
    /// From KMT: what is known of the signal. There is no melder then.
    #[serde(rename = "kmt", skip_serializing_if = "KmtDraft::is_empty")]
    pub kmt: KmtDraft,
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Draft(…)")
    }
}

/// The answers about Veilig Thuis, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct VttDraft {
    /// The state of the contact.
    #[serde(rename = "stand")]
    pub state: Option<VttState>,
    /// Gemeld: by whom.
    #[serde(rename = "wie")]
    pub who: String,
    /// Gemeld: when.
    #[serde(rename = "wanneer")]
    pub when: String,
    /// Gemeld: the reference VTT gave, if any; `null` in the body of an AF's act.
    #[serde(rename = "kenmerk", deserialize_with = "null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub reference: String,
    /// Nog niet: why.
    #[serde(rename = "waarom")]
    pub why: String,
}

impl std::fmt::Debug for VttDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VttDraft(…)")
    }
}

fn offered<'de, D: serde::Deserializer<'de>>(raw: D) -> Result<Option<Known>, D::Error> {
    let text = Option::<String>::deserialize(raw)?;
    Ok(text.and_then(|text| Known::ALL.iter().copied().find(|one| one.as_str() == text)))
}

pub(crate) fn null_is_empty<'de, D: serde::Deserializer<'de>>(raw: D) -> Result<String, D::Error> {
    Option::deserialize(raw).map(Option::unwrap_or_default)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danger_in_an_older_draft_is_read_and_what_is_unknown_is_asked_again() {
        let acute = |text: &str| serde_json::from_str::<Draft>(&format!(r#"{{"verhaal":"Verzonnen","acuut":{text}}}"#));
        let table = [
            (r#""ja""#, Some(Known::Yes)),
            (r#""nee""#, Some(Known::No)),
            (r#""weet-niet""#, Some(Known::Unknown)),
            (r#""misschien""#, None),
            ("null", None),
        ];
        for (text, expected) in table {
            let draft = acute(text).unwrap();
            assert_eq!((draft.acute, draft.story.as_str()), (expected, "Verzonnen"), "{text}");
        }
        assert!(acute("true").is_err(), "never a form of it");
    }
}
