use super::{
    super::{access::AccessNotice, parts::Heading, request::Failed, settings::SettingsNotice},
    csv::{actor, csv},
    store::Log,
    told,
    watch::Watch,
};
use crate::browser;
use crate::messages::{
    self,
    officer::{action_words, outcome_words},
};
use crate::ui::{Button, ButtonLook, Notice, NoticeLook, SaveButton, TextField};
use leptos::prelude::*;
use shared::audit::{AuditCheck, AuditLine, AuditPage, DestroyedLines};

/// The FG's page.
#[component]
pub fn LogPage() -> impl IntoView {
    let log = Log::new();
    log.read("");
    let dossier = RwSignal::new(String::new());
    // the page shows the lines of the last search, also while another one is typed
    let asked = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        asked.set(dossier.get_untracked());
        log.read(&asked.get_untracked());
    };
    let older = Callback::new(move |()| log.older(&asked.get_untracked()));
    let more = move || log.page.with(|page| page.as_ref().is_some_and(|page| page.next.is_some()));
    view! {
        <div class="wide stack">
            <Heading text="Logboek" title="Logboek"/>
            <AccessNotice/>
            <SettingsNotice/>
            <p class="soft">"Wie bekeek of deed wat, en wanneer. Als FG zie je geen meldingen en geen dossiers."</p>
            <Failed failure=log.request.failure()/>
            {move || log.page.get().map(|page| view! { <Watch page=page/> })}
            <Integrity log=log/>
            <form class="stack" novalidate on:submit=submit>
                <TextField id="dossier" label="Wie zag dit dossier?" optional=true value=dossier.into()
                    hint="Het nummer, bijvoorbeeld 2026-017 of 17. Laat leeg voor alles."/>
                <Button busy=log.request.busy()>"Zoek"</Button>
            </form>
            {move || log.page.get().map(|page| view! { <Lines page=page/> })}
            <Show when=more>
                <Button look=ButtonLook::Plain press=older busy=log.request.busy()>"Toon oudere regels"</Button>
            </Show>
        </div>
    }
}

#[component]
fn Integrity(log: Log) -> impl IntoView {
    let press = Callback::new(move |()| log.verify());
    view! {
        <div role="status">{move || log.check.get().map(|check| view! { <Checked check=check/> })}</div>
        <Button look=ButtonLook::Plain press=press busy=log.request.busy()>"Controleer het logboek"</Button>
    }
}

#[component]
fn Checked(check: AuditCheck) -> impl IntoView {
    let open = told::unchained(&check);
    let (look, title) = if check.findings.is_empty() && check.head.number == 0 && open.is_some() {
        (NoticeLook::Wait, "Er is nog niets verzegeld")
    } else if check.findings.is_empty() {
        (NoticeLook::Done, "Het logboek klopt")
    } else {
        (NoticeLook::Danger, "Het logboek klopt niet")
    };
    let counted = format!("{}, waarvan {} vervallen nummers.", lines_in_words(check.given), check.void);
    let head = format!("{}:{}", check.head.number, check.head.hash);
    let (kept, looked) = (head.clone(), looked_words(&check));
    let file = Callback::new(move |()| kept.clone());
    let finding = |one: &shared::audit::AuditFinding| {
        view! { <li>{format!("Regel {}: {}", one.number, one.wrong.as_str())}</li> }
    };
    let findings = check.findings.iter().map(finding).collect_view();
    view! {
        <Notice look=look title=title>
            <p>{counted}</p>
            <p>{looked}</p>
            {open.map(|text| view! { <p>{text}</p> })}
            <p>"Kop: "<code>{head}</code></p>
            <p>"Bewaar de kop buiten Meldroute. Daarmee is later te zien of er iets is veranderd."</p>
            <SaveButton label="Bewaar de kop als bestand" name="kop-van-het-logboek.txt" kind="text/plain" text=file/>
            <ul>{findings}</ul>
        </Notice>
    }
}

/// Which lines were looked at, now and by due work.
fn looked_words(check: &AuditCheck) -> String {
    let whole = match check.whole {
        Some(whole) => format!(
            "Het onderhoud keek het logboek volledig na, t/m regel {}, op {}.",
            whole.to,
            messages::day(whole.at.day())
        ),
        None => "Het onderhoud keek nog niet het hele logboek na.".into(),
    };
    let now = if check.to > check.from {
        format!(" Nu zijn de regels {} t/m {} nagekeken.", check.from + 1, check.to)
    } else {
        String::new()
    };
    format!("{whole}{now}")
}

/// The lines that are not there any more.
fn destroyed_words(gone: DestroyedLines) -> String {
    let day = messages::day(gone.at.day());
    format!("Regels t/m nummer {} zijn vernietigd omdat hun termijn om was, het laatst op {day}.", gone.to)
}

fn lines_in_words(count: impl std::fmt::Display) -> String {
    let count = count.to_string();
    if count == "1" { "1 regel".into() } else { format!("{count} regels") }
}

#[component]
fn Lines(page: AuditPage) -> impl IntoView {
    let text = csv(&page.lines, &page.names);
    let refused = RwSignal::new(false);
    let save = Callback::new(move |()| {
        refused.set(browser::download("logboek.csv", "text/csv;charset=utf-8", &text).is_err());
    });
    let count = lines_in_words(page.lines.len());
    let gone = page.destroyed.map(|gone| view! { <p class="soft">{destroyed_words(gone)}</p> });
    let rows =
        page.lines.iter().map(|line| row(line, actor(line, &page.names), told::object(line, &page))).collect_view();
    let sought = page.sought.map(|sought| view! { <p><b>{told::sought(&sought, page.lines.len())}</b></p> });
    view! {
        {sought}
        <p>{count}" · "<Button look=ButtonLook::Subtle press=save>"Bewaar deze regels als CSV"</Button></p>
        <div role="alert">
            {move || refused.get().then_some("Bewaren lukt in deze browser niet. Kopieer de tabel.")}
        </div>
        <table tabindex="0" aria-label="Regels van het logboek">
            <thead>
                <tr>
                    <th scope="col">"Nr."</th><th scope="col">"Wanneer"</th><th scope="col">"Wie"</th>
                    <th scope="col">"Wat"</th><th scope="col">"Waarop"</th><th scope="col">"Afloop"</th>
                    <th scope="col">"Reden"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {gone}
    }
}

fn row(line: &AuditLine, who: String, about: String) -> impl IntoView + use<> {
    let reason = line.reason.as_ref().map(|reason| reason.as_str().to_owned());
    view! {
        <tr>
            <td>{line.number}</td>
            <td>{line.at.local().format("%d-%m-%Y %H:%M:%S").to_string()}</td>
            <td>{who}</td>
            <td>{action_words(&line.action)}</td>
            <td>{about}</td>
            <td>{outcome_words(line)}</td>
            <td>{reason}</td>
        </tr>
    }
}
