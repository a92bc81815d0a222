use super::{
    super::{page::Page, paper::PrintButton, parts::Heading, request::Failed, session::Gemeente},
    form::{Draft, MeetingForm},
    sheet::SheetOf,
    store::{Meeting, ask, function_of, name_of},
};
use crate::{
    messages::{day_with_year, officer},
    route::Router,
    ui::{AskFirst, Button, ButtonLook, Link, Said},
};
use leptos::prelude::*;
use shared::{case::meeting::MeetingCommand, contract::MeetingView, id::MeetingId};
use std::sync::Arc;

/// One werkoverleg: who is there, and a sheet for each case.
#[component]
pub fn MeetingPage(id: MeetingId) -> impl IntoView {
    let meeting = Meeting::new(id.as_str());
    meeting.read();
    let name = move || {
        let day = meeting.view.with(|view| view.as_ref().map(|view| view.plan.day));
        day.map_or_else(|| "Werkoverleg".to_owned(), |day| format!("Werkoverleg van {}", day_with_year(day)))
    };
    view! {
        <div class="wide stack">
            <p class="no-print"><Link to=Page::Meetings.path()>"‹ Werkoverleg"</Link></p>
            <Heading text=Signal::derive(name) title="Werkoverleg"/>
            <Said text=meeting.changing.done()/>
            <Failed failure=meeting.reading.failure()/>
            {move || meeting.view.get().map(|view| view! { <Content meeting=meeting view=view/> })}
        </div>
    }
}

#[component]
fn Content(meeting: Meeting, view: Arc<MeetingView>) -> impl IntoView {
    let shown = RwSignal::new(false);
    let show = Callback::new(move |()| shown.set(true));
    let empty = view.cases.is_empty();
    let sheets = {
        let view = view.clone();
        move || {
            let of = |row| view! { <SheetOf row=row officers=view.officers.clone()/> };
            view.cases.iter().cloned().map(of).collect_view()
        }
    };
    let lines = view.cases.iter().map(|row| {
        let name = format!("{} · {}", row.number, officer::subject_and_forms(row.subject, &row.forms));
        view! { <li><Link to=Page::Case(row.id.clone()).path()>{name}</Link></li> }
    });
    view! {
        <p>{there(&view)}</p>
        {view.plan.next.map(|day| view! { <p>{format!("Het volgende is op {}.", day_with_year(day))}</p> })}
        <section class="stack" aria-labelledby="dossiers">
            <h2 id="dossiers">"Dossiers"</h2>
            {empty.then(|| view! { <p>"Er is nog geen dossier gekozen."</p> })}
            <ul class="no-print">{lines.collect_view()}</ul>
            <Show when=move || !empty && !shown.get()>
                <div class="row no-print"><Button look=ButtonLook::Main press=show>"Lees voor"</Button></div>
            </Show>
            <Show when=move || shown.get()>
                {sheets.clone()}
                <PrintButton/>
            </Show>
        </section>
        <Changing meeting=meeting view=view/>
    }
}

/// The form to change it, folded up, and a way to cancel it.
#[component]
fn Changing(meeting: Meeting, view: Arc<MeetingView>) -> impl IntoView {
    let router = Router::here();
    let (id, draft) = (view.id.clone(), Draft::of(&view));
    let cancel = Callback::new(move |()| {
        let work = ask(MeetingCommand::Cancel { meeting: id.clone() });
        meeting.changing.run(work, move |_| {
            router.go(&Page::Meetings.path());
            String::new()
        });
    });
    view! {
        <details class="card no-print">
            <summary>"Wijzig dit werkoverleg"</summary>
            <MeetingForm draft=draft officers=view.officers.clone() cases=view.cases.clone()
                proposed=view.proposed.clone() request=meeting.changing
                send=move |command| meeting.change(command) button="Bewaar"/>
            <AskFirst label="Zeg dit overleg af" question="Dit werkoverleg gaat van de lijst. De dossiers blijven."
                yes="Ja, zeg het af" press=cancel look=ButtonLook::Plain busy=meeting.changing.busy()/>
        </details>
    }
}

/// `Erbij: Regisseur Wmo, Aandachtsfunctionaris.`
fn there(view: &MeetingView) -> String {
    let functions = &Gemeente::here().profile.functions;
    let officers = view.plan.present.iter().map(|who| function_of(&view.officers, functions, who));
    let others = view.plan.others.iter().filter_map(|id| name_of(functions, id));
    format!("Erbij: {}.", officers.chain(others).collect::<Vec<_>>().join(", "))
}
