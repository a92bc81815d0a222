use super::{
    super::{
        kmt::Talk,
        page::Page,
        parts::{Heading, take_token},
    },
    answer::AnswerForm,
    open::OpenForm,
    opened::Opened,
};
use crate::{
    messages::day_with_year,
    ui::{Alert, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::case::kmt::KmtStand;

/// Reads a question to KMT and answers it, with the link behind the `#` and the code that was told by phone.
#[component]
pub fn AdviserPage() -> impl IntoView {
    let link = take_token(&Page::Adviser.path());
    let opened = RwSignal::new(None::<Opened>);
    let content = move || match opened.get() {
        Some(one) => view! { <Question one=one opened=opened/> }.into_any(),
        None if link.is_empty() => {
            let text = "Open de hele link die je kreeg. Daarin staat een woord dat hier nodig is.".to_owned();
            view! { <Alert text=Signal::stored(Some(text))/> }.into_any()
        }
        None => view! { <OpenForm link=link.clone() opened=opened/> }.into_any(),
    };
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Een vraag aan het KMT" title="Adviesvraag"/>
            {content}
        </main>
    }
}

#[component]
fn Question(one: Opened, opened: RwSignal<Option<Opened>>) -> impl IntoView {
    let question = one.question.clone();
    let said = match question.stand {
        KmtStand::Asked => None,
        KmtStand::AskedBack => {
            Some("Je vraag staat klaar voor de aandachtsfunctionaris. Kom terug met dezelfde link en code.")
        }
        KmtStand::Answered => {
            Some("Dank je wel. Je advies staat bij de aandachtsfunctionaris. De link werkt nu niet meer.")
        }
        KmtStand::Expired | KmtStand::Shut | KmtStand::Ended => Some("Deze vraag is dicht."),
    };
    let until = format!("Je kunt antwoorden tot en met {}.", day_with_year(question.until));
    let open = matches!(question.stand, KmtStand::Asked | KmtStand::AskedBack);
    view! {
        {said.map(|text| view! { <Notice look=NoticeLook::Done live=true><p>{text}</p></Notice> })}
        {open.then(|| view! {
            <p>"Hier staan geen namen. Vraag ook niet naar namen. "{until}</p>
        })}
        <section class="card"><Talk question=question/></section>
        {open.then(|| view! { <AnswerForm access=one.access.clone() opened=opened/> })}
    }
}
