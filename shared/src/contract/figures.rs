//! The view for the page with the figures.
use crate::{
    figures::{Figures, HalfYear},
    moment::Day,
};
use serde::{Deserialize, Serialize};

view!(
    /// A published half-year with its signature: a JWS in flattened JSON (RFC 7515).
    SignedFigures {
        /// What was signed, in base64url: the gemeente, and its figures.
        payload: String,
        /// The head with the algorithm and the public key, in base64url.
        protected: String,
        /// The signature, in base64url.
        signature: String,
    }
);
body!(
    /// Body of `POST cijfers`.
    FiguresQuestion {
        /// Of which half-year.
        #[serde(rename = "halfjaar")]
        half: HalfYear,
    }
);
view!(
    /// Answer to `GET cijfers`.
    FiguresPage {
        /// The published half-years, the last one first.
        #[serde(rename = "halfjaren")]
        figures: Vec<Figures>,
        /// Those that cannot be read.
        #[serde(rename = "onleesbaar", default, skip_serializing_if = "Vec::is_empty")]
        unreadable: Vec<HalfYear>,
        /// The fingerprint of the key with which this gemeente signs, to read out by telephone.
        #[serde(rename = "vingerafdruk")]
        fingerprint: String,
        /// The half-year that is counted next.
        #[serde(rename = "volgende")]
        next: HalfYear,
        /// From which day on.
        #[serde(rename = "geteldVanaf")]
        from: Day,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
    }
);
