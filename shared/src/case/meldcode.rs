//! The Wet meldcode beside a case: what its questions lead to, and how far it came.
//!
//! It covers domestic violence and child abuse only, and is a question apart from mensenhandel: whatever comes out, the
//! route goes on. No step of the route depends on it.
use super::{
    Entry, Event,
    notes::{MeldcodeNote, MeldcodePart},
};
use crate::{answer::YesNo, choice::choice};
use MeldcodePart::{Accepted, Choose, Consult, Help, Lasting, Signs, Suspicion, Talk, Unsafe, Weigh};

choice!(
    /// The sectors that the meldcode binds [law: Wmo 2015, Jeugdwet, Wkkgz, Wet kinderopvang, the laws on education and
    /// the Beginselenwetten]. Of a gemeente mostly the first two; not every counter.
    MeldcodeSector {
        /// Maatschappelijke ondersteuning.
        SocialSupport = "wmo",
        /// Jeugdhulp en jeugdbescherming.
        YouthCare = "jeugdhulp",
        /// Gezondheidszorg.
        Health = "zorg",
        /// Kinderopvang.
        Childcare = "kinderopvang",
        /// Onderwijs.
        Education = "onderwijs",
        /// Justitie.
        Justice = "justitie",
    }
);

/// What follows from an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// The next question.
    Ask(MeldcodePart),
    /// The meldcode stops here; that is noted.
    Stop,
    /// A melding at Veilig Thuis.
    Report,
    /// It is closed with agreements on what to look at again.
    Agreements,
}

/// The afwegingskader: each question, and what follows from yes and from no.
pub const QUESTIONS: [(MeldcodePart, Follows, Follows); 5] = [
    (Suspicion, Follows::Ask(Unsafe), Follows::Stop),
    (Unsafe, Follows::Report, Follows::Ask(Help)),
    (Help, Follows::Ask(Accepted), Follows::Report),
    (Accepted, Follows::Ask(Lasting), Follows::Report),
    (Lasting, Follows::Agreements, Follows::Report),
];

/// The five steps.
pub const STEPS: [MeldcodePart; 5] = [Signs, Consult, Talk, Weigh, Choose];

impl MeldcodePart {
    /// What follows from an answer to it; `None` for a step, which has no answer.
    #[must_use]
    pub fn follows(self, answer: YesNo) -> Option<Follows> {
        let (_, yes, no) = QUESTIONS.into_iter().find(|(question, ..)| *question == self)?;
        Some(match answer {
            YesNo::Yes => yes,
            YesNo::No => no,
        })
    }

    /// Whether it is a question.
    #[must_use]
    pub fn is_question(self) -> bool {
        QUESTIONS.iter().any(|(question, ..)| *question == self)
    }
}

/// How far the meldcode came in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meldcode<'a> {
    /// The latest note of each part, in the order in which they were made.
    noted: Vec<(&'a Entry, &'a MeldcodeNote)>,
}

impl<'a> Meldcode<'a> {
    /// From a timeline.
    #[must_use]
    pub fn of(entries: &'a [Entry]) -> Self {
        let mut noted: Vec<(&Entry, &MeldcodeNote)> = Vec::new();
        for entry in entries {
            if let Event::MeldcodeNoted(note) = &entry.event {
                noted.retain(|(_, earlier)| earlier.part != note.part);
                noted.push((entry, note));
            }
        }
        Self { noted }
    }

