use super::{
    super::{invitation::ToHandOver, parts::Heading, request::Failed},
    add::AddAccount,
    function::{FunctionButton, function_line},
    left::LeftButton,
    list::Accounts,
};
use crate::{
    messages::{self, Words, isolated},
    ui::{AskFirst, Button, ButtonLook, Said},
};
use leptos::prelude::*;
use shared::contract::{AccountCommand, AccountView, LogInMeans};

/// The beheerder's page.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let accounts = Accounts::start();
    accounts.read();
    view! {
        <div class="wide stack">
            <Heading text="Accounts" title="Accounts"/>
            <p class="soft">"Wie mag inloggen. Als beheerder zie je geen meldingen en geen dossiers."</p>
            <Said text=accounts.changing.done()/>
            <Failed failure=accounts.changing.failure()/>
            <Failed failure=accounts.reading.failure()/>
            {move || accounts.invitation.get().map(|(name, invitation)| view! { <ToHandOver name=name invitation=invitation/> })}
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

/// The commands possible on an account now: button, command, and success message.
fn commands(account: &AccountView) -> Vec<(&'static str, AccountCommand, String)> {
    let name = isolated(account.name.as_str());
    let mut commands = Vec::new();
    if account.blocked {
        if account.asked.is_none() {
            commands.push(("Geef vrij", AccountCommand::Unblock, unblocked(account)));
        } else {
            commands.push(("Trek in", AccountCommand::Withdraw, format!("Het verzoek voor {name} is ingetrokken.")));
        }
        return commands;
    }
    if account.asked.is_some() || account.invited_until.is_some() {
        commands.push(("Trek in", AccountCommand::Withdraw, format!("De uitnodiging van {name} geldt niet meer.")));
    } else if account.means != [LogInMeans::Work] {
        commands.push(("Nodig opnieuw uit", AccountCommand::Invite, invited(account)));
    } else if !account.enrolled {
        commands.push(("Vraag opnieuw", AccountCommand::Invite, asked_again(account)));
    }
    commands.push(("Blokkeer", AccountCommand::Block, format!("{name} kan niet meer inloggen.")));
    commands
}

/// Blocking took the local log-in away. A work account that sees content waits for a second person.
fn unblocked(account: &AccountView) -> String {
    let name = isolated(account.name.as_str());
    match (account.enrolled, account.role.needs_second_person()) {
        (true, true) => format!("Het vrijgeven van {name} wacht op een tweede persoon."),
        (true, false) => format!("{name} kan weer inloggen met het werkaccount."),
        (false, _) => format!("{name} is niet meer geblokkeerd. Nodig {name} opnieuw uit om in te loggen."),
    }
}

/// For a work account that a second person did not let in.
fn asked_again(account: &AccountView) -> String {
    format!("Het werkaccount van {} wacht weer op een tweede persoon.", isolated(account.name.as_str()))
}

/// How somebody can log in.
fn means_line(account: &AccountView) -> Option<&'static str> {
    match account.means[..] {
        [] => None,
        [LogInMeans::Local] => Some("Logt in met inlognaam"),
        [LogInMeans::Work] => Some("Logt in met werkaccount"),
        [..] => Some("Logt in met inlognaam en met werkaccount"),
    }
}

fn invited(account: &AccountView) -> String {
    let name = isolated(account.name.as_str());
    if account.role.needs_second_person() {
        format!("De uitnodiging van {name} wacht op een tweede persoon.")
    } else {
        format!("De uitnodiging van {name} is er.")
    }
}

/// The state of an account: its CSS class and its text.
fn standing(account: &AccountView) -> (&'static str, String) {
    match (account.blocked, account.asked, account.invited_until) {
        (true, Some(_), _) => ("left over", "Geblokkeerd, wacht op een tweede persoon".into()),
        (true, None, _) if account.left.is_some() => ("left over", "Geblokkeerd en vertrokken".into()),
        (true, None, _) => ("left over", "Geblokkeerd".into()),
        (false, Some(_), _) => ("left", "Wacht op een tweede persoon".into()),
        (false, None, Some(until)) => ("left", format!("Uitgenodigd, tot {}", messages::day(until.day()))),
        (false, None, None) if account.enrolled => ("left ok", "Actief".into()),
        (false, None, None) => ("left over", "Nog geen toegang".into()),
    }
}

