//! The API against openapi.json, tested by schemathesis: with a few examples here, with many by `cargo xtask
//! schemathesis`.
use e2e::{Client, Dossier, Place, World, sent, words};
use shared::contract::Endpoint;
use std::{path::Path, process::Command};

/// Every choice of schemathesis follows from this.
const SEED: &str = "20261125";
/// For each endpoint, when nobody asks for more.
const FEW: &str = "2";

/// The users whose requests are sent, each with a session of its own.
fn everybody(world: &World) -> [(&'static str, Client); 4] {
    let people = &world.people;
    [
        ("melder", world.anyone()),
        ("af", people.fleur.clone()),
        ("beheerder", people.bo.clone()),
        ("fg", people.faye.clone()),
    ]
}

/// Finds out whether the description holds for one of them.
fn run(world: &World, who: &Client, case: &str) -> bool {
    let program = Place::find().root.join(".tools/schemathesis/bin/schemathesis");
    assert!(
        program.exists(),
        "schemathesis is not installed: `cargo xtask test` or `cargo xtask schemathesis` does it"
    );
    let examples = std::env::var("MELDROUTE_EXAMPLES").unwrap_or_else(|_| FEW.into());
    let folder: &Path = world.site.as_ref();
    let place = folder.join("schemathesis.toml");
    std::fs::write(&place, config(who, case)).expect("it can be written");
    let mut command = Command::new(program);
    command.current_dir(folder).arg("--config-file").arg(&place).args(["--no-color", "run"]);
    command.arg(format!("{}{}", world.host.url(), Endpoint::OpenApi.url("")));
    command.args(["--checks", "all", "--phases", "examples,coverage,fuzzing,stateful", "--workers", "1"]);
    command.args(["--seed", SEED, "--max-examples", &examples, "--continue-on-failure", "--output-truncate", "false"]);
    command.status().expect("schemathesis starts").success()
}

/// Facts that the program cannot know: an existing case, and the rules that a schema cannot express.
///
/// A draft has to be complete, a set-up has to name every role, a code has a check character, a command has to fit the
/// step the case is in, and what was decided on has to stand unchanged: the answer is a problem document that says so.
/// `If-Match` that is missing is a 428 (RFC 6585), which the program does not count as a refusal.
fn config(who: &Client, case: &str) -> String {
    let token = who.cookie().split_once('=').map_or("", |(_, token)| token);
    let session =
        if token.is_empty() { String::new() } else { format!("[auth.openapi]\nsessie.api_key = \"{token}\"\n") };
    format!(
        r#"
{session}

[parameters]
"path.id" = "{case}"

[checks]
missing_required_header.expected-statuses = [400, 401, 403, 404, 415, 428]

[[operations]]
include-operation-id-regex = "^(SendReport|AddCase|AskProgress|AnswerQuestion|SendPhotoPart|CommandCase|SetUp)$"
checks.positive_data_acceptance.expected-statuses = ["2xx", 400, 401, 403, 404, 409, 412, 422, 428, 429]

[[operations]]
include-operation-id-regex = "^(CommandAccess|CommandRights|CommandRetention|ConfirmExclusion)$"
checks.positive_data_acceptance.expected-statuses = ["2xx", 401, 403, 404, 409, 412]

# a function has to be one of the profile's; a count of 5e12 is more than there can be, and 2.0 is not taken for a count
[[operations]]
include-operation-id-regex = "^(AddAccount|CommandAccount|CommandTogether|CommandMeetings|DecideRequest|Search|AddCare|OpenCare|Photo)$"
checks.positive_data_acceptance.expected-statuses = ["2xx", 400, 401, 403, 404, 409, 412]

# days have an order, an address has its shape, a code is the one that the app shows, and 2.0 is not taken for a count
[[operations]]
include-operation-id-regex = "^(AddStandIn|StartStandIn|SavePhoneDraft|AcceptInvitation|AccessCopy|Pack|KmtQuestion|AnswerKmtQuestion|AnswerOwnKmtQuestion|LookForNames|ChooseMessages|CommandAwareness|CommandSettings|AnswerSettings)$"
checks.positive_data_acceptance.expected-statuses = ["2xx", 400, 401, 403, 404, 409, 412]

# a password can be guessed, and a password or code that is wrong too often has to wait
[[operations]]
include-operation-id = "OwnAccount"
checks.positive_data_acceptance.expected-statuses = ["2xx", 400, 401, 403, 404, 409, 412, 429]

# an AF who said that it is his own report does not see the case any more
[[operations]]
include-operation-id = "OpenCase"
checks.ensure_resource_availability.enabled = false

# without its word it is not there for anybody (404), as with every case that one may not see; the program knows 401
# and 403 only. Its own tests: due_work_seals_and_needs_its_token
[[operations]]
include-operation-id = "Work"
enabled = false

# who is logged in stays so until the end
[[operations]]
include-operation-id-regex = "^(LogOut|EndSessions)$"
enabled = {}
"#,
        token.is_empty()
    )
}

/// Of each class of status, how many answers there were in a part of the host's log.
fn statuses(log: &str) -> [usize; 6] {
    let mut counts = [0; 6];
    for line in log.lines().filter(|line| line.contains("action=\"request\"")) {
        let status = line.split_once("status=").and_then(|(_, rest)| rest.get(..1)?.parse::<usize>().ok());
        counts[status.expect("a status in every line")] += 1;
    }
    counts
}

#[test]
fn the_api_is_what_its_description_says_for_everybody() {
    let world = World::new();
    let _code = sent(&world.anyone(), &words::draft());
    // by chance no id that is there would ever be met
    let case = Dossier::newest(&world.people.fleur).id;
    let mut failed = Vec::new();
    for (name, who) in everybody(&world) {
        let before = world.site.log().len();
        println!("\n=== {name}");
        if !run(&world, &who, &case) {
            failed.push(name);
        }
        let counts = statuses(&world.site.log()[before..]);
        println!("=== {name}: {} times 2xx, {} 3xx, {} 4xx, {} 5xx", counts[2], counts[3], counts[4], counts[5]);
        assert_eq!(counts[5], 0, "{name}: {counts:?}");
        let logged_in = !who.cookie().is_empty();
        assert!(counts[2] >= if logged_in { 15 } else { 5 }, "{name} reached too little: {counts:?}");
        if logged_in {
            who.to(Endpoint::Session).send().good(Endpoint::Session);
        }
    }
    assert!(failed.is_empty(), "schemathesis found something as {failed:?}");
}
