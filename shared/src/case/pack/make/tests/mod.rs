//! What is in a pack, and what is in none.
mod canary;
mod full;
mod register;
mod rules;

use super::{Beside, pack};
use crate::{
    case::{
        Act, Case, Refusal,
        act::ActKind,
        care::CareRecord,
        fixture::{act, carry, carry_by, case_in, form, ground, line, prose, referral, ruling},
        notes::{FormSheet, Person, PersonRole, Referral, ReferralTarget, Roles, Ruling},
        pack::{KeptWhy, Made, PackQuestion, PackValue},
        redact::SoughtKind,
    },
    sharing::{DataKind, Sharing},
    text::Line,
};

/// A case that was decided with this referral alone.
fn sent(case: Case, referral: Referral) -> Case {
    let referral = Referral { ground: Line::parse(&ground(referral.to)).ok(), ..referral };
    let proposed = carry(case, Act::Decide(Ruling { referrals: vec![referral], ..ruling() }));
    carry_by(2, proposed, Act::Agree(Some(ActKind::Decide)))
}

/// Everything that may go, by the standard table.
fn all(case: &Case, care: (&CareRecord, bool)) -> Result<Made, Refusal> {
    let sharing = Sharing::default();
    let beside = Beside { care, signals: &[], sharing: &sharing, officers: &[] };
    let offered = pack(case, beside, &of_first(case, vec![]))?;
    let chosen = offered.choice.iter().map(|item| item.id.clone()).collect();
    pack(case, beside, &of_first(case, chosen))
}

/// What is asked of the first receiver, where there is one.
fn of_first(case: &Case, chosen: Vec<String>) -> PackQuestion {
    let to = case.status().referred().map_or(ReferralTarget::Riec, |decided| decided.ruling.referrals[0].to);
    PackQuestion { referral: 0, to, chosen }
}
