use super::{
    accounts::AccountsPage,
    audit::LogPage,
    case::CasePage,
    keeping::KeepingPage,
    login::{LogInOverlay, LogInPage},
    page::Page,
    parts::{Heading, every_minute},
    phone::PhonePage,
    session::{self, Gemeente, Session},
    setup::SetUpPage,
    shell::Shell,
    worklist::{DonePage, Tab, ToDoPage},
};
use crate::{
    messages,
    route::Router,
    ui::{Button, Link, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::access::Role;
use std::sync::Arc;

/// How far starting is.
#[derive(Clone)]
enum Start {
    Reading,
    Failed(String),
    Ready(Gemeente),
}

/// The entry of the AF and the beheerder.
#[component]
pub fn App() -> impl IntoView {
    let _router = Router::start();
    let session = Session::start();
    let start = RwSignal::new(Start::Reading);
    read(session, start);
    every_minute(move || session.tick());
    let again = Callback::new(move |()| read(session, start));
    move || match start.get() {
        Start::Reading => view! { <main><p class="soft" role="status">"Even laden…"</p></main> }.into_any(),
        Start::Failed(text) => view! { <NotStarted text=text again=again/> }.into_any(),
        Start::Ready(gemeente) => {
            provide_context(gemeente);
            view! { <Ready/> }.into_any()
        }
    }
}

fn read(session: Session, start: RwSignal<Start>) {
    start.set(Start::Reading);
    spawn_local(async move {
        start.set(match session::read().await {
            Ok((instance, who)) => {
                if let Some(who) = who {
                    session.begin(who);
                }
                Start::Ready(Gemeente(Arc::new(instance)))
            }
            Err(failure) => Start::Failed(messages::failure(&failure)),
        });
    });
}

#[component]
fn NotStarted(text: String, again: Callback<()>) -> impl IntoView {
    view! {
        <main class="stack">
            <Notice look=NoticeLook::Danger live=true title="Meldroute start niet"><p>{text}</p></Notice>
            <Button press=again>"Probeer opnieuw"</Button>
        </main>
    }
}

/// The page of an address, for who is logged in.
#[component]
fn Ready() -> impl IntoView {
    let (router, session) = (Router::here(), Session::here());
    let setting_up = Memo::new(move |_| Page::from_path(&router.path()) == Page::SetUp);
    let who = Memo::new(move |_| session.who().map(|who| (who.id, who.role)));
    move || match (setting_up.get(), who.get()) {
        (true, _) => view! { <SetUpPage/> }.into_any(),
        (false, None) => view! { <LogInPage/> }.into_any(),
        (false, Some((_, Role::Officer))) => view! { <OfficerPages/> }.into_any(),
        (false, Some((_, Role::Administrator))) => view! {
            <Shell><AccountsPage/></Shell>
            <LogInOverlay/>
        }
        .into_any(),
        (false, Some((_, Role::PrivacyOfficer))) => view! {
            <Shell><PrivacyPages/></Shell>
            <LogInOverlay/>
        }
        .into_any(),
    }
}

#[component]
fn OfficerPages() -> impl IntoView {
    let router = Router::here();
    let page = Memo::new(move |_| Page::from_path(&router.path()));
    let content = move || match page.get() {
        Page::ToDo => view! { <ToDoPage/> }.into_any(),
        Page::Done(number) => view! { <DonePage number=number/> }.into_any(),
        Page::Case(id) => view! { <CasePage id=id/> }.into_any(),
        Page::Phone => view! { <PhonePage/> }.into_any(),
        Page::Keeping => view! { <KeepingPage/> }.into_any(),
        Page::Accounts | Page::Log | Page::SetUp | Page::Unknown => view! { <NoPage/> }.into_any(),
    };
    view! {
        <Shell>{content}</Shell>
        <LogInOverlay/>
    }
}

/// The FG's two pages.
#[component]
fn PrivacyPages() -> impl IntoView {
    let router = Router::here();
    let page = Memo::new(move |_| Page::from_path(&router.path()));
    let content = move || match page.get() {
        Page::Keeping => view! { <KeepingPage/> }.into_any(),
        Page::ToDo
        | Page::Done(_)
        | Page::Case(_)
        | Page::Phone
        | Page::Accounts
        | Page::Log
        | Page::SetUp
        | Page::Unknown => view! { <LogPage/> }.into_any(),
    };
    view! {
        <div class="tab-bar">
            <nav class="tabs" aria-label="Pagina's">
                {move || {
                    let keeping = page.get() == Page::Keeping;
                    view! {
                        <Tab to=Page::Log current=!keeping>"Logboek"</Tab>
                        <Tab to=Page::Keeping current=keeping>"Bewaren"</Tab>
                    }
                }}
            </nav>
        </div>
        {content}
    }
}

#[component]
fn NoPage() -> impl IntoView {
    view! {
        <div class="stack">
            <Heading text="Deze pagina is er niet" title="Niet gevonden"/>
            <p><Link to="/af">"Naar wat er te doen is"</Link></p>
        </div>
    }
}
