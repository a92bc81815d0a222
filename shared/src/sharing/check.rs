use super::{DataKind, ReferralTarget, Sharing, SharingRule};
use crate::text::{Line, TextError};

/// The most grounds of one receiver.
pub const MOST_GROUNDS: usize = 10;

/// What is wrong with the rule of a receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharingFault {
    /// "Nu te weinig aanwijzingen" is no receiver.
    NoReceiver,
    /// The receiver has two rules.
    Twice,
    /// A kind stands there twice.
    KindTwice(DataKind),
    /// Advice is asked without what points at somebody.
    Identifies(DataKind),
    /// People are named where offenders are looked for, and nobody is asked whether they may be forced.
    UnaskedCoercion,
    /// More grounds than [`MOST_GROUNDS`].
    ManyGrounds,
    /// A ground, counted from 0, is not one line of text.
    NoLine(usize, TextError),
    /// A ground, counted from 0, stands there twice.
    GroundTwice(usize),
}

impl SharingFault {
    /// A sentence for whoever wrote the profile, with what to do.
    fn sentence(self, to: ReferralTarget) -> String {
        let name = to.as_str();
        let why = match self {
            Self::NoReceiver => return format!("{name} is no receiver: take it out of delen"),
            Self::Twice => return format!("{name} stands in delen twice: put the two together"),
            Self::KindTwice(kind) => format!("mag names {} twice", kind.as_str()),
            Self::Identifies(kind) => format!(
                "mag names {}, but advice is asked without names and places; kmt-casus may have it",
                kind.as_str()
            ),
            Self::UnaskedCoercion => {
                "people are named where offenders are looked for, so vraagtGedwongen has to be true".into()
            }
            Self::ManyGrounds => format!("grondslagen has room for {MOST_GROUNDS}"),
            Self::NoLine(at, _) => format!("ground {} is not one line of text", at + 1),
            Self::GroundTwice(at) => format!("ground {} stands there twice", at + 1),
        };
        format!("delen of {name}: {why}")
    }
}

impl Sharing {
    /// What is wrong with the table: a sentence for each, with the receiver and the name in the profile.
    #[must_use]
    pub fn check(&self) -> Vec<String> {
        self.faults().into_iter().map(|(to, fault)| fault.sentence(to)).collect()
    }

    /// The same, each with its receiver. Some rules of care hold whatever a gemeente chooses [domain §3].
    #[must_use]
    pub fn faults(&self) -> Vec<(ReferralTarget, SharingFault)> {
        let mut wrong = Vec::new();
        for (at, rule) in self.rules.iter().enumerate() {
            if rule.to == ReferralTarget::TooLittle {
                wrong.push((rule.to, SharingFault::NoReceiver));
                continue;
            }
            if self.rules[..at].iter().any(|earlier| earlier.to == rule.to) {
                wrong.push((rule.to, SharingFault::Twice));
            }
            wrong.extend(kinds(rule).into_iter().chain(grounds(rule)).map(|fault| (rule.to, fault)));
        }
        wrong
    }
}

fn kinds(rule: &SharingRule) -> Vec<SharingFault> {
    let mut wrong = Vec::new();
    for (at, kind) in rule.may.iter().enumerate() {
        if rule.may[..at].contains(kind) {
            wrong.push(SharingFault::KindTwice(*kind));
        }
        if rule.to == ReferralTarget::Kmt && kind.identifies() {
            wrong.push(SharingFault::Identifies(*kind));
        }
    }
    if rule.to.looks_for_offenders() && rule.names_people() && !rule.asks_coerced {
        wrong.push(SharingFault::UnaskedCoercion);
    }
    wrong
}

fn grounds(rule: &SharingRule) -> Vec<SharingFault> {
    let mut wrong = Vec::new();
    if rule.grounds.len() > MOST_GROUNDS {
        wrong.push(SharingFault::ManyGrounds);
    }
    for (at, ground) in rule.grounds.iter().enumerate() {
        if let Err(error) = Line::sent(ground) {
            wrong.push(SharingFault::NoLine(at, error));
        }
        if rule.grounds[..at].iter().any(|earlier| earlier.trim() == ground.trim()) {
            wrong.push(SharingFault::GroundTwice(at));
        }
    }
    wrong
}
