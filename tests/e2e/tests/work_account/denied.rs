//! A refused log-in with a work account is counted in the audit, without the provider's data.
use crate::{place::World, provider::Provider, signing::How};
use desk::audit::{Filter, list, tell_all};
use serde_json::json;
use shared::audit::{AuditAction, Denial};

#[test]
fn a_work_account_that_is_refused_is_counted() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[]);
    for claims in [json!({ "nonce": "0".repeat(64) }), json!({ "roles": ["kanarie"] }), json!({ "acr": "laag" })] {
        let browser = world.leave();
        let code = provider.grant(&browser, &claims, How::By("e-1"));
        let _refused = browser.back(&browser.answer(&code));
    }
    let desk = e2e::open_kit(world.site.as_ref());
    assert_eq!(tell_all(&desk), Ok(true));
    let filter = Filter { action: Some(AuditAction::Denied(Denial::WorkAccount)), ..Filter::default() };
    let lines = list(&desk, &filter).expect("it can be read").lines;
    assert_eq!(lines.iter().map(|line| line.repeated.map(|one| one.count)).collect::<Vec<_>>(), [Some(3)]);
    assert!(lines[0].actor.is_none() && lines[0].object == "sessies");
    assert!(!format!("{lines:?}").contains("kanarie"));
}