#[component]
fn AccountRow(account: AccountView) -> impl IntoView {
    let accounts = Accounts::here();
    let detail = format!("{} · inlognaam {}", account.role.words(), isolated(account.login.as_str()));
    let name = account.name.as_str().to_owned();
    let ((class, standing), nothing) = (standing(&account), Callback::new(|()| ()));
    let buttons = commands(&account).into_iter().map(|(label, command, said)| {
        let (account, whose) = (account.clone(), format!(" {}", isolated(&name)));
        let blocks = command == AccountCommand::Block;
        let press = Callback::new(move |()| accounts.command(&account, command.clone(), said.clone(), nothing));
        if blocks {
            let question = format!("{} kan dan meteen niet meer inloggen. Weet je het zeker?", isolated(&name));
            return view! {
                <AskFirst
                    label=label about=whose question=question yes="Ja, blokkeer" press=press look=ButtonLook::Plain
                    busy=accounts.changing.busy()
                />
            }
            .into_any();
        }
        view! {
            <Button look=ButtonLook::Plain press=press busy=accounts.changing.busy()>
                {label}<span class="sr-only">{whose}</span>
            </Button>
        }
        .into_any()
    });
    let buttons = buttons.collect_view();
    view! {
        <li class="work-row">
            <p class=class>{standing}</p>
            <div><h2 class="name">{name}</h2><p class="soft">{detail}</p><p class="soft">{means_line(&account)}</p>
                <p class="soft">{function_line(&account)}</p></div>
            <div class="row"><FunctionButton account=account.clone()/><LeftButton account=account.clone()/>{buttons}</div>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        access::Role,
        id::{AccountId, Revision},
        moment::Moment,
        text::{Line, Login},
    };

    #[test]
    fn every_account_shows_its_state_and_what_can_be_done() {
        let at = Some(Moment::from_millis(1_777_000_000_000));
        let account = |blocked, enrolled, asked, invited_until| AccountView {
            id: AccountId::from_bytes(&[1; 16]),
            revision: Revision(1),
            login: Login::parse("fleur.voorbeeld").unwrap(),
            name: Line::parse("Fleur Voorbeeld").unwrap(),
            role: Role::Officer,
            blocked,
            enrolled,
            means: Vec::new(),
            left: None,
            asked,
            invited_until,
            function: None,
        };
        let table = [
            (account(false, true, None, None), "Actief", vec!["Nodig opnieuw uit", "Blokkeer"]),
            (account(false, false, None, None), "Nog geen toegang", vec!["Nodig opnieuw uit", "Blokkeer"]),
            (account(false, false, at, None), "Wacht op een tweede persoon", vec!["Trek in", "Blokkeer"]),
            (account(false, true, None, at), "Uitgenodigd, tot vrijdag 24 april", vec!["Trek in", "Blokkeer"]),
            (account(true, true, None, None), "Geblokkeerd", vec!["Geef vrij"]),
        ];
        for (account, words, buttons) in table {
            assert_eq!(standing(&account).1, words);
            assert_eq!(commands(&account).into_iter().map(|command| command.0).collect::<Vec<_>>(), buttons);
        }
        let work =
            |enrolled, asked| AccountView { means: vec![LogInMeans::Work], ..account(false, enrolled, asked, None) };
        let table = [
            (work(true, None), vec!["Blokkeer"]),
            (work(false, at), vec!["Trek in", "Blokkeer"]),
            (work(false, None), vec!["Vraag opnieuw", "Blokkeer"]),
        ];
        for (account, buttons) in table {
            assert_eq!(means_line(&account), Some("Logt in met werkaccount"));
            assert_eq!(commands(&account).into_iter().map(|command| command.0).collect::<Vec<_>>(), buttons);
        }
    }
}
