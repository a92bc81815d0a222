use crate::{
    case::{Exclusions, Group, Row},
    choice::choice,
    id::{AccountId, CaseId, FunctionId},
    moment::Day,
};

choice!(
    /// The relation of an AF to a case. There is exactly one: the first that holds, in the order of
    /// [`Viewer::relation`].
    Relation {
        /// It is not about a case.
        NoCase = "geen dossier",
        /// The melder, who has its receipt code; or an adviser of KMT with the link of a question and its code.
        CodeHolder = "heeft de code",
        /// Has it.
        Assigned = "toegewezen",
        /// Stands in for the AF who has it (waarnemer), or took over the closed cases of a colleague who left.
        StandIn = "waarnemer",
        /// Stands in, with a reason, for the AF who has it and did not arrange that.
        Covering = "waarnemer met reden",
        /// Nobody has it: every AF may take it.
        Unassigned = "van niemand",
        /// It is on the agenda of the werkoverleg: it waits for the decision, or for a second AF.
        Agenda = "werkoverleg",
        /// Opened today by break-glass, with a reason.
        Opened = "noodtoegang",
        /// Was asked something about it (KMT-adviseur).
        Asked = "gevraagd",
        /// An AF with nothing to do with it.
        Other = "andere AF",
        /// May not know that it exists.
        Excluded = "uitgesloten",
    }
);

/// An AF, as far as the rules look at them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The account's id.
    pub id: AccountId,
    /// The function, if it is one of the gemeente's profile.
    pub function: Option<FunctionId>,
    /// Can log in, so that a case can be given to them.
    pub active: bool,
}

/// The AF who asks, with everything that is the same for every case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// Their account.
    pub me: AccountId,
    /// The day it is: some exclusions lapse.
    pub today: Day,
    /// All AFs, the viewer included.
    pub officers: Vec<Colleague>,
    /// The AFs for whom this AF stands in today.
    pub stands_in_for: Vec<AccountId>,
    /// The AFs for whom this AF stands in today with a reason, without their asking for it.
    pub covers_for: Vec<AccountId>,
    /// The colleagues whose closed cases this AF took over.
    pub succeeds: Vec<AccountId>,
    /// Which cases this AF opened today, with a reason.
    pub opened: Vec<CaseId>,
}

impl Viewer {
    /// The viewer's relation to the case of this line.
    #[must_use]
    pub fn relation(&self, row: &Row) -> Relation {
        let agenda = row.on_agenda(self.today);
        let relation = self.relation_of(row.assigned.as_ref(), &row.exclusions, agenda, row.is_open());
        let opened = relation == Relation::Other && self.opened.contains(&row.id);
        if opened { Relation::Opened } else { relation }
    }

    /// The viewer's relation to the open cases of this group. Which of them was opened by break-glass is not known
    /// here: to those the relation is [`Relation::Other`] too.
    #[must_use]
    pub fn relation_to(&self, group: &Group) -> Relation {
        let agenda = group.on_agenda || group.exclusions.awaits_second(self.today);
        self.relation_of(group.assigned.as_ref(), &group.exclusions, agenda, true)
    }

    fn relation_of(
        &self,
        assigned: Option<&AccountId>,
        exclusions: &Exclusions,
        agenda: bool,
        is_open: bool,
    ) -> Relation {
        if self.keeps_out(exclusions, &self.me) {
            return Relation::Excluded;
        }
        // an assignment to somebody who may not see it any more is none
        let Some(owner) = assigned.filter(|owner| !self.keeps_out(exclusions, owner)) else {
            return Relation::Unassigned;
        };
        if *owner == self.me {
            Relation::Assigned
        } else if self.stands_in_for.contains(owner) || (!is_open && self.succeeds.contains(owner)) {
            Relation::StandIn
        } else if self.covers_for.contains(owner) {
            Relation::Covering
        } else if agenda {
            Relation::Agenda
        } else {
            Relation::Other
        }
    }

    /// Whether an AF is excluded from the case of this line. Somebody who is not (or no longer) an AF counts as one
    /// without a function.
    #[must_use]
    pub fn excludes(&self, row: &Row, who: &AccountId) -> bool {
        self.keeps_out(&row.exclusions, who)
    }

    /// As [`Viewer::excludes`], for a case of which only the exclusions are known.
    #[must_use]
    pub fn keeps_out(&self, exclusions: &Exclusions, who: &AccountId) -> bool {
        let function = self.officers.iter().find(|one| one.id == *who).and_then(|one| one.function.as_ref());
        exclusions.excludes(who, function, self.today)
    }

