use super::{
    super::{
        parts::{Check, Form, Modal},
        send_form::SendForm,
    },
    draft::{AccountDraft, AccountFields, At},
    list::Accounts,
};
use crate::ui::{Button, FieldError};
use leptos::prelude::*;
use shared::contract::NewAccount;

fn build(draft: &AccountDraft) -> Result<NewAccount, Vec<FieldError>> {
    let mut check = Check::of("account");
    let account = draft.build(&mut check, "");
    check.finish(account)
}

/// A button and the dialog behind it.
#[component]
pub fn AddAccount() -> impl IntoView {
    let (accounts, open) = (Accounts::here(), RwSignal::new(false));
    let press = Callback::new(move |()| {
        accounts.changing.forget();
        open.set(true);
    });
    view! {
        <div class="row"><Button press=press>"Account toevoegen"</Button></div>
        <Show when=move || open.get()><AddDialog open=open/></Show>
    }
}

#[component]
fn AddDialog(open: RwSignal<bool>) -> impl IntoView {
    let accounts = Accounts::here();
    let form = Form::new("account", AccountDraft::default(), build);
    let close = Callback::new(move |()| open.set(false));
    view! {
        <Modal title="Account toevoegen" close=close>
            <SendForm form=form request=accounts.changing button="Account toevoegen"
                send=move |account| accounts.add(account, close)>
                <AccountFields form=form at=At { read: |draft| draft, write: |draft| draft } before="" role=true/>
                <p class="soft">"Een aandachtsfunctionaris of een FG krijgt pas toegang als een tweede persoon dat bevestigt:
                    een aandachtsfunctionaris of de FG. Jij krijgt de ene helft van de uitnodiging om door te geven, en
                    wie het bevestigt krijgt de andere."</p>
            </SendForm>
        </Modal>
    }
}
