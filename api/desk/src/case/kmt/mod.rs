//! Questions to KMT without names, at the end of the adviser: who holds a link and its code, or has the account that
//! was asked, reads the question, asks something back, and answers. The words go into the case itself, so there is no
//! second copy; beside the cases stands a list of links that are open, which says which case one belongs to.
//!
//! The link is 128 bits and is kept nowhere. The code has eight digits and is told by phone, so whoever only sees the
//! link has ten tries; each is written into the case before the code is looked at.
#[cfg(test)]
mod tests;
mod view;

pub use view::views;

use super::{index, keys, links, load, relations, save::repair};
use crate::{
    Desk,
    account::{self, StoredAccount},
};
use kit::{
    Failure,
    derive::{derive, same},
    hex,
    inbox::secret::Secret,
    store::Standing,
};
use shared::{
    access::{Relation, Role},
    case::{
        Case, NewLink, Row,
        kmt::{CODE_DIGITS, KmtState, OpenLink, Taken},
        notes::AdviserWord,
    },
    contract::{KmtAsked, KmtForAdviser, KmtLink, ProblemKind},
    id::{AccountId, CaseId, LinkKey},
};

/// How often a write is tried again when others write the same case.
const TRIES: usize = 20;
/// From this size on, in bytes, nothing is added from outside: what is left of a case is for finishing it.
const FULL: usize = 700 * 1024;
/// What an adviser reads where nothing fits any more.
const NO_ROOM: &str = "Er past niets meer bij deze vraag. Bel wie hem stelde.";
/// What an adviser reads who asks again before an AF answered.
const WAITS: &str = "Wat je terugvroeg, wacht nog op antwoord. Geef advies, of kom later terug.";

/// The link and the code that follow from the secret of a request, so that a retry gets the same.
#[must_use]
pub fn new_link(secret: &Secret) -> KmtLink {
    let number = u64::from_be_bytes(secret.derive("kmt code")) % 10_u64.pow(CODE_DIGITS);
    let code = format!("{number:08}");
    let (first, last) = code.split_at(code.len() / 2);
    KmtLink { link: hex::encode(&secret.derive::<16>("kmt link")), code: format!("{first} {last}") }
}

/// What is stored of a link and its code.
#[must_use]
pub fn stored(link: &KmtLink) -> NewLink {
    let (secret, code) = (link.link.as_bytes(), shared::code::digits(&link.code));
    let print = |what: &str, parts: &[&[u8]]| LinkKey::from_bytes(&derive(secret, what, parts));
    NewLink { link: print("place of a kmt link", &[]), code: print("code of a kmt link", &[code.as_bytes()]) }
}

/// A question that somebody may answer.
pub struct Opened {
    standing: Standing<Case>,
    link: LinkKey,
}

/// Opens the question behind a link. A try is written into the case before the code is looked at, so that many at the
/// same moment are no more tries; it is taken back when the code was right.
///
/// # Errors
/// A 404 for a link that opens nothing (any more), and for a wrong code; [`Failure::Unavailable`].
pub fn open(desk: &Desk, link: &KmtLink) -> Result<Opened, Failure> {
    let keys = stored(link);
    let case = links::case_of(desk, &keys.link)?.ok_or_else(over)?;
    let tried = swap(desk, &case, |standing| match standing.value.with_try(&keys.link, desk.now()) {
        Taken::Added(after) => Ok(Some(*after)),
        Taken::There | Taken::Waits | Taken::Over => Err(over()),
    })?;
    let all = tried.value.kmt();
    let state = all.iter().find(|state| state.asked.link == keys.link).ok_or_else(over)?;
    if !same(state.asked.code.as_str().as_bytes(), keys.code.as_str().as_bytes()) {
        index::put_existing(desk, &tried.value)?;
        return Err(over());
    }
    // a question to an account opens with that account only
    let by_link = state.asked.question.adviser.is_none();
    let standing = swap(desk, &case, |standing| Ok(Some(standing.value.without_try(&keys.link))))?;
    if by_link { Opened { standing, link: keys.link }.checked(desk, &account::all(desk)?) } else { Err(over()) }
}

/// Whether the AF who asked can still log in and is not kept out of the case: otherwise nothing goes on behind their
/// link. That a colleague took the case over changes nothing for the adviser.
fn knows(desk: &Desk, accounts: &[StoredAccount], case: &Case, state: &KmtState<'_>) -> Result<bool, Failure> {
    let is_here = accounts.iter().any(|one| one.id == *state.by && one.role == Role::Officer && one.can_log_in());
    let viewer = relations::viewer(desk, state.by, accounts)?;
    Ok(is_here && viewer.relation(&Row::of(case)) != Relation::Excluded)
}

