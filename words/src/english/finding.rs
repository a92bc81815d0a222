//! The advice for a finding.
use crate::most;
use shared::report::{Field, FindingCode};

/// The advice for a finding.
#[must_use]
pub fn finding(field: Field, code: FindingCode) -> String {
    match code {
        FindingCode::Required => required(field).into(),
        FindingCode::TooLong => most(field).map_or_else(
            || "These are too many. Choose the signals that say most.".into(),
            |most| format!("This is too long. There is room for {most} characters."),
        ),
        FindingCode::BadCharacter => "There is a character in it that can’t be here. Type it again.".into(),
        FindingCode::BadShape => bad_shape(field).into(),
        FindingCode::UnknownIndicator => "One of the signals is not on the list any more. Choose again.".into(),
        FindingCode::Duplicate => "You chose the same thing twice. Take one away.".into(),
        FindingCode::Contradiction => "You chose ‘I don’t know’ and something else too. Choose one of them.".into(),
        FindingCode::UnknownFunction => "This function does not exist any more. Choose again.".into(),
        FindingCode::NobodyLeft => "Then nobody reads your report. Take one away, or call one of the numbers.".into(),
        FindingCode::TooMany => "These are too many. Take one away.".into(),
        // of what only an AF is asked
        FindingCode::InFuture
        | FindingCode::BeforeReceipt
        | FindingCode::EndDateInPast
        | FindingCode::LaterDayNeeded
        | FindingCode::TooFarAhead
        | FindingCode::NotAWorkingDay
        | FindingCode::TooLongAgo
        | FindingCode::SourceWithoutGround
        | FindingCode::WrongGround
        | FindingCode::HoldsNames
        | FindingCode::OutOfBounds
        | FindingCode::InUse
        | FindingCode::UsedBefore
        | FindingCode::UnknownList
        | FindingCode::PersonalTrait => "Look at this again.".into(),
        FindingCode::LooksLikeBsn => {
            "This looks like a citizen service number (BSN). Take it away: we don’t need it.".into()
        }
    }
}

fn required(field: Field) -> &'static str {
    match field {
        Field::List => "The list of signals is missing. Load the page again.",
        Field::Subject => "Choose: a person, or a place or a business.",
        Field::Forms => "Choose what you think it might be. Not sure? Choose ‘I don’t know’.",
        Field::Story => "Write in your own words what you saw or heard. Short is fine.",
        Field::Colleague => "Choose whether it is about a colleague.",
        Field::Minor => "Choose whether anybody involved is younger than 18. Not sure? Choose ‘I don’t know’.",
        Field::Acute => "Choose whether anybody is in danger now. Not sure? Choose ‘I don’t know’.",
        Field::Called112 => "Choose whether you called 112.",
        Field::VttState => "Choose what you did with Veilig Thuis.",
        Field::VttWho => "Fill in who reported to Veilig Thuis.",
        Field::VttWhen => "Fill in when it was reported.",
        Field::VttWhy => "Write briefly why you have not called Veilig Thuis yet.",
        Field::Name => "Fill in your name, so that we know who to call.",
        Field::Phone => "Fill in your phone number, so that we can call you.",
        Field::ColleagueName => "Fill in the colleague’s name.",
        Field::ColleaguePhone => "Fill in the colleague’s number: we call that one first.",
        Field::CallFirst => "Choose who we call first.",
        // not needed, or not asked of a melder
        Field::Ticks
        | Field::When
        | Field::Place
        | Field::Known
        | Field::Excluded
        | Field::VttReference
        | Field::Team
        | Field::Email
        | Field::Reachable
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "Fill this in.",
    }
}

fn bad_shape(field: Field) -> &'static str {
    match field {
        Field::Phone | Field::ColleaguePhone => {
            "This is not a phone number. Example: 074 000 00 00, or an internal number."
        }
        Field::Email => "This is not an e-mail address. Example: name@gemeente.example.",
        Field::List => "The list of signals is not right. Load the page again.",
        Field::Subject
        | Field::Forms
        | Field::Ticks
        | Field::Story
        | Field::When
        | Field::Place
        | Field::Known
        | Field::Colleague
        | Field::Excluded
        | Field::Minor
        | Field::Acute
        | Field::Called112
        | Field::VttState
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::VttWhy
        | Field::Name
        | Field::Team
        | Field::Reachable
        | Field::ColleagueName
        | Field::CallFirst
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "This does not have the right form. Type it again.",
    }
}
