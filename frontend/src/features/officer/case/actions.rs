use shared::{
    case::{ActKind, NextAction},
    contract::CaseDetail,
};

/// The buttons of the page: the next act, and the others. Together they are exactly the acts of the route that are
/// possible now.
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
    if detail.vtt_open {
        // a missing answer about Veilig Thuis may block the next step
        let blocked = wanted.first().is_some_and(|first| !detail.commands.contains(first));
        wanted.insert(if blocked { 0 } else { wanted.len() }, ActKind::RecordVtt);
    }
    let now: Vec<ActKind> = wanted.into_iter().filter(|kind| detail.commands.contains(kind)).collect();
    let more = detail.commands.iter().copied().filter(|kind| !now.contains(kind)).collect();
    Actions { now, more }
}

fn preferred(next: NextAction) -> &'static [ActKind] {
    match next {
        NextAction::CallReporter => &[ActKind::RecordContact, ActKind::RecordAttempt],
        NextAction::FillForm => &[ActKind::SaveForm],
        NextAction::StartInvestigation => &[ActKind::StartInvestigation, ActKind::SaveForm],
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

    #[test]
    fn the_buttons_are_the_commands_each_once() {
        let case = detail(vec![]);
        let Actions { now, more } = actions(&case);
        assert_eq!(now, [ActKind::RecordContact, ActKind::RecordAttempt]);
        let mut all = [now, more].concat();
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
}
