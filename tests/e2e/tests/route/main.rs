//! The whole route over HTTP, with the progress that the code shows after every step.

mod additions;
mod exceptions;
mod joined;
mod journey;
mod safety;
mod stuck;
mod together;
mod told;

use e2e::{Client, ask_progress, besides_told};
use shared::{
    case::{Progress, Stage},
    contract::Endpoint,
};

/// The code shows this stage, the stages before it, and nothing else.
fn shows(anyone: &Client, code: &str, stage: Stage) -> Progress {
    let answer = ask_progress(anyone, code);
    let value = answer.good(Endpoint::AskProgress);
    let progress: Progress = serde_json::from_value(value.clone()).expect("what the contract says");
    assert_eq!(serde_json::to_value(&progress).expect("JSON"), value, "and not one field more");
    assert_eq!(progress.stage, stage);
    let reached: Vec<Stage> = progress.steps.iter().map(|step| step.stage).collect();
    assert_eq!((reached.first(), reached.last()), (Some(&Stage::Reported), Some(&stage)));
    let text = besides_told(value).to_string().to_lowercase();
    for word in ["kmt", "riec", "ontvanger", "grondslag", "duiding", "slachtoffer", "dader", "fleur", "sem"] {
        assert!(!text.contains(word), "the melder sees {word}");
    }
    assert!(!e2e::words::stands_in(&text), "the melder sees words of the case");
    progress
}
