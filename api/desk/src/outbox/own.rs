//! One's own messages: what an AF chose, and how they go.
use super::wishes::{self, StoredFeed, StoredWish};
use crate::{
    Desk,
    letters::{Letter, OUTBOX, Receiver, StoredOutbox, Ways, change},
};
use kit::{Failure, clock, hex, inbox::secret::token_hash, store::Change};
use shared::{
    contract::{Delivery, Endpoint, MessagesCommand, MessagesHealth, OwnMessages},
    id::AccountId,
    moment::Moment,
    told::Occasion,
};

/// What this AF chose.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn own(desk: &Desk, me: &AccountId) -> Result<OwnMessages, Failure> {
    view(desk, wishes::of(desk, me)?, None)
}

/// Carries it out. Answers what holds then.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn command(desk: &Desk, me: &AccountId, command: &MessagesCommand) -> Result<OwnMessages, Failure> {
    match command {
        MessagesCommand::Choose { email, about } => {
            let chosen = |all: &[Occasion]| all.iter().filter(|one| about.contains(one)).copied().collect();
            let about: Vec<Occasion> = chosen(Occasion::ALL);
            let wish =
                wishes::change(desk, me, |wish| StoredWish { email: email.clone(), about: about.clone(), ..wish })?;
            view(desk, wish, None)
        }
        MessagesCommand::Try => {
            change(desk, |mut outbox| {
                outbox.letter_for(&Receiver::Officer(me.clone())).tell(true, true)?;
                Ok(Change::Write(outbox, ()))
            })?;
            own(desk, me)
        }
        MessagesCommand::NewFeed => {
            let (secret, since) = (hex::encode(&clock::random::<16>()?), desk.now());
            let feed = StoredFeed { hash: token_hash(&secret), since };
            let wish = wishes::change(desk, me, |wish| StoredWish { feed: Some(feed.clone()), ..wish })?;
            view(desk, wish, Some(Endpoint::Feed.url(&secret)))
        }
        MessagesCommand::EndFeed => {
            view(desk, wishes::change(desk, me, |wish| StoredWish { feed: None, ..wish })?, None)
        }
    }
}

fn view(desk: &Desk, wish: StoredWish, feed: Option<String>) -> Result<OwnMessages, Failure> {
    let by_mail = Ways::of(desk.environment()).is_some_and(|ways| ways.has_mail());
    let delivery = letter(desk, &Receiver::Officer(wish.who.clone()))?;
    let StoredWish { email, about, feed: stored, .. } = wish;
    Ok(OwnMessages { by_mail, email, about, delivery, feed_since: stored.map(|feed| feed.since), feed })
}

fn letter(desk: &Desk, receiver: &Receiver) -> Result<Delivery, Failure> {
    Ok(stored(desk)?.letter(receiver).map(of).unwrap_or_default())
}

fn of(letter: &Letter) -> Delivery {
    Delivery { sent: letter.sent, failing: letter.waiting.as_ref().and_then(|waiting| waiting.failing) }
}

fn stored(desk: &Desk) -> Result<StoredOutbox, Failure> {
    Ok(desk.cases.get(&OUTBOX).or_else(|failure| failure.unless_damaged(None))?.unwrap_or_default())
}

/// How the messages of this AF go; none for one who gets none.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn delivery(desk: &Desk, me: &AccountId) -> Result<Option<Delivery>, Failure> {
    if Ways::of(desk.environment()).is_none_or(|ways| !ways.has_mail()) || wishes::of(desk, me)?.email.is_none() {
        return Ok(None);
    }
    letter(desk, &Receiver::Officer(me.clone())).map(Some)
}

/// How messages go in this instance; none where there is no way out.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn health(desk: &Desk) -> Result<Option<MessagesHealth>, Failure> {
    if Ways::of(desk.environment()).is_none() {
        return Ok(None);
    }
    let letters = stored(desk)?.letters;
    let all = || letters.iter().map(|(receiver, letter)| (receiver, of(letter)));
    let sent = all().filter_map(|(_, one)| one.sent).max();
    // a melder's address may be wrong: that is a fault of the way only where nothing else went since
    let counts = |receiver: &Receiver, since: Moment| !receiver.is_reporter() || sent.is_none_or(|sent| sent < since);
    let failing = all().filter_map(|(to, one)| one.failing.filter(|since| counts(to, *since))).min();
    Ok(Some(MessagesHealth { sent: sent.map(|at| at.day()), failing: failing.map(|at| at.day()) }))
}
