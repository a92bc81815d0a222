use super::shows;
use e2e::{Dossier, World, ask_progress, fresh_key, send_report, words};
use shared::{
    case::{Refusal, Stage},
    contract::{Endpoint, ProblemKind},
    report::{Draft, FindingCode},
};

/// A case of its own, by phone: tests of this file share a host.
pub(super) fn case(world: &World, draft: &Draft) -> (Dossier, String) {
    let fleur = &world.people.fleur;
    let made = fleur.to(Endpoint::AddCase).key(&fresh_key()).json(draft).send().good(Endpoint::AddCase);
    let code = made["ontvangst"]["ontvangstcode"].as_str().expect("a code").to_owned();
    (Dossier::of(fleur, made["id"].as_str().expect("an id")), code)
}

pub(super) fn refused(world: &World, dossier: &Dossier, command: &serde_json::Value, why: Refusal) {
    let answer = dossier.ask(&world.people.fleur, command);
    assert_eq!(answer.problem(ProblemKind::Refused).refusal(), Some(why));
    assert!(!words::stands_in(&answer.text()));
    assert_eq!(Dossier::of(&world.people.fleur, &dossier.id).tag, dossier.tag, "nothing changed");
}

/// Errors in the content of an act are reported at their fields, before the case is considered.
fn found(world: &World, dossier: &Dossier, act: &serde_json::Value, (pointer, code): (&str, FindingCode)) {
    let answer = dossier.ask(&world.people.fleur, act);
    let problem = answer.problem(ProblemKind::BadRequest);
    let errors: Vec<_> = problem.errors.iter().map(|error| (error.pointer.as_str(), error.code.as_str())).collect();
    assert_eq!(errors, [(pointer, code.as_str())]);
    assert!(!words::stands_in(&answer.text()));
    assert_eq!(Dossier::of(&world.people.fleur, &dossier.id).tag, dossier.tag, "nothing changed");
}

#[test]
fn a_new_code_ends_the_old_one_and_a_retry_gets_the_same() {
    let world = World::shared();
    let (anyone, fleur) = (world.anyone(), &world.people.fleur);
    let (mut dossier, old) = case(&world, &words::draft());
    let key = fresh_key();
    let first = dossier.new_code(fleur, &key);
    let done = first.good(Endpoint::CommandCase);
    let new = done["ontvangstcode"].as_str().expect("a code").to_owned();
    assert_ne!(new, old);
    shows(&anyone, &new, Stage::Reported);
    ask_progress(&anyone, &old).problem(ProblemKind::NotFound);
    // the answer got lost: the same key, still on the old ETag
    let again = dossier.new_code(fleur, &key).good(Endpoint::CommandCase);
    assert_eq!(again, done);
    dossier.look(fleur);
    assert_eq!(dossier.tag, "\"2\"", "one entry, not two");
    dossier.command(fleur, &words::contact());
    shows(&anyone, &new, Stage::Contact);
    ask_progress(&anyone, &old).problem(ProblemKind::NotFound);
    let bare = dossier.ask(fleur, &words::plain("nieuwe-code")).problem(ProblemKind::BadRequest);
    assert_eq!(bare.errors[0].pointer, "Idempotency-Key");
}

/// The melder's own late retry, after an AF gave a new code by phone: still one report.
#[test]
fn a_late_retry_after_a_new_code_makes_no_second_case() {
    let world = World::new();
    let (anyone, fleur, key) = (world.anyone(), &world.people.fleur, fresh_key());
    let first = send_report(&anyone, &key, &words::draft()).good(Endpoint::SendReport);
    let dossier = Dossier::newest(fleur);
    dossier.new_code(fleur, &fresh_key()).good(Endpoint::CommandCase);
    let late = send_report(&anyone, &key, &words::draft()).good(Endpoint::SendReport);
    assert_eq!(late, first);
    assert_eq!(e2e::worklist(fleur, "open").len(), 1);
    ask_progress(&anyone, first["ontvangstcode"].as_str().expect("a code")).problem(ProblemKind::NotFound);
}

#[test]
fn leaving_the_melder_without_feedback_takes_two_afs() {
    let world = World::shared();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let (mut dossier, code) = case(&world, &words::draft());
    let today = words::today(fleur);
    let way = [words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)];
    for command in way.iter().chain(&[words::to_decision(), words::decide(&today)]) {
        dossier.command(fleur, command);
    }
    dossier.command(sem, &words::agree());
    let (close, agree) = (words::plain("afsluiten"), words::plain("akkoord"));
    refused(&world, &dossier, &close, Refusal::FeedbackFirst);
    refused(&world, &dossier, &agree, Refusal::NothingProposed);
    let proposed = dossier.command(fleur, &words::reason("geen-terugkoppeling"));
    let offers =
        |detail: &serde_json::Value| detail["opdrachten"].as_array().is_some_and(|all| all.contains(&"akkoord".into()));
    assert!(!offers(&proposed), "the one who proposed has no button for it");
    refused(&world, &dossier, &agree, Refusal::OtherOfficerNeeded);
    refused(&world, &dossier, &close, Refusal::FeedbackFirst);
    assert!(offers(&dossier.look(sem)), "the other has");
    dossier.command(sem, &agree);
    // after that the AF who agreed sees a colleague's case again; its owner goes on
    dossier.look(fleur);
    dossier.command(fleur, &close);
    shows(&world.anyone(), &code, Stage::Done);
}

