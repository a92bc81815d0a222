use super::{
    super::parts::Heading,
    add::AddAccount,
    function::{FunctionButton, function_line},
    list::Accounts,
    password::NewPassword,
};
use crate::{
    messages::Words,
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{AccountCommand, AccountView};

/// The beheerder's page.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let accounts = Accounts::start();
    accounts.read();
    view! {
        <div class="wide stack">
            <Heading text="Accounts" title="Accounts"/>
            <p class="soft">"Wie mag inloggen. Als beheerder zie je geen meldingen en geen dossiers."</p>
            <div role="status">{move || accounts.said.get().map(said)}</div>
            <Show when=move || accounts.all.with(Option::is_none)><p class="soft">"Even laden…"</p></Show>
            <ul class="work-list">
                <For each=move || accounts.all.get().unwrap_or_default() key=|one| (one.id.clone(), one.revision.0) let(one)>
                    <AccountRow account=one/>
                </For>
            </ul>
            <AddAccount/>
        </div>
    }
}

fn said(said: Result<String, String>) -> impl IntoView {
    let (look, text) = match said {
        Ok(text) => (NoticeLook::Done, text),
        Err(text) => (NoticeLook::Danger, text),
    };
    view! { <Notice look=look><p>{text}</p></Notice> }
}

#[component]
fn AccountRow(account: AccountView) -> impl IntoView {
    let accounts = Accounts::here();
    let asking = RwSignal::new(false);
    let detail = format!("{} · inlognaam {}", account.role.words(), account.login.as_str());
    let name = account.name.as_str().to_owned();
    let (label, command, done) = if account.blocked {
        ("Geef vrij", AccountCommand::Unblock, format!("{name} kan weer inloggen."))
    } else {
        ("Blokkeer", AccountCommand::Block, format!("{name} kan niet meer inloggen."))
    };
    let state = if account.blocked { ("left over", "Geblokkeerd") } else { ("left ok", "Actief") };
    let kept = account.clone();
    let nothing = Callback::new(|()| ());
    let press = Callback::new(move |()| accounts.command(&kept, command.clone(), done.clone(), nothing));
    let (for_label, for_password) = (format!(" {name}"), format!(" voor {name}"));
    view! {
        <li class="work-row">
            <p class=state.0>{state.1}</p>
            <div><h2 class="name">{name}</h2><p class="soft">{detail}</p><p class="soft">{function_line(&account)}</p></div>
            <div class="row">
                <FunctionButton account=account.clone()/>
                <Button look=ButtonLook::Plain press=press busy=accounts.busy>
                    {label}<span class="sr-only">{for_label}</span>
                </Button>
                <Button look=ButtonLook::Plain press=Callback::new(move |()| asking.set(true))>
                    "Nieuw wachtwoord"<span class="sr-only">{for_password}</span>
                </Button>
            </div>
            <NewPassword account=account open=asking/>
        </li>
    }
}
