//! The questions to the melder (vragen aan de melder), and what came of them.
use super::{
    Case, Entry, Event, Step,
    notes::{About, Question, QuestionResult, ReporterAnswer},
};
use crate::{
    moment::{Day, Moment, wire_day, wire_day_or_none},
    text::Prose,
};
use serde::{Deserialize, Serialize};

/// A question, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionState<'a> {
    /// Its place among the questions of the case, counted from 0.
    pub at: usize,
    /// The question.
    pub question: &'a Question,
    /// When it was asked.
    pub asked: Moment,
    /// What the melder answered with the code.
    pub answer: Option<&'a ReporterAnswer>,
    /// What an AF wrote down that settles it, and when.
    pub result: Option<(&'a QuestionResult, Moment)>,
}

impl QuestionState<'_> {
    /// Whether it waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && self.result.is_none()
    }
}

/// All questions of a case, in the order in which they were asked.
#[must_use]
pub fn questions<'a>(entries: &'a [Entry], answers: &'a [ReporterAnswer]) -> Vec<QuestionState<'a>> {
    let mut all: Vec<QuestionState<'a>> = Vec::new();
    for entry in entries {
        if let Event::ReporterAsked(question) = &entry.event {
            let at = all.len();
            let answer = answers.iter().find(|answer| answer.question() == Some(at));
            all.push(QuestionState { at, question, asked: entry.at, answer, result: None });
        } else if let Event::QuestionSettled(note) = &entry.event
            && let Some(state) = all.get_mut(note.question)
        {
            state.result = Some((note, entry.at));
        }
    }
    all
}

impl Case {
    /// Its questions to the melder.
    #[must_use]
    pub fn questions(&self) -> Vec<QuestionState<'_>> {
        questions(self.entries(), self.answers())
    }

    /// How many of them wait for an answer.
    #[must_use]
    pub fn open_questions(&self) -> usize {
        self.questions().iter().filter(|state| state.is_open()).count()
    }

    /// The case with what the melder wrote. The first answer to a question stays; one to a question that was never
    /// asked is none. An addition is there once.
    #[must_use]
    pub fn with_answers(mut self, answers: &[ReporterAnswer]) -> Self {
        for answer in answers {
            match &answer.about {
                About::Question(at) => {
                    let fits = |state: &QuestionState<'_>| state.at == *at && state.answer.is_none();
                    if self.questions().iter().any(fits) {
                        self.answers.push(answer.clone());
                    }
                }
                About::Addition(addition) => self.add(addition, answer),
            }
        }
        self
    }
}

/// A question to the melder, as the melder sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskedReporter {
    /// Which question, counted from 0.
    #[serde(rename = "nummer")]
    pub number: usize,
    /// The question.
    #[serde(rename = "vraag")]
    pub text: Prose,
    /// The day it was asked.
    #[serde(rename = "gevraagdOp", deserialize_with = "wire_day")]
    pub asked: Day,
    /// The day the melder answered it here.
    #[serde(
        rename = "beantwoordOp",
        default,
        deserialize_with = "wire_day_or_none",
        skip_serializing_if = "Option::is_none"
    )]
    pub answered: Option<Day>,
}

impl AskedReporter {
    /// What the melder is asked: not once the case is closed, and not what an AF settled otherwise.
    #[must_use]
    pub fn all(case: &Case) -> Vec<Self> {
        if case.status().step() == Step::Closed {
            return Vec::new();
        }
        let states = case.questions().into_iter().filter(|state| state.result.is_none());
        let asked = states.map(|state| Self {
            number: state.at,
            text: state.question.text.clone(),
            asked: state.asked.day(),
            answered: state.answer.map(|answer| answer.at.day()),
        });
        asked.collect()
    }
}
