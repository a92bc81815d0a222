//! Het meldingsformulier.
use super::Roles;
use crate::{
    answer::Known,
    choice::choice,
    text::{Line, Prose},
};

choice!(
    /// Age in groups.
    AgeGroup {
        /// Onbekend: counts as minor.
        Unknown = "onbekend",
        /// Jonger dan 12.
        Under12 = "0-11",
        /// 12 tot en met 17.
        From12To17 = "12-17",
        /// 18 tot en met 26.
        From18To26 = "18-26",
        /// 27 en ouder.
        From27 = "27+",
    }
);
note!(
    /// Somebody on the meldingsformulier.
    Person {
        /// Roles, as it seems now.
        #[serde(rename = "rol")]
        roles: Roles,
        /// Age group.
        #[serde(rename = "leeftijd")]
        age: AgeGroup,
        /// The person's name, or how to recognise them.
        #[serde(rename = "omschrijving")]
        description: Option<Line>,
        /// Languages.
        #[serde(rename = "talen")]
        languages: Option<Line>,
        /// Whether an interpreter is needed.
        #[serde(rename = "tolk")]
        interpreter: Known,
        /// The reason why this person is vulnerable.
        #[serde(rename = "kwetsbaarheid")]
        vulnerability: Option<Line>,
        /// Which person this is, from one version of the form to the next. Forms of before this was kept have none.
        #[serde(rename = "nummer", default, skip_serializing_if = "Option::is_none")]
        number: Option<u64>,
    }
);
note!(
    /// Het meldingsformulier: AF and melder fill it in together; every version is kept in the timeline.
    FormSheet {
        /// Persons concerned, up to twenty.
        #[serde(rename = "personen")]
        #[cfg_attr(feature = "schema", schemars(length(max = FormSheet::MOST_PERSONS)))]
        persons: Vec<Person>,
        /// The safety now.
        #[serde(rename = "veiligheid")]
        safety: Prose,
        /// Household with children.
        #[serde(rename = "kinderenInHuis")]
        children: Known,
        /// Means of control.
        #[serde(rename = "dwangmiddelen")]
        control: Option<Prose>,
        /// Place or business.
        #[serde(rename = "plek")]
        place: Option<Prose>,
        /// Vehicles.
        #[serde(rename = "voertuigen")]
        vehicles: Option<Prose>,
        /// Telephone numbers.
        #[serde(rename = "telefoons")]
        phones: Option<Prose>,
        /// Weet de persoon van de melding?
        #[serde(rename = "weetVanMelding")]
        knows: Known,
        /// Wat wil de persoon zelf?
        #[serde(rename = "wens")]
        wishes: Option<Prose>,
        /// The melder's next steps.
        #[serde(rename = "melderDoet")]
        reporter_does: Option<Prose>,
    }
);

impl FormSheet {
    /// The most persons on one form.
    pub const MOST_PERSONS: usize = 20;
}
