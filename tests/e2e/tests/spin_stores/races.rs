//! Many at the same moment.
use super::served::Served;
use e2e::{Answer, Dossier, People, fresh_key, open_lines, see_everybody, send_report, sent, words, worklist};
use shared::{
    contract::{Endpoint, ProblemKind},
    report::Draft,
};
use std::sync::Barrier;

/// The answers of so many who ask at the same moment.
fn at_once(count: usize, ask: impl Fn(usize) -> Answer + Sync) -> Vec<Answer> {
    let start = Barrier::new(count);
    std::thread::scope(|scope| {
        let (start, ask) = (&start, &ask);
        let one = |which| {
            scope.spawn(move || {
                start.wait();
                ask(which)
            })
        };
        let asking: Vec<_> = (0..count).map(one).collect();
        asking.into_iter().map(|asking| asking.join().expect("an answer")).collect()
    })
}

/// Six set up a new instance: one gets invitations that work.
pub fn set_up(served: &Served) -> People {
    let answers = served.slowly(|| at_once(6, |_| People::ask_set_up(&served.anyone())));
    let (made, refused): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| answer.status == Endpoint::SetUp.success());
    assert_eq!((made.len(), refused.len()), (1, 5), "{refused:?}");
    for answer in refused {
        answer.problem(ProblemKind::Exists);
    }
    let people = People::enrolled(&served.anyone(), &made[0].good(Endpoint::SetUp));
    People::ask_set_up(&served.anyone()).problem(ProblemKind::Exists);
    see_everybody(&people.faye);
    people
}

/// Two different reports under one key, each twice: one of the two is kept.
pub fn one_key(served: &Served, people: &People) {
    let drafts = [words::draft(), Draft { story: "Een andere kanarie".into(), ..words::draft() }];
    for round in 1..=10 {
        let key = fresh_key();
        let send = |which: usize| send_report(&served.anyone(), &key, &drafts[which % 2]);
        let answers = served.slowly(|| at_once(4, send));
        let kept = usize::from(answers[0].status != Endpoint::SendReport.success());
        let receipt = answers[kept].good(Endpoint::SendReport);
        assert_eq!(
            answers[kept + 2].good(Endpoint::SendReport),
            receipt,
            "round {round}: the same report, one receipt"
        );
        for other in [&answers[1 - kept], &answers[3 - kept]] {
            let told = other.problem(ProblemKind::KeyReused);
            assert_eq!(told.ontvangstcode.as_deref(), receipt["ontvangstcode"].as_str(), "round {round}");
        }
        assert_eq!(open_lines(&people.fleur, round).len(), round, "one case for each key");
        let story = Dossier::newest(&people.fleur).look(&people.fleur)["melding"]["verhaal"].clone();
        assert_eq!(story, drafts[kept].story, "round {round}: what was acknowledged is the case");
        assert_eq!(send_report(&served.anyone(), &key, &drafts[kept]).good(Endpoint::SendReport), receipt);
    }
}

/// Ten commands on what they saw at the same time: one is carried out. Lists and reports run beside it.
pub fn one_case(served: &Served, people: &People) {
    let _code = sent(&served.anyone(), &words::draft());
    let mut dossier = Dossier::newest(&people.fleur);
    let open = worklist(&people.fleur, "open").len();
    for round in 1..=10 {
        let ask = |which| match which {
            10 => send_report(&served.anyone(), &fresh_key(), &words::draft()),
            11 => people.sem.to(Endpoint::Cases).send(),
            _ => dossier.ask([&people.fleur, &people.sem][which % 2], &words::remark("Tegelijk")),
        };
        let answers = served.slowly(|| at_once(12, ask));
        answers[10].good(Endpoint::SendReport);
        answers[11].good(Endpoint::Cases);
        let won = answers[..10].iter().filter(|answer| answer.status == Endpoint::CommandCase.success()).count();
        assert_eq!(won, 1, "round {round}");
        let lost = answers[..10].iter().filter(|answer| answer.status != Endpoint::CommandCase.success());
        lost.for_each(|answer| drop(answer.problem(ProblemKind::Stale)));
        let now = dossier.look(&people.fleur);
        assert_eq!(now["tijdlijn"].as_array().map(Vec::len), Some(round), "one entry a round");
    }
    assert_eq!(open_lines(&people.fleur, open + 10).len(), open + 10, "and every report is there once");
}
