use leptos::prelude::*;

/// A view that is drawn again whenever what it reads changes: as a closure in a view, but what that is made of is in a
/// module once, and not once for every closure.
pub fn live<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    drawn(Box::new(move || view().into_any()))
}

fn drawn(view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    view.into_any()
}

/// The same for a text alone.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    written(Box::new(text))
}

fn written(text: Box<dyn FnMut() -> String + Send>) -> AnyView {
    text.into_any()
}
