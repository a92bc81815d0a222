use super::super::{
    access::AccessPage,
    accounts::AccountsPage,
    additions::LateAdditions,
    adviser::{AdviserPage, OwnQuestionsPage},
    audit::LogPage,
    awareness::AwarenessPage,
    away::{AwayPage, Covered},
    figures::FiguresPage,
    invitation::InvitationPage,
    keeping::KeepingPage,
    later::OtherPart,
    lists::ListsPage,
    meeting::{MeetingPage, MeetingsPage},
    messages::MessagesPage,
    own::OwnAccountPage,
    own_sessions::OwnSessionsPage,
    phone::Unfinished,
    register::RegisterPage,
    search::SearchPage,
    settings::SettingsPage,
    setup::SetUpPage,
    sharing::AgendaPage,
    together::{Many, TogetherPage},
    worklist::DonePage,
};
use leptos::prelude::*;

/// Makes the page.
#[must_use]
pub fn show_other(page: OtherPart) -> AnyView {
    match page {
        OtherPart::Done(number) => view! { <DonePage number=number/> }.into_any(),
        OtherPart::Waits(page) => {
            view! { <LateAdditions page=page/> <Many page=page/> <Covered page=page/> <Unfinished page=page/> }
                .into_any()
        }
        OtherPart::Away => view! { <AwayPage/> }.into_any(),
        OtherPart::Accounts => view! { <AccountsPage/> }.into_any(),
        OtherPart::Settings(role) => view! { <SettingsPage role=role/> }.into_any(),
        OtherPart::Lists(role) => view! { <ListsPage role=role/> }.into_any(),
        OtherPart::Register => view! { <RegisterPage/> }.into_any(),
        OtherPart::Log => view! { <LogPage/> }.into_any(),
        OtherPart::Access => view! { <AccessPage/> }.into_any(),
        OtherPart::OwnAccount => view! { <OwnAccountPage/> }.into_any(),
        OtherPart::OwnSessions => view! { <OwnSessionsPage/> }.into_any(),
        OtherPart::Messages => view! { <MessagesPage/> }.into_any(),
        OtherPart::Search => view! { <SearchPage/> }.into_any(),
        OtherPart::Invitation => view! { <InvitationPage/> }.into_any(),
        OtherPart::Adviser => view! { <AdviserPage/> }.into_any(),
        OtherPart::OwnQuestions => view! { <OwnQuestionsPage/> }.into_any(),
        OtherPart::Keeping => view! { <KeepingPage/> }.into_any(),
        OtherPart::Together => view! { <TogetherPage/> }.into_any(),
        OtherPart::Meetings => view! { <MeetingsPage/> }.into_any(),
        OtherPart::Meeting(id) => view! { <MeetingPage id=id/> }.into_any(),
        OtherPart::Figures => view! { <FiguresPage/> }.into_any(),
        OtherPart::Agenda => view! { <AgendaPage/> }.into_any(),
        OtherPart::Awareness => view! { <AwarenessPage/> }.into_any(),
        OtherPart::SetUp => view! { <SetUpPage/> }.into_any(),
    }
}
