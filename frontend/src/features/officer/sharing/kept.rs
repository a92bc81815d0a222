use super::{content::content, packing::Packing};
use crate::{
    client::Call,
    features::officer::{
        dossier::{Dossier, story},
        page::Page,
        paper::{FileButton, PrintButton},
    },
    messages::{Words, day_and_time, officer::kept_at},
    ui::{Button, ButtonLook, Link, Notice, NoticeLook, SaveButton},
};
use leptos::prelude::*;
use shared::{
    case::{
        notes::{PackKept, Ruling},
        pack::{KeptPack, Pack, PackToSee},
    },
    contract::{CaseDetail, Endpoint, MadeFile},
    moment::Moment,
};

/// What was kept, to the letter: on paper, and as a file.
pub fn kept(kept: KeptPack) -> impl IntoView {
    let read: Option<Pack> = serde_json::from_str(&kept.file).ok();
    // which one it is: three of one name are soon the wrong one in a mail
    let name = read.as_ref().map(|pack| format!("stuk-{}-{}.pdf", pack.number, pack.to.as_str())).unwrap_or_default();
    let (readable, file) = (read.is_some(), StoredValue::new(kept.file));
    let (case, question) = (Dossier::here().id(), PackToSee { print: kept.print.clone() });
    let pages = move || {
        let (call, question) = (Call::on(Endpoint::PackPages, case.as_str()), question.clone());
        async move { call.send::<_, MadeFile>(&question).await }
    };
    let shown = match read {
        Some(pack) => view! { {content(&pack)}<PrintButton/> }.into_any(),
        None => view! {
            <Notice look=NoticeLook::Wait title="Dit stuk is hier niet te lezen">
                <p>"Een andere versie van Meldroute maakte het. Bewaar het bestand: daar staat het in."</p>
            </Notice>
        }
        .into_any(),
    };
    view! {
        {shown}
        <p class="soft">{kept_at(kept.at)}". Vingerafdruk: "<code>{kept.print.as_str().to_owned()}</code></p>
        <div class="not-on-paper">
            {readable.then(|| view! { <FileButton ask=pages label="Bewaar als PDF" name=name kind="application/pdf"/> })}
            <SaveButton label="Bewaar als JSON" name="stuk.json" kind="application/json"
                text=Callback::new(move |()| file.get_value())/>
        </div>
    }
}

/// All that was kept of this case, the newest first, each with a button that shows it. Of an earlier decision too.
#[component]
pub fn Earlier(packing: Packing) -> impl IntoView {
    let dossier = Dossier::here();
    let all = Memo::new(move |_| {
        dossier.detail.with(|detail| detail.as_ref().map(|detail| story(detail).packs)).unwrap_or_default()
    });
    let line = move |(at, one): (Moment, PackKept)| {
        let label = format!("Bekijk: {}, {}", one.to.words(), day_and_time(at));
        let press = Callback::new(move |()| packing.look(one.print.clone()));
        view! { <li><Button look=ButtonLook::Plain press=press busy=packing.keeping.busy()>{label}</Button></li> }
    };
    move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            view! {
                <section class="card not-on-paper" aria-label="Wat al is vastgelegd">
                    <h2>"Wat al is vastgelegd"</h2>
                    <p class="links"><Link to=Page::Agenda.path()>"Zet stukken van meer dossiers bij elkaar"</Link></p>
                    <ul class="plain">{all.into_iter().rev().map(line).collect_view()}</ul>
                </section>
            }
        })
    }
}

/// The way to what was kept, where no vervolgstap leads to it: the decision is gone, or another one shares nothing.
pub fn gone(detail: &CaseDetail) -> Option<impl IntoView + use<>> {
    let story = story(detail);
    let leads = story.ruling.as_ref().is_some_and(|ruling: &Ruling| ruling.sent().next().is_some());
    let page = Page::Pack(detail.id.clone(), 1).path();
    (!leads && !story.packs.is_empty()).then(|| {
        view! {
            <section class="card not-on-paper">
                <h2>"Stukken"</h2>
                <p class="links"><Link to=page>"Bekijk wat eerder is vastgelegd"</Link></p>
            </section>
        }
    })
}
