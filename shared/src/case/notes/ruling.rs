//! The decision of the werkoverleg, and where it leads.
use crate::{
    answer::YesNo,
    choice::choice,
    id::{AccountId, FunctionId},
    moment::Day,
    sharing::ReferralTarget,
    text::{Line, Prose},
};

choice!(
    /// The AFs' judgement, in the wording of the form.
    Assessment {
        /// Waarschijnlijk mensenhandel.
        Likely = "waarschijnlijk",
        /// Onduidelijk.
        Unclear = "onduidelijk",
        /// Nu te weinig aanwijzingen.
        TooLittle = "te-weinig-aanwijzingen",
    }
);
note!(
    /// One outcome of the decision.
    Referral {
        /// The receiver's organisation.
        #[serde(rename = "naar")]
        to: ReferralTarget,
        /// The receiver: a function, never a name.
        #[serde(rename = "ontvanger")]
        receiver: Option<Line>,
        /// The ground (grondslag). No ground, no sending.
        #[serde(rename = "grondslag")]
        ground: Option<Line>,
        /// The day of sending.
        #[serde(rename = "datum")]
        day: Day,
        /// The data that was shared.
        #[serde(rename = "gedeeld")]
        shared: Option<Prose>,
        /// The answer to "Kan deze persoon gedwongen zijn?". It is present only when a possible victim is named to
        /// investigators.
        #[serde(rename = "kanGedwongenZijn", default, skip_serializing_if = "Option::is_none")]
        coerced: Option<Prose>,
        /// How the person agreed to it; present where the table of the gemeente asks it.
        #[serde(rename = "instemming", default, skip_serializing_if = "Option::is_none")]
        consent: Option<Prose>,
        /// The day of the table on whose agenda it is, while it has not been discussed there.
        #[serde(rename = "agendaVan", default, skip_serializing_if = "Option::is_none")]
        planned: Option<Day>,
    }
);
note!(
    /// The decision of the werkoverleg.
    Ruling {
        /// Duiding: "Wat denken we dat er speelt?"
        #[serde(rename = "duiding")]
        meaning: Prose,
        /// The AFs' judgement.
        #[serde(rename = "inschatting")]
        assessment: Assessment,
        /// The day of the werkoverleg. Decisions of before this was noted have none.
        #[serde(rename = "besprokenOp", default, skip_serializing_if = "Option::is_none")]
        held: Option<Day>,
        /// The AFs who were there: one of them records it and another one agrees.
        #[serde(rename = "aanwezig", default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(length(max = Ruling::MOST_PEOPLE)))]
        present: Vec<AccountId>,
        /// Who else was there: functions, never names.
        #[serde(rename = "ookAanwezig", default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(length(max = Ruling::MOST_PEOPLE)))]
        others: Vec<FunctionId>,
        /// Whether the melder was heard before the decision.
        #[serde(rename = "melderGehoord")]
        heard: YesNo,
        /// What was discussed with the melder before.
        #[serde(rename = "besprokenMetMelder", default, skip_serializing_if = "Option::is_none")]
        talked: Option<Prose>,
        /// Why the melder was not heard; required when not.
        #[serde(rename = "waaromNietGehoord")]
        why_not_heard: Option<Prose>,
        /// The receivers: at least one, up to ten.
        #[serde(rename = "vervolgstappen")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = Ruling::MOST_REFERRALS)))]
        referrals: Vec<Referral>,
    }
);
note!(
    /// A receiver's confirmation of receipt.
    Confirmation {
        /// Which referral, counted from 0.
        #[serde(rename = "vervolgstap")]
        referral: usize,
        /// When it was confirmed.
        #[serde(rename = "datum")]
        day: Day,
    }
);

impl Ruling {
    /// The most referrals of one decision.
    pub const MOST_REFERRALS: usize = 10;
    /// The most AFs, and the most functions, that were at one werkoverleg.
    pub const MOST_PEOPLE: usize = 20;

    /// The referrals that went to a receiver, counted from 0. "Nu te weinig aanwijzingen" has none.
    pub fn sent(&self) -> impl Iterator<Item = (usize, &Referral)> {
        self.referrals.iter().enumerate().filter(|(_, referral)| referral.to != ReferralTarget::TooLittle)
    }

    /// Those of which the receiver confirms the receipt. A table is asked on its day what was decided.
    pub fn to_confirm(&self) -> impl Iterator<Item = (usize, &Referral)> {
        self.sent().filter(|(_, referral)| referral.planned.is_none())
    }

    /// Whether this AF was there, as far as is known. Decisions of before this was noted do not say it.
    #[must_use]
    pub fn may_have_been_there(&self, who: &AccountId) -> bool {
        self.present.is_empty() || self.present.contains(who)
    }
}
