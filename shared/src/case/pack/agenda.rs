use super::kept_now;
use crate::{
    case::{Case, Step, notes::Referral},
    id::{CaseId, CaseNumber, PackPrint},
    moment::{Day, Moment},
    sharing::ReferralTarget,
    text::{Line, of_body_or_none},
};
use serde::{Deserialize, Serialize};

/// The most packs of one agenda.
pub const MOST_ON_AGENDA: usize = 40;

/// Something that was kept and can go to a table together with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaPack {
    /// The case.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// To which organisation.
    #[serde(rename = "naar")]
    pub to: ReferralTarget,
    /// The receiver there: a function.
    #[serde(rename = "ontvanger")]
    pub receiver: Option<Line>,
    /// The day of the table on whose agenda the case is, while it was not discussed there.
    #[serde(rename = "agendaVan")]
    pub planned: Option<Day>,
    /// When it was kept.
    #[serde(rename = "vastgelegdOp")]
    pub at: Moment,
    /// Its fingerprint.
    #[serde(rename = "vingerafdruk")]
    pub print: PackPrint,
}

/// Answer to `GET stukken`.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaPacks {
    /// What can go to a table, by case number.
    #[serde(rename = "stukken")]
    pub packs: Vec<AgendaPack>,
    /// How many there are that say something of care and health, which this AF does not read.
    #[serde(rename = "metZorg")]
    pub shut: usize,
    /// Of how many cases they cannot be read.
    #[serde(rename = "nietTeLezen")]
    pub unreadable: usize,
}

/// One of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OnAgenda {
    /// The case.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Which of what was kept of it.
    #[serde(rename = "vingerafdruk")]
    pub print: PackPrint,
}

/// Body of `POST stukken/agenda`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgendaToPrint {
    /// For which receiver.
    #[serde(rename = "naar")]
    pub to: ReferralTarget,
    /// The receiver there: a function.
    #[serde(rename = "ontvanger", default, deserialize_with = "of_body_or_none")]
    pub receiver: Option<Line>,
    /// Which meeting of theirs, in the AF's words.
    #[serde(rename = "overleg", default, deserialize_with = "of_body_or_none")]
    pub meeting: Option<Line>,
    /// What is on it, in this order.
    #[serde(rename = "stukken")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = MOST_ON_AGENDA)))]
    pub packs: Vec<OnAgenda>,
}

/// What was last kept for each receiver of the decision that is there now, while that receiver still waits for it: not
/// what a table has discussed, nor what was confirmed.
#[must_use]
pub fn still_goes(case: &Case) -> Vec<AgendaPack> {
    let Some(decided) = case.status().referred().filter(|_| case.status().step() == Step::Referred) else {
        return Vec::new();
    };
    let origins = case.origins();
    let of = |(at, referral): (usize, &Referral)| {
        let (kept_at, kept) = kept_now(case.entries()).find(|(_, kept)| kept.referral == at)?;
        if decided.confirmed.iter().any(|one| one.referral == at) {
            return None;
        }
        let tables = || decided.tables.iter().filter(|table| table.referral == at);
        let planned = tables().find(|table| table.discussed.is_none()).map(|table| table.on);
        if planned.is_none() && tables().next().is_some() {
            return None;
        }
        Some(AgendaPack {
            case: origins.id.clone(),
            number: origins.number,
            to: referral.to,
            receiver: referral.receiver.clone(),
            planned,
            at: kept_at,
            print: kept.print.clone(),
        })
    };
    decided.ruling.referrals.iter().enumerate().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        Event,
        act::ActKind,
        fixture::{act, apply_by, carry, case_in, decided, prose, referral, ruling, today},
        notes::{Discussed, PackKept, Ruling, TableDay},
    };

    fn kept(case: Case, referral: usize, print: u8) -> Case {
        let to = ruling().referrals[referral].to;
        apply_by(1, case, Event::PackKept(PackKept { referral, to, print: PackPrint::from_bytes(&[print; 16]) }))
    }

    fn prints(case: &Case) -> Vec<(ReferralTarget, PackPrint)> {
        still_goes(case).into_iter().map(|one| (one.to, one.print)).collect()
    }

    #[test]
    fn the_last_of_each_receiver_of_the_decision_that_is_there_now() {
        let print = |byte: u8| PackPrint::from_bytes(&[byte; 16]);
        let case = decided(case_in(Step::Decision), ruling());
        assert_eq!(prints(&case), []);
        let case = kept(kept(kept(case, 1, 3), 0, 4), 1, 5);
        assert_eq!(prints(&case), [(ReferralTarget::Kmt, print(4)), (ReferralTarget::Riec, print(5))]);
        let confirmed = carry(case.clone(), act(ActKind::ConfirmReferral));
        assert_eq!(prints(&confirmed).len(), 1, "what a receiver confirmed does not go again");
        let closed =
            [ActKind::GiveFeedback, ActKind::Close].into_iter().fold(case, |case, kind| carry(case, act(kind)));
        assert_eq!(closed.status().step(), Step::Closed);
        assert_eq!(prints(&closed), [], "nothing of it goes to a table any more");
    }

    /// As the table is now, and not as the decision had it.
    #[test]
    fn the_day_is_that_of_the_table_until_it_discussed_it() {
        let days = [3, 24].map(|days| today() + chrono::TimeDelta::days(days));
        let to = ReferralTarget::Casustafel;
        let planned = Referral { planned: Some(days[0]), ..referral(to) };
        let case = decided(case_in(Step::Decision), Ruling { referrals: vec![planned], ..ruling() });
        let print = PackPrint::from_bytes(&[6; 16]);
        let case = apply_by(1, case, Event::PackKept(PackKept { referral: 0, to, print }));
        let on = |case: &Case| still_goes(case).into_iter().map(|one| one.planned).collect::<Vec<_>>();
        assert_eq!(on(&case), [Some(days[0])]);
        let moved = apply_by(1, case, Event::TableMoved(TableDay { referral: 0, on: days[1], reason: prose("Vol") }));
        assert_eq!(on(&moved), [Some(days[1])]);
        let talked = Discussed { referral: 0, day: days[1], outcome: prose("Besproken") };
        assert_eq!(on(&apply_by(1, moved, Event::TableDiscussed(talked))), []);
    }
}
