//! The melding: as typed ([`Draft`]), its errors ([`Finding`]), and as sent, never edited afterwards ([`Report`]).
mod alarm;
mod asked;
mod bsn;
mod check;
mod draft;
mod finding;
mod look;
mod part;
mod rules;
mod valid;
mod vtt;
mod way;

pub use alarm::Alarm;
pub use asked::asked;
pub use bsn::holds_bsn;
pub use check::{Checked, check, check_functions, check_way};
pub(crate) use draft::null_is_empty;
pub use draft::{Draft, VttDraft};
pub use finding::{Field, Finding, FindingCode};
pub use look::Look;
pub use part::Part;
pub use rules::vtt_needed;
pub use valid::{Colleague, KmtSignal, Report, Reporter, Sender, VttContact};
pub use vtt::VttField;
pub use way::{CallFirst, Channel, ColleagueDraft, KmtDraft, WayIn};

use crate::choice::choice;

choice!(
    /// The subject of the melder's worry: the two starting points.
    Subject {
        /// Een persoon.
        Person = "persoon",
        /// Een plek of bedrijf.
        Place = "plek",
    }
);
choice!(
    /// The contact with Veilig Thuis (domain §3, step 0). Asking advice is not a melding.
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
