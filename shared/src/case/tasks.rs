//! The tasks (taken) of the investigation that are still to be done.
use super::{
    Entry, Event,
    notes::{Task, TaskResult},
};
use crate::moment::Day;

/// A task, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskState<'a> {
    /// Its place among the tasks of the case, counted from 0.
    pub at: usize,
    /// The task.
    pub task: &'a Task,
    /// What came of it; `None` while it is to be done.
    pub result: Option<&'a TaskResult>,
}

/// All tasks of a case, in the order in which they were noted.
#[must_use]
pub fn tasks(entries: &[Entry]) -> Vec<TaskState<'_>> {
    let mut all: Vec<TaskState<'_>> = Vec::new();
    for entry in entries {
        if let Event::TaskNoted(task) = &entry.event {
            all.push(TaskState { at: all.len(), task, result: None });
        } else if let Event::TaskDone(result) = &entry.event
            && let Some(state) = all.get_mut(result.task)
        {
            state.result = Some(result);
        }
    }
    all
}

/// Those that are still to be done, the one with the first day first.
#[must_use]
pub fn open_tasks(entries: &[Entry]) -> Vec<TaskState<'_>> {
    let mut open = tasks(entries);
    open.retain(|state| state.result.is_none());
    open.sort_by_key(|state| (state.task.by, state.at));
    open
}

/// Their last days, each once, the first first.
#[must_use]
pub fn task_days(entries: &[Entry]) -> Vec<Day> {
    let mut days: Vec<Day> = open_tasks(entries).iter().map(|state| state.task.by).collect();
    days.dedup();
    days
}
