use crate::{
    client::Call,
    features::officer::{
        page::Page,
        paper::FileButton,
        parts::Heading,
        request::{Failed, Request},
    },
    messages::{Words, day_with_year, officer::kept_at},
    ui::{Bound, Checkbox, Link, Notice, NoticeLook, Select, SelectOption, TextField, ticked},
};
use leptos::prelude::*;
use shared::{
    case::pack::{AgendaPack, AgendaPacks, AgendaToPrint, OnAgenda},
    contract::{Endpoint, MadeFile},
    sharing::ReferralTarget,
    text::Line,
};

/// What was kept for one receiver, of several cases, to take along to its table.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let (answer, reading) = (RwSignal::new(None::<AgendaPacks>), Request::<()>::new());
    let call = Call::to(Endpoint::AgendaPacks).by_itself().ask::<AgendaPacks>();
    reading.run_by_itself(call, move |got| answer.set(Some(got.body)));
    view! {
        <div class="wide stack">
            <p><Link to=Page::ToDo.path()>"‹ Te doen"</Link></p>
            <Heading text="Stukken voor een overleg" title="Stukken voor een overleg"/>
            <p>"Zet stukken van meer dossiers bij elkaar in één PDF, om mee te nemen. Hier staat wat is vastgelegd bij een besluit dat nu geldt."</p>
            <Failed failure=reading.failure()/>
            {move || answer.get().map(|answer| view! { <Choosing packs=answer/> })}
        </div>
    }
}

/// For whom, and which.
#[component]
fn Choosing(packs: AgendaPacks) -> impl IntoView {
    let mut receivers: Vec<ReferralTarget> = packs.packs.iter().map(|pack| pack.to).collect();
    receivers.sort_by_key(|to| to.words());
    receivers.dedup();
    let to = RwSignal::new(receivers.first().map(|to| to.as_str().to_owned()).unwrap_or_default());
    let options: Vec<SelectOption> = receivers
        .iter()
        .map(|to| SelectOption { value: to.as_str().to_owned(), label: to.words().to_owned() })
        .collect();
    let none = options
        .is_empty()
        .then(|| view! { <p>"Er is nu geen stuk vastgelegd. Dat doe je in een dossier, bij de vervolgstappen."</p> });
    let which = (options.len() > 1).then(|| {
        let value = Bound::part(to, Clone::clone, |slot, one| *slot = one);
        view! { <Select id="overleg-ontvanger" label="Voor wie?" options=Signal::stored(options) value=value/> }
    });
    let shut =
        (packs.shut > 0).then(|| format!("Stukken over zorg die jij niet leest, staan hier niet bij: {}.", packs.shut));
    let unreadable = (packs.unreadable > 0).then(|| {
        view! {
            <Notice look=NoticeLook::Wait title="Niet alle stukken zijn te lezen">
                <p>{format!("Aantal dossiers: {}. Vraag de beheerder om 'meldroute controle'.", packs.unreadable)}</p>
            </Notice>
        }
    });
    let shown = move || {
        let of: Vec<AgendaPack> =
            packs.packs.iter().filter(|pack| to.with(|to| pack.to.as_str() == to)).cloned().collect();
        (!of.is_empty()).then(|| view! { <OneTable packs=of/> })
    };
    view! {
        {unreadable}{none}{which}
        {shut.map(|text| view! { <p class="soft">{text}</p> })}
        {shown}
    }
}

/// What can go to one of them.
#[component]
fn OneTable(packs: Vec<AgendaPack>) -> impl IntoView {
    let chosen = RwSignal::new(packs.iter().map(|pack| pack.print.as_str().to_owned()).collect::<Vec<_>>());
    let meeting = RwSignal::new(String::new());
    let lines = packs.iter().map(|pack| line(pack, chosen)).collect_view();
    let ask = move || {
        let chosen = chosen.get_untracked();
        let goes = packs.iter().filter(|pack| chosen.iter().any(|print| print == pack.print.as_str()));
        let on = goes.map(|pack| OnAgenda { case: pack.case.clone(), print: pack.print.clone() }).collect();
        let to = packs.first().map_or(ReferralTarget::TooLittle, |pack| pack.to);
        let body = AgendaToPrint { to, meeting: Line::parse(&meeting.get_untracked()).ok(), packs: on };
        async move { Call::to(Endpoint::AgendaPages).send::<_, MadeFile>(&body).await }
    };
    let some = move || chosen.with(|chosen| !chosen.is_empty());
    let file = view! { <FileButton ask=ask label="Bewaar als PDF" name="stukken.pdf" kind="application/pdf"/> };
    view! {
        <section class="card stack">
            <fieldset class="field choices">
                <legend class="utrecht-form-label">"Welke stukken?"</legend>
                <div class="rows">{lines}</div>
            </fieldset>
            <TextField id="overleg-welk" label="Welk overleg?" optional=true hint="Bijvoorbeeld: casustafel van 12 maart"
                value=Bound::part(meeting, Clone::clone, |slot, text| *slot = text) most=Some(Line::MAX)/>
            <div hidden=move || !some()>{file}</div>
            <p role="status">{move || (!some()).then_some("Kies wat je meeneemt.")}</p>
        </section>
    }
}

fn line(pack: &AgendaPack, chosen: RwSignal<Vec<String>>) -> impl IntoView + use<> {
    let print = pack.print.as_str().to_owned();
    let planned = pack.planned.map(|day| format!("Op de agenda van {}.", day_with_year(day)));
    let receiver = pack.receiver.as_ref().map(|line| format!("Voor: {}.", line.as_str()));
    let hint = [Some(format!("{}.", kept_at(pack.at))), receiver, planned].into_iter().flatten().collect::<Vec<_>>();
    view! {
        <Checkbox id=format!("overleg-{print}") label=format!("Dossier {}", pack.number) hint=hint.join(" ")
            checked=ticked(chosen.into(), print)/>
    }
}
