use leptos::{children::ViewFn, either::Either, prelude::*};

type When = Box<dyn Fn() -> bool + Send + Sync>;

/// Shows its children while something is so, and the fallback while it is not: as that of Leptos, but what it is made
/// of does not depend on the children's type. So it is in a module once, and not once for every use.
#[component(transparent)]
pub fn Show<W>(
    children: ChildrenFn,
    /// Whether the children are shown.
    when: W,
    /// What is shown while they are not; nothing if it is left out.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> impl IntoView
where
    W: Fn() -> bool + Send + Sync + 'static,
{
    shown(children, Box::new(when), fallback)
}

fn shown(children: ChildrenFn, when: When, fallback: ViewFn) -> AnyView {
    // only a change of the answer draws it again
    let when = ArcMemo::new(move |_| when());
    let view = move || if when.get() { Either::Left(children()) } else { Either::Right(fallback.run()) };
    view.into_any()
}
