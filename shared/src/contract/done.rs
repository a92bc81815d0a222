//! Answers to what changes a case.
use super::{CaseDetail, KmtLink, Receipt};
use crate::id::CaseId;
use serde::{Deserialize, Serialize};

view!(
    /// Answer to an act: the case as it is now, and a code if one was made.
    CommandDone {
        /// The case; nothing when the caller may not see it any more.
        dossier: Option<CaseDetail>,
        /// The melder's new code, shown once.
        #[serde(rename = "ontvangstcode")]
        code: Option<String>,
        /// The link and the code of a new question to KMT, shown once.
        #[serde(rename = "adviesvraag", default, skip_serializing_if = "Option::is_none")]
        kmt: Option<KmtLink>,
    }
);
view!(
    /// Answer to `POST dossiers`: a report that an AF wrote down, with the code to read to the melder.
    NewCode {
        /// The case.
        id: CaseId,
        /// The melder's receipt; none where there is no melder.
        #[serde(rename = "ontvangst")]
        receipt: Option<Receipt>,
    }
);
