//! The API as an OpenAPI 3.1 document, made from the shared types: what it says is what is checked.
use super::{
    API_VERSION, AcceptInvitation, AccessCommand, AccessPage, AccountCommand, AccountDone, AccountView, CaseDetail,
    CasePage, CertificatePage, CommandDone, Credentials, Endpoint, HandOverBody, HandedOver, Health, InvitationView,
    InvitationWord, Method, NewAccount, NewCode, NewStandIn, OfficerView, OpenReason, Opening, OwnAccountCommand,
    OwnAccountDone, PREFIX, Problem, ProgressQuery, Receipt, RetentionDone, RetentionPage, SessionView, SetUp, StandIn,
    examples,
};
use crate::{
    access::{self, Access, Role},
    audit::{AuditCheck, AuditPage, WorkDone},
    case::{
        Act, Progress, RequestPage,
        destruction::DestructionCommand,
        export::{AccessQuestion, CopyAnswer},
        notes::rights::RequestDecision,
    },
    processing::ProcessingPage,
    profile::Instance,
    report::Draft,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// The whole document.
#[must_use]
pub fn document() -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut schemas = SchemaGenerator::new(settings);
    let mut paths: Map<String, Value> = Map::new();
    for endpoint in Endpoint::ALL {
        let operation = operation(&mut schemas, *endpoint);
        let path = paths.entry(endpoint.path()).or_insert_with(|| json!({}));
        path[endpoint.method().to_string().to_lowercase()] = operation;
    }
    schemas.subschema_for::<Problem>();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Meldroute",
            "version": API_VERSION,
            "description": "Interne meldroute mensenhandel. Alle voorbeelden zijn verzonnen.",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
            "contact": { "name": "De functioneel beheerder van je gemeente" }
        },
        "servers": [{ "url": PREFIX }],
        "tags": [
            { "name": "melder", "description": "Zonder inloggen" },
            { "name": "af", "description": "Aandachtsfunctionaris" },
            { "name": "beheer", "description": "Functioneel beheerder" },
            { "name": "fg", "description": "Functionaris gegevensbescherming" }
        ],
        "paths": paths,
        "components": {
            "schemas": schemas.definitions(),
            "securitySchemes": {
                "sessie": { "type": "apiKey", "in": "cookie", "name": "__Host-meldroute" },
                "onderhoud": { "type": "http", "scheme": "bearer", "description": "Het woord van work_token; zonder is dit er niet" }
            }
        }
    })
}

fn operation(schemas: &mut SchemaGenerator, endpoint: Endpoint) -> Value {
    let mut operation = json!({
        "operationId": endpoint.name(),
        "summary": summary(endpoint),
        "tags": [tag(endpoint)],
        "responses": responses(schemas, endpoint),
        "security": security(endpoint)
    });
    let parameters = parameters(endpoint);
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    if let Some((schema, example)) = request(schemas, endpoint) {
        let content = json!({ "application/json": { "schema": schema, "example": example } });
        operation["requestBody"] = json!({ "required": true, "content": content });
    }
    operation
}

/// What a request has to carry. The word of due work is no log-in: without it that endpoint is not there.
fn security(endpoint: Endpoint) -> Value {
    match access::of(endpoint) {
        Access::Anyone if endpoint == Endpoint::Work => json!([{ "onderhoud": [] }]),
        Access::Anyone => json!([]),
        Access::LoggedIn | Access::Only(_) => json!([{ "sessie": [] }]),
    }
}

fn tag(endpoint: Endpoint) -> &'static str {
    match access::of(endpoint) {
        Access::Anyone => "melder",
        Access::LoggedIn => "af",
        Access::Only(roles) if roles.contains(&Role::Officer) => "af",
        Access::Only(roles) if roles.contains(&Role::PrivacyOfficer) => "fg",
        Access::Only(_) => "beheer",
    }
}

