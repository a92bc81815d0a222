//! A report that the browser sealed: over HTTP it becomes the case that it would have been, and until somebody with the
//! secret key takes it in, it can be read nowhere.
use e2e::{Answer, Ask, People, Site, World, fresh_key, keys, open_lines, send_report, words, worklist};
use kit::inbox::secret::{Secret, status_key};
use serde_json::{Value, json};
use shared::{
    contract::{Endpoint, ProblemKind, SealedReport},
    report::Draft,
};

const WORD: &str = "een-woord-dat-lang-genoeg-is";

/// As the browser seals it for the holder of this key.
fn seal(key: &str, gemeente: &str, draft: &Draft) -> SealedReport {
    let status = status_key(&Secret::parse(key).expect("a key").code());
    let json = serde_json::to_vec(draft).expect("JSON");
    keys::device().seal(gemeente, &status, json).expect("it can be sealed")
}

fn ask(world: &World, key: &str, body: &SealedReport) -> Ask {
    let bytes = serde_json::to_vec(body).expect("JSON");
    world.anyone().to(Endpoint::SendReport).key(key).typed(SealedReport::MEDIA_TYPE, bytes)
}

fn send(world: &World, key: &str, body: &SealedReport) -> Answer {
    ask(world, key, body).send()
}

/// The sealed text with one bit the other way.
fn flipped(sealed: &SealedReport) -> SealedReport {
    let mut letters = sealed.sealed.clone().into_bytes();
    letters[2000] = if letters[2000] == b'A' { b'B' } else { b'A' };
    SealedReport { sealed: String::from_utf8(letters).expect("letters"), ..sealed.clone() }
}

/// What the worklist says that cannot be read.
fn quarantine(world: &World) -> Vec<Value> {
    let page = world.people.fleur.to(Endpoint::Cases).send().good(Endpoint::Cases);
    page["onleesbaar"].as_array().cloned().unwrap_or_default()
}

/// The melding in the case of a line, and how it came in.
fn report_of(world: &World, line: &Value) -> [Value; 2] {
    let id = line["id"].as_str().expect("an id");
    let detail = world.people.fleur.to_one(Endpoint::Case, id).send().good(Endpoint::Case);
    ["melding", "kanaal"].map(|field| detail[field].clone())
}

#[test]
fn sealed_or_not_it_is_the_same_case() {
    let world = World::new();
    let facts = world.anyone().to(Endpoint::Instance).send().good(Endpoint::Instance);
    assert_eq!(facts["verzegelen"], json!(keys::device().shown("hengelo")), "the browser gets the key");
    let key = fresh_key();
    let plain = send_report(&world.anyone(), &fresh_key(), &words::draft()).good(Endpoint::SendReport);
    let sealed = send(&world, &key, &seal(&key, "hengelo", &words::draft())).good(Endpoint::SendReport);
    assert_eq!((&sealed["contactUiterlijk"], &sealed["gemeldOp"]), (&plain["contactUiterlijk"], &plain["gemeldOp"]));
    let lines = open_lines(&world.people.fleur, 2);
    let [one, other] = [&lines[0], &lines[1]].map(|line| report_of(&world, line));
    assert!(one[0].to_string().to_lowercase().contains(words::CANARY), "{one:?}");
    assert_eq!(one, other);
    let code = sealed["ontvangstcode"].as_str().expect("a code");
    assert_eq!(e2e::ask_progress(&world.anyone(), code).good(Endpoint::AskProgress)["stap"], "gemeld");
}

