//! The provider's metadata and keys, kept between requests and sealed like everything else. They are kept for an hour,
//! so that a key which the provider withdrew is not trusted for longer. An unknown key is looked up at once, at most
//! once a minute.
use super::{Refused, Settings, jwk::Keys, provider::Provider};
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use serde::{Deserialize, Serialize};
use shared::{contract::WorkAccountRefusal, moment::Moment};

/// How long metadata and keys are believed.
const KEPT_SECONDS: i64 = 3600;
/// Between two looks for a key that is unknown.
const PAUSE_SECONDS: i64 = 60;
/// How long a provider that did not answer is left alone: each request to it holds a place of the host.
const LEFT_ALONE_SECONDS: i64 = 20;

const PAUSE: Cell<Cases, Moment> = cell::oidc_pause();

/// The provider as stored.
#[derive(Serialize, Deserialize)]
struct StoredProvider {
    #[serde(rename = "aanbieder")]
    provider: Provider,
    #[serde(rename = "gehaald")]
    fetched: Moment,
    /// When keys were last asked for because one was unknown.
    #[serde(rename = "gezocht")]
    searched: Moment,
}

impl StoredProvider {
    const CELL: Cell<Cases, Self> = cell::oidc_provider();
}

fn stored(desk: &Desk, settings: &Settings) -> Result<Option<StoredProvider>, Failure> {
    let stored = match desk.cases.get(&StoredProvider::CELL) {
        // it can be asked again
        Err(Failure::Unreadable(_)) => None,
        other => other?,
    };
    let now = desk.now();
    let fresh = |stored: &StoredProvider| stored.fetched <= now && now < stored.fetched.plus_seconds(KEPT_SECONDS);
    Ok(stored.filter(|stored| stored.provider.issuer == settings.issuer && fresh(stored)))
}

/// The provider of the settings.
///
/// # Errors
/// As [`Provider::discover`], and [`Failure`].
pub(super) fn provider(desk: &Desk, settings: &Settings) -> Result<Provider, Refused> {
    if let Some(stored) = stored(desk, settings)? {
        return Ok(stored.provider);
    }
    let provider = ask(desk, settings)?;
    let now = desk.now();
    let long_ago = Moment::from_millis(0);
    desk.cases
        .set(&StoredProvider::CELL, &StoredProvider { provider: provider.clone(), fetched: now, searched: long_ago })?;
    Ok(provider)
}

/// Asks the provider about itself, unless it did not answer a moment ago.
fn ask(desk: &Desk, settings: &Settings) -> Result<Provider, Refused> {
    let pause = match desk.cases.get(&PAUSE) {
        Err(Failure::Unreadable(_)) => None,
        other => other?,
    };
    let now = desk.now();
    let left_alone = |until: Moment| now < until && until <= now.plus_seconds(LEFT_ALONE_SECONDS);
    if pause.is_some_and(left_alone) {
        return Err(WorkAccountRefusal::Unreachable.into());
    }
    let asked = Provider::discover(&desk.fetch, settings);
    if asked.is_err() {
        desk.cases.set(&PAUSE, &desk.now().plus_seconds(LEFT_ALONE_SECONDS))?;
    }
    Ok(asked?)
}

/// The keys as they are now, because one was unknown; the old ones when it was looked up a moment ago.
///
/// # Errors
/// As [`provider`].
pub(super) fn newer_keys(desk: &Desk, settings: &Settings, known: &Provider) -> Result<Keys, Refused> {
    let now = desk.now();
    let stored = stored(desk, settings)?;
    if stored.as_ref().is_some_and(|stored| now < stored.searched.plus_seconds(PAUSE_SECONDS)) {
        return Err(WorkAccountRefusal::Key.into());
    }
    let fetched = stored.map_or(now, |stored| stored.fetched);
    // written before it is asked, so that a provider which does not answer is not asked more often
    let write = |provider: &Provider| {
        desk.cases.set(&StoredProvider::CELL, &StoredProvider { provider: provider.clone(), fetched, searched: now })
    };
    write(known)?;
    let provider = Provider { keys: known.fetch_keys(&desk.fetch)?, ..known.clone() };
    write(&provider)?;
    Ok(provider.keys)
}
