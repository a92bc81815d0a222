use super::{
    super::{
        page::Page,
        paper::PrintButton,
        parts::Heading,
        request::{Failed, Request},
    },
    form::{Draft, MeetingForm},
    store::ask,
};
use crate::{client::Call, messages::day_with_year, route::Router, ui::Link};
use leptos::prelude::*;
use shared::{
    case::meeting::MeetingCommand,
    contract::{Endpoint, MeetingsPage as MeetingsAnswer},
};

/// The werkoverleggen, and a form to plan one.
#[component]
pub fn MeetingsPage() -> impl IntoView {
    let (reading, planning) = (Request::<Option<MeetingsAnswer>>::new(), Request::<String>::new());
    reading.run(Call::to(Endpoint::Meetings).ask::<MeetingsAnswer>(), |answer| Some(answer.body));
    let page = Signal::derive(move || reading.done().get().flatten());
    view! {
        <div class="wide stack">
            <p><Link to="/af">"‹ Te doen"</Link></p>
            <Heading text="Werkoverleg" title="Werkoverleg"/>
            <Failed failure=reading.failure()/>
            {move || page.get().map(|page| view! { <Listed page=page.clone()/><Planning page=page planning=planning/> })}
            <p class="links not-on-paper"><Link to=Page::Agenda.path()>"Stukken voor een overleg met anderen"</Link></p>
            <PrintButton/>
        </div>
    }
}

#[component]
fn Listed(page: MeetingsAnswer) -> impl IntoView {
    let empty = page.meetings.is_empty();
    let lines = page.meetings.into_iter().map(|one| {
        let (words, day) = if one.day < page.today { ("Geweest", "left") } else { ("Gepland", "left ok") };
        let name = format!("Werkoverleg van {}", day_with_year(one.day));
        view! {
            <li class="work-row">
                <p class=day>{words}</p>
                <h3 class="name"><Link to=Page::Meeting(one.id).path()>{name}</Link></h3>
            </li>
        }
    });
    view! {
        <section class="work" aria-labelledby="overleggen">
            <h2 id="overleggen">"Gepland en geweest"</h2>
            {empty.then(|| view! { <p class="soft">"Er is nog geen werkoverleg gepland."</p> })}
            <ul class="work-list">{lines.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Planning(page: MeetingsAnswer, planning: Request<String>) -> impl IntoView {
    let router = Router::here();
    let send = move |command: MeetingCommand| {
        planning.run(ask(command), move |page| {
            if let Some(made) = page.made {
                router.go(&Page::Meeting(made).path());
            }
            String::new()
        });
    };
    let draft = Draft::new(&page);
    view! {
        <section class="card" aria-labelledby="plannen">
            <h2 id="plannen">"Plan een werkoverleg"</h2>
            <MeetingForm draft=draft officers=page.officers cases=vec![] proposed=page.proposed request=planning
                send=send button="Plan het overleg"/>
        </section>
    }
}
