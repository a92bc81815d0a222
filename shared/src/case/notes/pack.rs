use super::ReferralTarget;
use crate::id::PackPrint;

note!(
    /// An AF kept what goes to a receiver, as it goes.
    PackKept {
        /// For which referral of the decision of then, counted from 0.
        #[serde(rename = "vervolgstap")]
        referral: usize,
        /// To which organisation.
        #[serde(rename = "naar")]
        to: ReferralTarget,
        /// The fingerprint of the file.
        #[serde(rename = "vingerafdruk")]
        print: PackPrint,
    }
);
