//! The page of an address, by the role of who is logged in.
use super::{
    access::AccessPage,
    accounts::AccountsPage,
    audit::LogPage,
    away::AwayPage,
    case::CasePage,
    conversation::ConversationPage,
    keeping::KeepingPage,
    meeting::{MeetingPage, MeetingsPage},
    messages::MessagesPage,
    own::OwnAccountPage,
    own_sessions::OwnSessionsPage,
    page::Page,
    parts::Heading,
    phone::PhonePage,
    search::SearchPage,
    settings::SettingsPage,
    together::TogetherPage,
    worklist::{DonePage, Tab, ToDoPage},
};
use crate::{route::Router, ui::Link};
use leptos::prelude::*;
use shared::access::Role;

/// The pages of a role.
#[component]
pub fn Pages(role: Role) -> impl IntoView {
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
