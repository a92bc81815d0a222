//! The pages of the beheerder and of the FG, below their tabs. All of them come later.
use super::{
    later::{OtherPart, PageOf, Parts},
    page::Page,
    worklist::Tab,
};
use leptos::prelude::*;
use shared::access::Role;

/// A page that is neither the first one nor about one case.
pub fn other(page: OtherPart) -> AnyView {
    view! { <PageOf part=Parts::here().other page=page/> }.into_any()
}

/// The beheerder's pages: accounts, settings, and the lists of signals below those.
pub fn administrator_page(page: &Page) -> AnyView {
    let lists = *page == Page::Lists;
    let settings = lists || *page == Page::Settings;
    let shown = if lists {
        OtherPart::Lists(Role::Administrator)
    } else if settings {
        OtherPart::Settings(Role::Administrator)
    } else {
        OtherPart::Accounts
    };
    view! {
        <div class="tab-bar">
            <nav class="tabs" aria-label="Pagina's">
                <Tab to=Page::Accounts current=!settings>"Accounts"</Tab>
                <Tab to=Page::Settings current=settings>"Inrichting"</Tab>
            </nav>
        </div>
        {other(shown)}
    }
    .into_any()
}

/// The FG's pages.
pub fn privacy_page(page: &Page) -> AnyView {
    let (keeping, register) = (*page == Page::Keeping, *page == Page::Register);
    let shown = if keeping {
        OtherPart::Keeping
    } else if register {
        OtherPart::Register
    } else {
        OtherPart::Log
    };
    view! {
        <div class="tab-bar">
            <nav class="tabs" aria-label="Pagina's">
                <Tab to=Page::Log current={!keeping && !register}>"Logboek"</Tab>
                <Tab to=Page::Keeping current=keeping>"Bewaren"</Tab>
                <Tab to=Page::Register current=register>"Register"</Tab>
            </nav>
        </div>
        {other(shown)}
    }
    .into_any()
}
