//! Questions to KMT without names, at the end of the adviser: who holds a link and its code reads the question, asks
//! something back, and answers. They have no account. The words go into the case itself, so there is no second copy;
//! beside the cases stands a list of links that are open, which says which case one belongs to.
//!
//! The link is 128 bits and is kept nowhere. The code has eight digits and is told by phone, so whoever only sees the
//! link has ten tries; each is written into the case before it is answered.
#[cfg(test)]
mod tests;

use super::{index, keys, links, load, save::repair};
use crate::Desk;
use kit::{
    Failure,
    derive::{derive, same},
    hex,
    inbox::secret::Secret,
    store::Standing,
};
use shared::{
    case::{
        Case, NewLink,
        kmt::{CODE_DIGITS, KmtState, OpenLink, SaidWhat, Taken},
        notes::AdviserWord,
    },
    contract::{KmtAsked, KmtLink, KmtSaid, KmtView, ProblemKind},
    id::{AccountId, CaseId, LinkKey},
    moment::Day,
};

/// How often a write is tried again when others write the same case.
const TRIES: usize = 20;

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

/// The question behind a link, for whoever has its code too.
pub struct Opened {
    standing: Standing<Case>,
    link: LinkKey,
}

/// Opens the question behind a link. A wrong code is counted in the case before this answers.
///
/// # Errors
/// A 404 for a link that opens nothing (any more), and for a wrong code; [`Failure::Unavailable`].
pub fn open(desk: &Desk, link: &KmtLink) -> Result<Opened, Failure> {
    let keys = stored(link);
    let case = links::case_of(desk, &keys.link)?.ok_or_else(over)?;
    for _ in 0..TRIES {
        let standing = load(desk, &case)?;
        let state = standing.value.kmt();
        let asked = state.iter().find(|state| state.asked.link == keys.link).ok_or_else(over)?;
        if same(asked.asked.code.as_str().as_bytes(), keys.code.as_str().as_bytes()) {
            return Ok(Opened { standing, link: keys.link });
        }
        match standing.value.with_wrong_code(&keys.link, desk.now()) {
            Taken::Added(after) if write(desk, &standing, &after)? => return Err(over()),
            Taken::Added(_) => {}
            Taken::There | Taken::Over => return Err(over()),
        }
    }
    Err(Failure::of(ProblemKind::Busy, "Probeer het zo opnieuw."))
}

/// The questions that the adviser with this account may answer now. One whose case cannot be read is left out.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn of_account(desk: &Desk, account: &AccountId) -> Result<Vec<KmtAsked>, Failure> {
    let mut asked = Vec::new();
    for OpenLink { case, link, .. } in links::of_account(desk, account)? {
        let Some(standing) = load(desk, &case).map(Some).or_else(unless_gone)? else { continue };
        match (Opened { standing, link: link.clone() }).view(desk) {
            Ok(question) => asked.push(KmtAsked { id: link, question }),
            // it was answered, or is over otherwise
            Err(Failure::Problem(..)) => {}
            Err(failure) => return Err(failure),
        }
    }
    asked.sort_by_key(|one| one.question.asked);
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
    Ok(Opened { standing: load(desk, &one.case)?, link: one.link })
}

impl Opened {
    /// The case.
    #[must_use]
    pub fn case(&self) -> &CaseId {
        &self.standing.value.origins().id
    }

    /// The question, as the adviser sees it.
    ///
    /// # Errors
    /// A 404 once it is over.
    pub fn view(&self, desk: &Desk) -> Result<KmtView, Failure> {
        let case = &self.standing.value;
        let today = desk.now().day();
        let state = case.kmt_behind(&self.link, today).ok_or_else(over)?;
        view(desk, case, &state, today)
    }

    /// Takes what the adviser wrote into the case, and gives the question as it is then.
    ///
    /// # Errors
    /// A 404 once it is over; [`Failure::Unavailable`].
    pub fn answer(self, desk: &Desk, word: &AdviserWord) -> Result<KmtView, Failure> {
        let Self { mut standing, link } = self;
        for _ in 0..TRIES {
            let after = match standing.value.with_adviser(&link, word, desk.now()) {
                Taken::Added(after) => after,
                Taken::There => return of_link(desk, &standing.value, &link),
                Taken::Over => return Err(over()),
            };
            if write(desk, &standing, &after)? {
                return of_link(desk, &after, &link);
            }
            standing = load(desk, &after.origins().id)?;
        }
        Err(Failure::of(ProblemKind::Busy, "Probeer het zo opnieuw."))
    }
}

/// Writes the case if it is as it was, and brings the lists in line. If that stops, the next access to the case repairs
/// it.
fn write(desk: &Desk, standing: &Standing<Case>, after: &Case) -> Result<bool, Failure> {
    let id = &after.origins().id;
    if !keys::vault(desk, id)?.replace(&keys::record(id), standing, after)? {
        return Ok(false);
    }
    let followed = repair(desk, after).and_then(|()| index::put_existing(desk, after));
    followed.unwrap_or_else(|failure| failure.log());
    Ok(true)
}

fn of_link(desk: &Desk, case: &Case, link: &LinkKey) -> Result<KmtView, Failure> {
    let today = desk.now().day();
    let all = case.kmt();
    view(desk, case, all.iter().find(|state| state.asked.link == *link).ok_or_else(over)?, today)
}

/// All questions to KMT of a case, as an AF sees them.
///
/// # Errors
/// [`Failure::Internal`] without a profile.
pub fn views(desk: &Desk, case: &Case) -> Result<Vec<KmtView>, Failure> {
    let today = desk.now().day();
    case.kmt().iter().map(|state| view(desk, case, state, today)).collect()
}

fn view(desk: &Desk, case: &Case, state: &KmtState<'_>, today: Day) -> Result<KmtView, Failure> {
    let (environment, report) = (desk.environment(), &case.origins().report);
    let ticked = environment.ticked(&environment.profile()?, &report.list, &report.ticks)?;
    let named = ticked.into_iter().filter(|signal| state.asked.question.signals.contains(&signal.id));
    let said = state.said.iter().map(|said| {
        let (says, by, text) = match said.what {
            SaidWhat::Officer(text) => (None, None, text),
            SaidWhat::Adviser(word) => (Some(word.says), Some(word.by.clone()), &word.text),
        };
        KmtSaid { says, by, text: text.clone(), at: said.at }
    });
    Ok(KmtView {
        number: state.at,
        asked: state.on,
        until: state.asked.until,
        stand: state.stand(today),
        question: state.asked.question.clone(),
        signals: named.map(|signal| signal.sentence).collect(),
        said: said.collect(),
        tries: state.tries,
    })
}

/// The same answer for everything that opens nothing: who guesses learns nothing from it.
fn over() -> Failure {
    let text = "Deze link geldt niet (meer), of de code klopt niet. Bel wie je de link gaf.";
    Failure::of(ProblemKind::NotFound, text)
}