/// Changes a case as this decides, on what is stored then; nothing to change is as good.
fn swap(
    desk: &Desk,
    id: &CaseId,
    decide: impl Fn(&Standing<Case>) -> Result<Option<Case>, Failure>,
) -> Result<Standing<Case>, Failure> {
    for _ in 0..TRIES {
        let standing = load(desk, id)?;
        let Some(after) = decide(&standing)? else { return Ok(standing) };
        if keys::vault(desk, id)?.replace(&keys::record(id), &standing, &after)? {
            return load(desk, id);
        }
    }
    Err(Failure::of(ProblemKind::Busy, "Probeer het zo opnieuw."))
}

/// The questions that the adviser with this account may answer now, each with its case. One whose case cannot be read
/// is left out.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn of_account(desk: &Desk, account: &AccountId) -> Result<Vec<(CaseId, KmtAsked)>, Failure> {
    let (mut asked, accounts) = (Vec::new(), account::all(desk)?);
    for OpenLink { case, link, .. } in links::of_account(desk, account)? {
        let Some(standing) = load(desk, &case).map(Some).or_else(unless_gone)? else { continue };
        let opened = (Opened { standing, link: link.clone() }).checked(desk, &accounts);
        match opened.and_then(|opened| opened.view(desk)) {
            Ok(question) => asked.push((case, KmtAsked { id: link, question })),
            // it was answered, or is over otherwise
            Err(Failure::Problem(..)) => {}
            Err(failure) => return Err(failure),
        }
    }
    asked.sort_by_key(|(_case, one)| one.question.until);
    Ok(asked)
}

/// A case that was destroyed, or that cannot be read.
fn unless_gone<T>(failure: Failure) -> Result<Option<T>, Failure> {
    if matches!(failure, Failure::Problem(..)) { Ok(None) } else { failure.unless_damaged(None) }
}

/// One of those, by its id.
///
/// # Errors
/// A 404 for one that this adviser was not asked, or that is over; [`Failure::Unavailable`].
pub fn open_own(desk: &Desk, account: &AccountId, id: &LinkKey) -> Result<Opened, Failure> {
    let list = links::of_account(desk, account)?;
    let one = list.into_iter().find(|one| one.link == *id).ok_or_else(Failure::not_found)?;
    Opened { standing: load(desk, &one.case)?, link: one.link }.checked(desk, &account::all(desk)?)
}

impl Opened {
    /// The case.
    #[must_use]
    pub fn case(&self) -> &CaseId {
        &self.standing.value.origins().id
    }

    /// The same, while whoever asked may know what comes of it.
    fn checked(self, desk: &Desk, accounts: &[StoredAccount]) -> Result<Self, Failure> {
        let case = &self.standing.value;
        let all = case.kmt();
        let state = all.iter().find(|state| state.asked.link == self.link).ok_or_else(over)?;
        if knows(desk, accounts, case, state)? { Ok(self) } else { Err(over()) }
    }

    /// The question, as the adviser sees it.
    ///
    /// # Errors
    /// A 404 once it is over.
    pub fn view(&self, desk: &Desk) -> Result<KmtForAdviser, Failure> {
        let today = desk.now().day();
        let case = &self.standing.value;
        view::for_adviser(desk, case, &case.kmt_behind(&self.link, today).ok_or_else(over)?, today)
    }

    /// Takes what the adviser wrote into the case, and gives the question as it is then. The same once more brings the
    /// lists in line, should that have failed the time before.
    ///
    /// # Errors
    /// A 404 once it is over; a 409 while something that was asked back waits; [`Failure::Unavailable`].
    pub fn answer(self, desk: &Desk, word: &AdviserWord) -> Result<KmtForAdviser, Failure> {
        let Self { standing, link } = self;
        let id = &standing.value.origins().id;
        let said = swap(desk, id, |standing| match standing.value.with_adviser(&link, word, desk.now()) {
            Taken::Added(_) if standing.size() > FULL => Err(Failure::of(ProblemKind::Refused, NO_ROOM)),
            Taken::Added(after) => Ok(Some(*after)),
            Taken::There => Ok(None),
            Taken::Waits => Err(Failure::of(ProblemKind::Refused, WAITS)),
            Taken::Over => Err(over()),
        })?;
        let case = &said.value;
        repair(desk, case)?;
        index::put_existing(desk, case)?;
        let today = desk.now().day();
        let all = case.kmt();
        view::for_adviser(desk, case, all.iter().find(|state| state.asked.link == link).ok_or_else(over)?, today)
    }
}

/// The same answer for everything that opens nothing: who guesses learns nothing from it.
fn over() -> Failure {
    let text = "Deze link geldt niet (meer), of de code klopt niet. Bel wie je de link gaf.";
    Failure::of(ProblemKind::NotFound, text)
}
