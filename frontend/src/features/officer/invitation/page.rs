use super::{
    super::{
        page::Page,
        parts::{Heading, RecoveryCodes, take_token},
        request::{Failed, Request},
    },
    accept::AcceptForm,
    other_half::OtherHalf,
};
use crate::{
    client::{Call, Failure},
    messages::{
        self, Words,
        officer::{HALVES_OVER, INVITATION_OVER},
    },
    route::Router,
    ui::{Alert, Button, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{Endpoint, InvitationPart, InvitationView, InvitationWord, ProblemKind};

/// Accept an invitation, with the token from the link.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let token = take_token(&Page::Invitation.path());
    let content = if token.is_empty() {
        let text = "Open de hele link die je kreeg. Daarin staat een woord dat hier nodig is.".to_owned();
        view! { <Alert text=Signal::stored(Some(text))/> }.into_any()
    } else if InvitationPart::of_word(&token) == InvitationPart::Whole {
        view! { <Invited words=InvitationWord { word: token, other: None }/> }.into_any()
    } else {
        view! { <OneHalf token=token/> }.into_any()
    };
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Je account maken" title="Uitnodiging"/>
            {content}
        </main>
    }
}

/// Asks for the other half, and then goes on with both.
#[component]
fn OneHalf(token: String) -> impl IntoView {
    let found = RwSignal::new(None::<InvitationWord>);
    move || match found.get() {
        Some(words) => view! { <Invited words=words/> }.into_any(),
        None => view! { <OtherHalf token=token.clone() found=found/> }.into_any(),
    }
}

/// Reads the invitation, lets it be accepted, and shows the recovery codes.
#[component]
fn Invited(words: InvitationWord) -> impl IntoView {
    let halves = words.other.is_some();
    let (reading, accepting) = (Request::<InvitationView>::without_session(), Request::without_session());
    let (found, codes) = (reading.done(), accepting.done());
    reading.run(read(words.clone()), |view| view);
    let content = move || match (codes.get(), found.get()) {
        (Some(codes), _) => view! { <Done codes=codes/> }.into_any(),
        (None, Some(view)) => view! {
            <Welcome view=view.clone()/>
            <AcceptForm words=words.clone() view=view request=accepting/>
        }
        .into_any(),
        (None, None) => ().into_any(),
    };
    let busy = reading.busy();
    view! {
        <Show when=move || busy.get()><p class="soft" role="status">"Even laden…"</p></Show>
        <Failed failure=reading.failure() words=if halves { why_of_halves } else { why }/>
        {content}
    }
}

async fn read(words: InvitationWord) -> Result<InvitationView, Failure> {
    Ok(Call::to(Endpoint::Invitation).send(&words).await?.body)
}

fn why(failure: &Failure) -> String {
    if failure.kind() == Some(ProblemKind::NotFound) { INVITATION_OVER.into() } else { messages::failure(failure) }
}

fn why_of_halves(failure: &Failure) -> String {
    if failure.kind() == Some(ProblemKind::NotFound) { HALVES_OVER.into() } else { messages::failure(failure) }
}

#[component]
fn Welcome(view: InvitationView) -> impl IntoView {
    let (name, role) = (view.name.as_str().to_owned(), view.role.lower());
    view! {
        <p>"Welkom "<bdi>{name}</bdi>". Je bent uitgenodigd als "{role}". Ben jij dit niet? Sluit deze pagina en zeg het tegen wie je de link gaf."</p>
    }
}

#[component]
fn Done(codes: Vec<String>) -> impl IntoView {
    let router = Router::here();
    view! {
        <Notice look=NoticeLook::Done live=true><p>"Je account is klaar. Bewaar eerst je herstelcodes."</p></Notice>
        <RecoveryCodes codes=codes/>
        <Button press=Callback::new(move |()| router.replace("/af"))>"Ik heb ze bewaard, naar inloggen"</Button>
    }
}
