//! A complete, valid, recognisably fictional example of every body: for openapi.json, tests and practice data.
use super::{AccountCommand, Credentials, NewAccount, ProgressQuery, SetUp};
use crate::{
    access::Role,
    case::{
        Command,
        export::AccessQuestion,
        rights::{
            RightsCommand,
            notes::{AtRequestOf, Correction, Part, RequestDecision},
        },
    },
    code::ReceiptCode,
    indicators::{ExploitationForm, Origin, Tick},
    report::{Draft, Known, Subject, VttDraft, YesNo},
    retention::destruction::{DestructionCommand, DestructionGround},
    text::{Line, Login, Prose, TextError},
};

/// A melding about a place.
#[must_use]
pub fn draft() -> Draft {
    Draft {
        list: "2026-1".into(),
        subject: Some(Subject::Place),
        forms: vec![ExploitationForm::Labour],
        ticks: vec![Tick { id: "bedden-in-bedrijf".into(), origin: Origin::Seen }],
        story: "In de schuur achter het verzonnen bedrijf zag ik zes bedden. De ramen zijn afgeplakt.".into(),
        when: "Gisteren rond 14.00 uur".into(),
        place: "Voorbeeldstraat 1, Verzonnenstad".into(),
        known: "Het bedrijf heet Fictief BV.".into(),
        colleague: Some(YesNo::No),
        minor: Some(Known::No),
        acute: Some(YesNo::No),
        called_112: None,
        vtt: VttDraft::default(),
        name: "Nadia Verzonnen".into(),
        team: "Balie werk en inkomen".into(),
        phone: "074 000 00 00".into(),
        email: "nadia.verzonnen@voorbeeld.example".into(),
        reachable: "Tot 17.00 uur".into(),
    }
}

/// A question for progress, with a code that has the right shape.
#[must_use]
pub fn progress_query() -> ProgressQuery {
    ProgressQuery { ontvangstcode: ReceiptCode::from_secret(&[0x5a; 16]).shown() }
}

/// A log-in.
///
/// # Errors
/// Never for these words.
pub fn credentials() -> Result<Credentials, TextError> {
    Ok(Credentials { login: Login::parse("fleur.voorbeeld")?, password: "een lange verzonnen zin".into() })
}

/// A new AF.
///
/// # Errors
/// Never for these words.
pub fn new_account(role: Role) -> Result<NewAccount, TextError> {
    let (login, name) = match role {
        Role::Officer => ("fleur.voorbeeld", "Fleur Voorbeeld"),
        Role::Administrator => ("bo.beheer", "Bo Beheer"),
        Role::PrivacyOfficer => ("faye.gegevens", "Faye Gegevens"),
    };
    let password = "een lange verzonnen zin".into();
    Ok(NewAccount { login: Login::parse(login)?, name: Line::parse(name)?, role, password })
}

/// A first-run set-up.
///
/// # Errors
/// Never for these words.
pub fn set_up() -> Result<SetUp, TextError> {
    let accounts = vec![new_account(Role::Officer)?, new_account(Role::Administrator)?];
    Ok(SetUp { token: "het-woord-uit-de-link".into(), accounts })
}

/// A command on a case.
#[must_use]
pub fn command() -> Command {
    Command::RecordAttempt(crate::case::notes::Attempt { note: Line::parse("Voicemail ingesproken").ok() })
}

/// A correction.
///
/// # Errors
/// Never for these words.
pub fn rights_command() -> Result<RightsCommand, TextError> {
    Ok(RightsCommand::Correct(Correction {
        part: Part::Report,
        wrong: Prose::parse("Er stonden zes bedden.")?,
        right: Prose::parse("Er stonden vier bedden.")?,
        at_request_of: AtRequestOf::Subject,
    }))
}

/// A question for a copy in which nothing written in own words is released.
#[must_use]
pub fn access_question() -> AccessQuestion {
    AccessQuestion { person: None, released: Vec::new() }
}

/// A proposal to destroy a case whose term is over.
#[must_use]
pub fn destruction_command() -> DestructionCommand {
    DestructionCommand::Propose { ground: DestructionGround::Term }
}

/// The FG agrees.
#[must_use]
pub fn request_decision() -> RequestDecision {
    RequestDecision { request: 0, agreed: YesNo::Yes }
}

/// A command on an account.
#[must_use]
pub fn account_command() -> AccountCommand {
    AccountCommand::Block
}
