//! What a report costs during a flood, over the real host: the header gets through, and so does the report.
use e2e::{Site, fresh_key, words};
use kit::inbox::price;
use shared::{
    contract::{Endpoint, Problem, ProblemKind},
    flood::PARTS,
};

#[test]
fn a_report_during_a_flood_is_taken_after_the_work_it_asks() {
    let site = Site::new();
    site.usual_most(3);
    let host = site.start();
    let (anyone, key) = (host.client(), fresh_key());
    let ask = |key: &str| anyone.to(Endpoint::SendReport).key(key).json(&words::draft());
    for _report in 0..4 {
        ask(&fresh_key()).send().good(Endpoint::SendReport);
    }
    let answer = ask(&key).send();
    answer.problem(ProblemKind::WorkAsked);
    let problem: Problem = serde_json::from_value(answer.json()).expect("a problem document");
    let price = problem.price.expect("a price");
    assert_eq!(price.parts, PARTS);
    let work = price::work(&price);
    ask(&fresh_key()).header("rekenwerk", &work).send().problem(ProblemKind::WorkAsked);
    let receipt = ask(&key).header("rekenwerk", &work).send().good(Endpoint::SendReport);
    // the answer was lost: the same report costs nothing more
    assert_eq!(ask(&key).send().good(Endpoint::SendReport), receipt);
}
