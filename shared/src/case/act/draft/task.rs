use super::{Context, Draft};
use crate::{
    case::notes::{Task, TaskResult},
    moment::Day,
    report::Look,
    text::{Line, Prose},
};

draft!(
    /// A task of the investigation, as typed.
    TaskDraft, TaskField of Task
    fields {
        /// What is to be done.
        what: Line = What "wat",
        /// Who does it.
        who: Line = Who "wie",
        /// The last day for it.
        by: Day = By "uiterlijk",
    }
);
draft!(
    /// What came of a task, as typed.
    TaskResultDraft, TaskResultField of TaskResult
    fields {
        /// Which task, counted from 0.
        task: usize = Task "taak",
        /// What came of it.
        outcome: Prose = Outcome "uitkomst",
    }
);

impl Draft for TaskDraft {
    fn rules(&self, look: &mut Look<TaskField>, context: &Context<'_>) {
        look.planned(TaskField::By, &self.by, context);
    }
}

impl Draft for TaskResultDraft {}
