use shared::{
    case::{
        ActKind, NextAction, Settles,
        meldcode::{Follows, Meldcode},
    },
    contract::CaseDetail,
};

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
    let mut wanted = preferred(detail.row.next).to_vec();
    if is_to_be_reported(detail) {
        wanted.insert(0, ActKind::RecordVtt);
    } else if detail.vtt_open {
        // a missing answer about Veilig Thuis may block the next step
        let blocked = wanted.first().is_some_and(|first| !detail.commands.contains(first));
        wanted.insert(if blocked { 0 } else { wanted.len() }, ActKind::RecordVtt);
    }
    let now: Vec<ActKind> = wanted.into_iter().filter(|kind| detail.commands.contains(kind)).collect();
    let elsewhere = |kind: &ActKind| now.contains(kind) || *kind == ActKind::NoteMeldcode;
    let more = detail.commands.iter().copied().filter(|kind| !elsewhere(kind)).collect();
    Actions { now, more }
}

/// The meldcode came out at a melding, and Veilig Thuis does not know of it yet.
fn is_to_be_reported(detail: &CaseDetail) -> bool {
    let reached = detail.vtt.as_ref().is_some_and(|note| match note.settles() {
        Settles::All | Settles::OnceKmtIsAsked => true,
        Settles::Only(_) | Settles::Nothing => false,
    });
    !reached && Meldcode::of(&detail.timeline).course().1 == Follows::Report
}

fn preferred(next: NextAction) -> &'static [ActKind] {
    match next {
        NextAction::CallReporter => &[ActKind::RecordContact, ActKind::RecordAttempt],
        NextAction::FillForm => &[ActKind::SaveForm],
        NextAction::StartInvestigation => &[ActKind::StartInvestigation, ActKind::SaveForm],
        NextAction::AskKmtToday => &[ActKind::RecordKmtCheck],
        NextAction::AskKmt => &[ActKind::RecordKmtCheck, ActKind::RecordSource],
        NextAction::FinishInvestigation => &[ActKind::MoveToDecision, ActKind::RecordSource],
        NextAction::DiscussAndDecide => &[ActKind::Decide],
        NextAction::TellReporter => &[ActKind::GiveFeedback, ActKind::ProposeNoFeedback],
        NextAction::AwaitColleague => &[ActKind::Agree, ActKind::GiveFeedback, ActKind::RecordContact],
        NextAction::AwaitReceipt => &[ActKind::ConfirmReferral, ActKind::Close],
        NextAction::Close => &[ActKind::Close],
        NextAction::Nothing => &[],
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