fn summary(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::SendReport => "Verstuur een melding",
        Endpoint::AskProgress => "Vraag hoe een melding ervoor staat",
        Endpoint::LogIn => "Log in",
        Endpoint::WorkAccountLogIn => "Ga naar de aanbieder van het werkaccount",
        Endpoint::WorkAccountReturn => "Kom terug van de aanbieder van het werkaccount",
        Endpoint::Session => "Wie ben ik",
        Endpoint::LogOut => "Log uit",
        Endpoint::Cases => "De werklijst",
        Endpoint::AddCase => "Leg een melding per telefoon vast",
        Endpoint::Case => "Eén dossier",
        Endpoint::CommandCase => "Geef een opdracht aan een dossier",
        Endpoint::Officers => "De aandachtsfunctionarissen",
        Endpoint::OpenCase => "Open het dossier van een collega, met een reden",
        Endpoint::StandIns => "Wie neemt voor wie waar",
        Endpoint::AddStandIn => "Laat een collega voor je waarnemen",
        Endpoint::EndStandIn => "Beëindig een waarneming",
        Endpoint::HandOver => "Draag alle dossiers over aan een collega",
        Endpoint::Accounts => "Alle accounts",
        Endpoint::AddAccount => "Maak een account",
        Endpoint::CommandAccount => "Geef een opdracht aan een account",
        Endpoint::AccessRequests => "Wie toegang vraagt en kreeg",
        Endpoint::CommandAccess => "Bevestig of weiger toegang",
        Endpoint::Invitation => "Bekijk een uitnodiging",
        Endpoint::AcceptInvitation => "Neem een uitnodiging aan",
        Endpoint::OwnAccount => "Geef een opdracht aan je eigen account",
        Endpoint::Audit => "Wie deed of bekeek wat",
        Endpoint::AuditCheck => "Klopt het logboek nog",
        Endpoint::CommandRights => "Corrigeer, beperk, bewaar, of leg een verzoek vast",
        Endpoint::AccessCopy => "Maak een kopie voor wie het betreft",
        Endpoint::Retention => "Wat er te vernietigen is",
        Endpoint::CommandRetention => "Stel vernietigen voor, ga akkoord of niet",
        Endpoint::Certificates => "Verklaringen van vernietiging",
        Endpoint::Requests => "Verzoeken van betrokkenen",
        Endpoint::DecideRequest => "Ga akkoord met een advies over een verzoek, of niet",
        Endpoint::Processings => "Welke verwerkingen waren er",
        Endpoint::Work => "Doe wat er te doen is",
        Endpoint::SetUp => "Richt een nieuwe omgeving in",
        Endpoint::Health => "Werkt het",
        Endpoint::OpenApi => "Dit document",
        Endpoint::Instance => "Wat een browser van deze omgeving moet weten",
    }
}

fn header(name: &str, required: bool, pattern: &str, about: &str, example: &str) -> Value {
    json!({ "name": name, "in": "header", "required": required, "description": about,
            "schema": { "type": "string", "pattern": pattern }, "example": example })
}

/// `Idempotency-Key`.
fn key(required: bool) -> Value {
    let about = "Een sleutel van 128 willekeurige bits, gemaakt vóór het versturen; dezelfde bij elke poging.";
    header("Idempotency-Key", required, "^[0-9a-fA-F]{32}$", about, "00112233445566778899aabbccddeeff")
}

/// `If-Match`.
fn revision() -> Value {
    header("If-Match", true, "^\"[0-9]{1,19}\"$", "De ETag waarop besloten is.", "\"1\"")
}

/// The `{id}` in a path.
fn id() -> Value {
    json!({ "name": "id", "in": "path", "required": true,
            "schema": { "type": "string", "pattern": "^[0-9a-f]{32}$" } })
}

fn query(name: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "query", "required": false, "schema": schema })
}

