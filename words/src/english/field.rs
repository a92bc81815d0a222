//! The names of fields, and what stands under them.
use shared::report::Field;

/// The name of a field, as its label; empty for what only an AF is asked.
#[must_use]
pub fn name(field: Field) -> &'static str {
    match field {
        Field::List => "Version of the list of signals",
        Field::Subject => "What are you worried about?",
        Field::Forms => "What do you think it might be?",
        Field::Ticks => "What did you notice?",
        Field::Story => "What did you see or hear?",
        Field::When => "When was that?",
        Field::Place => "Where was that?",
        Field::Known => "Do you know a name, number plate or phone number?",
        Field::Colleague => "Is it about a colleague?",
        Field::Excluded => "Who may not see this?",
        Field::Minor => "Is anybody involved younger than 18?",
        Field::Acute => "Is anybody in danger now?",
        Field::Called112 => "Did you call 112?",
        Field::VttState => "What did you do with Veilig Thuis?",
        Field::VttWho => "Who reported to them?",
        Field::VttWhen => "When was it reported?",
        Field::VttReference => "Reference of Veilig Thuis",
        Field::VttWhy => "Why not yet?",
        Field::Name => "Your name",
        Field::Team => "Your team",
        Field::Phone => "Your phone number",
        Field::Email => "Your e-mail address at work",
        Field::Reachable => "When can we call you?",
        Field::ColleagueName => "Did a colleague see it? That colleague’s name",
        Field::ColleaguePhone => "That colleague’s phone number",
        Field::CallFirst => "Who do we call first?",
        Field::Way | Field::KmtWho | Field::KmtDay | Field::KmtReference => "",
    }
}

/// Under the name of a field; empty for none.
#[must_use]
pub fn hint(field: Field) -> &'static str {
    match field {
        Field::Forms => "You may choose more than one. Below the age of 18 there need not be any force.",
        Field::Story => "Short is fine. Write it in English or in Dutch. You don’t have to prove anything.",
        Field::When => "For example: yesterday around 14.00",
        Field::Place => "For example: an address, or at our desk",
        Field::Known => "Only what you already know. Don’t look anything up.",
        Field::Colleague => "Or about somebody who reads reports, such as an aandachtsfunctionaris.",
        Field::Excluded => {
            "Whoever you choose can’t open this report. The numbers may still show that there is one. Choose nobody if \
             you don’t have to."
        }
        Field::VttWhy => "Are you not sure, or afraid to? We can call together with you.",
        Field::Phone => "Where can we call you? An internal number or a number of your own is fine too.",
        Field::Reachable => "For example: every day until 17.00, not on Wednesdays",
        Field::List
        | Field::Subject
        | Field::Ticks
        | Field::Minor
        | Field::Acute
        | Field::Called112
        | Field::VttState
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::Name
        | Field::Team
        | Field::Email
        | Field::ColleagueName
        | Field::ColleaguePhone
        | Field::CallFirst
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "",
    }
}
