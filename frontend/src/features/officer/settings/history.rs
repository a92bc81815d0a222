use super::{lines::list, store::Settings, words::name};
use crate::{
    messages::{clock, day_with_year, isolated},
    ui::{AskFirst, Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    access::Role,
    contract::{SettingsChange, SettingsVerdict},
    settings::PartKind,
};

/// The change that waits for a second person, with what each role can do about it.
#[component]
pub fn Waiting(change: SettingsChange, role: Role) -> impl IntoView {
    let settings = Settings::here();
    let number = change.number;
    let answer = move |verdict| Callback::new(move |()| settings.answer(number, verdict));
    let buttons = match role {
        Role::Officer | Role::PrivacyOfficer => view! {
            <p>{before_confirming(change.after.kind())}</p>
            <div class="row">
                <Button press=answer(SettingsVerdict::Confirm) busy=settings.changing.busy()>"Bevestig"</Button>
                <Button look=ButtonLook::Plain press=answer(SettingsVerdict::Refuse) busy=settings.changing.busy()>
                    "Weiger"
                </Button>
            </div>
        }
        .into_any(),
        Role::Administrator => {
            let press = Callback::new(move |()| settings.withdraw());
            view! {
                <div class="row">
                    <Button look=ButtonLook::Plain press=press busy=settings.changing.busy()>"Trek in"</Button>
                </div>
            }
            .into_any()
        }
        Role::Analyst | Role::Adviser => ().into_any(),
    };
    view! {
        <Notice look=NoticeLook::Wait title="Wacht op een tweede persoon">
            <p>{who(&change)}</p>
            {both(&change)}
            {buttons}
        </Notice>
    }
}

/// What to do before one confirms.
fn before_confirming(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Phones => "Bel elk nieuw nummer zelf een keer voordat je bevestigt.",
        PartKind::Functions => "Kijk of elke functie nog dezelfde is: melders sluiten er mensen mee uit.",
        PartKind::Sharing => "Kijk per ontvanger of dit met de FG, het KMT en het ZVH is vastgesteld.",
        PartKind::Retention => "Overleg met de FG. Er gaat niets weg zonder dat twee mensen dat per dossier besluiten.",
        PartKind::Closed
        | PartKind::Sources
        | PartKind::Texts
        | PartKind::Name
        | PartKind::Minutes
        | PartKind::List
        | PartKind::Register
        | PartKind::Processors => "Kijk na of dit klopt.",
    }
}

/// What was changed, newest first.
#[component]
pub fn History(changes: Vec<SettingsChange>, role: Role) -> impl IntoView {
    let nothing =
        changes.is_empty().then(|| view! { <p>"Er is nog niets veranderd. Alles is zoals in het profiel."</p> });
    let rows = changes.into_iter().map(|change| view! { <Changed change=change role=role/> }).collect_view();
    view! {
        <h2>"Wat er veranderd is"</h2>
        {nothing}
        <ul class="work-list">{rows}</ul>
    }
}

#[component]
fn Changed(change: SettingsChange, role: Role) -> impl IntoView {
    let settings = Settings::here();
    let (number, kind) = (change.number, change.after.kind());
    let undo = (role == Role::Administrator).then(|| {
        let press = Callback::new(move |()| settings.undo(number, kind));
        view! {
            <AskFirst label="Maak ongedaan" about=format!(" van verandering {number}")
                question=format!("{} worden dan weer zoals ervoor. Weet je het zeker?", name(kind))
                yes="Ja, maak ongedaan" press=press look=ButtonLook::Plain busy=settings.changing.busy()/>
        }
    });
    view! {
        <li class="work-row">
            <p class="left">{format!("Nummer {number}")}</p>
            <div>
                <h3 class="name">{name(kind)}</h3>
                <p class="soft">{who(&change)}</p>
                <details><summary>"Was en werd"</summary>{both(&change)}</details>
            </div>
            <div class="row">{undo}</div>
        </li>
    }
}

fn both(change: &SettingsChange) -> impl IntoView + use<> {
    view! {
        <p><b>"Was"</b></p>
        {list(&change.before)}
        <p><b>"Wordt"</b></p>
        {list(&change.after)}
    }
}

fn who(change: &SettingsChange) -> String {
    let name = |line: &Option<shared::text::Line>| {
        line.as_ref().map_or_else(|| "iemand zonder account".to_owned(), |name| isolated(name.as_str()).into_owned())
    };
    let second = change.confirmed_by.as_ref().map(|by| format!(", bevestigd door {}", isolated(by.as_str())));
    let back = change.undoes.map(|number| format!(" Maakt {number} ongedaan."));
    let when = format!("{}, {}", day_with_year(change.at.day()), clock(change.at));
    format!("Door {}{}, {when}.{}", name(&change.by), second.unwrap_or_default(), back.unwrap_or_default())
}
