//! What comes in with a link: the question behind it, the adviser's words, and wrong codes.
use super::{KmtStand, KmtState, MOST_TRIES, MOST_WORDS, states};
use crate::{
    case::{
        Case, Step,
        notes::{AdviserWord, KmtWord},
    },
    id::LinkKey,
    moment::{Day, Moment},
};

/// What came of something that came in at a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It is in the case now.
    Added(Box<Case>),
    /// It was there already: a retry.
    There,
    /// Nothing more can be written here.
    Over,
}

impl Case {
    /// The questions to KMT, and what came of each.
    #[must_use]
    pub fn kmt(&self) -> Vec<KmtState<'_>> {
        states(self.entries(), self.kmt_words())
    }

    /// Whether KMT answered a question without names.
    pub(in crate::case) fn kmt_advised(&self) -> bool {
        self.kmt().iter().any(|state| state.stand(Day::MIN) == KmtStand::Answered)
    }

    /// How often there was something to tell of KMT: an answer each, and a link that wrong codes closed.
    pub(in crate::case) fn kmt_told(&self) -> usize {
        let said = self.kmt_words().iter().filter(|word| word.said.is_some()).count();
        said + self.kmt().iter().filter(|state| state.tries >= MOST_TRIES).count()
    }

    /// The question behind this link, while somebody who holds it may see it: not once it was answered, ended or is
    /// over, and not when the case is closed, restricted or goes, or when the AF who gave the link away may not know of
    /// the case any more.
    #[must_use]
    pub fn kmt_behind(&self, link: &LinkKey, today: Day) -> Option<KmtState<'_>> {
        let (rights, exclusions) = (self.rights(), self.exclusions());
        let stops = rights.is_doomed() || rights.is_restricted() || self.status().step() == Step::Closed;
        let state = self.kmt().into_iter().find(|state| state.asked.link == *link)?;
        let kept_out = exclusions.names(state.by) || exclusions.names_provisionally(state.by, today);
        (!stops && !kept_out && state.is_open(today)).then_some(state)
    }

    /// The case with what an adviser wrote. The same once more, also after it was answered, is a retry.
    #[must_use]
    pub fn with_adviser(&self, link: &LinkKey, word: &AdviserWord, at: Moment) -> Taken {
        let all = self.kmt();
        let same = all.iter().find(|state| state.asked.link == *link).and_then(KmtState::last_word);
        if same == Some(word) {
            return Taken::There;
        }
        match self.kmt_behind(link, at.day()) {
            Some(state) if state.words().count() < MOST_WORDS => {
                Taken::Added(Box::new(self.and_word(state.at, Some(word.clone()), at)))
            }
            Some(_) | None => Taken::Over,
        }
    }

    /// The case with a wrong code that was tried with this link.
    #[must_use]
    pub fn with_wrong_code(&self, link: &LinkKey, at: Moment) -> Taken {
        match self.kmt_behind(link, at.day()) {
            Some(state) => Taken::Added(Box::new(self.and_word(state.at, None, at))),
            None => Taken::Over,
        }
    }

    fn and_word(&self, question: usize, said: Option<AdviserWord>, at: Moment) -> Self {
        let after = self.entries().len();
        self.clone().with_kmt_word(KmtWord { question, after, said, at })
    }
}
