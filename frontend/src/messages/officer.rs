//! Dutch texts that only the AF sees.
mod acts;
mod advice;
mod answers;
mod asks;
mod asks_more;
mod audit;
mod choices;
mod clash;
mod conversation;
mod entry;
mod events;
mod facts;
mod flood;
mod joined;
mod meeting;
mod names;
mod occasions;
mod rights;
mod route;
mod safety;
mod text;
mod turns;
mod unreadable;
mod worklist;

pub use acts::act_text;
pub use answers::{asked, declined};
pub use asks::{Asks, act_finding};
pub use audit::{action_words, outcome_words};
pub use choices::{FROM_WORK, ground_hint, source_label, why_seen};
pub use conversation::{answer_text, field_label};
pub use entry::{
    HALVES_OVER, INVITATION_OVER, guessed, half_in_link, handed_over, handing_over, other_half_missing, password_rule,
};
pub use events::{form_facts, roles_in_words, told};
pub use facts::{Fact, Told, fact};
pub use flood::{flood, flood_advice};
pub use meeting::{meeting_advice, meeting_facts, said_there, vtt_stand_words};
pub use names::{name_of, name_or_id};
pub use occasions::occasion;
pub use rights::rights_told;
pub use route::act_failure;
pub use safety::{ROUTE_GOES_ON, corrected, follows_words, vtt_words};
pub use text::{day_missing, text_error};
pub use turns::without_contact;
pub use unreadable::unreadable;
pub use worklist::{action_button, subject_and_forms, urgency, waiting_for, why_urgent};
