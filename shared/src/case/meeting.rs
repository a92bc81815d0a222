//! The werkoverleg of the AFs: when it is, who is there, and which cases are discussed [seed; domain §3, step 4].
//! Nothing of what is in a case is part of it: cases are there by number.
use super::{Row, Step, notes::Ruling};
use crate::{
    choice::choice,
    id::{AccountId, CaseNumber, FunctionId, MeetingId},
    moment::Day,
    report::{Finding, FindingCode},
};
use chrono::Months;
use serde::{Deserialize, Serialize};

/// How far a werkoverleg may lie from today [design: a date further away is a slip].
const YEAR: Months = Months::new(12);

choice!(
    /// Why a case is proposed for the werkoverleg.
    MeetingReason {
        /// It is at the beslismoment.
        AtDecision = "beslismoment",
        /// The last day for the next action is over.
        Late = "te-laat",
        /// An AF asked to discuss it.
        Asked = "gevraagd",
        /// It was discussed, and not decided yet.
        Undecided = "nog-geen-besluit",
    }
);

impl MeetingReason {
    /// Why this case is proposed: nothing when it is not. `asked` and `again` say whether an AF asked for it, and
    /// whether a werkoverleg is to come back to it.
    #[must_use]
    pub fn of(row: &Row, asked: bool, again: bool, today: Day) -> Vec<Self> {
        let holds = |reason: &Self| match reason {
            Self::AtDecision => row.step == Step::Decision && row.joined.is_none(),
            Self::Late => row.due.is_some_and(|due| due < today),
            Self::Asked => asked,
            Self::Undecided => again && row.step != Step::Referred,
        };
        Self::ALL.iter().copied().filter(|reason| row.is_open() && holds(reason)).collect()
    }
}

/// When a werkoverleg is, and who is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingPlan {
    /// Its day.
    #[serde(rename = "datum")]
    pub day: Day,
    /// The AFs who are there.
    #[serde(rename = "aanwezig")]
    pub present: Vec<AccountId>,
    /// Who else is there: functions of the profile, never names.
    #[serde(rename = "ookAanwezig", default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<FunctionId>,
    /// The day of the next one.
    #[serde(rename = "volgende", default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
}

impl MeetingPlan {
    /// The most AFs, and the most functions, of one werkoverleg.
    pub const MOST_PEOPLE: usize = Ruling::MOST_PEOPLE;

    /// Everything that is wrong with it, by JSON pointer within the plan. Who may be named is not known here.
    #[must_use]
    pub fn check(&self, today: Day) -> Vec<Finding<String>> {
        let first = today.checked_sub_months(YEAR).unwrap_or(Day::MIN);
        let last = today.checked_add_months(YEAR).unwrap_or(Day::MAX);
        let next = |wrong: &dyn Fn(Day) -> bool| self.next.is_some_and(wrong);
        let rules = [
            (self.day < first, "/datum", FindingCode::TooLongAgo),
            (self.day > last, "/datum", FindingCode::TooFarAhead),
            (self.present.is_empty(), "/aanwezig", FindingCode::Required),
            (self.present.len() > Self::MOST_PEOPLE, "/aanwezig", FindingCode::TooMany),
            (has_twice(&self.present), "/aanwezig", FindingCode::Duplicate),
            (self.others.len() > Self::MOST_PEOPLE, "/ookAanwezig", FindingCode::TooMany),
            (has_twice(&self.others), "/ookAanwezig", FindingCode::Duplicate),
            (next(&|day| day <= self.day), "/volgende", FindingCode::LaterDayNeeded),
            (next(&|day| day > last), "/volgende", FindingCode::TooFarAhead),
        ];
        let wrong = rules.into_iter().filter(|(wrong, ..)| *wrong);
        wrong.map(|(_, field, code)| Finding { field: field.to_owned(), code }).collect()
    }
}

fn has_twice<T: PartialEq>(all: &[T]) -> bool {
    all.iter().enumerate().any(|(at, one)| all.iter().take(at).any(|earlier| earlier == one))
}

/// Body of `POST overleggen`: `{"soort": "vragen", "inhoud": {"dossier": {"jaar": 2026, "volgnummer": 17}}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum MeetingCommand {
    /// Plans a werkoverleg.
    #[serde(rename = "plannen")]
    Plan {
        /// When, and with whom.
        #[serde(rename = "overleg")]
        plan: MeetingPlan,
        /// The cases to discuss.
        #[serde(rename = "erbij")]
        add: Vec<CaseNumber>,
    },
    /// Changes one. Cases are named that come or go; the others stay, so that nobody has to know all of them.
    #[serde(rename = "wijzigen")]
    Change {
        /// Which.
        #[serde(rename = "welk")]
        meeting: MeetingId,
        /// When, and with whom.
        #[serde(rename = "overleg")]
        plan: MeetingPlan,
        /// Cases to discuss as well.
        #[serde(rename = "erbij")]
        add: Vec<CaseNumber>,
        /// Cases that are not discussed after all.
        #[serde(rename = "eraf")]
        remove: Vec<CaseNumber>,
    },
    /// It does not take place.
    #[serde(rename = "afzeggen")]
    Cancel {
        /// Which.
        #[serde(rename = "welk")]
        meeting: MeetingId,
    },
    /// An AF asks to discuss a case in the next one.
    #[serde(rename = "vragen")]
    Ask {
        /// Which.
        #[serde(rename = "dossier")]
        case: CaseNumber,
    },
    /// Nobody asks that any more.
    #[serde(rename = "niet-vragen")]
    StopAsking {
        /// Which.
        #[serde(rename = "dossier")]
        case: CaseNumber,
    },
}

