use super::{
    super::{invitation::ToHandOver, page::Page, parts::Heading, request::Failed, session::Gemeente},
    given::{Given, change_words, function_name},
    store::Access,
};
use crate::{
    messages::{self, Words, isolated},
    ui::{Button, ButtonLook, Link, Notice, NoticeLook, Said},
};
use leptos::prelude::*;
use shared::access::Role;
use shared::contract::{AccessAnswer, AccessKind, AccessRequest, Namesake};

/// Requests for access, and access granted.
#[component]
pub fn AccessPage() -> impl IntoView {
    let access = Access::new();
    access.read();
    let requests = move || access.page.get().map(|page| page.requests).unwrap_or_default();
    let doubles = move || access.page.get().map(|page| page.namesakes).unwrap_or_default();
    let given = move || access.page.get().map(|page| page.given).unwrap_or_default();
    view! {
        <div class="wide stack">
            <Heading text="Toegang" title="Toegang"/>
            <p class="soft">"De beheerder kan niemand alleen toegang geven tot meldingen. Jij bent de tweede persoon: ken je
                wie het vraagt, en klopt het? Vraag het na, niet per e-mail alleen."</p>
            <Said text=access.answering.done()/>
            <Failed failure=access.answering.failure()/>
            <Failed failure=access.reading.failure()/>
            {move || access.invitation.get().map(|(of, invitation)| view! {
                <ToHandOver name=of.name.as_str() invitation=invitation asked_by=of.asked_by.as_str()/>
            })}
            <h2>"Wacht op een tweede persoon"</h2>
            <Show when=move || !requests().is_empty() fallback=|| view! { <p>"Niemand vraagt nu toegang."</p> }>
                <ul class="work-list">
                    <For each=requests key=|one| (one.id.clone(), one.revision.0) let(one)>
                        <RequestRow request=one access=access/>
                    </For>
                </ul>
            </Show>
            <Show when=move || !doubles().is_empty()>{move || view! { <Doubles all=doubles()/> }}</Show>
            <h2>"Gekregen in de laatste dertig dagen, of nog niet gezien"</h2>
            <Show when=move || !given().is_empty() fallback=|| view! { <p>"Niemand."</p> }>
                <ul>{move || given().into_iter().map(|given| view! { <Given given=given access=access/> }).collect_view()}</ul>
            </Show>
            <p><Link to=Page::ToDo.path()>"Terug naar het begin"</Link></p>
        </div>
    }
}

#[component]
fn RequestRow(request: AccessRequest, access: Access) -> impl IntoView {
    let name = request.name.as_str().to_owned();
    let detail = format!("{} · inlognaam {}", request.role.words(), isolated(request.login.as_str()));
    let asked =
        format!("Gevraagd door {} op {}", isolated(request.asked_by.as_str()), messages::day(request.asked_at.day()));
    let kind = kind_words(request.kind);
    let more = more_words(&request).map(|words| view! { <p>{words}</p> });
    let twins = (!request.namesakes.is_empty()).then(|| view! { <Twins of=request.clone()/> });
    let buttons = request.may_answer.then(|| {
        let (yes, no) = (request.clone(), request.clone());
        let whose = format!(" toegang van {}", isolated(&name));
        let other = whose.clone();
        view! {
            <Button look=ButtonLook::Plain busy=access.answering.busy()
                press=Callback::new(move |()| access.answer(yes.clone(), AccessAnswer::Confirm))>
                "Bevestig"<span class="sr-only">{whose}</span>
            </Button>
            <Button look=ButtonLook::Plain busy=access.answering.busy()
                press=Callback::new(move |()| access.answer(no.clone(), AccessAnswer::Refuse))>
                "Weiger"<span class="sr-only">{other}</span>
            </Button>
        }
    });
    let not_me = (!request.may_answer).then_some(view! { <p class="soft">"Hier is iemand anders voor nodig."</p> });
    view! {
        <li class="work-row">
            <p class="left">{kind}</p>
            <div><h3 class="name">{name}</h3><p class="soft">{detail}</p><p class="soft">{asked}</p>{more}{twins}</div>
            <div class="row">{buttons}{not_me}</div>
        </li>
    }
}

/// What is to be decided besides the person: the function, before and after, or why somebody left.
fn more_words(request: &AccessRequest) -> Option<String> {
    let functions = &Gemeente::here().profile.functions;
    if let Some(change) = &request.change {
        let which = change_words(change, functions);
        return Some(format!("De functie gaat {which}. Zij bepaalt welke meldingen over collega's iemand niet ziet."));
    }
    if let Some(reason) = &request.reason {
        return Some(format!("Reden: {}. Wie dit bevestigt, krijgt de dossiers niet zelf.", isolated(reason.as_str())));
    }
    let asked = request.role == Role::Officer && !functions.is_empty();
    asked.then(|| format!("Functie: {}.", function_name(request.function.as_ref(), functions)))
}

/// One human with two accounts would be their own second person.
#[component]
fn Twins(of: AccessRequest) -> impl IntoView {
    let known = of.namesakes.iter().map(|one| view! { <li>{namesake_words(one)}</li> }).collect_view();
    let what = match of.kind {
        AccessKind::Work => {
            "Is dit dezelfde persoon? Bevestig dan niet. Vraag om één keer in te loggen met de inlognaam, direct na het \
             werkaccount: dan hoort het werkaccount bij het account dat er al is."
        }
        AccessKind::New
        | AccessKind::Again
        | AccessKind::Linked
        | AccessKind::Unblocked
        | AccessKind::Function
        | AccessKind::Departed => "Is dit dezelfde persoon? Weiger dan. Eén persoon heeft één account.",
    };
    view! {
        <Notice look=NoticeLook::Wait title="Deze naam komt al voor">
            <ul>{known}</ul>
            <p>{what}</p>
        </Notice>
    }
}

fn namesake_words(one: &Namesake) -> String {
    format!("{} · {} · inlognaam {}", isolated(one.name.as_str()), one.role.words(), isolated(one.login.as_str()))
}

/// People who can both log in under the same name.
#[component]
fn Doubles(all: Vec<Namesake>) -> impl IntoView {
    let lines = all.iter().map(|one| view! { <li>{namesake_words(one)}</li> }).collect_view();
    view! {
        <Notice look=NoticeLook::Wait title="Twee accounts met dezelfde naam">
            <ul>{lines}</ul>
            <p>"Is dit één persoon? Vraag de beheerder dan om één van de twee te blokkeren. Wie twee accounts heeft, kan
                met zichzelf akkoord gaan."</p>
        </Notice>
    }
}

fn kind_words(kind: AccessKind) -> &'static str {
    match kind {
        AccessKind::New => "Nieuw account",
        AccessKind::Again => "Nieuw wachtwoord en nieuwe app",
        AccessKind::Work => "Nieuw met een werkaccount",
        AccessKind::Linked => "Werkaccount gekoppeld",
        AccessKind::Unblocked => "Geblokkeerd werkaccount weer vrijgeven",
        AccessKind::Function => "Andere functie",
        AccessKind::Departed => "Vertrokken: dossiers overnemen",
    }
}
