use super::{
    super::parts::{Check, Form, Modal},
    draft::password_rule,
    list::Accounts,
};
use crate::ui::{Button, ErrorSummary, FieldError, TextField, TextKind};
use leptos::prelude::*;
use shared::contract::{AccountCommand, AccountView, NewAccount};

fn build(password: &str) -> Result<AccountCommand, Vec<FieldError>> {
    let mut check = Check::of("nieuw");
    if !NewAccount::password_fits(password) {
        check.wrong("wachtwoord", password_rule());
    }
    check.finish(Some(AccountCommand::SetPassword { password: password.to_owned() }))
}

/// A new password for somebody; their sessions end.
#[component]
pub fn NewPassword(account: AccountView, open: RwSignal<bool>) -> impl IntoView {
    view! { <Show when=move || open.get()><PasswordDialog account=account.clone() open=open/></Show> }
}

#[component]
fn PasswordDialog(account: AccountView, open: RwSignal<bool>) -> impl IntoView {
    let accounts = Accounts::here();
    let form = Form::new("nieuw", String::new(), |password: &String| build(password));
    let name = account.name.as_str().to_owned();
    let close = Callback::new(move |()| open.set(false));
    let said = format!("{name} heeft een nieuw wachtwoord.");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(command) = form.try_now() {
            accounts.command(&account, command, said.clone(), close);
        }
    };
    view! {
        <Modal title=format!("Nieuw wachtwoord voor {name}") close=close>
            <form class="stack" novalidate on:submit=submit>
                <p>"Wie nu met dit account is ingelogd, wordt uitgelogd."</p>
                <ErrorSummary errors=form.errors tried=form.tried/>
                <TextField id=form.id("wachtwoord") label="Nieuw wachtwoord" kind=TextKind::Password
                    autocomplete="new-password" hint=password_rule() note=form.note("wachtwoord")
                    value=form.part(String::clone, |d, v| *d = v)/>
                <Button busy=accounts.busy>"Wachtwoord bewaren"</Button>
            </form>
        </Modal>
    }
}
