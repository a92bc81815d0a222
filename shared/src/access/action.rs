use super::{Relation, Role};
use crate::case::Refusal;

pub use crate::case::act::Action;

/// Whether somebody with this role (`None`: no log-in, a melder) may do this in this relation.
#[must_use]
pub fn may(role: Option<Role>, action: Action, relation: Relation) -> bool {
    allowed(role, action).contains(&relation)
}

/// Whether somebody with this role may propose to destroy a case: an AF, who knows the case.
///
/// # Errors
/// [`Refusal::OfficerProposes`].
pub fn may_propose_destruction(role: Role) -> Result<(), Refusal> {
    match role {
        Role::Officer => Ok(()),
        Role::Administrator | Role::PrivacyOfficer | Role::Analyst | Role::Adviser => Err(Refusal::OfficerProposes),
    }
}

/// The relations that allow it; all others are denied. [`Relation::Excluded`] is named nowhere.
fn allowed(role: Option<Role>, action: Action) -> &'static [Relation] {
    use Relation::{Agenda, Asked, CodeHolder, Covering, NoCase, Opened, Other};
    match (action, role) {
        // these need no log-in, so everybody may use them
        (Action::Report, None | Some(_)) => &[NoCase],
        (Action::Follow, None | Some(_)) => &[CodeHolder],
        (Action::Work, Some(Role::Officer)) => &[NoCase],
        (Action::SeeLine, Some(Role::Officer)) => {
            &[Relation::Assigned, Relation::StandIn, Covering, Relation::Unassigned, Agenda, Opened, Other]
        }
        (Action::See | Action::Handle | Action::Agree | Action::Rights, Some(Role::Officer)) => {
            &[Relation::Assigned, Relation::StandIn, Covering, Relation::Unassigned, Agenda, Opened]
        }
        // AFs who came in through the agenda or with a reason, to stand in too, cannot take it, end it, destroy it or
        // keep others out
        (Action::Give | Action::End | Action::Exclude | Action::Destroy, Some(Role::Officer)) => {
            &[Relation::Assigned, Relation::StandIn, Relation::Unassigned]
        }
        (Action::BreakGlass, Some(Role::Officer)) => &[Opened, Other],
        // with a link and its code nobody is asked who they are
        (Action::Advise, Some(Role::Adviser)) => &[Asked, CodeHolder],
        (Action::Advise, None | Some(Role::Officer | Role::Administrator | Role::PrivacyOfficer | Role::Analyst)) => {
            &[CodeHolder]
        }
        (Action::Figures, Some(Role::Officer | Role::Analyst)) => &[NoCase],
        (Action::Accounts, Some(Role::Administrator)) => &[NoCase],
        (Action::Audit | Action::Guard, Some(Role::PrivacyOfficer)) => &[NoCase],
        (
            Action::Work
            | Action::SeeLine
            | Action::See
            | Action::Handle
            | Action::End
            | Action::Agree
            | Action::Give
            | Action::Exclude
            | Action::Rights
            | Action::Destroy
            | Action::Guard
            | Action::BreakGlass
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
    fn an_excluded_af_may_do_nothing() {
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
            Action::End,
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
    fn who_came_by_the_agenda_or_with_a_reason_cannot_take_end_destroy_or_keep_out() {
        for relation in [Relation::Agenda, Relation::Opened, Relation::Covering] {
            assert!(may(Some(Role::Officer), Action::Handle, relation));
            for action in [Action::Give, Action::End, Action::Exclude, Action::Destroy] {
                assert!(!may(Some(Role::Officer), action, relation), "{action:?} {relation:?}");
            }
        }
    }
}
