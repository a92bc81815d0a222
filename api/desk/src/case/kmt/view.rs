//! A question to KMT as it is shown: to an AF, and to its adviser.
use crate::Desk;
use kit::Failure;
use shared::{
    case::{
        Case,
        kmt::{KmtState, Said, SaidWhat},
        notes::{AdviserWord, KmtQuestion},
    },
    contract::{KmtContent, KmtForAdviser, KmtSaid, KmtView},
    moment::Day,
};

/// All questions to KMT of a case, as an AF sees them.
///
/// # Errors
/// [`Failure::Internal`] without a profile.
pub fn views(desk: &Desk, case: &Case) -> Result<Vec<KmtView>, Failure> {
    let today = desk.now().day();
    case.kmt().iter().map(|state| view(desk, case, state, today)).collect()
}

fn view(desk: &Desk, case: &Case, state: &KmtState<'_>, today: Day) -> Result<KmtView, Failure> {
    let question = &state.asked.question;
    Ok(KmtView {
        number: state.at,
        until: state.asked.until,
        stand: state.stand(today),
        content: content(desk, case, question)?,
        asked_of: question.asked_of.clone(),
        adviser: question.adviser.clone(),
        said: said(state),
        tries: state.tries,
    })
}

/// Nothing of it once it was answered: a retry of the answer is no second look.
pub(super) fn for_adviser(
    desk: &Desk,
    case: &Case,
    state: &KmtState<'_>,
    today: Day,
) -> Result<KmtForAdviser, Failure> {
    let (until, stand) = (state.asked.until, state.stand(today));
    if !state.is_open(today) {
        return Ok(KmtForAdviser { until, stand, content: None, said: Vec::new() });
    }
    let content = content(desk, case, &state.asked.question)?;
    Ok(KmtForAdviser { until, stand, content: Some(content), said: said(state) })
}

fn content(desk: &Desk, case: &Case, question: &KmtQuestion) -> Result<KmtContent, Failure> {
    let (environment, report) = (desk.environment(), &case.origins().report);
    let ticked = environment.ticked(&environment.profile()?, &report.list, &report.ticks)?;
    let told = ticked.into_iter().filter(|signal| question.signals.contains(&signal.id));
    Ok(KmtContent::of(question, told.map(|signal| signal.sentence).collect()))
}

fn said(state: &KmtState<'_>) -> Vec<KmtSaid> {
    let one = |said: &Said<'_>| match said.what {
        SaidWhat::Officer(text) => KmtSaid { says: None, by: None, logged_in: false, text: text.clone(), at: said.at },
        SaidWhat::Adviser(word) => {
            let AdviserWord { says, text, by, account } = word.clone();
            KmtSaid { says: Some(says), by: Some(by), logged_in: account.is_some(), text, at: said.at }
        }
    };
    state.said.iter().map(one).collect()
}
