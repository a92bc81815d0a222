//! The JSON bodies of every endpoint, and the processing of accepted ones.
use super::stored::{context, walk};
use fuzz::{Form, Target};
use kit::web::body;
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::{
    awareness::AwarenessCommand,
    case::{
        self, Case,
        act::draft::{self, ActDraft},
        destruction::DestructionCommand,
        export::AccessQuestion,
        meeting::MeetingCommand,
        notes::rights::RequestDecision,
        pack::{AgendaToPrint, PackQuestion, PackToKeep, PackToSee},
        together::TogetherCommand,
    },
    contract::{
        AcceptInvitation, AccessCommand, AccountCommand, ConversationChange, Credentials, Endpoint, FiguresQuestion,
        HandOverBody, InvitationWord, KmtAnswer, KmtLink, KmtOwnAnswer, MessagesCommand, NamesQuestion, NewAccount,
        NewCareEntry, NewStandIn, OpenCareReason, OpenReason, OwnAccountCommand, OwnSessionCommand, PhoneDraftChange,
        PhotoQuestion, ProgressQuery, SearchQuestion, SentAnswer, SentPhotoPart, SetUp, SettingsAnswer,
        SettingsCommand, StartStandIn, openapi,
    },
    indicators::SignalIds,
    report::{Draft, check},
};

/// A body of this type: every choice in its schema, and the examples of openapi.json.
fn body<T: JsonSchema + DeserializeOwned>(endpoint: Endpoint, with: impl Fn(T)) {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>().to_value();
    let mut seeds = fuzz::examples(&schema);
    seeds.extend(openapi::examples_of(endpoint).into_iter().map(|(_, example)| example));
    let target =
        Target::new(&format!("body of {}", endpoint.operation_id()), Form::Json, seeds.iter().map(Value::to_string));
    target.run(|input| body::parse::<T>(input).map(&with).is_ok());
}

fn signals() -> SignalIds {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    let profile = kit::instance::profile(folder, "hengelo").unwrap();
    kit::instance::signal_ids(folder, &profile).unwrap()
}

/// The check of a draft checks every field, whatever the others contain.
fn draft(endpoint: Endpoint) {
    let signals = signals();
    body::<Draft>(endpoint, |draft| {
        let checked = check(&draft, &signals);
        assert!(checked.report.is_some() || !checked.findings.is_empty(), "refused without a word");
    });
}

/// An act is checked, and decided on cases in every state they came through.
fn act(endpoint: Endpoint) {
    let cases: Vec<Case> = walk();
    body::<ActDraft>(endpoint, |typed| {
        for standing in &cases {
            let received = standing.origins().received;
            let calendar = shared::calendar::Calendar::default();
            let (sources, sharing) = (context().sources, &shared::sharing::Sharing::default());
            let known = draft::Context { now: received, received, sources, sharing, calendar: &calendar };
            let Ok(act) = typed.check(&known) else { continue };
            let Ok(event) = case::decide(standing, act, &context()) else { continue };
            let entry = case::Entry { at: standing.origins().received, by: context().actor.clone(), event };
            standing.clone().apply(entry).expect("what was decided can happen");
        }
    });
}