fn parameters(endpoint: Endpoint) -> Vec<Value> {
    match endpoint {
        Endpoint::SendReport | Endpoint::AddCase => vec![key(true)],
        Endpoint::Case
        | Endpoint::OpenCase
        | Endpoint::EndStandIn
        | Endpoint::AccessCopy
        | Endpoint::CommandRetention => vec![id()],
        Endpoint::CommandRights | Endpoint::DecideRequest => vec![id(), revision()],
        Endpoint::Retention => vec![query("pagina", json!({ "type": "integer", "minimum": 1, "maximum": 1_000_000 }))],
        Endpoint::Certificates | Endpoint::Processings => {
            vec![query("voor", json!({ "type": "integer", "minimum": 1, "maximum": i64::MAX }))]
        }
        Endpoint::CommandCase => vec![id(), revision(), key(false)],
        Endpoint::CommandAccount | Endpoint::CommandAccess => vec![id(), revision()],
        Endpoint::WorkAccountReturn => {
            let text = || json!({ "type": "string" });
            ["code", "state", "iss", "error"].map(|name| query(name, text())).into()
        }
        Endpoint::Cases => vec![
            query("stap", json!({ "type": "string", "enum": ["open", "afgerond"] })),
            query("pagina", json!({ "type": "integer", "minimum": 1, "maximum": 1_000_000 })),
        ],
        Endpoint::Audit => {
            let id = json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" });
            let word = json!({ "type": "string", "pattern": "^[A-Za-z0-9-]{1,60}$" });
            let number = json!({ "type": "integer", "minimum": 1, "maximum": i64::MAX });
            vec![query("dossier", word.clone()), query("wie", id), query("wat", word), query("voor", number)]
        }
        Endpoint::AuditCheck
        | Endpoint::Requests
        | Endpoint::Work
        | Endpoint::AskProgress
        | Endpoint::LogIn
        | Endpoint::WorkAccountLogIn
        | Endpoint::Session
        | Endpoint::LogOut
        | Endpoint::Officers
        | Endpoint::StandIns
        | Endpoint::AddStandIn
        | Endpoint::HandOver
        | Endpoint::Accounts
        | Endpoint::AddAccount
        | Endpoint::AccessRequests
        | Endpoint::Invitation
        | Endpoint::AcceptInvitation
        | Endpoint::OwnAccount
        | Endpoint::SetUp
        | Endpoint::Health
        | Endpoint::OpenApi
        | Endpoint::Instance => vec![],
    }
}

/// The schema and an example of a body; the examples are checked by a test.
fn request(schemas: &mut SchemaGenerator, endpoint: Endpoint) -> Option<(Schema, Value)> {
    fn of<T: JsonSchema + serde::Serialize>(schemas: &mut SchemaGenerator, example: T) -> Option<(Schema, Value)> {
        Some((schemas.subschema_for::<T>(), serde_json::to_value(example).ok()?))
    }
    match endpoint {
        Endpoint::SendReport | Endpoint::AddCase => of::<Draft>(schemas, examples::draft()),
        Endpoint::AskProgress => of::<ProgressQuery>(schemas, examples::progress_query()),
        Endpoint::LogIn => of::<Credentials>(schemas, examples::credentials().ok()?),
        Endpoint::CommandCase => of::<Act>(schemas, examples::act()),
        Endpoint::CommandRights => of::<Act>(schemas, examples::correction().ok()?),
        Endpoint::AccessCopy => of::<AccessQuestion>(schemas, examples::access_question()),
        Endpoint::CommandRetention => of::<DestructionCommand>(schemas, examples::destruction_command()),
        Endpoint::DecideRequest => of::<RequestDecision>(schemas, examples::request_decision()),
        Endpoint::AddAccount => of::<NewAccount>(schemas, examples::new_account(Role::Officer).ok()?),
        Endpoint::CommandAccount => of::<AccountCommand>(schemas, examples::account_command()),
        Endpoint::CommandAccess => of::<AccessCommand>(schemas, examples::access_command()),
        Endpoint::Invitation => of::<InvitationWord>(schemas, examples::invitation_word()),
        Endpoint::AcceptInvitation => of::<AcceptInvitation>(schemas, examples::accept_invitation()),
        Endpoint::OwnAccount => of::<OwnAccountCommand>(schemas, examples::own_account_command()),
        Endpoint::SetUp => of::<SetUp>(schemas, examples::set_up().ok()?),
        Endpoint::OpenCase => of::<OpenReason>(schemas, examples::open_reason().ok()?),
        Endpoint::AddStandIn => of::<NewStandIn>(schemas, examples::stand_in()),
        Endpoint::HandOver => of::<HandOverBody>(schemas, examples::hand_over()),
        Endpoint::Session
        | Endpoint::WorkAccountLogIn
        | Endpoint::WorkAccountReturn
        | Endpoint::LogOut
        | Endpoint::Cases
        | Endpoint::Case
        | Endpoint::Officers
        | Endpoint::StandIns
        | Endpoint::EndStandIn
        | Endpoint::Accounts
        | Endpoint::AccessRequests
        | Endpoint::Audit
        | Endpoint::AuditCheck
        | Endpoint::Retention
        | Endpoint::Certificates
        | Endpoint::Requests
        | Endpoint::Processings
        | Endpoint::Work
        | Endpoint::Health
        | Endpoint::OpenApi
        | Endpoint::Instance => None,
    }
}

