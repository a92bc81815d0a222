//! What somebody hears before they fill in the form.
mod additions;
mod answers;
mod flood;
mod pages;
mod photos;
mod sealed;

use axum::{body::Body, extract::Request};
use kit::{
    inbox::{Inbox, intake_open},
    testing::{environment, memory, variables},
};
use shared::contract::Endpoint;

/// The status of the answer to somebody who is about to report.
fn asked(inbox: &Inbox) -> u16 {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let request = Request::get(Endpoint::CheckOpen.url(""))
        .header("spin-full-url", "https://meldroute.example/")
        .header("spin-client-addr", "192.0.2.1:5")
        .body(Body::empty())
        .unwrap();
    runtime.block_on(crate::answer(inbox.clone(), request)).status().as_u16()
}

#[test]
fn who_is_about_to_report_hears_that_nobody_would_read_it() {
    let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
    assert_eq!(asked(&inbox), 503);
    intake_open::open(&inbox).unwrap();
    assert_eq!(asked(&inbox), 204);
}
