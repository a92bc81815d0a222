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
    indicators::Indicator,
    moment::Day,
};

/// All questions to KMT of a case, as an AF sees them, with the signals that the melder ticked.
#[must_use]
pub fn views(case: &Case, ticked: &[Indicator], today: Day) -> Vec<KmtView> {
    case.kmt().iter().map(|state| view(state, ticked, today)).collect()
}

fn view(state: &KmtState<'_>, ticked: &[Indicator], today: Day) -> KmtView {
    let question = &state.asked.question;
    KmtView {
        number: state.at,
        until: state.asked.until,
        stand: state.stand(today),
        content: content(question, ticked),
        asked_of: question.asked_of.clone(),
        adviser: question.adviser.clone(),
        said: said(state),
        tries: state.tries,
    }
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
    let (environment, report) = (desk.environment(), &case.origins().report);
    let ticked = environment.ticked(&environment.profile()?, &report.list, &report.ticks)?;
    let content = content(&state.asked.question, &ticked);
    Ok(KmtForAdviser { until, stand, content: Some(content), said: said(state) })
}

fn content(question: &KmtQuestion, ticked: &[Indicator]) -> KmtContent {
    let told = ticked.iter().filter(|signal| question.signals.contains(&signal.id));
    KmtContent::of(question, told.map(|signal| signal.sentence.clone()).collect())
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
