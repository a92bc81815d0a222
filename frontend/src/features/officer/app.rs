use super::{
    later::{CasePart, Fetch, OtherPart, PageOf, Parts},
    login::{LogInPage, follow, look_again},
    page::Page,
    pages::Pages,
    parts::{Back, every_minute},
    request::{Failed, Request},
    said::SaidNext,
    session::{Gemeente, Session, State},
    shell::Shell,
    start,
    stay::StayQuestion,
};
use crate::{route::Router, ui::Button};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// The entry of the AF and the beheerder. It says how to fetch the pages that are not in its first module.
#[component]
pub fn App(case: Fetch<CasePart>, other: Fetch<OtherPart>) -> impl IntoView {
    Parts::start(case, other);
    let router = Router::start();
    let session = Session::start();
    SaidNext::start();
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
#[derive(Debug, Clone, PartialEq, Eq)]
enum Door {
    Alone(OtherPart),
    LogIn,
}

impl Door {
    /// These pages are for whoever has a link. Every other page asks to log in.
    fn of(page: &Page) -> Self {
        let open = [
            (Page::SetUp, OtherPart::SetUp),
            (Page::Invitation, OtherPart::Invitation),
            (Page::Adviser, OtherPart::Adviser),
        ];
        let part = open.into_iter().find_map(|(one, part)| (one == *page).then_some(part));
        part.map_or(Self::LogIn, Self::Alone)
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
        (Door::Alone(page), ..) => alone(page),
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

/// A page that stands by itself.
fn alone(page: OtherPart) -> AnyView {
    view! { <PageOf part=Parts::here().other page=page alone=true/> }.into_any()
}
