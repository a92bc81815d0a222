//! Files that the server makes.
use serde::{Deserialize, Serialize};

view!(
    /// A file that the server made: a PDF (PDF/A-2a and PDF/UA-1), or a package (ZIP).
    MadeFile {
        /// Its bytes, in base64.
        #[serde(rename = "inhoud")]
        #[cfg_attr(feature = "schema", schemars(extend("contentEncoding" = "base64")))]
        content: String,
    }
);
