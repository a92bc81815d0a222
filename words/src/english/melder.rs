//! The texts of the melder's form beside the names of its fields.
use shared::{
    indicators::ExploitationForm,
    profile::Function,
    report::{Part, VttState},
};

/// The heading of a part of the form.
#[must_use]
pub fn title(part: Part) -> &'static str {
    match part {
        Part::Subject => "What is it about?",
        Part::Signals => "What did you notice?",
        Part::Story => "Tell it in your own words",
        Part::Safety => "Is everybody safe?",
        Part::Reporter => "Who can we call?",
    }
}

/// The text before the questions of a part; empty for none.
#[must_use]
pub fn lead(part: Part) -> &'static str {
    match part {
        Part::Subject => "",
        Part::Safety => "Not sure? Choose ‘I don’t know’. Then we act as if it is so.",
        Part::Signals => "Choose what you saw. One signal proves nothing. Is it not on the list? Go on.",
        Part::Story => {
            "Write down what you saw or heard yourself. Don’t look for more. Don’t fill in a citizen service number (BSN)."
        }
        Part::Reporter => {
            "An aandachtsfunctionaris will call you. Your manager and your colleagues don’t see your report."
        }
    }
}

/// What a form of exploitation is, in a few words; empty where its name says it.
#[must_use]
pub fn form_hint(form: ExploitationForm) -> &'static str {
    match form {
        ExploitationForm::Sexual => "Sex or images under force",
        ExploitationForm::Labour => "Work that somebody can’t leave",
        ExploitationForm::Criminal => "Stealing or drugs for somebody else",
        ExploitationForm::Other => "Such as a forced marriage",
        ExploitationForm::OrganSurrogacy | ExploitationForm::Unknown => "",
    }
}

/// The advice that follows from the contact with Veilig Thuis; empty for none.
#[must_use]
pub fn after_veilig_thuis(state: VttState) -> &'static str {
    match state {
        VttState::Advised => "Good that you called. Asking for advice is not a report. Agree on who reports.",
        VttState::NotReached => "Call again later. Veilig Thuis is there day and night.",
        VttState::Reported | VttState::NotYet => "",
    }
}

/// Who reads a report, by function where the profile names functions.
#[must_use]
pub fn readers(functions: &[Function]) -> String {
    let names: Vec<&str> = functions.iter().map(|one| one.name.as_str()).collect();
    let all = "Only the aandachtsfunctionarissen read your report";
    match names.as_slice() {
        [] => format!("{all}."),
        [one] => format!("{all}: the {one}."),
        [before @ .., last] => format!("{all}: the {} and the {last}.", before.join(", the ")),
    }
}

/// What an aandachtsfunctionaris is. The word is Dutch on every page, because it is the name on their door.
pub const OFFICER: &str = "An aandachtsfunctionaris is a colleague of the gemeente who knows about human trafficking.";
/// The heading of what happens with the melder's name.
pub const MY_NAME: &str = "What happens with my name?";
/// What happens with it (domain §3, "The melder is protected"; WGS and police law may oblige the gemeente otherwise).
pub const ABOUT_MY_NAME: [&str; 3] = [
    "Only the aandachtsfunctionarissen see your name. Your manager and your team don’t.",
    "The person, whoever is behind it, the family and the business don’t hear it from us.",
    "Do we share anything with others? Then your name is not in it. Only a law can force us to.",
];
/// Under the e-mail address, where melders are told by mail that there is news.
pub const MAILED: &str = "You get an e-mail when there is news. It does not say what about.";
/// For the safety of whoever reports.
pub const NEVER_ALONE: &str = "Never go alone. Stay calm. Don’t promise anything. Don’t confront anybody.";
/// The title of a notice about a report on a colleague.
pub const RATHER_CALL: &str = "It is better to call first";
/// What that notice says before its numbers.
pub const COLLEAGUES_READ: &str = "The aandachtsfunctionarissen of your gemeente read every report. If you \
    don’t want that, choose below who may not see this, or call:";
/// What it says after them.
pub const GO_ON: &str = "You can also simply go on.";
/// For acute danger.
pub const CALL_NOW: &str = "Call now. Don’t wait for us: we read reports on working days only.";
/// The title above the alarm number.
pub const DANGER: &str = "Immediate danger";
/// Who answers the alarm number.
pub const DANGER_WHO: &str = "Police, ambulance, fire brigade";
/// The title above the number of Veilig Thuis.
pub const MINOR_OR_UNSAFE: &str = "Somebody younger than 18? Or not safe at home right now?";
/// The heading of the questions about Veilig Thuis.
pub const CALL_VEILIG_THUIS: &str = "Call Veilig Thuis";
/// What to know before calling Veilig Thuis.
pub const ABOUT_VEILIG_THUIS: [&str; 2] = [
    "Meldroute does not report for you. Asking for advice is not a report. Say that you think of human trafficking.",
    "The family usually hears who reported. Is that dangerous? Say so at once.",
];
/// When there is danger and nobody called: a title and what to do.
pub const NOT_CALLED: [&str; 2] = [
    "Call 112 now",
    "Somebody is in danger and nobody called 112 yet. Don’t wait for us: we read reports on working days only.",
];
/// When there is danger and 112 was called; the number follows.
pub const CALL_AGAIN: &str = "Is there still danger, or does it get worse? Call again: ";
/// When nobody knows whether there is danger: a title and what to do.
pub const NOT_SURE: [&str; 2] = [
    "Not sure whether there is danger?",
    "Call the police or Veilig Thuis for advice. Don’t wait for us: we read reports on working days only.",
];
/// The title above the number of the police, and who answers it.
pub const POLICE: [&str; 2] = ["No emergency, but questions", "Police"];
/// The title of the reminder of Veilig Thuis, and what it says before the number.
pub const THINK_OF_VEILIG_THUIS: [&str; 2] = ["Think of Veilig Thuis", "Meldroute does not report for you. Call "];
/// What the receipt says of the code.
pub const KEEP_CODE: &str = "With this code you see how it goes on. Keep it where only you can see it. We can’t look it \
    up. Did you lose it? An aandachtsfunctionaris can give you a new one.";
/// What the receipt says besides, where photos may be added.
pub const PHOTO_TOO: &str = "With the code you can also add a photo later.";
/// Where nobody reads reports yet.
pub const NOBODY_READS: [&str; 2] =
    ["Nobody reads your report here now", "There is nobody now who reads reports here. Call "];
/// When another answer to the same question is in already.
pub const ANSWERED_BEFORE: &str =
    "You already answered this question. Your first answer came in. You can add more below.";
/// When other words were added before with the same form.
pub const ADDED_BEFORE: &str = "What you wrote before came in. Do you want to add this too? Then press once more.";
/// When a question is not open any more.
pub const NOT_ASKED_ANY_MORE: &str =
    "This question is not open any more. Do you still want to tell it? Put it under ‘Add something’, or call.";
/// What an entry of a calendar says.
pub const SOMEBODY_CALLS: &str = "A colleague calls (today at the latest)";
