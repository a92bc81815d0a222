use super::{
    super::{
        parts::{Heading, Modal},
        request::Failed,
    },
    notice::FloodNotice,
    proposals::Proposals,
    propose::Propose,
    store::{Together, reports},
};
use crate::ui::{Button, ButtonLook};
use leptos::prelude::*;
use shared::access::Role;

/// Proposals to close many reports at once, and a form to make one.
#[component]
pub fn TogetherPage() -> impl IntoView {
    let together = Together::new();
    together.read();
    let done = together.request.done();
    let flood = Signal::derive(move || together.page.with(|page| page.as_ref().and_then(|page| page.flood)));
    view! {
        <div class="wide stack">
            <Heading text="Veel meldingen samen afsluiten" title="Samen afsluiten"/>
            <FloodNotice flood=flood role=Role::Officer/>
            <p>"Voor als iemand het formulier misbruikt en er veel meldingen komen die niet echt zijn. Eén AF stelt voor,
                een andere AF kijkt mee en gaat akkoord. De meldingen blijven nog minstens 30 dagen bewaard, en je kunt
                ze heropenen."</p>
            <p role="status">{move || done.get()}</p>
            <Failed failure=together.request.failure()/>
            <Proposals together=together/>
            {move || together.page.with(|page| page.as_ref().map(|page| page.now)).map(|now| {
                view! { <Propose together=together now=now/> }
            })}
        </div>
        <Sure together=together/>
    }
}

/// Asks before many are closed.
#[component]
fn Sure(together: Together) -> impl IntoView {
    let open = Signal::derive(move || together.sure.with(Option::is_some));
    let close = Callback::new(move |()| together.sure.set(None));
    let agree = Callback::new(move |()| {
        if let Some((id, _)) = together.sure.get_untracked() {
            together.agree(id);
        }
    });
    let count = move || together.sure.with(|sure| sure.as_ref().map(|(_, count)| reports(*count)));
    view! {
        <Modal title="Samen afsluiten?" open=open close=close>
            <p><b>{count}</b>" gaan dicht als vergissing. Wat iemand intussen oppakt, blijft open."</p>
            <div class="row">
                <Button look=ButtonLook::Danger press=agree busy=together.request.busy()>"Ja, sluit ze af"</Button>
                <Button look=ButtonLook::Plain press=close>"Nu niet"</Button>
            </div>
        </Modal>
    }
}
