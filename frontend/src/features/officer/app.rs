use super::{
    access::AccessPage,
    accounts::AccountsPage,
    audit::LogPage,
    away::AwayPage,
    case::CasePage,
    conversation::ConversationPage,
    invitation::InvitationPage,
    keeping::KeepingPage,
    login::{LogInPage, follow, look_again},
    meeting::{MeetingPage, MeetingsPage},
    messages::MessagesPage,
    own::OwnAccountPage,
    own_sessions::OwnSessionsPage,
    page::Page,
    parts::{Back, Heading, every_minute},
    phone::PhonePage,
    request::{Failed, Request},
    search::SearchPage,
    session::{Gemeente, Session, State},
    settings::SettingsPage,
    setup::SetUpPage,
    shell::Shell,
    start,
    stay::StayQuestion,
    together::TogetherPage,
    worklist::{DonePage, Tab, ToDoPage},
};
use crate::{
    route::Router,
    ui::{Button, Link},
};
use leptos::{ev, prelude::*};
use shared::access::Role;
use std::sync::Arc;

/// The entry of the AF and the beheerder.
#[component]
pub fn App() -> impl IntoView {
    let router = Router::start();
    let session = Session::start();
    Back::start(router);
    follow(router, session);
    every_minute(move || session.tick());
    leaves_and_comes_back(router, session);
    let starting = Request::<Gemeente>::without_session();
    let read = Callback::new(move |()| {
        let typed = session.typed();
        let work = async move {
            typed.load().await;
            start::read().await
        };
        starting.run(work, move |(instance, who)| {
            if let Some(who) = who {
                session.begin(who);
            }
            Gemeente(Arc::new(instance))
        });
    });
    read.run(());
    let gemeente = starting.done();
    move || match gemeente.get() {
        None => view! { <Starting starting=starting again=read/> }.into_any(),
        Some(gemeente) => {
            provide_context(gemeente);
            view! { <Ready/> }.into_any()
        }
    }
}

/// A browser keeps a page that was left, to show it again at once when somebody goes back. So nothing of the pages
/// stays in it, and the server is asked first.
fn leaves_and_comes_back(router: Router, session: Session) {
    let leaves = window_event_listener_untyped("pagehide", move |_| session.go_away());
    let comes = window_event_listener_untyped("pageshow", move |_| {
        if session.state_now() == State::Away {
            look_again(router, session);
        }
    });
    let typed = session.typed();
    let warns = window_event_listener(ev::beforeunload, move |event| {
        if !typed.is_empty_now() {
            event.prevent_default();
        }
    });
    on_cleanup(move || [leaves, comes, warns].into_iter().for_each(|listener| listener.remove()));
}

/// The page before the server has answered.
#[component]
fn Starting(starting: Request<Gemeente>, again: Callback<()>) -> impl IntoView {
    let (busy, failure) = (starting.busy(), starting.failure());
    view! {
        <main class="stack">
            <Show when=move || busy.get()><p class="soft" role="status">"Even laden…"</p></Show>
            <Failed failure=failure title="Meldroute start niet"/>
            <Show when=move || failure.with(Option::is_some)><Button press=again>"Probeer opnieuw"</Button></Show>
        </main>
    }
}

/// The page for somebody who is not logged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    SetUp,
    Invitation,
    LogIn,
}

impl Door {
    fn of(page: &Page) -> Self {
        match page {
            Page::SetUp => Self::SetUp,
            Page::Invitation => Self::Invitation,
            Page::ToDo
            | Page::Done(_)
            | Page::Case(_)
            | Page::Conversation(_)
            | Page::Phone
            | Page::Away
            | Page::Accounts
            | Page::Settings
            | Page::Log
            | Page::Access
            | Page::OwnAccount
            | Page::OwnSessions
            | Page::Messages
            | Page::Keeping
            | Page::Together
            | Page::Meetings
            | Page::Meeting(_)
            | Page::Search
            | Page::Unknown => Self::LogIn,
        }
    }
}

