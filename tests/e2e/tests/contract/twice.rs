//! A report sent twice, also at the same moment, is one report with one code.
use e2e::{Answer, Client, Dossier, World, fresh_key, open_lines, send_report, words, worklist};
use shared::{
    contract::{Endpoint, ProblemKind},
    report::Draft,
};

/// The number of open lines for each of these ids.
fn lines_of(world: &World, ids: &[String]) -> Vec<usize> {
    let lines = worklist(&world.people.fleur, "open");
    ids.iter().map(|id| lines.iter().filter(|line| line["id"] == id.as_str()).count()).collect()
}

fn ids(officer: &Client) -> Vec<String> {
    worklist(officer, "open").iter().map(|line| line["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_report_sent_again_is_the_same_report_with_the_same_code() {
    let world = World::new();
    let (anyone, key) = (world.anyone(), fresh_key());
    let first = send_report(&anyone, &key, &words::draft()).good(Endpoint::SendReport);
    let again = send_report(&anyone, &key.to_uppercase(), &words::draft()).good(Endpoint::SendReport);
    assert_eq!(first, again);
    assert_eq!(open_lines(&world.people.fleur, 1).len(), 1);
    // also after it became a case
    let late = send_report(&anyone, &key, &words::draft()).good(Endpoint::SendReport);
    assert_eq!((late, worklist(&world.people.fleur, "open").len()), (first, 1));
}

#[test]
fn the_same_report_eight_times_at_once_is_one_report_with_one_code() {
    let world = World::new();
    for round in 1..=10 {
        let key = fresh_key();
        let before = ids(&world.people.fleur);
        let send = || send_report(&world.anyone(), &key, &words::draft());
        let answers: Vec<Answer> = std::thread::scope(|scope| {
            let sending: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
            // two AFs look meanwhile, so that taking in runs beside the sending
            let looking = [&world.people.fleur, &world.people.sem].map(|officer| scope.spawn(|| drop(ids(officer))));
            looking.into_iter().for_each(|looking| looking.join().expect("the worklist is shown"));
            sending.into_iter().map(|sending| sending.join().expect("an answer")).collect()
        });
        let codes: Vec<_> = answers.iter().map(|answer| answer.good(Endpoint::SendReport)).collect();
        assert!(codes.iter().all(|receipt| *receipt == codes[0]), "one receipt");
        let lines = open_lines(&world.people.fleur, round);
        assert_eq!(lines.len(), round, "one line more");
        let new: Vec<String> = ids(&world.people.fleur).into_iter().filter(|id| !before.contains(id)).collect();
        assert_eq!((new.len(), lines_of(&world, &new)), (1, vec![1]));
    }
}

#[test]
fn another_report_under_the_same_key_is_refused_with_the_code_of_the_first() {
    let world = World::shared();
    let (anyone, key) = (world.anyone(), fresh_key());
    let first = send_report(&anyone, &key, &words::draft()).good(Endpoint::SendReport);
    let other = Draft { story: "Een andere kanarie".into(), ..words::draft() };
    let answer = send_report(&anyone, &key, &other);
    let problem = answer.problem(ProblemKind::KeyReused);
    assert_eq!(problem.ontvangstcode.as_deref(), first["ontvangstcode"].as_str());
    assert!(!words::stands_in(&answer.text()));
}

#[test]
fn of_two_reports_at_once_under_one_key_one_is_kept_and_the_other_is_told() {
    let world = World::new();
    let drafts = [words::draft(), Draft { story: "Een andere kanarie".into(), ..words::draft() }];
    for round in 1..=10 {
        let key = fresh_key();
        let answers = std::thread::scope(|scope| {
            let sending = drafts.each_ref().map(|draft| scope.spawn(|| send_report(&world.anyone(), &key, draft)));
            sending.map(|sending| sending.join().expect("an answer"))
        });
        let kept = usize::from(answers[0].status != Endpoint::SendReport.success());
        let receipt = answers[kept].good(Endpoint::SendReport);
        let told = answers[1 - kept].problem(ProblemKind::KeyReused);
        assert_eq!(told.ontvangstcode.as_deref(), receipt["ontvangstcode"].as_str(), "round {round}");
        assert_eq!(open_lines(&world.people.fleur, round).len(), round, "one case for each key");
        let story = Dossier::newest(&world.people.fleur).look(&world.people.fleur)["melding"]["verhaal"].clone();
        assert_eq!(story, drafts[kept].story, "round {round}: what was acknowledged is the case");
    }
}

#[test]
fn a_key_that_is_none_is_refused() {
    let world = World::shared();
    let (anyone, fleur) = (world.anyone(), &world.people.fleur);
    for (client, endpoint) in [(&anyone, Endpoint::SendReport), (fleur, Endpoint::AddCase)] {
        let ask = || client.to(endpoint).json(&words::draft());
        let long = "0".repeat(33);
        let wrong = ["", "0011", "zz112233445566778899aabbccddeeff", "+0112233445566778899aabbccddeeff", &long];
        let asks = wrong.iter().map(|key| ask().key(key)).chain([ask()]);
        for ask in asks {
            let problem = ask.send().problem(ProblemKind::BadRequest);
            assert_eq!(problem.errors[0].pointer, "Idempotency-Key");
        }
    }
}