/// One line per endpoint with a body.
const TABLE: [(Endpoint, fn(Endpoint)); 46] = [
    (Endpoint::SendReport, draft),
    (Endpoint::AddCase, draft),
    (Endpoint::AskProgress, |at| {
        body::<ProgressQuery>(at, |asked| {
            drop(shared::code::ReceiptCode::parse(&asked.ontvangstcode));
        });
    }),
    (Endpoint::LogIn, |at| body::<Credentials>(at, drop)),
    (Endpoint::LinkWorkAccount, |at| body::<Credentials>(at, drop)),
    (Endpoint::CommandCase, act),
    (Endpoint::AddAccount, |at| body::<NewAccount>(at, drop)),
    (Endpoint::CommandAccount, |at| body::<AccountCommand>(at, drop)),
    (Endpoint::SetUp, |at| body::<SetUp>(at, drop)),
    (Endpoint::CommandAccess, |at| body::<AccessCommand>(at, drop)),
    (Endpoint::Invitation, |at| body::<InvitationWord>(at, drop)),
    (Endpoint::AnswerQuestion, |at| body::<SentAnswer>(at, drop)),
    (Endpoint::SendPhotoPart, |at| body::<SentPhotoPart>(at, drop)),
    (Endpoint::Photo, |at| body::<PhotoQuestion>(at, drop)),
    (Endpoint::AcceptInvitation, |at| body::<AcceptInvitation>(at, drop)),
    (Endpoint::OwnAccount, |at| body::<OwnAccountCommand>(at, drop)),
    (Endpoint::ChooseMessages, |at| body::<MessagesCommand>(at, drop)),
    (Endpoint::CommandSettings, |at| {
        body::<SettingsCommand>(at, |command| {
            if let SettingsCommand::Change { part, .. } = &command {
                drop(part.check());
            }
            if let SettingsCommand::Import { list, .. } = &command {
                drop(shared::settings::check_list(list));
                assert!(list.compare(list).added.is_empty());
            }
        });
    }),
    (Endpoint::AnswerSettings, |at| body::<SettingsAnswer>(at, drop)),
    (Endpoint::EndSessions, |at| body::<OwnSessionCommand>(at, drop)),
    (Endpoint::OpenCase, |at| body::<OpenReason>(at, drop)),
    (Endpoint::AddCare, |at| body::<NewCareEntry>(at, drop)),
    (Endpoint::OpenCare, |at| body::<OpenCareReason>(at, drop)),
    (Endpoint::SaveConversation, |at| {
        body::<ConversationChange>(at, |change| {
            let mut draft = change.from.clone();
            let merged = draft.merge(&change.from, &change.to);
            // every person has a number of their own afterwards
            let mut sent = change.to;
            sent.form.number_persons();
            sent.form.persons.sort_by_key(|person| person.number);
            assert!(merged.clashes.is_empty() && draft == sent);
        });
    }),
    (Endpoint::AddStandIn, |at| body::<NewStandIn>(at, drop)),
    (Endpoint::StartStandIn, |at| body::<StartStandIn>(at, drop)),
    (Endpoint::SavePhoneDraft, |at| {
        body::<PhoneDraftChange>(at, |change| {
            let sent = change.draft.as_ref().map(Draft::as_asked);
            assert_eq!(sent.as_ref().map(Draft::as_asked), sent, "what is not asked goes at once");
        });
    }),
    (Endpoint::HandOver, |at| body::<HandOverBody>(at, drop)),
    (Endpoint::CommandRights, act),
    (Endpoint::Pack, |at| body::<PackQuestion>(at, drop)),
    (Endpoint::KeepPack, |at| body::<PackToKeep>(at, drop)),
    (Endpoint::KeptPack, |at| body::<PackToSee>(at, drop)),
    (Endpoint::PackPages, |at| body::<PackToSee>(at, drop)),
    (Endpoint::AgendaPages, |at| body::<AgendaToPrint>(at, drop)),
    (Endpoint::LookForNames, |at| body::<NamesQuestion>(at, drop)),
    (Endpoint::KmtQuestion, |at| body::<KmtLink>(at, |link| drop(crate::case::kmt::stored(&link)))),
    (Endpoint::AnswerKmtQuestion, |at| body::<KmtAnswer>(at, drop)),
    (Endpoint::AnswerOwnKmtQuestion, |at| body::<KmtOwnAnswer>(at, drop)),
    (Endpoint::AccessCopy, |at| body::<AccessQuestion>(at, drop)),
    (Endpoint::CommandRetention, |at| body::<DestructionCommand>(at, drop)),
    (Endpoint::Search, |at| body::<SearchQuestion>(at, drop)),
    (Endpoint::CommandTogether, |at| body::<TogetherCommand>(at, drop)),
    (Endpoint::CommandMeetings, |at| {
        body::<MeetingCommand>(at, |command| drop(command.check("2026-05-01".parse().expect("a day"))));
    }),
    (Endpoint::CommandAwareness, |at| {
        body::<AwarenessCommand>(at, |command| drop(command.check("2026-05-01".parse().expect("a day"))));
    }),
    (Endpoint::SignFigures, |at| body::<FiguresQuestion>(at, drop)),
    (Endpoint::DecideRequest, |at| body::<RequestDecision>(at, drop)),
];

#[test]
fn bodies_are_accepted_or_refused() {
    std::thread::scope(|scope| {
        for (endpoint, run) in TABLE {
            scope.spawn(move || run(endpoint));
        }
    });
}

#[test]
fn every_endpoint_with_a_body_is_in_the_table() {
    for endpoint in Endpoint::ALL {
        let has_body = endpoint.body().is_some();
        let in_table = TABLE.iter().any(|(at, _)| at == endpoint);
        assert_eq!(has_body, in_table, "{endpoint:?} needs a line in TABLE exactly when it has a body");
    }
}
