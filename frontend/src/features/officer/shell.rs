use super::{page::Page, session::Session};
use crate::{
    client::Call,
    messages::{self, Words},
    route::Router,
    ui::{Button, ButtonLook, Link},
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::Endpoint;

/// The bar on top and the page under it.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    view! {
        <TopBar/>
        <main id="main" class="af">{children()}</main>
    }
}

#[component]
fn TopBar() -> impl IntoView {
    let session = Session::here();
    let who = move || session.who().map(|who| format!("{} · {}", who.name.as_str(), who.role.words().to_lowercase()));
    view! {
        <header class="top">
            <Link to="/af" label="Meldroute, naar het begin"><b>"Meldroute"</b></Link>
            <div class="who"><Link to=Page::OwnAccount.path()>{who}</Link><LogOut/></div>
        </header>
    }
}

/// Ends the session at the server; without an answer one stays logged in, and is told so.
#[component]
fn LogOut() -> impl IntoView {
    let (router, session) = (Router::here(), Session::here());
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let press = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            let answer = session.heed(Call::to(Endpoint::LogOut).get::<()>().await);
            busy.set(false);
            match answer {
                Ok(_) => {
                    session.leave();
                    router.replace("/af");
                }
                Err(failure) => failed.set(Some(messages::failure(&failure))),
            }
        });
    });
    view! {
        <Button look=ButtonLook::Subtle press=press busy=busy>"Log uit"</Button>
        <span role="status">{move || failed.get()}</span>
    }
}
