use super::{content::content, packing::Packing};
use crate::{
    features::officer::{
        dossier::{Dossier, story},
        page::Page,
        paper::PrintButton,
    },
    messages::{Words, clock, day_with_year},
    ui::{Button, ButtonLook, Link, Notice, NoticeLook, SaveButton},
};
use leptos::prelude::*;
use shared::{
    case::{
        notes::{PackKept, ReferralTarget},
        pack::{KeptPack, Pack},
    },
    contract::CaseDetail,
    moment::Moment,
};

/// What was kept, as it went: on paper, and as a file.
pub fn kept(kept: KeptPack) -> impl IntoView {
    let read: Option<Pack> = serde_json::from_str(&kept.file).ok();
    let file = StoredValue::new(kept.file);
    let shown = match read {
        Some(pack) => view! { {content(&pack)}<PrintButton/> }.into_any(),
        None => view! {
            <Notice look=NoticeLook::Wait title="Dit stuk is hier niet te lezen">
                <p>"Een eerdere versie van Meldroute maakte het. Bewaar het bestand: daar staat het in."</p>
            </Notice>
        }
        .into_any(),
    };
    view! {
        <p role="status">{format!("Vastgelegd op {}.", when(kept.at))}</p>
        {shown}
        <p class="soft">"Vingerafdruk: "<code>{kept.print.as_str().to_owned()}</code></p>
        <div class="not-on-paper">
            <SaveButton label="Bewaar als JSON" name="stuk.json" kind="application/json"
                text=Callback::new(move |()| file.get_value())/>
        </div>
    }
}

/// What was kept for this receiver, the newest first, each with a button that shows it.
#[component]
pub fn Earlier(packing: Packing, to: ReferralTarget) -> impl IntoView {
    let dossier = Dossier::here();
    let all = Memo::new(move |_| {
        let all = dossier.detail.with(|detail| detail.as_ref().map(|detail| story(detail).packs)).unwrap_or_default();
        all.into_iter().rev().filter(|(_, kept)| kept.to == to).collect::<Vec<_>>()
    });
    let line = move |(at, one): (Moment, PackKept)| {
        let label = format!("Bekijk het stuk van {}", when(at));
        let press = Callback::new(move |()| packing.look(one.print.clone()));
        view! { <li><Button look=ButtonLook::Plain press=press busy=packing.keeping.busy()>{label}</Button></li> }
    };
    move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            view! {
                <section class="card not-on-paper" aria-label="Wat er al ging">
                    <h2>"Wat er al ging"</h2>
                    <ul class="plain">{all.into_iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    }
}

/// The ways to what went by decisions that are no longer there; none while there is a decision.
pub fn gone(detail: &CaseDetail) -> Option<impl IntoView + use<>> {
    let story = story(detail);
    let line = |(at, one): (Moment, PackKept)| {
        let page = Page::Pack(detail.id.clone(), one.referral + 1);
        let label = format!("{}, {}", one.to.words(), when(at));
        view! { <li><Link to=page.path()>{label}</Link></li> }
    };
    (story.ruling.is_none() && !story.packs.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>"Wat er eerder ging"</h2>
                <ul class="links">{story.packs.into_iter().rev().map(line).collect_view()}</ul>
            </section>
        }
    })
}

fn when(at: Moment) -> String {
    format!("{} om {}", day_with_year(at.day()), clock(at))
}
