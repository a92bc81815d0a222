//! The melding: what was typed ([`Draft`]), what is wrong with it ([`Finding`]), and what is sent once and never edited
//! afterwards ([`Report`]).
mod asked;
mod check;
mod draft;
mod finding;
mod rules;
mod valid;

pub use asked::asked;
pub use check::{Checked, check, check_functions};
pub use draft::{Draft, VttDraft};
pub use finding::{Field, Finding, FindingCode};
pub use rules::{holds_bsn, vtt_needed};
pub use valid::{Channel, Report, Reporter, VttContact};

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// In the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As it travels.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}
pub(crate) use choice;

choice!(
    /// What the melder is worried about: the two starting points.
    Subject {
        /// Een persoon.
        Person = "persoon",
        /// Een plek of bedrijf.
        Place = "plek",
    }
);
choice!(
    /// Ja of nee.
    YesNo {
        /// Ja.
        Yes = "ja",
        /// Nee.
        No = "nee",
    }
);
choice!(
    /// Ja, nee of weet ik niet.
    Known {
        /// Ja.
        Yes = "ja",
        /// Nee.
        No = "nee",
        /// Weet ik niet. Of somebody is a minor: counts as yes.
        Unknown = "weet-niet",
    }
);
choice!(
    /// What was done about Veilig Thuis (domain §3, step 0). Asking advice is not a melding.
    VttState {
        /// Gemeld.
        Reported = "gemeld",
        /// Advies gevraagd.
        Advised = "advies-gevraagd",
        /// Niet bereikt.
        NotReached = "niet-bereikt",
        /// Nog niet, met de reden.
        NotYet = "nog-niet",
    }
);
