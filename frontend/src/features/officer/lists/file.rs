//! The file that somebody chose: read in this browser, and sent nowhere before they adopt it.
use super::{
    read::{Wrong, read},
    store::Lists,
    verdict::Verdict,
};
use crate::{
    browser,
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{contract::KeptList, indicators::IndicatorList};
use web_sys::HtmlInputElement;

/// What the file turned out to be.
type Found = Option<Result<IndicatorList, Vec<Wrong>>>;

const INPUT: &str = "lijst-bestand";

/// Chooses a file, shows what is wrong or what would change, and adopts it.
#[component]
pub fn Import() -> impl IntoView {
    let lists = Lists::here();
    let found: RwSignal<Found> = RwSignal::new(None);
    let choose = move |event: leptos::ev::Event| {
        let file = event_target::<HtmlInputElement>(&event).files().and_then(|files| files.get(0));
        let Some(file) = file else { return found.set(None) };
        spawn_local(async move {
            let text = browser::text_of(&file).await;
            let known =
                lists.kept.with_untracked(|kept| kept.iter().flatten().map(|one| one.list.version.clone()).collect());
            let known: Vec<String> = known;
            let unread = || vec![Wrong { line: None, text: "Dit bestand is niet te lezen als tekst.".into() }];
            found.try_set(Some(text.map_or_else(|| Err(unread()), |text| read(&text, &known))));
        });
    };
    view! {
        <section class="card stack" aria-labelledby="inlezen">
            <h2 id="inlezen">"Een nieuwe lijst inlezen"</h2>
            <p class="soft">"Kies het bestand dat je van het KMT kreeg (JSON). Je ziet eerst wat er verandert."</p>
            <div class="field">
                <label class="utrecht-form-label" for=INPUT>"Bestand met de lijst"</label>
                <input type="file" id=INPUT accept=".json,application/json" on:change=choose/>
            </div>
            <div aria-live="polite">{move || found.get().map(|found| shown(lists, found))}</div>
        </section>
    }
}

fn shown(lists: Lists, found: Result<IndicatorList, Vec<Wrong>>) -> AnyView {
    match found {
        Ok(list) => view! { <Ready lists=lists list=list/> }.into_any(),
        Err(wrong) => {
            let count = wrong.len();
            let lines = wrong.into_iter().map(|one| view! { <li>{in_words(&one)}</li> }).collect_view();
            let title =
                if count == 1 { "Eén ding klopt niet".to_owned() } else { format!("{count} dingen kloppen niet") };
            view! {
                <Notice look=NoticeLook::Danger title=title><ul>{lines}</ul><p>"Er is niets veranderd."</p></Notice>
            }
            .into_any()
        }
    }
}

fn in_words(one: &Wrong) -> String {
    one.line.map_or_else(|| one.text.clone(), |line| format!("Regel {line}: {}", one.text))
}

/// A list that can be adopted, and what it changes.
#[component]
fn Ready(lists: Lists, list: IndicatorList) -> impl IntoView {
    let now =
        lists.kept.with(|kept| kept.iter().flatten().find(|one: &&KeptList| one.in_use).map(|one| one.list.clone()));
    let title = format!("Lijst {}: {} signalen", list.version, list.indicators.len());
    let differences = now.map(|now| now.compare(&list));
    let press = Callback::new(move |()| lists.import(list.clone()));
    view! {
        <div class="notice" role="group" aria-label="Wat er verandert">
            <p><b>{title}</b></p>
            {differences.map(|differences| view! { <Verdict differences=differences/> })}
            <p class="soft">"Te zien op het formulier van de melder. Eerdere meldingen houden de zinnen van hun eigen lijst."</p>
        </div>
        <div class="row">
            <Button look=ButtonLook::Main press=press busy=lists.changing.busy()>"Neem deze lijst over"</Button>
        </div>
    }
}
