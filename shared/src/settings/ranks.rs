//! The check of the places of signals among the first.
use crate::{
    indicators::{ExploitationForm, First, Indicator},
    report::FindingCode,
};

/// Whether one before it has the same place among the first.
pub(super) fn takes_place(one: &Indicator, before: &[Indicator]) -> bool {
    let taken =
        |(n, rank): (usize, Option<u8>)| rank.is_some() && before.iter().any(|other| other.first.all()[n] == rank);
    one.first.all().into_iter().enumerate().any(taken)
}

/// What is wrong with its places among the first. One for a form that it does not belong to would never be used.
pub(super) fn of_first(first: &First, forms: &[ExploitationForm]) -> Option<FindingCode> {
    let most = u8::try_from(First::MOST).unwrap_or(u8::MAX);
    let outside = |rank: u8| !(1..=most).contains(&rank);
    let of_other = |form: &ExploitationForm| first.of(*form).is_some() && !forms.is_empty() && !forms.contains(form);
    if first.all().into_iter().flatten().any(outside) {
        Some(FindingCode::OutOfBounds)
    } else {
        ExploitationForm::ALL.iter().any(of_other).then_some(FindingCode::Contradiction)
    }
}