/// The page of an address, for whoever is logged in.
#[component]
fn Ready() -> impl IntoView {
    let (router, session) = (Router::here(), Session::here());
    let door = Memo::new(move |_| Door::of(&Page::from_path(&router.path())));
    let who = Memo::new(move |_| session.who().map(|who| (who.id, who.role)));
    let state = Memo::new(move |_| session.state());
    move || match (door.get(), who.get(), state.get()) {
        (Door::SetUp, ..) => view! { <SetUpPage/> }.into_any(),
        (Door::Invitation, ..) => view! { <InvitationPage/> }.into_any(),
        (Door::LogIn, None, _) | (Door::LogIn, _, State::Ended) => view! { <LogInPage/> }.into_any(),
        (Door::LogIn, _, State::Away) => {
            view! { <main class="stack"><p class="soft">"Even laden…"</p></main> }.into_any()
        }
        (Door::LogIn, Some((_, role)), State::On) => view! {
            <Shell><Pages role=role/></Shell>
            <StayQuestion/>
        }
        .into_any(),
    }
}

/// The pages of a role.
#[component]
fn Pages(role: Role) -> impl IntoView {
    let router = Router::here();
    let page = Memo::new(move |_| Page::from_path(&router.path()));
    move || match (role, page.get()) {
        (_, Page::OwnAccount) => view! { <OwnAccountPage/> }.into_any(),
        (_, Page::OwnSessions) => view! { <OwnSessionsPage/> }.into_any(),
        (Role::Officer | Role::PrivacyOfficer, Page::Access) => view! { <AccessPage/> }.into_any(),
        (Role::Officer | Role::PrivacyOfficer, Page::Settings) => view! { <SettingsPage role=role/> }.into_any(),
        (Role::Officer, page) => officer_page(page),
        (Role::Administrator, page) => administrator_page(page == Page::Settings),
        (Role::PrivacyOfficer, page) => privacy_page(page == Page::Keeping),
        (Role::Analyst | Role::Adviser, _) => view! { <NothingYet/> }.into_any(),
    }
}

fn officer_page(page: Page) -> AnyView {
    match page {
        Page::ToDo => view! { <ToDoPage/> }.into_any(),
        Page::Done(number) => view! { <DonePage number=number/> }.into_any(),
        Page::Case(id) => view! { <CasePage id=id/> }.into_any(),
        Page::Conversation(id) => view! { <ConversationPage id=id/> }.into_any(),
        Page::Phone => view! { <PhonePage/> }.into_any(),
        Page::Away => view! { <AwayPage/> }.into_any(),
        Page::Keeping => view! { <KeepingPage/> }.into_any(),
        Page::Together => view! { <TogetherPage/> }.into_any(),
        Page::Meetings => view! { <MeetingsPage/> }.into_any(),
        Page::Meeting(id) => view! { <MeetingPage id=id/> }.into_any(),
        Page::Search => view! { <SearchPage/> }.into_any(),
        Page::Messages => view! { <MessagesPage/> }.into_any(),
        Page::Accounts
        | Page::Settings
        | Page::Log
        | Page::Access
        | Page::OwnAccount
        | Page::OwnSessions
        | Page::Invitation
        | Page::SetUp
        | Page::Unknown => view! { <NoPage/> }.into_any(),
    }
}

/// The page for a role that has no pages.
#[component]
fn NothingYet() -> impl IntoView {
    view! {
        <div class="stack">
            <Heading text="Hier is voor jou niets te doen" title="Meldroute"/>
            <p>"Voor jouw rol zijn er in deze versie geen pagina's."</p>
        </div>
    }
}

/// The beheerder's two pages.
fn administrator_page(settings: bool) -> AnyView {
    view! {
        <div class="tab-bar">
            <nav class="tabs" aria-label="Pagina's">
                <Tab to=Page::Accounts current=!settings>"Accounts"</Tab>
                <Tab to=Page::Settings current=settings>"Inrichting"</Tab>
            </nav>
        </div>
        {if settings {
            view! { <SettingsPage role=Role::Administrator/> }.into_any()
        } else {
            view! { <AccountsPage/> }.into_any()
        }}
    }
    .into_any()
}

/// The FG's two pages.
fn privacy_page(keeping: bool) -> AnyView {
    view! {
        <div class="tab-bar">
            <nav class="tabs" aria-label="Pagina's">
                <Tab to=Page::Log current=!keeping>"Logboek"</Tab>
                <Tab to=Page::Keeping current=keeping>"Bewaren"</Tab>
            </nav>
        </div>
        {if keeping { view! { <KeepingPage/> }.into_any() } else { view! { <LogPage/> }.into_any() }}
    }
    .into_any()
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