    /// Whether nothing was noted yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.noted.is_empty()
    }

    /// The latest note of a part, and its entry.
    #[must_use]
    pub fn note(&self, part: MeldcodePart) -> Option<(&'a Entry, &'a MeldcodeNote)> {
        self.noted.iter().copied().find(|(_, note)| note.part == part)
    }

    /// The questions that were answered on the way, and what follows now. An answer to a question that is no longer on
    /// the way stays in the timeline and leads nowhere.
    #[must_use]
    pub fn course(&self) -> (Vec<MeldcodePart>, Follows) {
        let (mut answered, mut question) = (Vec::new(), Suspicion);
        // each question leads to a later one or to an end, so five rounds are enough
        for _ in QUESTIONS {
            let answer = self.note(question).and_then(|(_, note)| note.answer);
            let Some(follows) = answer.and_then(|answer| question.follows(answer)) else { break };
            answered.push(question);
            match follows {
                Follows::Ask(next) => question = next,
                Follows::Stop | Follows::Report | Follows::Agreements => return (answered, follows),
            }
        }
        (answered, Follows::Ask(question))
    }

    /// Whether this part can be noted now: a step always, a question once the way leads to it.
    #[must_use]
    pub fn asks(&self, part: MeldcodePart) -> bool {
        let (answered, follows) = self.course();
        !part.is_question() || answered.contains(&part) || follows == Follows::Ask(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        Act, Case, Refusal,
        fixture::{ask, carry, new_case, officer, prose},
    };

    fn note(part: MeldcodePart, answer: YesNo) -> Act {
        Act::NoteMeldcode(MeldcodeNote { part, answer: Some(answer), why: prose("Verzonnen reden") })
    }

    fn answered(answers: &[(MeldcodePart, YesNo)]) -> Case {
        answers.iter().fold(new_case(|_| {}), |case, (part, answer)| carry(case, note(*part, *answer)))
    }

    /// The table of domain §7, row by row.
    #[test]
    fn each_answer_leads_where_the_law_says() {
        use YesNo::{No, Yes};
        let table: [(&[(MeldcodePart, YesNo)], Follows); 9] = [
            (&[], Follows::Ask(Suspicion)),
            (&[(Suspicion, No)], Follows::Stop),
            (&[(Suspicion, Yes)], Follows::Ask(Unsafe)),
            (&[(Suspicion, Yes), (Unsafe, Yes)], Follows::Report),
            (&[(Suspicion, Yes), (Unsafe, No), (Help, No)], Follows::Report),
            (&[(Suspicion, Yes), (Unsafe, No), (Help, Yes)], Follows::Ask(Accepted)),
            (&[(Suspicion, Yes), (Unsafe, No), (Help, Yes), (Accepted, No)], Follows::Report),
            (&[(Suspicion, Yes), (Unsafe, No), (Help, Yes), (Accepted, Yes), (Lasting, No)], Follows::Report),
            (&[(Suspicion, Yes), (Unsafe, No), (Help, Yes), (Accepted, Yes), (Lasting, Yes)], Follows::Agreements),
        ];
        for (answers, expected) in table {
            let case = answered(answers);
            let (way, follows) = Meldcode::of(case.entries()).course();
            let asked: Vec<MeldcodePart> = answers.iter().map(|(part, _)| *part).collect();
            assert_eq!((way, follows), (asked, expected), "{answers:?}");
        }
    }

    #[test]
    fn a_question_is_asked_only_where_the_way_leads_to_it_and_a_step_always() {
        let case = answered(&[(Suspicion, YesNo::Yes), (Unsafe, YesNo::No)]);
        for (part, asked) in [(Suspicion, true), (Unsafe, true), (Help, true), (Accepted, false), (Lasting, false)] {
            assert_eq!(ask(&case, note(part, YesNo::Yes), &officer(1)).is_ok(), asked, "{part:?}");
        }
        assert_eq!(ask(&case, note(Lasting, YesNo::Yes), &officer(1)), Err(Refusal::NotAsked));
        for part in STEPS {
            let step = Act::NoteMeldcode(MeldcodeNote { part, answer: None, why: prose("Verzonnen") });
            assert!(ask(&case, step, &officer(1)).is_ok(), "{part:?}");
        }
    }

    /// Its answers change neither the step, nor the next action, nor what is open about Veilig Thuis.
    #[test]
    fn the_route_goes_on_whatever_comes_out() {
        let (before, after) = (new_case(|_| {}), answered(&[(Suspicion, YesNo::Yes), (Unsafe, YesNo::Yes)]));
        let of = |case: &Case| {
            let row = crate::case::Row::of(case);
            (row.step, row.next, row.due, row.urgent, case.vtt_open())
        };
        assert_eq!(of(&before), of(&after));
        let again = carry(after.clone(), note(Suspicion, YesNo::No));
        assert_eq!(Meldcode::of(again.entries()).course(), (vec![Suspicion], Follows::Stop));
        assert_eq!(again.entries().len(), after.entries().len() + 1, "what was reasoned before stays");
    }
}
