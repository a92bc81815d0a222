//! The other tabs of this browser: they share the session's cookie, so what happens to the session in one concerns all.
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "meldroute";

/// What one tab tells the others. None of it says who or what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Somebody logged in here.
    LoggedIn,
    /// Somebody is at work here: the session goes on.
    AtWork,
    /// The server said that the session has ended.
    Ended,
    /// Somebody logged out here.
    LoggedOut,
}

impl Word {
    const ALL: [Self; 4] = [Self::LoggedIn, Self::AtWork, Self::Ended, Self::LoggedOut];

    fn as_str(self) -> &'static str {
        match self {
            Self::LoggedIn => "ingelogd",
            Self::AtWork => "bezig",
            Self::Ended => "voorbij",
            Self::LoggedOut => "uitgelogd",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.as_str() == text)
    }
}

/// A line to the other tabs; none in a browser that has no such thing.
#[derive(Clone, Copy)]
pub struct Tabs(StoredValue<Option<BroadcastChannel>, LocalStorage>);

impl Tabs {
    /// Opens it.
    #[must_use]
    pub fn open() -> Self {
        Self(StoredValue::new_local(BroadcastChannel::new(CHANNEL).ok()))
    }

    /// Tells the others.
    pub fn tell(self, word: Word) {
        self.0.with_value(|channel| {
            // a channel that was closed reaches nobody
            let _ = channel.as_ref().map(|channel| channel.post_message(&word.as_str().into()));
        });
    }

    /// Listens to them, as long as this page lives.
    pub fn listen(self, hear: impl Fn(Word) + 'static) {
        let heard = move |event: MessageEvent| {
            if let Some(word) = event.data().as_string().and_then(|text| Word::parse(&text)) {
                hear(word);
            }
        };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(heard);
        self.0.with_value(|channel| {
            if let Some(channel) = channel {
                channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            }
        });
        // as long as the page
        heard.forget();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_understood_and_nothing_else_is() {
        for word in Word::ALL {
            assert_eq!(Word::parse(word.as_str()), Some(word));
        }
        assert_eq!(Word::parse(""), None);
    }
}
