//! What the entry asks the server before it shows anything.
use crate::client::{Call, Failure};
use shared::{
    contract::{Endpoint, ProblemKind, SessionView},
    profile::Instance,
};

/// Loads the initial data of the entry: the instance, and the session if there is one.
///
/// # Errors
/// Every [`Failure`] but not being logged in.
pub async fn read() -> Result<(Instance, Option<SessionView>), Failure> {
    let instance = Call::to(Endpoint::Instance).ask::<Instance>().await?.body;
    Ok((instance, current().await?))
}

/// The session that this browser has now.
///
/// # Errors
/// Every [`Failure`] but not being logged in.
pub async fn current() -> Result<Option<SessionView>, Failure> {
    match Call::to(Endpoint::Session).ask::<SessionView>().await {
        Ok(answer) => Ok(Some(answer.body)),
        Err(failure) if failure.kind() == Some(ProblemKind::NotLoggedIn) => Ok(None),
        Err(failure) => Err(failure),
    }
}
