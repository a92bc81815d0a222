use super::{
    page::Page,
    parts::Heading,
    request::{Failed, Request},
};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{Button, ButtonLook, Link, Said},
};
use leptos::prelude::*;
use shared::contract::{Endpoint, OwnSession, OwnSessionCommand};

/// The sessions as read, and the outcome of the last command.
#[derive(Clone, Copy)]
struct Sessions {
    /// `None` before the first answer.
    all: RwSignal<Option<Vec<OwnSession>>>,
    reading: Request,
    ending: Request<String>,
}

impl Sessions {
    fn new() -> Self {
        let sessions = Self { all: RwSignal::new(None), reading: Request::new(), ending: Request::new() };
        let call = Call::to(Endpoint::OwnSessions).ask::<Vec<OwnSession>>();
        sessions.reading.run(call, move |answer| sessions.all.set(Some(answer.body)));
        sessions
    }

    fn end(self, command: OwnSessionCommand, said: &'static str) {
        self.ending.run(send(command), move |left| {
            self.all.set(Some(left));
            said.to_owned()
        });
    }
}

async fn send(command: OwnSessionCommand) -> Result<Vec<OwnSession>, Failure> {
    Ok(Call::to(Endpoint::EndSessions).send(&command).await?.body)
}

/// Where somebody is logged in, with a way to end each session.
#[component]
pub fn OwnSessionsPage() -> impl IntoView {
    let sessions = Sessions::new();
    let all = move || sessions.all.get().unwrap_or_default();
    let others = move || all().iter().any(|one| !one.current);
    let end_others = Callback::new(move |()| {
        sessions.end(OwnSessionCommand::EndOthers, "Je bent nu alleen nog hier ingelogd.");
    });
    view! {
        <div class="wide stack">
            <Heading text="Waar ben je ingelogd?" title="Waar ben je ingelogd?"/>
            <p class="soft">"We bewaren niet op welk apparaat of vanaf welk adres. Zie je een tijd die je niet kent?
                Beëindig die sessie, kies een nieuw wachtwoord en vertel het de beheerder."</p>
            <Said text=sessions.ending.done()/>
            <Failed failure=sessions.ending.failure()/>
            <Failed failure=sessions.reading.failure()/>
            <Show when=move || sessions.all.with(Option::is_none)><p class="soft">"Even laden…"</p></Show>
            <ul class="work-list">
                <For each=all key=|one| (one.id.clone(), one.used) let(one)>
                    <SessionRow session=one sessions=sessions/>
                </For>
            </ul>
            <Show when=others>
                <div class="row">
                    <Button look=ButtonLook::Plain press=end_others busy=sessions.ending.busy()>
                        "Beëindig alle andere"
                    </Button>
                </div>
            </Show>
            <p><Link to=Page::OwnAccount.path()>"Terug naar mijn account"</Link></p>
        </div>
    }
}

#[component]
fn SessionRow(session: OwnSession, sessions: Sessions) -> impl IntoView {
    let [since, used] =
        [session.since, session.used].map(|at| format!("{}, {}", messages::day(at.day()), messages::clock(at)));
    let about = format!(" de sessie van {since}");
    let button = (!session.current).then(|| {
        let id = session.id.clone();
        let press = Callback::new(move |()| {
            sessions.end(OwnSessionCommand::End { id: id.clone() }, "Die sessie is beëindigd.");
        });
        view! {
            <Button look=ButtonLook::Plain press=press busy=sessions.ending.busy()>
                "Beëindig"<span class="sr-only">{about}</span>
            </Button>
        }
    });
    view! {
        <li class="work-row">
            <p class="left">{if session.current { "Hier" } else { "Ergens anders" }}</p>
            <div><h2 class="name">"Sinds "{since}</h2><p class="soft">"Laatst gebruikt "{used}</p></div>
            <div class="row">{button}</div>
        </li>
    }
}
