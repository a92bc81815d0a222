use shared::{
    case::{
        ActKind, NextAction, Settles,
        meldcode::{Follows, Meldcode},
    },
    contract::CaseDetail,
};

/// After so many tries going on without the melder is offered beside trying again.
const TRIED_OFTEN: usize = 2;

/// The buttons of the page: the next act, and the others. Together with the meldcode, which has a card of its own, they
/// are exactly the acts of the route that are possible now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actions {
    /// In the "Nu" card; the first one is the filled button.
    pub now: Vec<ActKind>,
    /// Under "Meer".
    pub more: Vec<ActKind>,
}

/// Divides the acts of the route that can be asked now.
#[must_use]
pub fn actions(detail: &CaseDetail) -> Actions {
    let mut wanted = wanted(detail);
    if is_to_be_reported(detail) {
        wanted.insert(0, ActKind::RecordVtt);
    } else if detail.vtt_open {
        // a missing answer about Veilig Thuis may block the next step
        let blocked = wanted.first().is_some_and(|first| !detail.commands.contains(first));
        wanted.insert(if blocked { 0 } else { wanted.len() }, settling(detail, &wanted));
    }
    let now: Vec<ActKind> = wanted.into_iter().filter(|kind| detail.commands.contains(kind)).collect();
    let elsewhere = |kind: &ActKind| now.contains(kind) || *kind == ActKind::NoteMeldcode;
    let more = detail.commands.iter().copied().filter(|kind| !elsewhere(kind)).collect();
    Actions { now, more }
}

/// Those of the next act, and what can take its place.
fn wanted(detail: &CaseDetail) -> Vec<ActKind> {
    let mut wanted = preferred(detail.row.next).to_vec();
    if detail.row.next == NextAction::CallReporter && detail.row.attempts >= TRIED_OFTEN {
        wanted.push(ActKind::ProposeNoContact);
    }
    if detail.row.without.is_some() {
        wanted.push(ActKind::RecordLateContact);
    }
    wanted
}

/// What settles Veilig Thuis. Where Veilig Thuis declined, that is KMT, unless it is the next act already.
fn settling(detail: &CaseDetail, wanted: &[ActKind]) -> ActKind {
    let asks_kmt = detail.safety().ask_kmt_on().is_some();
    if asks_kmt && !wanted.contains(&ActKind::RecordKmtCheck) { ActKind::RecordKmtCheck } else { ActKind::RecordVtt }
}

/// The meldcode came out at a melding, and Veilig Thuis does not know of it yet.
fn is_to_be_reported(detail: &CaseDetail) -> bool {
    let reached = detail.vtt.as_ref().is_some_and(|note| match note.settles() {
        Settles::All | Settles::OnceKmtIsAsked => true,
        Settles::Only(_) | Settles::Nothing => false,
    });
    !reached && Meldcode::of(&detail.timeline).course().1 == Follows::Report
}

/// The acts of a next action; its words name the first one.
pub(super) fn preferred(next: NextAction) -> &'static [ActKind] {
    match next {
        NextAction::CallReporter => &[ActKind::RecordContact, ActKind::RecordAttempt],
        NextAction::FillForm => &[ActKind::SaveForm],
        NextAction::StartInvestigation => &[ActKind::StartInvestigation, ActKind::SaveForm],
        NextAction::AskKmtToday => &[ActKind::RecordKmtCheck, ActKind::AskKmt],
        NextAction::AskKmt => &[ActKind::AskKmt, ActKind::RecordKmtCheck],
        NextAction::AnswerKmt => &[ActKind::ReplyToKmt],
        NextAction::AwaitKmt => &[ActKind::RecordSource, ActKind::RecordKmtCheck],
        NextAction::FinishTask => &[ActKind::FinishTask, ActKind::RecordSource],
        NextAction::FinishInvestigation => &[ActKind::MoveToDecision, ActKind::RecordSource],
        NextAction::DiscussAndDecide => &[ActKind::Decide, ActKind::BackToInvestigation],
        NextAction::AskTable => &[ActKind::RecordDiscussed, ActKind::MoveTable],
        NextAction::AnswerColleague => &[ActKind::Agree, ActKind::Decline],
        NextAction::TellReporter => &[ActKind::GiveFeedback, ActKind::ProposeNoFeedback],
        NextAction::AwaitColleague => &[ActKind::GiveFeedback, ActKind::RecordContact, ActKind::RecordAttempt],
        NextAction::AwaitReceipt => &[ActKind::ConfirmReferral, ActKind::RecordAnswer, ActKind::Close],
        NextAction::Close => &[ActKind::Close],
        NextAction::AwaitLead | NextAction::Nothing => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::{
        answer::YesNo,
        case::{
            Event,
            notes::{MeldcodeNote, MeldcodePart, VttNote},
        },
        text::{Line, Prose},
    };

    #[test]
    fn the_buttons_are_the_commands_each_once() {
        let case = detail(vec![]);
        let Actions { now, more } = actions(&case);
        assert_eq!(now, [ActKind::RecordContact, ActKind::RecordAttempt]);
        let mut all = [now, more, vec![ActKind::NoteMeldcode]].concat();
        all.sort_by_key(|kind| case.commands.iter().position(|one| one == kind));
        assert_eq!(all, case.commands);
    }

    #[test]
    fn veilig_thuis_comes_first_where_it_blocks_the_next_act() {
        let mut case = detail(vec![]);
        case.vtt_open = true;
        assert_eq!(actions(&case).now[2], ActKind::RecordVtt);
        case.row.next = NextAction::StartInvestigation;
        case.commands = vec![ActKind::SaveForm, ActKind::RecordVtt];
        assert_eq!(actions(&case).now, [ActKind::RecordVtt, ActKind::SaveForm]);
    }

    #[test]
    fn a_melding_that_the_meldcode_asks_for_comes_first_until_it_was_made() {
        let line = |text: &str| Line::parse(text).unwrap();
        let answer = |part| {
            let why = Prose::parse("Verzonnen reden").unwrap();
            (1, Event::MeldcodeNoted(MeldcodeNote { part, answer: Some(YesNo::Yes), why }))
        };
        let mut events = vec![answer(MeldcodePart::Suspicion), answer(MeldcodePart::Unsafe)];
        assert_eq!(actions(&detail(events.clone())).now[0], ActKind::RecordVtt);
        let made = VttNote::Reported { who: line("Fleur"), when: line("vandaag"), reference: None };
        events.push((1, Event::VttRecorded(made)));
        assert_eq!(actions(&detail(events)).now[0], ActKind::RecordContact);
    }
}
