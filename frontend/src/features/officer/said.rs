use leptos::prelude::*;

/// What came of an act, for the page that is shown next. Get it with [`SaidNext::here`].
#[derive(Clone, Copy)]
pub struct SaidNext(StoredValue<Option<&'static str>>);

impl SaidNext {
    /// Nothing yet. Once per entry.
    pub fn start() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// That of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Leaves it for the next page.
    pub fn leave(self, words: &'static str) {
        self.0.set_value(Some(words));
    }

    /// What was left, once.
    #[must_use]
    pub fn take(self) -> Option<&'static str> {
        self.0.try_update_value(Option::take).flatten()
    }
}
