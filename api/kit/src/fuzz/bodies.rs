//! The JSON bodies of every endpoint, and what is done with those that are accepted.
use super::stored::{context, walk};
use crate::body;
use fuzz::{Form, Target};
use schemars::{JsonSchema, SchemaGenerator};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use shared::{
    access::Role,
    case::{
        self, Case, Command,
        export::AccessQuestion,
        rights::{RightsCommand, notes::RequestDecision},
    },
    contract::{
        AcceptInvitation, AccessCommand, AccountCommand, Credentials, Endpoint, HandOverBody, InvitationWord,
        NewAccount, NewStandIn, OpenReason, OwnAccountCommand, ProgressQuery, SetUp, examples, openapi,
    },
    indicators::SignalIds,
    report::{Draft, check},
    retention::destruction::DestructionCommand,
};

/// A body of this type: every choice in its schema, and the example of openapi.json.
fn body<T: JsonSchema + Serialize + DeserializeOwned>(endpoint: Endpoint, example: T, with: impl Fn(T)) {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>().to_value();
    let mut seeds = fuzz::examples(&schema);
    seeds.push(serde_json::to_value(example).unwrap());
    let target = Target::new(&format!("body of {}", endpoint.name()), Form::Json, seeds.iter().map(Value::to_string));
    target.run(|input| body::parse::<T>(input).map(&with).is_ok());
}

fn signals() -> SignalIds {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    let profile = crate::instance::profile(folder, "hengelo").unwrap();
    crate::instance::signal_ids(folder, &profile).unwrap()
}

/// The check of a draft looks at every field, whatever stands in the others.
fn draft(endpoint: Endpoint) {
    let signals = signals();
    body::<Draft>(endpoint, examples::draft(), |draft| {
        let checked = check(&draft, &signals);
        assert!(checked.report.is_some() || !checked.findings.is_empty(), "refused without a word");
    });
}

/// A command is decided on cases in every state they came through.
fn command(endpoint: Endpoint) {
    let cases: Vec<Case> = walk();
    body::<Command>(endpoint, examples::command(), |command| {
        for standing in &cases {
            let Ok(event) = case::decide(standing, command.clone(), &context()) else { continue };
            let entry = case::Entry { at: standing.origins().received, by: context().actor.clone(), event };
            standing.clone().apply(entry).expect("what was decided can happen");
        }
    });
}

/// One line per endpoint with a body.
const TABLE: [(Endpoint, fn(Endpoint)); 19] = [
    (Endpoint::SendReport, draft),
    (Endpoint::AddCase, draft),
    (Endpoint::AskProgress, |at| {
        body::<ProgressQuery>(at, examples::progress_query(), |asked| {
            drop(shared::code::ReceiptCode::parse(&asked.ontvangstcode));
        });
    }),
    (Endpoint::LogIn, |at| body::<Credentials>(at, examples::credentials().unwrap(), drop)),
    (Endpoint::CommandCase, command),
    (Endpoint::AddAccount, |at| body::<NewAccount>(at, examples::new_account(Role::Officer).unwrap(), drop)),
    (Endpoint::CommandAccount, |at| body::<AccountCommand>(at, examples::account_command(), drop)),
    (Endpoint::SetUp, |at| body::<SetUp>(at, examples::set_up().unwrap(), drop)),
    (Endpoint::CommandAccess, |at| body::<AccessCommand>(at, examples::access_command(), drop)),
    (Endpoint::Invitation, |at| body::<InvitationWord>(at, examples::invitation_word(), drop)),
    (Endpoint::AcceptInvitation, |at| body::<AcceptInvitation>(at, examples::accept_invitation(), drop)),
    (Endpoint::OwnAccount, |at| body::<OwnAccountCommand>(at, examples::own_account_command(), drop)),
    (Endpoint::OpenCase, |at| body::<OpenReason>(at, examples::open_reason().unwrap(), drop)),
    (Endpoint::AddStandIn, |at| body::<NewStandIn>(at, examples::stand_in(), drop)),
    (Endpoint::HandOver, |at| body::<HandOverBody>(at, examples::hand_over(), drop)),
    (Endpoint::CommandRights, |at| body::<RightsCommand>(at, examples::rights_command().unwrap(), drop)),
    (Endpoint::AccessCopy, |at| body::<AccessQuestion>(at, examples::access_question(), drop)),
    (Endpoint::CommandRetention, |at| body::<DestructionCommand>(at, examples::destruction_command(), drop)),
    (Endpoint::DecideRequest, |at| body::<RequestDecision>(at, examples::request_decision(), drop)),
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
    let document = openapi::document();
    for endpoint in Endpoint::ALL {
        let method = endpoint.method().to_string().to_lowercase();
        let has_body = document["paths"][endpoint.path()][method]["requestBody"].is_object();
        let in_table = TABLE.iter().any(|(at, _)| at == endpoint);
        assert_eq!(has_body, in_table, "{endpoint:?} needs a line in TABLE exactly when it has a body");
    }
}
