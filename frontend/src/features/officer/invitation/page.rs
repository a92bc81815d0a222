use super::{
    super::{
        page::Page,
        parts::{Heading, RecoveryCodes, take_word},
    },
    accept::AcceptForm,
};
use crate::{
    client::{Call, Failure},
    messages::{self, Words},
    route::Router,
    ui::{Button, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::{Endpoint, InvitationView, InvitationWord, ProblemKind};

/// Said of a word that counts no more.
pub const OVER: &str = "Deze uitnodiging geldt niet of niet meer. Vraag een nieuwe aan wie je de link gaf.";

/// Accept an invitation, with the word from the link.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let word = take_word(&Page::Invitation.path());
    let (found, codes) = (RwSignal::new(None::<Result<InvitationView, String>>), RwSignal::new(None));
    look(word.clone(), found);
    let content = move || match (codes.get(), found.get()) {
        (Some(codes), _) => view! { <Done codes=codes/> }.into_any(),
        (None, None) => view! { <p class="soft" role="status">"Even laden…"</p> }.into_any(),
        (None, Some(Err(text))) => {
            view! { <Notice look=NoticeLook::Danger live=true><p>{text}</p></Notice> }.into_any()
        }
        (None, Some(Ok(view))) => {
            let role = view.role.words().to_lowercase();
            let name = view.name.as_str().to_owned();
            view! {
                <p>"Welkom "{name}". Je bent uitgenodigd als "{role}". Ben jij dit niet? Sluit deze pagina en zeg het tegen wie je de link gaf."</p>
                <AcceptForm word=word.clone() view=view codes=codes/>
            }
            .into_any()
        }
    };
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Je account maken" title="Uitnodiging"/>
            {content}
        </main>
    }
}

fn look(word: String, found: RwSignal<Option<Result<InvitationView, String>>>) {
    if word.is_empty() {
        found.set(Some(Err("Open de hele link die je kreeg. Daarin staat een woord dat hier nodig is.".into())));
        return;
    }
    spawn_local(async move {
        let answer = Call::to(Endpoint::Invitation).send::<_, InvitationView>(&InvitationWord { word }).await;
        found.try_set(Some(match answer {
            Ok(answer) => Ok(answer.body),
            Err(Failure::Problem(problem)) if problem.parsed_kind() == Some(ProblemKind::NotFound) => Err(OVER.into()),
            Err(failure) => Err(messages::failure(&failure)),
        }));
    });
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
