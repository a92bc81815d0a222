//! A complete, valid, recognisably fictional example of every body: for openapi.json, tests and practice data.
#[cfg(feature = "schema")]
pub(crate) mod acts;
#[cfg(feature = "schema")]
pub(crate) mod bodies;
#[cfg(feature = "schema")]
mod kmt;
#[cfg(feature = "schema")]
mod settings;

use super::{
    AcceptInvitation, AccessAnswer, AccessCommand, AccountCommand, Credentials, HandOverBody, InvitationWord,
    NewAccount, NewStandIn, OpenReason, OwnAccountCommand, ProgressQuery, SetUp, StartStandIn,
};
use crate::{
    access::Role,
    answer::{Known, YesNo},
    case::{
        Act,
        destruction::{DestructionCommand, DestructionGround},
        export::AccessQuestion,
        notes::{
            Attempt, BreakGlassReason,
            rights::{AtRequestOf, Correction, Part, RequestDecision},
        },
    },
    code::ReceiptCode,
    id::AccountId,
    indicators::{ExploitationForm, Origin, Tick},
    moment::Day,
    report::{Draft, Subject, VttDraft},
    text::{Line, Login, Prose, TextError},
};

/// The bytes of a photo ([`crate::photo::check`]): five pixels by five, with so many bytes in its picture. No browser
/// shows it.
#[must_use]
pub fn photo(bytes: usize) -> Vec<u8> {
    let frame = [0xFF, 0xC0, 0, 11, 8, 0, 5, 0, 5, 1, 1, 0x11, 0];
    let scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0];
    [&[0xFF, 0xD8], &frame[..], &scan, &vec![7; bytes], &[0xFF, 0xD9]].concat()
}

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
        excluded: vec![],
        minor: Some(Known::No),
        acute: Some(Known::No),
        called_112: None,
        vtt: VttDraft::default(),
        name: "Nadia Verzonnen".into(),
        team: "Balie werk en inkomen".into(),
        phone: "074 000 00 00".into(),
        email: "nadia.verzonnen@voorbeeld.example".into(),
        reachable: "Tot 17.00 uur".into(),
        ..Draft::default()
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
    let (password, code) = ("een lange verzonnen zin".into(), "123 456".into());
    Ok(Credentials { login: Login::parse("fleur.voorbeeld")?, password, code })
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
        Role::Analyst => ("ank.cijfers", "Ank Cijfers"),
        Role::Adviser => ("kai.advies", "Kai Advies"),
    };
    Ok(NewAccount { login: Login::parse(login)?, name: Line::parse(name)?, role, function: None })
}

/// A first-run set-up.
///
/// # Errors
/// Never for these words.
pub fn set_up() -> Result<SetUp, TextError> {
    let roles = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
    let accounts = roles.into_iter().map(new_account).collect::<Result<_, _>>()?;
    Ok(SetUp { token: "het-woord-uit-de-link".into(), accounts })
}

/// An act on a case.
#[must_use]
pub fn act() -> Act {
    Act::RecordAttempt(Attempt { happened: None, way: None, note: Line::parse("Voicemail ingesproken").ok() })
}

/// A reason to open a colleague's case.
///
/// # Errors
/// Never for these words.
pub fn open_reason() -> Result<OpenReason, TextError> {
    let words = Line::parse("De collega is ziek en de melder belt.")?;
    Ok(OpenReason { why: BreakGlassReason::Asked, words })
}

/// A waarneming of two weeks.
#[must_use]
pub fn stand_in() -> NewStandIn {
    let from = Day::from_ymd_opt(2026, 7, 13).unwrap_or_default();
    let until = Day::from_ymd_opt(2026, 7, 24).unwrap_or_default();
    NewStandIn { by: AccountId::from_bytes(&[0x5a; 16]), from, until }
}

/// Standing in for a colleague who is not there.
///
/// # Errors
/// Never for these words.
pub fn start_stand_in() -> Result<StartStandIn, TextError> {
    let until = Day::from_ymd_opt(2026, 7, 24).unwrap_or_default();
    let words = Line::parse("Ik bel de melders die al wachten.")?;
    Ok(StartStandIn { of: AccountId::from_bytes(&[0x5a; 16]), until, why: BreakGlassReason::Absent, words })
}

/// Everything from one AF to another.
#[must_use]
pub fn hand_over() -> HandOverBody {
    HandOverBody { from: AccountId::from_bytes(&[0x5a; 16]), to: AccountId::from_bytes(&[0x5b; 16]) }
}

/// A correction.
///
/// # Errors
/// Never for these words.
pub fn correction() -> Result<Act, TextError> {
    Ok(Act::Correct(Correction {
        part: Part::Report,
        wrong: Prose::parse("Er stonden zes bedden.")?,
        right: Prose::parse("Er stonden vier bedden.")?,
        at_request_of: AtRequestOf::Subject,
    }))
}

/// A question for a copy in which nothing written in own words is released.
#[must_use]
pub fn access_question() -> AccessQuestion {
    AccessQuestion { request: 0, released: Vec::new() }
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

/// A second person agrees.
#[must_use]
pub fn access_command() -> AccessCommand {
    AccessCommand { answer: AccessAnswer::Confirm }
}

/// The token of an invitation.
#[must_use]
pub fn invitation_word() -> InvitationWord {
    InvitationWord { word: "0123456789abcdef".repeat(2), other: None }
}

/// An invitation that is accepted.
#[must_use]
pub fn accept_invitation() -> AcceptInvitation {
    let InvitationWord { word, other } = invitation_word();
    let (nonce, password) = ("fedcba9876543210".repeat(2), "een lange verzonnen zin".into());
    AcceptInvitation { word, other, nonce, password, code: "123 456".into() }
}

/// New recovery codes.
#[must_use]
pub fn own_account_command() -> OwnAccountCommand {
    OwnAccountCommand::RecoveryCodes { password: "een lange verzonnen zin".into(), code: "123 456".into() }
}
