use leptos::prelude::*;

/// A value that a control shows and writes: a field of a store, without a copy of it.
pub struct Bound<T: Send + Sync + 'static> {
    get: Signal<T>,
    set: Callback<T>,
}

impl<T: Send + Sync + 'static> Clone for Bound<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Bound<T> {}

impl<T: Clone + Send + Sync + 'static> Bound<T> {
    /// A value with a way to read it and a way to write it.
    #[must_use]
    pub fn new(get: Signal<T>, set: Callback<T>) -> Self {
        Self { get, set }
    }

    /// A part of a store: `Bound::part(draft, |d| d.name.clone(), |d, name| d.name = name)`.
    #[must_use]
    pub fn part<S: Send + Sync + 'static>(store: RwSignal<S>, get: fn(&S) -> T, set: fn(&mut S, T)) -> Self {
        Self {
            get: Signal::derive(move || store.with(get)),
            set: Callback::new(move |value| store.update(|whole| set(whole, value))),
        }
    }

    /// The value as a signal, for an attribute: a closure for it would be in the module once for every use.
    #[must_use]
    pub fn signal(self) -> Signal<T> {
        self.get
    }

    /// The value, with a subscription.
    #[must_use]
    pub fn get(self) -> T {
        self.get.get()
    }

    /// Reads a part of it, with a subscription and without a copy of the whole.
    pub fn with<V>(self, read: impl FnOnce(&T) -> V) -> V {
        self.get.with(read)
    }

    /// Changes a part of it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut whole = self.get.get_untracked();
        change(&mut whole);
        self.set(whole);
    }

    /// Writes it.
    pub fn set(self, value: T) {
        self.set.run(value);
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Bound<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self { get: signal.into(), set: Callback::new(move |value| signal.set(value)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_reads_and_writes_its_store_and_nothing_beside_it() {
        Owner::new().with(|| {
            let store = RwSignal::new((String::from("Fleur"), 3));
            let name = Bound::part(store, |all| all.0.clone(), |all, name| all.0 = name);
            assert_eq!(name.get(), "Fleur");
            name.set("Sam".into());
            assert_eq!(store.get(), ("Sam".into(), 3));
            store.set(("Mo".into(), 4));
            assert_eq!(name.get(), "Mo");
        });
    }
}
