use super::{Relation, Role};
use crate::choice::choice;

choice!(
    /// An action in the permission table.
    Action {
        /// Send a report.
        Report = "melden",
        /// See the steps of one's own report, with its code.
        Follow = "eigen melding volgen",
        /// The worklist, a report by phone, one's stand-in, handing over.
        Work = "werklijst",
        /// Number, step and deadline of a case: a reduced line of the worklist.
        SeeLine = "nummer, stap en termijn zien",
        /// All of a case.
        See = "dossier zien",
        /// The acts of the route.
        Handle = "opdrachten van de route",
        /// Agree as the second AF.
        Agree = "akkoord als tweede AF",
        /// Give it to an AF, take it, open it again: what makes it somebody's.
        Give = "toewijzen, heropenen",
        /// Exclude an AF, say that it is one's own report, propose to lift an exclusion.
        Exclude = "uitsluiten",
        /// Correct, restrict, hold, what a data subject asks, and the copy for that person.
        Rights = "correctie, beperking, bewaarplicht, verzoek, kopie",
        /// Propose to destroy a closed case, agree to it or not.
        Destroy = "vernietigen voorstellen, akkoord of niet",
        /// Break-glass: open a colleague's case with a reason, until the end of the day.
        BreakGlass = "noodtoegang met reden",
        /// The FG's part, by number: agree to a destruction or not, agree to an advice on a data subject's request or
        /// not. Nothing of the case is shown.
        Guard = "akkoord op vernietigen en verzoeken, op nummer",
        /// Answer a question on a summary without names.
        Advise = "vraag beantwoorden",
        /// Figures with small numbers left out.
        Figures = "cijfers",
        /// Accounts and lists.
        Accounts = "accounts en lijsten",
        /// Who looked at or did what.
        Audit = "logboek",
    }
);

/// Whether somebody with this role (`None`: no log-in, a melder) may do this in this relation.
#[must_use]
pub fn may(role: Option<Role>, action: Action, relation: Relation) -> bool {
    allowed(role, action).contains(&relation)
}

/// In which relations; what is not named is not allowed. [`Relation::Excluded`] is named nowhere.
fn allowed(role: Option<Role>, action: Action) -> &'static [Relation] {
    use Relation::{Agenda, Asked, CodeHolder, NoCase, Opened, Other};
    match (action, role) {
        // these need no log-in, so nobody is kept from them
        (Action::Report, _) => &[NoCase],
        (Action::Follow, _) => &[CodeHolder],
        (Action::Work, Some(Role::Officer)) => &[NoCase],
        (Action::SeeLine, Some(Role::Officer)) => {
            &[Relation::Assigned, Relation::StandIn, Relation::Unassigned, Agenda, Opened, Other]
        }
        (
            Action::See | Action::Handle | Action::Agree | Action::Exclude | Action::Rights | Action::Destroy,
            Some(Role::Officer),
        ) => &[Relation::Assigned, Relation::StandIn, Relation::Unassigned, Agenda, Opened],
        // AFs who came in through the agenda or with a reason cannot make it a case of their own
        (Action::Give, Some(Role::Officer)) => &[Relation::Assigned, Relation::StandIn, Relation::Unassigned],
        (Action::BreakGlass, Some(Role::Officer)) => &[Opened, Other],
        (Action::Advise, Some(Role::Adviser)) => &[Asked],
        (Action::Figures, Some(Role::Officer | Role::Analyst)) => &[NoCase],
        (Action::Accounts, Some(Role::Administrator)) => &[NoCase],
        (Action::Audit | Action::Guard, Some(Role::PrivacyOfficer)) => &[NoCase],
        (
            Action::Work
            | Action::SeeLine
            | Action::See
            | Action::Handle
            | Action::Agree
            | Action::Give
            | Action::Exclude
            | Action::Rights
            | Action::Destroy
            | Action::Guard
            | Action::BreakGlass
            | Action::Advise
            | Action::Figures
            | Action::Accounts
            | Action::Audit,
            None | Some(Role::Officer | Role::Administrator | Role::PrivacyOfficer | Role::Analyst | Role::Adviser),
        ) => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everybody() -> impl Iterator<Item = Option<Role>> {
        Role::ALL.iter().copied().map(Some).chain([None])
    }

    #[test]
    fn who_is_excluded_may_nothing_at_all() {
        for role in everybody() {
            for action in Action::ALL {
                assert!(!may(role, *action, Relation::Excluded), "{role:?} {action:?}");
            }
        }
    }

    #[test]
    fn content_is_for_afs_only_and_for_those_of_the_case() {
        let content = [
            Action::See,
            Action::Handle,
            Action::Agree,
            Action::Give,
            Action::Exclude,
            Action::Rights,
            Action::Destroy,
        ];
        for action in content {
            for relation in Relation::ALL {
                for role in everybody().filter(|role| *role != Some(Role::Officer)) {
                    assert!(!may(role, action, *relation), "{role:?} {action:?} {relation:?}");
                }
            }
            assert!(!may(Some(Role::Officer), action, Relation::Other), "{action:?}");
        }
    }

    #[test]
    fn who_opened_a_case_with_a_reason_cannot_keep_it() {
        assert!(may(Some(Role::Officer), Action::Handle, Relation::Opened));
        assert!(!may(Some(Role::Officer), Action::Give, Relation::Opened));
    }
}
