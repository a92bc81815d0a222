use super::{
    super::{page::Page, parts::Heading, request::Failed},
    form::SessionForm,
    store::Log,
    words::{due, facts},
};
use crate::{
    messages::{Words, day_with_year, isolated},
    ui::{AskFirst, Button, ButtonLook, Link, Said},
};
use leptos::prelude::*;
use shared::{awareness::AwarenessCommand, contract::SessionLine, moment::Day};

/// The log of awareness, with a form for a new line.
#[component]
pub fn AwarenessPage() -> impl IntoView {
    let log = Log::start();
    let said = log.changing.done();
    let correcting = RwSignal::new(None::<SessionLine>);
    // what was corrected is done with
    Effect::new(move |_| {
        if said.get().is_some() {
            correcting.set(None);
        }
    });
    let today = Memo::new(move |_| log.page.with(|page| page.as_ref().map(|page| page.today)));
    let update = move || log.page.with(|page| page.as_ref().map(|page| due(page.update, page.last)));
    let lines = move || log.page.with(|page| page.as_ref().map(|page| page.sessions.clone()).unwrap_or_default());
    let form = move || {
        let (today, line) = (today.get()?, correcting.get());
        let title = if line.is_some() { "Verbeter een regel" } else { "Leg vast wat je deed" };
        Some(view! { <h2>{title}</h2><SessionForm today=today line=line/> })
    };
    view! {
        <div class="wide stack">
            <p><Link to=Page::ToDo.path()>"‹ Te doen"</Link></p>
            <Heading text="Bewustwording" title="Bewustwording"/>
            <p>{update}</p>
            <p><a class="utrecht-link" href="/bewust">"Pagina's, poster en kaart voor je collega's"</a></p>
            <Said text=Signal::derive(move || said.get().map(str::to_owned))/>
            <Failed failure=log.reading.failure()/>
            <section class="card stack">{form}</section>
            <section class="work" aria-label="Logboek">
                <h2>"Wat er is gedaan"</h2>
                <Show when=move || lines().is_empty() && today.get().is_some()><p class="soft">"Nog niets."</p></Show>
                <ul class="work-list">
                    <For each=lines key=|one| (one.number, one.seen) let(one)><Row line=one correcting=correcting/></For>
                </ul>
            </section>
        </div>
    }
}

#[component]
fn Row(line: SessionLine, correcting: RwSignal<Option<SessionLine>>) -> impl IntoView {
    let log = Log::here();
    let (number, seen, ended, day): (u32, u32, bool, Day) = (line.number, line.seen, line.ended, line.session.day);
    let by = line.by.as_ref().map(|by| format!(" Vastgelegd door {}.", isolated(by.as_str()))).unwrap_or_default();
    let (kind, text) = (line.session.kind.words(), format!("{}{by}", facts(&line.session)));
    let about = format!(" van {}", day_with_year(day));
    let label = about.clone();
    let line = StoredValue::new(line);
    let correct = Callback::new(move |()| correcting.set(Some(line.get_value())));
    let end = Callback::new(move |()| log.send(AwarenessCommand::End { number, seen }, "De regel telt niet meer mee."));
    let buttons = (!ended).then(|| view! {
        <div class="row">
            <Button look=ButtonLook::Plain press=correct>"Verbeter"<span class="sr-only">{label}</span></Button>
            <AskFirst label="Telt niet mee" about=about question="De regel blijft staan en telt niet meer mee. Weet je het zeker?"
                yes="Ja, telt niet mee" press=end look=ButtonLook::Plain busy=log.changing.busy()/>
        </div>
    });
    view! {
        <li class="work-row">
            <p class="left">{if ended { "Telt niet mee" } else { "" }}</p>
            <div><h3 class="name">{format!("{} · {kind}", day_with_year(day))}</h3><p class="soft">{text}</p></div>
            {buttons}
        </li>
    }
}
