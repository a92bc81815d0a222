use super::{
    page::Page,
    paper::PrintHead,
    request::{Failed, Request},
    session::Session,
};
use crate::{
    client::Call,
    messages::{Words, isolated},
    route::Router,
    tabs::Word,
    ui::{Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::contract::Endpoint;

/// The bar on top and the page under it.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    view! {
        <TopBar/>
        <main id="main" class="af"><PrintHead/><div class="print-body">{children()}</div></main>
    }
}

#[component]
fn TopBar() -> impl IntoView {
    let session = Session::here();
    let who = move || session.who().map(|who| format!("{} · {}", isolated(who.name.as_str()), who.role.lower()));
    view! {
        <header class="top">
            <Link to="/af" label="Meldroute, naar het begin"><b>"Meldroute"</b></Link>
            <div class="who"><Link to=Page::OwnAccount.path()>{who}</Link><LogOut/></div>
        </header>
    }
}

/// Ends the session at the server. Without an answer the user is still logged in, and sees why.
#[component]
fn LogOut() -> impl IntoView {
    let (router, session) = (Router::here(), Session::here());
    let request = Request::new();
    let press = Callback::new(move |()| {
        request.run(Call::to(Endpoint::LogOut).ask::<()>(), move |_| {
            session.leave();
            session.tabs().tell(Word::LoggedOut);
            router.replace("/af");
        });
    });
    view! {
        <Button look=ButtonLook::Subtle press=press busy=request.busy()>"Log uit"</Button>
        <Failed failure=request.failure()/>
    }
}