#[test]
fn with_a_minor_veilig_thuis_comes_before_the_investigation() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (mut dossier, _) = case(&world, &words::draft_with_minor());
    let today = words::today(fleur);
    let detail = dossier.look(fleur);
    assert_eq!((&detail["veiligThuisOpen"], &detail["regel"]["spoed"]), (&true.into(), &true.into()));
    dossier.command(fleur, &words::contact());
    refused(&world, &dossier, &words::investigate(&today), Refusal::FormFirst);
    dossier.command(fleur, &words::form());
    refused(&world, &dossier, &words::investigate(&today), Refusal::VttFirst);
    let told = dossier.command(fleur, &words::veilig_thuis());
    assert_eq!((&told["veiligThuisOpen"], &told["regel"]["spoed"]), (&false.into(), &false.into()));
    dossier.command(fleur, &words::investigate(&today));
    refused(&world, &dossier, &words::to_decision(), Refusal::KmtFirst);
}

#[test]
fn forbidden_steps_are_refused() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (mut dossier, _) = case(&world, &words::draft());
    let today = words::today(fleur);
    refused(&world, &dossier, &words::plain("afsluiten"), Refusal::NotInThisStep);
    for command in [words::contact(), words::form(), words::investigate(&today)] {
        dossier.command(fleur, &command);
    }
    let mut unknown = words::source(&today);
    unknown["inhoud"]["bron"] = "Suwinet".into();
    found(&world, &dossier, &unknown, ("/inhoud/bron", FindingCode::SourceWithoutGround));
    found(&world, &dossier, &words::source("2999-01-01"), ("/inhoud/datum", FindingCode::InFuture));
    dossier.command(fleur, &words::kmt_check(&today));
    dossier.command(fleur, &words::to_decision());
    let mut groundless = words::decide(&today);
    groundless["inhoud"]["vervolgstappen"][1]["grondslag"] = serde_json::Value::Null;
    found(&world, &dossier, &groundless, ("/inhoud/vervolgstappen/1/grondslag", FindingCode::Required));
    let mut unheard = words::decide(&today);
    unheard["inhoud"]["waaromNietGehoord"] = serde_json::Value::Null;
    found(&world, &dossier, &unheard, ("/inhoud/waaromNietGehoord", FindingCode::Required));
}

/// Until version 2 of the API the older address for rights does the same, for every act.
#[test]
fn both_addresses_take_every_act() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (dossier, _) = case(&world, &words::draft());
    let ask = fleur.to_one(Endpoint::CommandRights, &dossier.id).if_match(&dossier.tag);
    let done = ask.json(&words::remark("Langs het oude adres")).send().good(Endpoint::CommandRights);
    assert_eq!(done["dossier"]["tijdlijn"][0]["gebeurtenis"], "notitie");
    let mut dossier = Dossier::of(fleur, &dossier.id);
    let held = dossier.command(fleur, &words::reason("bewaarplicht"));
    assert_eq!(held["tijdlijn"][1]["gebeurtenis"], "rechten", "those beside the route too");
}

#[test]
fn closing_early_shows_to_the_melder_and_reopening_returns() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (mut dossier, code) = case(&world, &words::draft());
    let today = words::today(fleur);
    dossier.command(fleur, &words::contact());
    dossier.command(fleur, &words::close_early(&today));
    shows(&world.anyone(), &code, Stage::Done);
    refused(&world, &dossier, &words::plain("afsluiten"), Refusal::NotInThisStep);
    dossier.command(fleur, &words::remark("Later antwoord"));
    dossier.command(fleur, &words::reason("heropenen"));
    shows(&world.anyone(), &code, Stage::Contact);
}

#[test]
fn a_mistyped_code_is_distinguished_from_an_unknown_one() {
    let world = World::shared();
    let anyone = world.anyone();
    let (_, code) = case(&world, &words::draft());
    shows(&anyone, &code.to_lowercase().replace(' ', "-"), Stage::Reported);
    let slip = format!("{}{}", if code.starts_with('7') { '8' } else { '7' }, &code[1..]);
    for typed in [slip.as_str(), "", "kanarie", &code[..10]] {
        let answer = ask_progress(&anyone, typed);
        assert_eq!(answer.problem(ProblemKind::BadRequest).errors[0].pointer, "/ontvangstcode");
        assert!(!words::stands_in(&answer.text()));
    }
    let example = shared::contract::examples::progress_query().ontvangstcode;
    ask_progress(&anyone, &example).problem(ProblemKind::NotFound);
}
