//! Notes on the Wet meldcode huiselijk geweld en kindermishandeling (domain §7).
use crate::{answer::YesNo, choice::choice, text::Prose};

choice!(
    /// A part of the meldcode: one of its five steps, or of the five questions of the afwegingskader.
    MeldcodePart {
        /// Signalen in kaart brengen.
        Signs = "stap-1",
        /// Overleg met een collega of Veilig Thuis.
        Consult = "stap-2",
        /// Gesprek met de betrokkenen.
        Talk = "stap-3",
        /// Wegen van het geweld.
        Weigh = "stap-4",
        /// Beslissen.
        Choose = "stap-5",
        /// Is er een vermoeden van huiselijk geweld of kindermishandeling?
        Suspicion = "vraag-1",
        /// Is er acute of structurele onveiligheid?
        Unsafe = "vraag-2",
        /// Kan ik zelf effectieve hulp bieden of organiseren?
        Help = "vraag-3",
        /// Aanvaarden de betrokkenen hulp en zetten zij zich in?
        Accepted = "vraag-4",
        /// Leidt de hulp op tijd tot duurzame veiligheid?
        Lasting = "vraag-5",
    }
);
note!(
    /// What an AF noted of a part of the meldcode, and why.
    MeldcodeNote {
        /// The part.
        #[serde(rename = "onderdeel")]
        part: MeldcodePart,
        /// The answer to a question; a step has none.
        #[serde(rename = "antwoord", default, skip_serializing_if = "Option::is_none")]
        answer: Option<YesNo>,
        /// The reasoning.
        #[serde(rename = "waarom")]
        why: Prose,
    }
);
