//! The bounds of the terms that can be set on screen: what the file says, which the gemeente establishes with its FG.
use crate::{
    report::{Finding, FindingCode},
    retention::{Length, Outcome, Terms},
};

/// The longest that lines of the audit and of the processing record can be kept, unless the file says longer.
const TRAIL_AT_MOST: Length = Length::Months(120);

/// Where these terms go beyond those of the file. No case may go sooner or be kept longer than the file allows. Lines
/// of the audit and of the processing record go without a second person once their term is over, so theirs is never
/// shorter than in the file.
#[must_use]
pub fn terms_within(terms: &Terms, file: &Terms) -> Vec<Finding<String>> {
    let beyond = |is: bool, field: String| is.then_some(Finding { field, code: FindingCode::OutOfBounds });
    let of_cases = Outcome::ALL.iter().flat_map(|outcome| {
        let (new, bounds, at) = (terms.of(*outcome), file.of(*outcome), outcome.as_str());
        [
            beyond(new.minimum.is_shorter_than(bounds.minimum), format!("bewaartermijnen/{at}/minimum")),
            beyond(bounds.maximum.is_shorter_than(new.maximum), format!("bewaartermijnen/{at}/maximum")),
        ]
    });
    let trails = [("logboek", terms.audit, file.audit), ("verwerkingen", terms.processing, file.processing)];
    let of_trails = trails.into_iter().map(|(at, new, file)| {
        let most = if TRAIL_AT_MOST.is_shorter_than(file) { file } else { TRAIL_AT_MOST };
        beyond(new.is_shorter_than(file) || most.is_shorter_than(new), format!("bewaartermijnen/{at}"))
    });
    of_cases.chain(of_trails).flatten().collect()
}
