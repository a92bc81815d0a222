use super::{
    super::parts::Heading,
    part::{Part, State},
};
use crate::ui::Button;
use leptos::prelude::*;

/// A page of a part: at once where the part is there, else when it has come. If it does not come, this says so; what was
/// typed stays where it is kept.
#[component]
pub fn PageOf<P: Clone + Send + Sync + 'static>(
    part: Part<P>,
    page: P,
    /// For pages that stand by themselves: they have a `main` of their own.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    part.ask();
    let again = Callback::new(move |()| part.ask());
    move || match part.state() {
        State::Here(show) => show(page.clone()),
        State::Unasked | State::Coming => {
            framed(alone, view! { <p class="soft" role="status">"Even laden…"</p> }.into_any())
        }
        State::Missing => framed(alone, view! { <NotHere again=again/> }.into_any()),
    }
}

fn framed(alone: bool, content: AnyView) -> AnyView {
    if alone { view! { <main id="main" class="log-in stack">{content}</main> }.into_any() } else { content }
}

#[component]
fn NotHere(again: Callback<()>) -> impl IntoView {
    view! {
        <div class="stack">
            <Heading text="Deze pagina kon niet worden geladen" title="Niet geladen"/>
            <p>"Controleer je verbinding. Wat je typte, blijft staan."</p>
            <Button press=again>"Probeer opnieuw"</Button>
            <p class="soft">"Blijft het zo? Dan is er misschien een nieuwe versie. "
                <a class="utrecht-link" href="">"Laad Meldroute opnieuw"</a></p>
        </div>
    }
}