#[test]
fn one_flipped_bit_is_named_and_touches_no_other_report() {
    let world = World::new();
    let key = fresh_key();
    let altered = send(&world, &key, &flipped(&seal(&key, "hengelo", &words::draft()))).good(Endpoint::SendReport);
    // of another gemeente, and one that somebody saw and sends under a key of their own
    let (elsewhere, seen) = (fresh_key(), fresh_key());
    send(&world, &elsewhere, &seal(&elsewhere, "borne", &words::draft())).good(Endpoint::SendReport);
    send(&world, &fresh_key(), &seal(&seen, "hengelo", &words::draft())).good(Endpoint::SendReport);
    let key = fresh_key();
    send(&world, &key, &seal(&key, "hengelo", &words::draft())).good(Endpoint::SendReport);
    send_report(&world.anyone(), &fresh_key(), &words::draft()).good(Endpoint::SendReport);
    assert_eq!(open_lines(&world.people.fleur, 2).len(), 2);
    let named: Vec<(Value, Value)> =
        quarantine(&world).into_iter().map(|one| (one["wat"].clone(), one["nummer"].clone())).collect();
    assert_eq!(named, [1, 2, 3].map(|number| (json!("verzegelde-melding"), json!(number))));
    let code = altered["ontvangstcode"].as_str().expect("a code");
    let shown = e2e::ask_progress(&world.anyone(), code).good(Endpoint::AskProgress);
    assert_eq!(shown["nietTeOpenen"], true, "the melder is told: nobody else knows who it is");
}

#[test]
fn a_retry_is_the_same_report_and_another_sealing_under_its_key_is_refused() {
    let world = World::new();
    let key = fresh_key();
    let body = seal(&key, "hengelo", &words::draft());
    let first = send(&world, &key, &body).good(Endpoint::SendReport);
    assert_eq!(send(&world, &key, &body).good(Endpoint::SendReport), first);
    assert_eq!(open_lines(&world.people.fleur, 1).len(), 1);
    assert_eq!(send(&world, &key, &body).good(Endpoint::SendReport), first, "also after it became a case");
    let other = send(&world, &key, &seal(&key, "hengelo", &words::draft())).problem(ProblemKind::KeyReused);
    assert_eq!(other.ontvangstcode.as_deref(), first["ontvangstcode"].as_str());
    send(&world, &key, &SealedReport { sealed: "kanarie".into(), ..body }).problem(ProblemKind::BadRequest);
    assert_eq!(worklist(&world.people.fleur, "open").len(), 1);
}

/// As it waits, with every file and the log of the host; and due work takes it in without anybody looking.
#[test]
fn nothing_of_it_can_be_read_before_it_is_taken_in_and_due_work_does_that() {
    let site = Site::new();
    let host = site.start_with(&[("work_token", WORD)], &[]);
    let mut world = World { people: People::set_up(&host), host, site };
    let key = fresh_key();
    let receipt = send(&world, &key, &seal(&key, "hengelo", &words::draft_with_minor())).good(Endpoint::SendReport);
    let readable = |world: &World| {
        let folder: &std::path::Path = world.site.as_ref();
        let files = std::fs::read_dir(folder).expect("the folder").filter_map(Result::ok).map(|entry| entry.path());
        let files = files.filter(|path| path.is_file() && !path.ends_with("stores.toml"));
        let read = |path: std::path::PathBuf| (path.clone(), std::fs::read(path).expect("the file"));
        let found = files.map(read).filter(|(_, raw)| words::stands_in(&String::from_utf8_lossy(raw)));
        found.map(|(path, _)| path).collect::<Vec<_>>()
    };
    assert_eq!(readable(&world), Vec::<std::path::PathBuf>::new());
    let code = receipt["ontvangstcode"].as_str().expect("a code").to_owned();
    let progress = |world: &World| e2e::ask_progress(&world.anyone(), &code).good(Endpoint::AskProgress);
    assert!(progress(&world)["spoedOm"].is_null(), "nobody can see yet that it cannot wait");
    let work = world.anyone().to(Endpoint::Work).header("authorization", &format!("Bearer {WORD}")).send();
    assert_eq!(work.good(Endpoint::Work)["opgenomen"], 1);
    assert!(!progress(&world)["spoedOm"].as_array().expect("alarms").is_empty(), "within a minute: the timer's");
    assert_eq!(readable(&world), Vec::<std::path::PathBuf>::new());
    assert_eq!(world.host.terminate().code(), Some(0));
    assert_eq!(readable(&world), Vec::<std::path::PathBuf>::new());
}