fn answer(schemas: &mut SchemaGenerator, endpoint: Endpoint) -> Option<Schema> {
    Some(match endpoint {
        Endpoint::SendReport => schemas.subschema_for::<Receipt>(),
        Endpoint::AskProgress => schemas.subschema_for::<Progress>(),
        Endpoint::LogIn | Endpoint::Session => schemas.subschema_for::<SessionView>(),
        Endpoint::Cases => schemas.subschema_for::<CasePage>(),
        Endpoint::AddCase => schemas.subschema_for::<NewCode>(),
        Endpoint::Case => schemas.subschema_for::<CaseDetail>(),
        Endpoint::CommandCase | Endpoint::CommandRights => schemas.subschema_for::<CommandDone>(),
        Endpoint::OpenCase => schemas.subschema_for::<Opening>(),
        Endpoint::StandIns => schemas.subschema_for::<Vec<StandIn>>(),
        Endpoint::AddStandIn => schemas.subschema_for::<StandIn>(),
        Endpoint::HandOver => schemas.subschema_for::<HandedOver>(),
        Endpoint::Officers => schemas.subschema_for::<Vec<OfficerView>>(),
        Endpoint::Accounts => schemas.subschema_for::<Vec<AccountView>>(),
        Endpoint::SetUp => schemas.subschema_for::<Vec<AccountDone>>(),
        Endpoint::AddAccount | Endpoint::CommandAccount | Endpoint::CommandAccess => {
            schemas.subschema_for::<AccountDone>()
        }
        Endpoint::AccessRequests => schemas.subschema_for::<AccessPage>(),
        Endpoint::Invitation => schemas.subschema_for::<InvitationView>(),
        Endpoint::AcceptInvitation | Endpoint::OwnAccount => schemas.subschema_for::<OwnAccountDone>(),
        Endpoint::Audit => schemas.subschema_for::<AuditPage>(),
        Endpoint::AuditCheck => schemas.subschema_for::<AuditCheck>(),
        Endpoint::AccessCopy => schemas.subschema_for::<CopyAnswer>(),
        Endpoint::Retention => schemas.subschema_for::<RetentionPage>(),
        Endpoint::CommandRetention => schemas.subschema_for::<RetentionDone>(),
        Endpoint::Certificates => schemas.subschema_for::<CertificatePage>(),
        Endpoint::Requests | Endpoint::DecideRequest => schemas.subschema_for::<RequestPage>(),
        Endpoint::Processings => schemas.subschema_for::<ProcessingPage>(),
        Endpoint::Work => schemas.subschema_for::<WorkDone>(),
        Endpoint::Health => schemas.subschema_for::<Health>(),
        Endpoint::Instance => schemas.subschema_for::<Instance>(),
        Endpoint::LogOut
        | Endpoint::EndStandIn
        | Endpoint::OpenApi
        | Endpoint::WorkAccountLogIn
        | Endpoint::WorkAccountReturn => return None,
    })
}

fn responses(schemas: &mut SchemaGenerator, endpoint: Endpoint) -> Value {
    let mut good = json!({ "description": "Gelukt", "headers": { "API-Version": { "schema": { "type": "string" } } } });
    if endpoint == Endpoint::OpenApi {
        good["content"] = json!({ "application/json": { "schema": { "type": "object" } } });
    } else if let Some(schema) = answer(schemas, endpoint) {
        good["content"] = json!({ "application/json": { "schema": schema } });
    }
    let problem = json!({ "$ref": "#/components/schemas/Problem" });
    let wrong = json!({
        "description": "Een probleemdocument (RFC 9457) dat zegt wat er mis is en wat je kunt doen",
        "content": { "application/problem+json": { "schema": problem } }
    });
    let mut all = json!({ "default": wrong });
    all[endpoint.success().to_string()] = good;
    let mut known = vec![];
    match endpoint.method() {
        Method::Post => known.extend(["400", "403", "413", "415"]),
        Method::Delete => known.push("403"),
        Method::Get => {}
    }
    match access::of(endpoint) {
        Access::Anyone => {}
        Access::LoggedIn => known.push("401"),
        Access::Only(_) => known.extend(["401", "403"]),
    }
    if endpoint.path().contains("{id}") || is_by_word(endpoint) {
        known.push("404");
    }
    if matches!(endpoint, Endpoint::LogIn | Endpoint::AskProgress | Endpoint::OwnAccount) {
        known.push("429");
    }
    for status in known {
        all[status] = wrong.clone();
    }
    all
}

