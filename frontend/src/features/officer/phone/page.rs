use super::{
    super::parts::Heading,
    fields::choice,
    receipt::CodeToRead,
    sections::{Melder, Safety, Words},
    signals::{Forms, Signals},
    store::Phone,
};
use crate::ui::{Button, ErrorSummary, Link, Notice, NoticeLook};
use leptos::prelude::*;
use shared::report::{Field, Subject, YesNo};

/// A report taken by phone, on one page.
#[component]
pub fn PhonePage() -> impl IntoView {
    let phone = Phone::start();
    view! {
        <div class="case-bar"><Link to="/af">"‹ Te doen"</Link></div>
        <div class="column stack">
            {move || match phone.done.get() {
                Some(code) => view! { <CodeToRead code=code/> }.into_any(),
                None => view! { <PhoneForm/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn PhoneForm() -> impl IntoView {
    let phone = Phone::here();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        phone.send();
    };
    let colleague = Memo::new(move |_| phone.draft.read().colleague == Some(YesNo::Yes));
    view! {
        <Heading text="Melding per telefoon" title="Melding per telefoon"/>
        <p>"Genoteerd door jou. De klok begint te lopen als je verstuurt."</p>
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=Signal::derive(move || phone.errors()) tried=phone.tried/>
            <h2>"Eerst veilig"</h2>
            <Safety/>
            <h2>"Persoon of plek"</h2>
            {choice(Field::Subject, Subject::ALL, |d| d.subject, |d, v| d.subject = v)}
            {choice(Field::Colleague, YesNo::ALL, |d| d.colleague, |d, v| d.colleague = v)}
            <Show when=move || colleague.get()>
                <Notice look=NoticeLook::Wait>
                    <p>"Alle aandachtsfunctionarissen lezen deze melding. Gaat het over een van hen? Laat de melder het KMT of de vertrouwenspersoon bellen."</p>
                </Notice>
            </Show>
            <Forms/>
            <h2>"Wat is er gezien?"</h2>
            <Words/>
            <Signals/>
            <h2>"De melder"</h2>
            <Melder/>
            <div role="alert">
                {move || phone.failed.get().map(|text| view! { <Notice look=NoticeLook::Danger><p>{text}</p></Notice> })}
            </div>
            <Button busy=phone.busy>"Verstuur de melding"</Button>
        </form>
    }
}
