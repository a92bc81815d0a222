use super::{Bound, FieldError, FieldNote};
use leptos::prelude::*;

/// A form: its values, its errors, and how to build the request. Errors appear after the first try to send and then
/// follow the typing.
pub struct Form<D: Send + Sync + 'static, T: Send + Sync + 'static> {
    /// The form as typed.
    pub draft: RwSignal<D>,
    /// The errors; empty before sending was tried.
    pub errors: Signal<Vec<FieldError>>,
    /// How often sending was tried.
    pub tried: RwSignal<u32>,
    prefix: &'static str,
    build: fn(&D) -> Result<T, Vec<FieldError>>,
}

impl<D: Send + Sync + 'static, T: Send + Sync + 'static> Clone for Form<D, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Send + Sync + 'static, T: Send + Sync + 'static> Copy for Form<D, T> {}

impl<D: Send + Sync + 'static, T: Send + Sync + 'static> Form<D, T> {
    /// An untouched form. Ids of fields are `prefix-field`.
    #[must_use]
    pub fn new(prefix: &'static str, draft: D, build: fn(&D) -> Result<T, Vec<FieldError>>) -> Self {
        Self::on(RwSignal::new(draft), prefix, build)
    }

    /// A form on a draft that is kept elsewhere.
    #[must_use]
    pub fn on(draft: RwSignal<D>, prefix: &'static str, build: fn(&D) -> Result<T, Vec<FieldError>>) -> Self {
        let tried = RwSignal::new(0);
        let found = move || if tried.get() > 0 { draft.with(build).err().unwrap_or_default() } else { Vec::new() };
        let errors = Memo::new(move |_| found());
        Self { draft, errors: errors.into(), tried, prefix, build }
    }

    /// The id of a field.
    #[must_use]
    pub fn id(self, field: &str) -> String {
        format!("{}-{field}", self.prefix)
    }

    /// The error at a field.
    #[must_use]
    pub fn note(self, field: &str) -> FieldNote {
        let (errors, id) = (self.errors, self.id(field));
        let error = Signal::derive(move || {
            errors.with(|errors| errors.iter().find(|error| error.id == id).map(|error| error.text.clone()))
        });
        FieldNote { error, ..FieldNote::default() }
    }

    /// A part of the draft, to read and write.
    #[must_use]
    pub fn part<V: Clone + Send + Sync + 'static>(self, get: fn(&D) -> V, set: fn(&mut D, V)) -> Bound<V> {
        Bound::part(self.draft, get, set)
    }

    /// What would be sent now, with a subscription; nothing while something is wrong.
    #[must_use]
    pub fn built(self) -> Option<T> {
        self.draft.with(self.build).ok()
    }

    /// Tries to send: gives what was built, or shows the errors.
    #[must_use]
    pub fn try_now(self) -> Option<T> {
        self.tried.update(|tried| *tried += 1);
        self.draft.with_untracked(self.build).ok()
    }
}