/// Whether a word in the body or a header says what is meant: a wrong one is 404.
fn is_by_word(endpoint: Endpoint) -> bool {
    matches!(endpoint, Endpoint::AskProgress | Endpoint::Work | Endpoint::Invitation | Endpoint::AcceptInvitation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{indicators::IndicatorList, report::check, schema::errors_of};

    #[test]
    fn every_endpoint_stands_in_it_and_every_reference_leads_somewhere() {
        let document = document();
        for endpoint in Endpoint::ALL {
            let method = endpoint.method().to_string().to_lowercase();
            assert!(document["paths"][endpoint.path()][method].is_object(), "{endpoint:?}");
        }
        let text = document.to_string();
        for part in text.split("\"$ref\":\"#").skip(1) {
            let pointer = part.split('"').next().unwrap();
            assert!(document.pointer(pointer).is_some(), "{pointer} leads nowhere");
        }
    }

    #[test]
    fn every_example_is_valid_against_its_own_schema() {
        fn check_one<T: JsonSchema + serde::Serialize + serde::de::DeserializeOwned>(example: T) {
            let value = serde_json::to_value(example).unwrap();
            assert_eq!(errors_of::<T>(&value), [], "{value}");
            assert!(serde_json::from_value::<T>(value).is_ok());
        }
        check_one(examples::draft());
        check_one(examples::progress_query());
        check_one(examples::credentials().unwrap());
        check_one(examples::new_account(Role::Administrator).unwrap());
        check_one(examples::set_up().unwrap());
        check_one(examples::command());
        check_one(examples::rights_command().unwrap());
        check_one(examples::access_question());
        check_one(examples::destruction_command());
        check_one(examples::request_decision());
        check_one(examples::account_command());
        check_one(examples::access_command());
        check_one(examples::invitation_word());
        check_one(examples::accept_invitation());
        check_one(examples::own_account_command());
        check_one(examples::open_reason().unwrap());
        check_one(examples::stand_in());
        check_one(examples::hand_over());
        let list = IndicatorList { version: "2025-9".into(), indicators: vec![] };
        assert!(check(&examples::draft(), &list).report.is_some());
    }

    #[test]
    fn all_errors_of_a_body_are_named_at_once() {
        let body =
            json!({ "onderwerp": "auto", "vormen": "arbeid", "verhaal": 7, "veiligThuis": { "x": 1 }, "bsn": "" });
        let errors = errors_of::<Draft>(&body);
        let found: Vec<(&str, &str)> = errors.iter().map(|e| (e.pointer.as_str(), e.code.as_str())).collect();
        let expected = [
            ("/bsn", "onbekend-veld"),
            ("/onderwerp", "onbekende-waarde"),
            ("/veiligThuis/x", "onbekend-veld"),
            ("/verhaal", "verkeerd-type"),
            ("/vormen", "verkeerd-type"),
        ];
        assert_eq!(found, expected);
        assert!(!format!("{errors:?}").contains("auto"), "nothing of the content is repeated");
    }

    #[test]
    fn a_character_that_can_not_be_is_named_where_it_stands() {
        let body = json!({ "inlognaam": "sem\u{7}", "wachtwoord": "een lange verzonnen zin", "code": "123456" });
        let errors = errors_of::<Credentials>(&body);
        let found: Vec<(&str, &str)> = errors.iter().map(|e| (e.pointer.as_str(), e.code.as_str())).collect();
        assert_eq!(found, [("/inlognaam", "verkeerd-teken")]);
        let blank = errors_of::<Credentials>(&json!({ "inlognaam": " \n", "wachtwoord": "x", "code": "123456" }));
        assert_eq!(blank.first().map(|error| error.code.as_str()), Some("verplicht"));
    }

    #[test]
    fn errors_in_a_command_are_those_of_the_command_that_was_meant() {
        let body = json!({ "soort": "contact", "inhoud": { "wijze": "fax", "extra": 1 } });
        let errors = errors_of::<Command>(&body);
        let pointers: Vec<&str> = errors.iter().map(|e| e.pointer.as_str()).collect();
        assert!(pointers.contains(&"/inhoud/wijze") && pointers.contains(&"/inhoud/verslag"), "{errors:?}");
        assert!(!errors_of::<Command>(&json!({ "soort": "onzin" })).is_empty());
        assert!(!errors_of::<Command>(&json!([])).is_empty());
    }
}
