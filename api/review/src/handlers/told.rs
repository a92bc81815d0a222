//! What the audit says of a command on an account besides its word and whose account it is.
use desk::audit::Trail;
use shared::{
    contract::{AccessKind, AccessRequest, FunctionChange, OpenCareReason, OpenReason, StartStandIn},
    id::FunctionId,
    sharing::ReferralTarget,
    text::Line,
};

/// The request that a second person answers.
pub fn request(trail: &Trail, asked: &AccessRequest) {
    if let Some(change) = &asked.change {
        function(trail, change);
    } else if let Some(reason) = &asked.reason {
        trail.because(reason.clone());
    } else {
        say(trail, format!("{} als {}", kind(asked.kind), asked.role.as_str()));
    }
}

/// From which function to which.
pub fn function(trail: &Trail, change: &FunctionChange) {
    let name = |id: &Option<FunctionId>| id.as_ref().map_or_else(|| "onbekend".to_owned(), |id| id.as_str().to_owned());
    say(trail, format!("functie van {} naar {}", name(&change.from), name(&change.to)));
}

/// Why a colleague's case was opened: the reason that was chosen, and how long the words are that the case keeps.
pub fn opened(trail: &Trail, asked: &OpenReason) {
    let length = asked.words.as_str().chars().count();
    say(trail, format!("{}; toelichting van {length} tekens, in het dossier", asked.why.as_str()));
}

/// On which ground the part on care and health was opened, and how long the words are that the case keeps.
pub fn care_opened(trail: &Trail, asked: &OpenCareReason) {
    let length = asked.reason.as_str().chars().count();
    say(trail, format!("{}; reden van {length} tekens, in het dossier", asked.ground.as_str()));
}

/// Why somebody stands in: the reason that was chosen, and how long the words for the colleague are.
pub fn started(trail: &Trail, asked: &StartStandIn) {
    let length = asked.words.as_str().chars().count();
    say(trail, format!("{}; toelichting van {length} tekens, voor de collega", asked.why.as_str()));
}

/// To whom.
pub fn to(trail: &Trail, name: &Line) {
    say(trail, format!("aan {}", name.as_str()));
}

/// For which receiver something was put together.
pub fn to_receiver(trail: &Trail, to: ReferralTarget) {
    say(trail, format!("voor {}", to.as_str()));
}

/// Says which package was made, by its SHA-256 in hex: `meldroute overdracht` prints it.
pub fn package(trail: &Trail, sum: &str) {
    say(trail, format!("sha256 {sum}"));
}

fn say(trail: &Trail, text: String) {
    // a text that is too long leaves the word and the account
    if let Ok(line) = Line::parse(&text) {
        trail.because(line);
    }
}

fn kind(kind: AccessKind) -> &'static str {
    match kind {
        AccessKind::New => "nieuw account",
        AccessKind::Again => "nieuwe uitnodiging",
        AccessKind::Work => "nieuw werkaccount",
        AccessKind::Linked => "werkaccount gekoppeld",
        AccessKind::Unblocked => "vrijgegeven",
        AccessKind::Function => "andere functie",
        AccessKind::Departed => "vertrokken",
    }
}
