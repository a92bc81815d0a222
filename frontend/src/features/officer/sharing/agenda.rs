use crate::{
    client::{Call, Failure},
    features::officer::{
        page::Page,
        paper::FileButton,
        parts::Heading,
        request::{Failed, Request},
    },
    messages::{self, Words, day_with_year, officer::kept_at},
    ui::{Bound, Checkbox, Link, Notice, NoticeLook, Select, SelectOption, TextField, live, ticked},
};
use leptos::prelude::*;
use shared::{
    case::pack::{AgendaPack, AgendaPacks, AgendaToPrint, MOST_ON_AGENDA, OnAgenda},
    contract::{Endpoint, MadeFile, ProblemKind},
    sharing::ReferralTarget,
    text::Line,
};

/// What was kept for one receiver, of several cases, to take along together.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let (answer, reading) = (RwSignal::new(None::<AgendaPacks>), Request::<()>::new());
    let call = Call::to(Endpoint::AgendaPacks).by_itself().ask::<AgendaPacks>();
    reading.run_by_itself(call, move |got| answer.set(Some(got.body)));
    view! {
        <div class="wide stack">
            <p><Link to=Page::ToDo.path()>"‹ Te doen"</Link></p>
            <Heading text="Stukken voor een overleg" title="Stukken voor een overleg"/>
            <p>"Zet stukken van meer dossiers bij elkaar in één PDF, om mee te nemen. Hier staat wat is vastgelegd en nog weg moet."</p>
            <Failed failure=reading.failure()/>
            {move || answer.get().map(|answer| view! { <Choosing packs=answer/> })}
        </div>
    }
}

/// For whom, and which.
#[component]
fn Choosing(packs: AgendaPacks) -> impl IntoView {
    // a function at one organisation: another function there is another receiver
    let receiver = |pack: &AgendaPack| match &pack.receiver {
        Some(function) => format!("{}: {}", pack.to.words(), function.as_str()),
        None => pack.to.words().to_owned(),
    };
    let mut receivers: Vec<String> = packs.packs.iter().map(receiver).collect();
    receivers.sort_unstable();
    receivers.dedup();
    let to = RwSignal::new(receivers.first().cloned().unwrap_or_default());
    let options: Vec<SelectOption> =
        receivers.iter().map(|one| SelectOption { value: one.clone(), label: one.clone() }).collect();
    let nothing = packs.packs.is_empty() && packs.shut == 0 && packs.unreadable == 0;
    let none = nothing.then(|| view! { <p>"Er is nu geen stuk dat nog weg moet. Je legt het vast in een dossier, bij de vervolgstappen."</p> });
    let which = (!options.is_empty()).then(|| {
        let value = Bound::part(to, Clone::clone, |slot, one| *slot = one);
        view! { <Select id="overleg-ontvanger" label="Voor wie?" options=Signal::stored(options) value=value/> }
    });
    let shut = (packs.shut > 0)
        .then(|| format!("Stukken over zorg die jij niet leest: {}. Open eerst de zorg in het dossier.", packs.shut));
    let unreadable = (packs.unreadable > 0).then(|| {
        view! {
            <Notice look=NoticeLook::Wait title="Niet alle stukken zijn te lezen">
                <p>{format!("Aantal dossiers: {}. Vraag de beheerder om 'meldroute controle'.", packs.unreadable)}</p>
            </Notice>
        }
    });
    let shown = move || {
        let of = packs.packs.iter().filter(|pack| to.with(|to| receiver(pack) == *to)).cloned();
        let of: Vec<AgendaPack> = of.collect();
        (!of.is_empty()).then(|| view! { <OneReceiver packs=of/> })
    };
    view! {
        {unreadable}{none}{which}
        {shut.map(|text| view! { <p class="soft">{text}</p> })}
        {shown}
    }
}

/// What can go to one of them. The AF chooses: nobody else knows which of it is for this meeting.
#[component]
fn OneReceiver(packs: Vec<AgendaPack>) -> impl IntoView {
    let (chosen, meeting) = (RwSignal::new(Vec::<String>::new()), RwSignal::new(String::new()));
    let lines = packs.iter().map(|pack| line(pack, chosen)).collect_view();
    let ask = move || {
        let chosen = chosen.get_untracked();
        let goes = packs.iter().filter(|pack| chosen.iter().any(|print| print == pack.print.as_str()));
        let on = goes.map(|pack| OnAgenda { case: pack.case.clone(), print: pack.print.clone() }).collect();
        let to = packs.first().map(|pack| (pack.to, pack.receiver.clone()));
        let (to, receiver) = to.unwrap_or((ReferralTarget::TooLittle, None));
        let meeting = Line::parse(&meeting.get_untracked()).ok();
        let body = AgendaToPrint { to, receiver, meeting, packs: on };
        async move { Call::to(Endpoint::AgendaPages).send::<_, MadeFile>(&body).await }
    };
    let wrong = move || match chosen.with(Vec::len) {
        0 => Some("Kies wat je meeneemt."),
        1..=MOST_ON_AGENDA => None,
        _ => Some("Kies er hoogstens veertig."),
    };
    let file =
        view! { <FileButton ask=ask label="Bewaar als PDF" name="stukken.pdf" kind="application/pdf" words=why/> };
    view! {
        <section class="card stack">
            <fieldset class="field choices">
                <legend class="utrecht-form-label">"Welke stukken?"</legend>
                <div class="rows">{lines}</div>
            </fieldset>
            <TextField id="overleg-welk" label="Welk overleg?" optional=true hint="Bijvoorbeeld: casustafel van 12 maart"
                value=Bound::part(meeting, Clone::clone, |slot, text| *slot = text) most=Some(Line::MAX)/>
            <div hidden=move || wrong().is_some()>{file}</div>
            <p role="status">{live(wrong)}</p>
        </section>
    }
}

/// Why there is no file, and what helps.
fn why(failure: &Failure) -> String {
    match failure.kind() {
        Some(ProblemKind::NotFound | ProblemKind::Refused) => {
            "Een van deze stukken gaat niet meer, of is intussen veranderd. Laad de pagina opnieuw en kies weer.".into()
        }
        Some(ProblemKind::TooLarge | ProblemKind::NoPages) => "Dit lukt niet in één keer. Kies minder stukken.".into(),
        Some(_) | None => messages::failure(failure),
    }
}

fn line(pack: &AgendaPack, chosen: RwSignal<Vec<String>>) -> impl IntoView + use<> {
    let print = pack.print.as_str().to_owned();
    let planned = pack.planned.map(|day| format!(" Op de agenda van {}.", day_with_year(day))).unwrap_or_default();
    view! {
        <Checkbox id=format!("overleg-{print}") label=format!("Dossier {}", pack.number)
            hint=format!("{}.{planned}", kept_at(pack.at)) checked=ticked(chosen.into(), print)/>
    }
}
