use super::{
    Action, Leads, Needs,
    course::{EVERY, OPEN, TOLD_IN, UNDECIDED},
    table::rows,
};
use crate::{
    case::{Event, KmtEvent, Proposal, RightsEvent, Step},
    choice::choice,
};
use Leads::{AsProposed, Beside, Stays, StaysOrTo, To};
use Step::{Closed, Decision, InContact, Investigation, Received, Referred};

/// The row's value, or the default where the row says nothing.
macro_rules! or {
    ($default:expr) => {
        $default
    };
    ($default:expr, $given:expr) => {
        $given
    };
}

macro_rules! kinds {
    (
        case { $(
            $(#[$doc:meta])*
            $name:ident $(($content:ty))? = $wire:literal {
                $steps:expr => $leads:expr, may: $action:ident
                $(, agrees: $needs:ident)? $(, goes_on: $goes:literal)? $(, first: $first:path)?;
                $how:ident $made:path $(, told $event:pat)? $(, waits $proposal:pat)?
            }
        )+ }
        older { $($(#[$old_doc:meta])* $old:ident = $old_wire:literal => $old_kind:ident),+ $(,)? }
        register { $(
            $(#[$own_doc:meta])*
            $own:ident = $own_wire:literal { may: $own_action:ident $(, agrees: $own_needs:ident)? $(; told $own_event:pat)? }
        )+ }
    ) => {
        choice!(
            /// Everything that can be done with a case, without its content. The text form is its name on the wire and
            /// in the audit.
            ActKind {
                $($(#[$doc])* $name = $wire,)+
                $($(#[$own_doc])* $own = $own_wire,)+
            }
        );

        impl ActKind {
            /// The steps in which it is possible, and the steps it leads to.
            pub(super) fn course(self) -> (&'static [Step], Leads) {
                match self {
                    $(Self::$name => ($steps, $leads),)+
                    $(Self::$own => (&[], Leads::Register),)+
                }
            }

            /// Its action in the permission table.
            #[must_use]
            pub fn action(self) -> Action {
                match self {
                    $(Self::$name => Action::$action,)+
                    $(Self::$own => Action::$own_action,)+
                }
            }

            /// The second person whose consent is needed. For closing early it depends on the content.
            #[must_use]
            pub fn needs(self) -> Needs {
                match self {
                    $(Self::$name => or!(Needs::Nobody $(, Needs::$needs)?),)+
                    $(Self::$own => or!(Needs::Nobody $(, Needs::$own_needs)?),)+
                }
            }

            /// Whether it can be done while the processing of the case is restricted.
            #[must_use]
            pub fn goes_on_when_restricted(self) -> bool {
                match self {
                    $(Self::$name => or!(false $(, $goes)?),)+
                    $(Self::$own => false,)+
                }
            }

            /// The act that an event came from.
            #[must_use]
            pub fn of(event: &Event) -> Self {
                match event {
                    Event::Proposed(proposal) => Self::proposing(proposal),
                    $($($event => Self::$name,)?)+
                    $($($own_event => Self::$own,)?)+
                }
            }

            /// The act that a proposal came from.
            #[must_use]
            pub fn proposing(proposal: &Proposal) -> Self {
                match proposal {
                    $($($proposal => Self::$name,)?)+
                }
            }
        }
    };
}

rows!(kinds);

impl ActKind {
    /// The steps it can lead to from a step: empty when it is not possible there, the step itself when it stays.
    #[must_use]
    pub fn targets(self, step: Step) -> Vec<Step> {
        let (steps, leads) = self.course();
        if !steps.contains(&step) {
            return Vec::new();
        }
        match leads {
            Stays | Beside => vec![step],
            To(others) => others.to_vec(),
            StaysOrTo(others) => [&[step], others].concat(),
            AsProposed => Self::proposals_lead(step),
            Leads::Register => Vec::new(),
        }
    }

    /// Where proposals lead that can wait in this step.
    fn proposals_lead(step: Step) -> Vec<Step> {
        let proposals = Self::ALL.iter().filter(|kind| kind.needs() == Needs::OtherOfficer);
        let mut all: Vec<Step> = proposals.flat_map(|kind| kind.targets(step)).collect();
        all.sort_by_key(|step| *step as u8);
        all.dedup();
        all
    }

    /// Whether it adds words to a case that can be finished without them.
    #[must_use]
    pub fn only_adds(self) -> bool {
        matches!(
            self,
            Self::SaveForm
                | Self::RecordSource
                | Self::RecordAttempt
                | Self::RecordAnswer
                | Self::MoveTable
                | Self::AddRemark
                | Self::NoteMeeting
                | Self::AskReporter
                | Self::AskKmt
                | Self::ReplyToKmt
                | Self::NoteMeldcode
                | Self::Correct
        )
    }

    /// Whether it is work on the route, also where it is asked for many cases at once.
    #[must_use]
    pub fn handles(self) -> bool {
        let together = matches!(self, Self::ProposeTogether | Self::AgreeTogether | Self::RejectTogether);
        together || self.is_of_the_route()
    }

    /// Whether it is an act of the route, and not one beside it.
    #[must_use]
    pub fn is_of_the_route(self) -> bool {
        match self.course().1 {
            Stays | To(_) | StaysOrTo(_) | AsProposed => true,
            Beside | Leads::Register => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_acts_share_a_name() {
        for (at, kind) in ActKind::ALL.iter().enumerate() {
            assert!(ActKind::ALL[..at].iter().all(|earlier| earlier.as_str() != kind.as_str()), "{kind:?}");
        }
    }

    #[test]
    fn an_act_for_two_names_the_second_person() {
        assert_eq!(ActKind::Decide.needs(), Needs::OtherOfficer);
        assert_eq!(ActKind::AdviseRequest.needs(), Needs::PrivacyOfficer);
        assert_eq!(ActKind::ProposeDestruction.needs(), Needs::OfficerOrPrivacyOfficer);
        assert_eq!(ActKind::AddRemark.needs(), Needs::Nobody);
    }
}
