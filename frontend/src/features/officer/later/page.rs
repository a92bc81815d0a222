use super::{
    super::parts::{Heading, Modal},
    part::{Part, State},
};
use crate::{
    browser,
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;

/// A page of a part: at once where the part is there, else when it has come. If it does not come, this says so; what
/// was typed stays where it is kept.
#[component]
pub fn PageOf<P: Clone + Send + Sync + 'static>(
    part: Part<P>,
    page: P,
    /// For pages that stand by themselves: they have a `main` of their own.
    #[prop(optional)]
    alone: bool,
    /// For a dialog over a page: it can be left also when it does not come.
    #[prop(optional, into)]
    close: Option<Callback<()>>,
) -> impl IntoView {
    part.ask();
    let again = Callback::new(move |()| part.ask());
    move || match (part.state(), close) {
        (State::Here(show), _) => show(page.clone()),
        (State::Unasked | State::Coming, _) => {
            framed(alone, view! { <p class="soft" role="status">"Even laden…"</p> }.into_any())
        }
        (State::Missing, Some(close)) => view! { <NoDialog again=again close=close/> }.into_any(),
        (State::Missing, None) => framed(alone, view! { <NoPart again=again/> }.into_any()),
    }
}

fn framed(alone: bool, content: AnyView) -> AnyView {
    if alone {
        view! { <main id="main" class="log-in stack">{content}</main> }.into_any()
    } else {
        view! { <div class="wide stack">{content}</div> }.into_any()
    }
}

#[component]
fn NoPart(again: Callback<()>) -> impl IntoView {
    view! {
        <Heading text="Deze pagina kon niet worden geladen" title="Niet geladen"/>
        <Advice again=again/>
    }
}

#[component]
fn NoDialog(again: Callback<()>, close: Callback<()>) -> impl IntoView {
    view! { <Modal title="Dit kon niet worden geladen" close=close><Advice again=again/></Modal> }
}

#[component]
fn Advice(again: Callback<()>) -> impl IntoView {
    view! {
        <p>"Controleer je verbinding. Wat je typte, blijft staan."</p>
        <Button press=again>"Probeer opnieuw"</Button>
        <p class="soft">"Blijft het zo? Dan is er misschien een nieuwe versie. "
            <Button look=ButtonLook::Subtle press=Callback::new(|()| browser::reload())>"Laad Meldroute opnieuw"</Button></p>
    }
}
