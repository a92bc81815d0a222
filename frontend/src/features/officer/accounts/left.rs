//! A colleague left for good: colleagues may take over the cases, once a second person agrees.
use super::{
    super::{
        parts::{Check, Form, Modal},
        send_form::SendForm,
    },
    list::Accounts,
};
use crate::{
    messages::isolated,
    ui::{Button, ButtonLook, FieldError, TextField},
};
use leptos::prelude::*;
use shared::{
    access::Role,
    contract::{AccountCommand, AccountView},
};

/// Of a blocked AF, until it is known or asked.
fn can_leave(account: &AccountView) -> bool {
    account.role == Role::Officer && account.blocked && account.asked.is_none() && account.left.is_none()
}

fn build(reason: &str) -> Result<AccountCommand, Vec<FieldError>> {
    let mut check = Check::of("vertrokken");
    let reason = check.line("reden", reason, "Vul in waarom de collega weg is.");
    check.finish(reason.map(|reason| AccountCommand::Depart { reason }))
}

/// A button and the dialog behind it.
#[component]
pub fn LeftButton(account: AccountView) -> impl IntoView {
    let (accounts, open) = (Accounts::here(), RwSignal::new(false));
    let press = Callback::new(move |()| {
        accounts.changing.forget();
        open.set(true);
    });
    let name = format!(" {}", isolated(account.name.as_str()));
    can_leave(&account).then(|| {
        let account = StoredValue::new(account);
        view! {
            <Button look=ButtonLook::Plain press=press>
                "Vertrokken"<span class="sr-only">{name}</span>
            </Button>
            <Show when=move || open.get()><LeftDialog account=account.get_value() open=open/></Show>
        }
    })
}

#[component]
fn LeftDialog(account: AccountView, open: RwSignal<bool>) -> impl IntoView {
    let accounts = Accounts::here();
    let form = Form::new("vertrokken", String::new(), |reason: &String| build(reason));
    let name = isolated(account.name.as_str()).into_owned();
    let close = Callback::new(move |()| open.set(false));
    let said = format!("Dat {name} is vertrokken, wacht op een tweede persoon.");
    let send = move |command| accounts.command(&account, command, said.clone(), close);
    view! {
        <Modal title=format!("{name} is vertrokken") close=close>
            <SendForm form=form request=accounts.changing send=send button="Vraag een tweede persoon">
                <p>"Als een aandachtsfunctionaris of de FG dit bevestigt, kunnen collega's de dossiers overnemen. Komt
                    deze collega terug en geef je het account vrij? Dan zien zij de afgeronde dossiers niet meer."</p>
                <TextField id=form.id("reden") label="Waarom is de collega weg?" hint="De FG leest dit. Noem geen namen."
                    note=form.note("reden") value=form.part(String::clone, |d, v| *d = v)/>
            </SendForm>
        </Modal>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_departure_has_a_reason() {
        let ids: Vec<String> = build(" ").unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(ids, ["vertrokken-reden"]);
        assert!(build("Andere baan").is_ok());
    }
}
