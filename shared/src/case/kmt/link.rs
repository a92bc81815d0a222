//! What comes in with a link: the question behind it, the adviser's words, and wrong codes.
use super::{KmtStand, KmtState, MOST_TRIES, MOST_WORDS, states};
use crate::{
    case::{
        Case, Step,
        notes::{AdviserSays, AdviserWord, KmtWord},
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
    /// Something was asked back, and no AF has answered yet; or so often that only the advice is left.
    Waits,
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

    /// The question behind this link, for whoever may know of it: not once an AF ended it, wrong codes closed it or its
    /// days are over, and not when the case is closed, restricted or goes, or when the AF who gave the link away is
    /// excluded.
    fn kmt_at(&self, link: &LinkKey, today: Day) -> Option<KmtState<'_>> {
        let (rights, exclusions) = (self.rights(), self.exclusions());
        let stops = rights.is_doomed() || rights.is_restricted() || self.status().step() == Step::Closed;
        let state = self.kmt().into_iter().find(|state| state.asked.link == *link)?;
        let kept_out = exclusions.names(state.by) || exclusions.names_provisionally(state.by, today);
        let works = today <= state.asked.until && (state.is_open(today) || state.stand(today) == KmtStand::Answered);
        (!stops && !kept_out && works).then_some(state)
    }

    /// The same, while the adviser may read it and write.
    #[must_use]
    pub fn kmt_behind(&self, link: &LinkKey, today: Day) -> Option<KmtState<'_>> {
        self.kmt_at(link, today).filter(|state| state.is_open(today))
    }

    /// The case with what an adviser wrote. Their last words once more are a retry, also when it was the advice and
    /// whatever an AF said since.
    #[must_use]
    pub fn with_adviser(&self, link: &LinkKey, word: &AdviserWord, at: Moment) -> Taken {
        let today = at.day();
        let Some(state) = self.kmt_at(link, today) else { return Taken::Over };
        if state.words().last() == Some(word) {
            return Taken::There;
        }
        if !state.is_open(today) {
            return Taken::Over;
        }
        let asks = word.says == AdviserSays::AsksBack;
        let waits = state.stand(today) == KmtStand::AskedBack || state.words().count() + 1 >= MOST_WORDS;
        if asks && waits {
            return Taken::Waits;
        }
        Taken::Added(Box::new(self.and_word(state.at, Some(word.clone()), at)))
    }

    /// The case with a try to open this link, of which there are [`MOST_TRIES`], also once it is answered. It is
    /// written before the code is looked at, and taken back when that was right.
    #[must_use]
    pub fn with_try(&self, link: &LinkKey, at: Moment) -> Taken {
        match self.kmt_at(link, at.day()).filter(|state| state.tries < MOST_TRIES) {
            Some(state) => Taken::Added(Box::new(self.and_word(state.at, None, at))),
            None => Taken::Over,
        }
    }

    /// The case without one try to open this link.
    #[must_use]
    pub fn without_try(&self, link: &LinkKey) -> Self {
        let question = self.kmt().iter().find(|state| state.asked.link == *link).map(|state| state.at);
        let tried = |word: &KmtWord| word.said.is_none() && Some(word.question) == question;
        let mut words = self.kmt_words().to_vec();
        if let Some(at) = words.iter().rposition(tried) {
            words.remove(at);
        }
        self.clone().with_kmt_words(words)
    }

    fn and_word(&self, question: usize, said: Option<AdviserWord>, at: Moment) -> Self {
        let word = KmtWord { question, after: self.entries().len(), said, at };
        self.clone().with_kmt_words(self.kmt_words().iter().cloned().chain([word]).collect())
    }
}