    /// The AFs who can log in and may have the case of this line.
    pub fn candidates(&self, row: &Row) -> impl Iterator<Item = &AccountId> {
        self.officers.iter().filter(|one| one.active && !self.excludes(row, &one.id)).map(|one| &one.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        ActKind, Exclusions, Step,
        fixture::{case_in, walk},
    };

    fn id(n: u8) -> AccountId {
        AccountId::from_bytes(&[n; 16])
    }

    fn function(text: &str) -> FunctionId {
        FunctionId::parse(text).unwrap()
    }

    fn viewer(me: u8) -> Viewer {
        let colleague = |n: u8, function: Option<FunctionId>| Colleague { id: id(n), function, active: n != 4 };
        let officers = vec![
            colleague(1, Some(function("wmo"))),
            colleague(2, Some(function("veiligheid"))),
            colleague(3, None),
            colleague(4, Some(function("veiligheid"))),
        ];
        Viewer {
            me: id(me),
            today: crate::case::fixture::today(),
            officers,
            stands_in_for: vec![],
            covers_for: vec![],
            succeeds: vec![],
            opened: vec![],
        }
    }

    /// A line of a case that AF 1 has, in this step.
    fn row(step: Step) -> Row {
        Row { assigned: Some(id(1)), ..Row::of(&case_in(step)) }
    }

    #[test]
    fn each_relation_in_its_order() {
        let stand_in = Viewer { stands_in_for: vec![id(1)], ..viewer(2) };
        let covering = Viewer { covers_for: vec![id(1)], ..viewer(2) };
        let both = Viewer { stands_in_for: vec![id(1)], ..covering.clone() };
        let successor = Viewer { succeeds: vec![id(1)], ..viewer(2) };
        let opened = Viewer { opened: vec![row(Step::Closed).id], ..viewer(2) };
        let table = [
            (viewer(1), row(Step::InContact), Relation::Assigned),
            (viewer(2), row(Step::InContact), Relation::Other),
            (viewer(2), row(Step::Decision), Relation::Agenda),
            (viewer(2), Row::of(&walk(&[])), Relation::Unassigned),
            (stand_in.clone(), row(Step::InContact), Relation::StandIn),
            (stand_in, row(Step::Closed), Relation::StandIn),
            (covering.clone(), row(Step::Decision), Relation::Covering),
            (covering, row(Step::Closed), Relation::Covering),
            (both, row(Step::InContact), Relation::StandIn),
            (successor.clone(), row(Step::Closed), Relation::StandIn),
            (successor, row(Step::InContact), Relation::Other),
            (opened, row(Step::InContact), Relation::Opened),
            (viewer(2), row(Step::Closed), Relation::Other),
            (viewer(2), Row::of(&walk(&[ActKind::RecordAttempt])), Relation::Other),
        ];
        for (viewer, row, relation) in table {
            assert_eq!(viewer.relation(&row), relation, "{:?} {:?}", viewer.me, row.step);
        }
    }

    #[test]
    fn exclusion_goes_before_everything_else() {
        let mut exclusions = Exclusions::default();
        exclusions.exclude(&id(2));
        let row = Row { assigned: Some(id(2)), exclusions, ..row(Step::Decision) };
        let everything =
            Viewer { stands_in_for: vec![id(1)], covers_for: vec![id(2)], opened: vec![row.id.clone()], ..viewer(2) };
        assert_eq!(everything.relation(&row), Relation::Excluded);
        assert_eq!(viewer(1).relation(&row), Relation::Unassigned, "what an excluded AF had is nobody's");
        assert!(!viewer(1).candidates(&row).any(|one| *one == id(2)));
    }

    #[test]
    fn a_function_excludes_its_present_holders_and_afs_without_one() {
        let row = Row { exclusions: Exclusions::of_functions(vec![function("veiligheid")]), ..row(Step::InContact) };
        assert_eq!(viewer(1).relation(&row), Relation::Assigned);
        assert_eq!(viewer(2).relation(&row), Relation::Excluded);
        assert_eq!(viewer(3).relation(&row), Relation::Excluded, "an unknown function is no proof of another one");
        assert_eq!(viewer(1).candidates(&row).collect::<Vec<_>>(), [&id(1)]);
    }
}
