use super::{ReferralTarget, Sharing, SharingRule};
use crate::text::Line;

/// The most grounds of one receiver.
const MOST_GROUNDS: usize = 10;

impl Sharing {
    /// What is wrong with the table: a sentence for each, with the receiver and the name in the profile. Some rules of
    /// care hold whatever a gemeente chooses [domain §3].
    #[must_use]
    pub fn check(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (at, rule) in self.rules.iter().enumerate() {
            let name = rule.to.as_str();
            if rule.to == ReferralTarget::TooLittle {
                wrong.push(format!("{name} is no receiver: take it out of delen"));
                continue;
            }
            if self.rules[..at].iter().any(|earlier| earlier.to == rule.to) {
                wrong.push(format!("{name} stands in delen twice: put the two together"));
            }
            wrong.extend(kinds(rule).into_iter().chain(grounds(rule)).map(|why| format!("delen of {name}: {why}")));
        }
        wrong
    }
}

fn kinds(rule: &SharingRule) -> Vec<String> {
    let mut wrong = Vec::new();
    for (at, kind) in rule.may.iter().enumerate() {
        let name = kind.as_str();
        if rule.may[..at].contains(kind) {
            wrong.push(format!("mag names {name} twice"));
        }
        if rule.to == ReferralTarget::Kmt && kind.identifies() {
            wrong
                .push(format!("mag names {name}, but advice is asked without names and places; kmt-casus may have it"));
        }
    }
    if rule.to.looks_for_offenders() && rule.names_people() && !rule.asks_coerced {
        wrong.push("people are named where offenders are looked for, so vraagtGedwongen has to be true".into());
    }
    wrong
}

fn grounds(rule: &SharingRule) -> Vec<String> {
    let mut wrong = Vec::new();
    if rule.grounds.len() > MOST_GROUNDS {
        wrong.push(format!("grondslagen has room for {MOST_GROUNDS}"));
    }
    for (at, ground) in rule.grounds.iter().enumerate() {
        if Line::sent(ground).is_err() {
            wrong.push(format!("ground {} is not one line of text", at + 1));
        }
        if rule.grounds[..at].iter().any(|earlier| earlier.trim() == ground.trim()) {
            wrong.push(format!("ground {} stands there twice", at + 1));
        }
    }
    wrong
}
