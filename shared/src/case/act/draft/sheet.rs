use super::{Draft, Several, Within};
use crate::{
    answer::Known,
    case::notes::{AgeGroup, FormSheet, Person, Roles},
    text::{Line, Prose},
};

draft!(
    /// Somebody on the meldingsformulier, as typed.
    PersonDraft, PersonField of Person
    fields {
        /// Roles, as it seems now.
        roles: Roles = Role "rol",
        /// Age group.
        age: AgeGroup = Age "leeftijd",
        /// The person's name, or how to recognise them.
        description: Option<Line> = Description "omschrijving",
        /// Languages.
        languages: Option<Line> = Languages "talen",
        /// Whether an interpreter is needed.
        interpreter: Known = Interpreter "tolk",
        /// The reason why this person is vulnerable.
        vulnerability: Option<Line> = Vulnerability "kwetsbaarheid",
        /// Which person this is, whatever is changed about them; none when that was not kept yet.
        number: Option<u64> = Number "nummer",
    }
);
draft!(
    /// Het meldingsformulier, as typed.
    SheetDraft, SheetField of FormSheet
    first {
        /// Persons concerned.
        persons: Vec<PersonDraft> = Persons(Within<PersonField>) "personen",
    }
    fields {
        /// The safety now.
        safety: Prose = Safety "veiligheid",
        /// Household with children.
        children: Known = Children "kinderenInHuis",
        /// Means of control.
        control: Option<Prose> = Control "dwangmiddelen",
        /// Place or business.
        place: Option<Prose> = Place "plek",
        /// Vehicles.
        vehicles: Option<Prose> = Vehicles "voertuigen",
        /// Telephone numbers.
        phones: Option<Prose> = Phones "telefoons",
        /// Weet de persoon van de melding?
        knows: Known = Knows "weetVanMelding",
        /// Wat wil de persoon zelf?
        wishes: Option<Prose> = Wishes "wens",
        /// The melder's next steps.
        reporter_does: Option<Prose> = ReporterDoes "melderDoet",
    }
);

impl Draft for PersonDraft {}
impl Draft for SheetDraft {}

impl Several for PersonDraft {
    const AT_MOST: usize = FormSheet::MOST_PERSONS;
}