impl MeetingCommand {
    /// The most cases that one command brings into a werkoverleg, or takes out of it.
    pub const MOST_CASES: usize = 40;

    /// Everything that is wrong with it, by JSON pointer into the body.
    #[must_use]
    pub fn check(&self, today: Day) -> Vec<Finding<String>> {
        let (plan, add, remove) = match self {
            Self::Plan { plan, add } => (plan, add, &[] as &[CaseNumber]),
            Self::Change { plan, add, remove, .. } => (plan, add, remove.as_slice()),
            Self::Cancel { .. } | Self::Ask { .. } | Self::StopAsking { .. } => return Vec::new(),
        };
        let mut found = plan.check(today);
        for finding in &mut found {
            finding.field.insert_str(0, "/inhoud/overleg");
        }
        for (cases, field) in [(add.as_slice(), "/inhoud/erbij"), (remove, "/inhoud/eraf")] {
            if cases.len() > Self::MOST_CASES {
                found.push(Finding { field: field.to_owned(), code: FindingCode::TooMany });
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        ActKind,
        fixture::{act, carry, case_in, officer, today, walk},
    };

    fn plan() -> MeetingPlan {
        let functions = vec![FunctionId::parse("leidinggevende-zorg").unwrap()];
        let next = Some(today() + chrono::Days::new(14));
        MeetingPlan { day: today(), present: vec![officer(1), officer(2)], others: functions, next }
    }

    fn codes(plan: &MeetingPlan) -> Vec<(String, FindingCode)> {
        plan.check(today()).into_iter().map(|finding| (finding.field, finding.code)).collect()
    }

    #[test]
    fn a_case_is_proposed_for_each_reason_that_holds_and_never_once_it_is_closed() {
        let reasons = |step, asked, day| MeetingReason::of(&Row::of(&case_in(step)), asked, false, day);
        let later = today() + chrono::Days::new(300);
        assert_eq!(reasons(Step::Decision, false, today()), [MeetingReason::AtDecision]);
        assert_eq!(reasons(Step::Decision, true, today()), [MeetingReason::AtDecision, MeetingReason::Asked]);
        assert_eq!(reasons(Step::InContact, false, today()), []);
        assert_eq!(reasons(Step::InContact, true, today()), [MeetingReason::Asked]);
        assert_eq!(reasons(Step::Closed, true, later), []);
        let waits = Row::of(&walk(&[]));
        let on = |day| MeetingReason::of(&waits, false, false, day);
        let last = waits.due.unwrap();
        assert_eq!((on(last), on(last + chrono::Days::new(1))), (vec![], vec![MeetingReason::Late]));
        let proposed = carry(case_in(Step::Decision), act(ActKind::AddRemark));
        assert_eq!(MeetingReason::of(&Row::of(&proposed), false, false, today()), [MeetingReason::AtDecision]);
    }

    #[test]
    fn what_was_not_decided_comes_back_until_it_is() {
        for step in Step::ALL.iter().copied() {
            let why = MeetingReason::of(&Row::of(&case_in(step)), false, true, today());
            let decided = matches!(step, Step::Referred | Step::Closed);
            assert_eq!(why.contains(&MeetingReason::Undecided), !decided, "{step:?}");
        }
    }

    #[test]
    fn everything_that_is_wrong_with_a_plan_is_found() {
        assert_eq!(codes(&plan()), []);
        let far = MeetingPlan { day: today() + chrono::Days::new(400), next: None, ..plan() };
        assert_eq!(codes(&far), [("/datum".into(), FindingCode::TooFarAhead)]);
        let nobody = MeetingPlan { present: vec![], next: Some(today()), ..plan() };
        let expected = [("/aanwezig".into(), FindingCode::Required), ("/volgende".into(), FindingCode::LaterDayNeeded)];
        assert_eq!(codes(&nobody), expected);
        let twice = MeetingPlan { present: vec![officer(1), officer(1)], ..plan() };
        assert_eq!(codes(&twice), [("/aanwezig".into(), FindingCode::Duplicate)]);
        let number = CaseNumber { year: 2026, sequence: 1 };
        let many = MeetingCommand::Plan { plan: far, add: vec![number; MeetingCommand::MOST_CASES + 1] };
        let fields: Vec<String> = many.check(today()).into_iter().map(|finding| finding.field).collect();
        assert_eq!(fields, ["/inhoud/overleg/datum", "/inhoud/erbij"]);
    }
}
