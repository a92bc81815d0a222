//! The function of an AF: a melder excludes functions, so it has to be right.
use super::{
    super::{
        parts::{Form, Modal, Select, SelectOption},
        send_form::SendForm,
        session::Gemeente,
    },
    list::Accounts,
};
use crate::{
    messages::isolated,
    ui::{Bound, Button, ButtonLook, FieldError},
};
use leptos::prelude::*;
use shared::{
    access::Role,
    contract::{AccountCommand, AccountView},
    id::FunctionId,
    profile::Function,
};

/// Only AFs have a function. Without functions in the profile there is nothing to choose.
fn has_functions(account: &AccountView, functions: &[Function]) -> bool {
    account.role == Role::Officer && !functions.is_empty()
}

/// An AF's function, in words.
#[must_use]
pub fn function_line(account: &AccountView) -> Option<String> {
    line(account, &Gemeente::here().profile.functions)
}

fn line(account: &AccountView, functions: &[Function]) -> Option<String> {
    if !has_functions(account, functions) {
        return None;
    }
    let named = account.function.as_ref().and_then(|id| functions.iter().find(|one| one.id == *id));
    Some(named.map_or_else(
        || "Functie nog niet bekend: ziet geen melding waarbij de melder iemand uitsloot".into(),
        |one| format!("Functie: {}", one.name),
    ))
}

/// One of the profile's functions.
#[component]
pub fn FunctionSelect(id: String, value: Bound<String>) -> impl IntoView {
    let option = |one: &Function| SelectOption { value: one.id.as_str().into(), label: one.name.clone() };
    let options: Vec<SelectOption> = Gemeente::here().profile.functions.iter().map(option).collect();
    let hint = "Een melder kan bij een melding over een collega een functie uitsluiten. Wie die functie heeft, of geen \
                bekende functie heeft, ziet de melding niet.";
    view! { <Select id=id label="Functie" hint=hint options=Signal::stored(options) value=value/> }
}

/// A button and the dialog behind it.
#[component]
pub fn FunctionButton(account: AccountView) -> impl IntoView {
    let (accounts, open) = (Accounts::here(), RwSignal::new(false));
    let press = Callback::new(move |()| {
        accounts.changing.forget();
        open.set(true);
    });
    let account = StoredValue::new(account);
    let may = account.with_value(|account| has_functions(account, &Gemeente::here().profile.functions));
    let name = account.with_value(|account| format!(" van {}", isolated(account.name.as_str())));
    may.then(|| {
        view! {
            <Button look=ButtonLook::Plain press=press>
                "Functie"<span class="sr-only">{name}</span>
            </Button>
            <Show when=move || open.get()><FunctionDialog account=account.get_value() open=open/></Show>
        }
    })
}

fn build(chosen: &str) -> Result<AccountCommand, Vec<FieldError>> {
    // the empty value means: not known
    Ok(AccountCommand::SetFunction { function: FunctionId::parse(chosen).ok() })
}

/// For somebody who can log in it waits: which reports an AF may not see follows from the function.
fn said(account: &AccountView, name: &str) -> String {
    if account.enrolled {
        format!("De andere functie van {name} wacht op een tweede persoon: een aandachtsfunctionaris of de FG.")
    } else {
        format!("De functie van {name} is bewaard.")
    }
}

#[component]
fn FunctionDialog(account: AccountView, open: RwSignal<bool>) -> impl IntoView {
    let accounts = Accounts::here();
    let now = account.function.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
    let form = Form::new("functie", now, |chosen: &String| build(chosen));
    let name = isolated(account.name.as_str()).into_owned();
    let close = Callback::new(move |()| open.set(false));
    let said = said(&account, &name);
    let send = move |command| accounts.command(&account, command, said.clone(), close);
    view! {
        <Modal title=format!("Functie van {name}") close=close>
            <SendForm form=form request=accounts.changing send=send button="Functie bewaren">
                <FunctionSelect id=form.id("wat") value=form.part(String::clone, |d, v| *d = v)/>
            </SendForm>
        </Modal>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        id::{AccountId, Revision},
        text::{Line, Login},
    };

    #[test]
    fn an_unknown_function_is_shown_with_its_consequence() {
        let id = |text: &str| FunctionId::parse(text).unwrap();
        let functions = [Function { id: id("wmo"), name: "Regisseur Wmo".into(), domain: Default::default() }];
        let account = |role, function: Option<&str>| AccountView {
            id: AccountId::from_bytes(&[1; 16]),
            revision: Revision(1),
            login: Login::parse("fleur").unwrap(),
            name: Line::parse("Fleur Voorbeeld").unwrap(),
            role,
            blocked: false,
            enrolled: true,
            means: Vec::new(),
            left: None,
            asked: None,
            invited_until: None,
            function: function.map(id),
        };
        assert_eq!(line(&account(Role::Officer, Some("wmo")), &functions).unwrap(), "Functie: Regisseur Wmo");
        for unknown in [None, Some("weg")] {
            assert!(line(&account(Role::Officer, unknown), &functions).unwrap().starts_with("Functie nog niet bekend"));
        }
        assert_eq!(line(&account(Role::Administrator, None), &functions), None);
        assert_eq!(line(&account(Role::Officer, None), &[]), None);
    }
}
