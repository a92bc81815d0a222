//! Whether more reports come in than usual, as AF and FG are told.
use crate::Desk;
use kit::{Failure, inbox::pace};
use shared::flood::{Flood, USUAL_MOST};

/// Nothing on an ordinary day.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn flood(desk: &Desk) -> Result<Option<Flood>, Failure> {
    let profile = desk.environment().readable_profile()?;
    let most = profile.map_or(USUAL_MOST, |profile| profile.usual_most);
    Ok(Flood::of(pace::arrivals(&desk.inbox)?, most))
}
