//! The parts of the settings: one row for each, with its name on the wire and the type of its value.
use super::{over, phones::Phones};
use crate::{
    indicators::ListVersion,
    minutes::Minutes,
    moment::Day,
    profile::{Function, Processor, Profile, Register, Source},
    retention::Terms,
    sharing::Sharing,
};
use serde::{Deserialize, Serialize};

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident $field:ident: $value:ty = $text:literal, second person: $second:literal;)+) => {
        crate::choice::choice!(
            /// A part of the settings that is changed as a whole (onderdeel).
            PartKind { $($(#[$doc])* $part = $text),+ }
        );

        impl PartKind {
            /// Whether a change takes a second person: an AF or the FG.
            #[must_use]
            pub fn needs_second_person(self) -> bool {
                match self { $(Self::$part => $second),+ }
            }
        }

        /// One part, as it is to be. Without a value it is as the file says.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(transform = crate::optional::value))]
        #[serde(tag = "onderdeel", content = "waarde", deny_unknown_fields)]
        pub enum Part { $($(#[$doc])* #[serde(rename = $text)] $part(Option<$value>)),+ }

        impl Part {
            /// Which part.
            #[must_use]
            pub fn kind(&self) -> PartKind {
                match self { $(Self::$part(_) => PartKind::$part),+ }
            }

            /// Whether it is as the file says.
            #[must_use]
            pub fn is_of_file(&self) -> bool {
                match self { $(Self::$part(value) => value.is_none()),+ }
            }
        }

        /// The whole overlay: the parts that were changed.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Settings {
            $($(#[$doc])* #[serde(rename = $text, default, skip_serializing_if = "Option::is_none")]
            pub $field: Option<$value>,)+
        }

        impl Settings {
            /// A part of it.
            #[must_use]
            pub fn part(&self, kind: PartKind) -> Part {
                match kind { $(PartKind::$part => Part::$part(self.$field.clone())),+ }
            }

            /// The same with another part.
            #[must_use]
            pub fn with(self, part: Part) -> Self {
                match part { $(Part::$part($field) => Self { $field, ..self }),+ }
            }

            /// The profile with the parts that were changed.
            #[must_use]
            pub fn over(self, mut profile: Profile) -> Profile {
                $(if let Some(value) = self.$field {
                    over::$field(&mut profile, value);
                })+
                profile
            }
        }

        impl Part {
            /// The value that this profile has for a part.
            #[must_use]
            pub fn of(kind: PartKind, profile: &Profile) -> Self {
                match kind { $(PartKind::$part => Self::$part(Some(over::of::$field(profile)))),+ }
            }
        }
    };
}

parts! {
    /// Telefoonnummers. A wrong number to call would be an attack, so two people change them.
    Phones phones: Phones = "telefoon", second person: true;
    /// Sluitingsdagen.
    Closed closed: Vec<Day> = "sluitingsdagen", second person: false;
    /// Bronnen met grondslag.
    Sources sources: Vec<Source> = "bronnen", second person: false;
    /// Standaardteksten voor de melder.
    Texts texts: Vec<String> = "teksten", second person: false;
    /// De naam van de gemeente.
    Name name: String = "naam", second person: false;
    /// Functies. Who may not see a report about a colleague follows from them, so two people change them.
    Functions functions: Vec<Function> = "functies", second person: true;
    /// Minuten op de werklijst.
    Minutes minutes: Minutes = "minuten", second person: false;
    /// Wat waarheen mag. What leaves the gemeente follows from it, so two people change it.
    Sharing sharing: Sharing = "delen", second person: true;
    /// Bewaartermijnen. What may be destroyed follows from them, so two people change them.
    Retention retention: Terms = "bewaartermijnen", second person: true;
    /// Welke signalenlijst.
    List list: ListVersion = "signalenlijst", second person: false;
    /// Wat de gemeente zelf invult in het register van verwerkingen.
    Register register: Register = "register", second person: false;
    /// Verwerkers.
    Processors processors: Vec<Processor> = "verwerkers", second person: false;
}
