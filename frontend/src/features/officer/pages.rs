//! The page of an address, by the role of who is logged in.
use super::{
    later::{CasePart, OtherPart, PageOf, Parts, fetch_ahead},
    page::Page,
    parts::Heading,
    roles::{administrator_page, other, privacy_page},
    worklist::ToDoPage,
};
use crate::{route::Router, ui::Link};
use leptos::prelude::*;
use shared::access::Role;

/// The pages of a role.
#[component]
pub fn Pages(role: Role) -> impl IntoView {
    let router = Router::here();
    let page = Memo::new(move |_| Page::from_path(&router.path()));
    if role == Role::Officer {
        fetch_ahead();
    }
    move || match (role, page.get()) {
        (_, Page::OwnAccount) => other(OtherPart::OwnAccount),
        (_, Page::OwnSessions) => other(OtherPart::OwnSessions),
        (Role::Officer | Role::PrivacyOfficer, Page::Access) => other(OtherPart::Access),
        (Role::Officer | Role::PrivacyOfficer, Page::Settings) => other(OtherPart::Settings(role)),
        (Role::Officer | Role::PrivacyOfficer, Page::Lists) => other(OtherPart::Lists(role)),
        (Role::Officer, page) => officer_page(page),
        (Role::Administrator, page) => administrator_page(&page),
        (Role::PrivacyOfficer, page) => privacy_page(&page),
        (Role::Adviser, _) => other(OtherPart::OwnQuestions),
        (Role::Analyst, _) => other(OtherPart::Figures),
    }
}

fn case(page: CasePart) -> AnyView {
    view! { <PageOf part=Parts::here().case page=page/> }.into_any()
}

fn officer_page(page: Page) -> AnyView {
    match page {
        Page::ToDo => view! { <ToDoPage/> }.into_any(),
        Page::Done(number) => other(OtherPart::Done(number)),
        Page::Case(id) => case(CasePart::Case(id)),
        Page::Conversation(id) => case(CasePart::Conversation(id)),
        Page::Decision(id) => case(CasePart::Decision(id)),
        Page::Pack(id, number) => case(CasePart::Pack(id, number)),
        Page::Phone => case(CasePart::Phone),
        Page::Away => other(OtherPart::Away),
        Page::Keeping => other(OtherPart::Keeping),
        Page::Together => other(OtherPart::Together),
        Page::Awareness => other(OtherPart::Awareness),
        Page::Figures => other(OtherPart::Figures),
        Page::Agenda => other(OtherPart::Agenda),
        Page::Meetings => other(OtherPart::Meetings),
        Page::Meeting(id) => other(OtherPart::Meeting(id)),
        Page::Search => other(OtherPart::Search),
        Page::Messages => other(OtherPart::Messages),
        Page::Accounts
        | Page::Settings
        | Page::Lists
        | Page::Register
        | Page::Log
        | Page::Access
        | Page::OwnAccount
        | Page::OwnSessions
        | Page::Invitation
        | Page::Adviser
        | Page::SetUp
        | Page::Unknown => view! { <NoPage/> }.into_any(),
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
