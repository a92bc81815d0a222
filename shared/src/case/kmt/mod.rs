//! Questions to KMT without names (advies zonder namen): what was asked, what was said, and how each stands.
mod line;
mod link;
#[cfg(feature = "export")]
mod names;

pub use line::{KmtOnLine, OpenLink, open_links};
pub use link::Taken;
#[cfg(feature = "export")]
pub use names::without_names;

use super::{
    Entry, Event, KmtEvent,
    notes::{AdviserSays, AdviserWord, AskedKmt, KmtWord},
};
use crate::{
    choice::choice,
    id::AccountId,
    moment::{Day, Moment},
    text::Prose,
};

/// For how many days a link works.
pub const LINK_DAYS: u64 = 7;
/// The most questions to KMT in one case: a link that was lost costs one.
pub const MOST_QUESTIONS: usize = 20;
/// The most that an adviser writes about one question. The last is for the advice.
pub const MOST_WORDS: usize = 10;
/// So many wrong codes close a link for good.
pub const MOST_TRIES: usize = 10;
/// How many digits a code has, which is told by phone.
pub const CODE_DIGITS: u32 = 8;

choice!(
    /// How a question to KMT stands.
    KmtStand {
        /// Gevraagd: the adviser has not answered.
        Asked = "gevraagd",
        /// De adviseur vraagt iets terug.
        AskedBack = "teruggevraagd",
        /// Beantwoord.
        Answered = "beantwoord",
        /// Verlopen: the link works no longer, and nobody answered.
        Expired = "verlopen",
        /// Dicht: too many wrong codes were tried.
        Shut = "dicht",
        /// Gesloten: an AF needs no answer any more.
        Ended = "gesloten",
    }
);

impl KmtStand {
    /// Whether an AF can end a question that stands like this: nobody answered it.
    #[must_use]
    pub fn can_end(self) -> bool {
        match self {
            Self::Asked | Self::AskedBack | Self::Expired | Self::Shut => true,
            Self::Answered | Self::Ended => false,
        }
    }
}

/// Something that was said about a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<'a> {
    /// What.
    pub what: SaidWhat<'a>,
    /// When.
    pub at: Moment,
    /// Its place in time: that of a line of the timeline, doubled, or between two of them.
    place: usize,
}

/// Who said what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidWhat<'a> {
    /// An AF answered what was asked back.
    Officer(&'a Prose),
    /// The adviser.
    Adviser(&'a AdviserWord),
}

/// A question to KMT, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KmtState<'a> {
    /// Its place among the questions to KMT of the case, counted from 0.
    pub at: usize,
    /// The question.
    pub asked: &'a AskedKmt,
    /// Who asked.
    pub by: &'a AccountId,
    /// When.
    pub on: Moment,
    /// What was said since, oldest first.
    pub said: Vec<Said<'a>>,
    /// Whether an AF ended it.
    ended: bool,
    /// How many wrong codes were tried. [`MOST_TRIES`] of them close the link.
    pub tries: usize,
}

impl KmtState<'_> {
    /// How it stands on this day.
    #[must_use]
    pub fn stand(&self, today: Day) -> KmtStand {
        let last = self.said.last().map(|said| said.what);
        // whatever an AF wrote at the same moment
        if self.words().any(|word| word.says == AdviserSays::Advises) {
            KmtStand::Answered
        } else if self.ended {
            KmtStand::Ended
        } else if self.tries >= MOST_TRIES {
            KmtStand::Shut
        } else if today > self.asked.until {
            KmtStand::Expired
        } else if matches!(last, Some(SaidWhat::Adviser(_))) {
            KmtStand::AskedBack
        } else {
            KmtStand::Asked
        }
    }

    /// Whether the adviser may still write.
    #[must_use]
    pub fn is_open(&self, today: Day) -> bool {
        matches!(self.stand(today), KmtStand::Asked | KmtStand::AskedBack)
    }

    /// Whether an AF can end it.
    #[must_use]
    pub fn can_end(&self, today: Day) -> bool {
        self.stand(today).can_end()
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &AdviserWord> {
        self.said.iter().filter_map(|said| if let SaidWhat::Adviser(word) = said.what { Some(word) } else { None })
    }
}

/// All questions to KMT of a timeline, with what stands beside it.
#[must_use]
pub fn states<'a>(entries: &'a [Entry], words: &'a [KmtWord]) -> Vec<KmtState<'a>> {
    let mut all: Vec<KmtState<'a>> = Vec::new();
    for (line, entry) in entries.iter().enumerate() {
        let Event::Kmt(event) = &entry.event else { continue };
        match event {
            KmtEvent::Asked(asked) => {
                let (at, by, on) = (all.len(), &entry.by, entry.at);
                all.push(KmtState { at, asked, by, on, said: Vec::new(), ended: false, tries: 0 });
            }
            KmtEvent::Replied(reply) => {
                let said = Said { what: SaidWhat::Officer(&reply.text), at: entry.at, place: 2 * line };
                all.get_mut(reply.question).into_iter().for_each(|state| state.said.push(said.clone()));
            }
            KmtEvent::Ended(end) => all.get_mut(end.question).into_iter().for_each(|state| state.ended = true),
        }
    }
    for word in words {
        let Some(state) = all.get_mut(word.question) else { continue };
        match &word.said {
            Some(said) => {
                let place = (2 * word.after).saturating_sub(1);
                state.said.push(Said { what: SaidWhat::Adviser(said), at: word.at, place });
            }
            None => state.tries += 1,
        }
    }
    all.iter_mut().for_each(|state| state.said.sort_by_key(|said| said.place));
    all
}
