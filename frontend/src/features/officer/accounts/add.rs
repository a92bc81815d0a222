use super::{
    super::parts::{Check, Form, Modal},
    draft::{AccountDraft, AccountFields, AccountParts},
    list::Accounts,
};
use crate::ui::{Button, ErrorSummary, FieldError, Notice, NoticeLook};
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
    let open = RwSignal::new(false);
    view! {
        <div class="row"><Button press=Callback::new(move |()| open.set(true))>"Account toevoegen"</Button></div>
        <Show when=move || open.get()><AddDialog open=open/></Show>
    }
}

#[component]
fn AddDialog(open: RwSignal<bool>) -> impl IntoView {
    let accounts = Accounts::here();
    let form = Form::new("account", AccountDraft::default(), build);
    let close = Callback::new(move |()| open.set(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(account) = form.try_now() {
            accounts.add(account, close);
        }
    };
    let parts = AccountParts {
        name: (form.part(|d| d.name.clone(), |d, v| d.name = v), form.note("naam")),
        login: (form.part(|d| d.login.clone(), |d, v| d.login = v), form.note("inlognaam")),
        role: (form.part(|d| d.role, |d, v| d.role = v), form.note("rol")),
        function: form.part(|d| d.function.clone(), |d, v| d.function = v),
    };
    let failed = move || accounts.said.get().and_then(Result::err);
    view! {
        <Modal title="Account toevoegen" close=close>
            <form class="stack" novalidate on:submit=submit>
                {move || failed().map(|text| view! { <Notice look=NoticeLook::Danger live=true><p>{text}</p></Notice> })}
                <ErrorSummary errors=form.errors tried=form.tried/>
                <AccountFields before="account-" parts=parts role=true/>
                <p class="soft">"Een aandachtsfunctionaris of een FG krijgt pas toegang als een tweede persoon dat bevestigt:
                    een aandachtsfunctionaris of de FG. Die geeft de uitnodiging ook door."</p>
                <Button busy=accounts.busy>"Account toevoegen"</Button>
            </form>
        </Modal>
    }
}
