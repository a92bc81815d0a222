//! What goes to and from the photos of a melding.
use super::SealedReport;
use crate::id::AdditionKey;
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST meldingen/fotos`: a part of a photo, sealed as a melding is. The photo itself is an addition that
    /// comes after its parts.
    SentPhotoPart {
        /// The receipt code as typed.
        ontvangstcode: String,
        /// Which photo: the key of the addition.
        #[serde(rename = "foto")]
        photo: AdditionKey,
        /// Which part, counted from 0.
        #[serde(rename = "deel")]
        #[cfg_attr(feature = "schema", schemars(range(max = 23)))]
        part: u8,
        /// The part, as [`crate::photo::PhotoPart`].
        #[serde(rename = "inhoud")]
        content: SealedReport,
    }
);
body!(
    /// Body of `POST dossiers/{id}/fotos`.
    PhotoQuestion {
        /// Which photo: the key of the addition.
        #[serde(rename = "foto")]
        photo: AdditionKey,
    }
);
view!(
    /// Answer to `POST dossiers/{id}/fotos`.
    PhotoView {
        /// A JPEG, in base64.
        #[serde(rename = "inhoud")]
        #[cfg_attr(feature = "schema", schemars(extend("contentEncoding" = "base64")))]
        content: String,
    }
);
