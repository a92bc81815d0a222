use super::{
    accounts::{AccountDraft, AccountFields, At},
    invitation::ToHandOver,
    page::Page,
    parts::{Check, Form, Heading, take_token},
    request::Request,
    send_form::SendForm,
};
use crate::{
    client::{Call, Failure},
    messages::{Words, isolated},
    route::Router,
    ui::{Button, FieldError, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    access::Role,
    contract::{AccountDone, Endpoint, NewAccount, SetUp},
};

/// The first accounts of a new instance: one of each role. More are added under "Accounts".
#[derive(Clone)]
struct Draft {
    token: String,
    officer: AccountDraft,
    administrator: AccountDraft,
    privacy_officer: AccountDraft,
}

impl Draft {
    fn new(token: String) -> Self {
        let of = |role| AccountDraft { role: Some(role), ..AccountDraft::default() };
        let (officer, administrator) = (of(Role::Officer), of(Role::Administrator));
        Self { token, officer, administrator, privacy_officer: of(Role::PrivacyOfficer) }
    }

    fn build(&self) -> Result<SetUp, Vec<FieldError>> {
        let mut check = Check::of("inrichten");
        let mut accounts: Vec<NewAccount> = Vec::new();
        for (draft, before) in
            [(&self.officer, "af-"), (&self.administrator, "beheer-"), (&self.privacy_officer, "fg-")]
        {
            let Some(account) = draft.build(&mut check, before) else { continue };
            if accounts.iter().any(|other| other.login.folded() == account.login.folded()) {
                check.wrong(&format!("{before}inlognaam"), "Deze inlognaam gebruik je al voor iemand anders.");
            }
            accounts.push(account);
        }
        check.finish(Some(SetUp { token: self.token.clone(), accounts }))
    }
}

/// First-run set-up, with the token from the link. The token leaves the address bar at once.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let token = take_token(&Page::SetUp.path());
    let content =
        if token.is_empty() { view! { <NoToken/> }.into_any() } else { view! { <Appointing token=token/> }.into_any() };
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Meldroute inrichten" title="Inrichten"/>
            {content}
        </main>
    }
}

/// The form, and afterwards the invitations.
#[component]
fn Appointing(token: String) -> impl IntoView {
    let request = Request::without_session();
    let made = request.done();
    move || match made.get() {
        None => view! { <SetUpForm token=token.clone() request=request/> }.into_any(),
        Some(made) => view! { <Ready made=made/> }.into_any(),
    }
}

#[component]
fn NoToken() -> impl IntoView {
    view! {
        <Notice look=NoticeLook::Wait>
            <p>"Open de hele link die je bij het installeren kreeg. Daarin staat een woord dat hier nodig is."</p>
        </Notice>
    }
}

#[component]
fn Ready(made: Vec<AccountDone>) -> impl IntoView {
    let router = Router::here();
    let links = made.into_iter().filter_map(|done| {
        let name = format!("{}, {}", isolated(done.account.name.as_str()), done.account.role.lower());
        Some(view! { <ToHandOver name=name invitation=done.invitation?/> })
    });
    let links = links.collect_view();
    view! {
        <Notice look=NoticeLook::Done live=true>
            <p>"Meldroute is ingericht. Geef iedereen de eigen uitnodiging. Melden kan zodra een aandachtsfunctionaris en de
                FG hun uitnodiging hebben gebruikt, en de FG na het inloggen bij iedereen op Gezien heeft gedrukt."</p>
        </Notice>
        {links}
        <Button press=Callback::new(move |()| router.replace("/af"))>"Naar inloggen"</Button>
    }
}

#[component]
fn SetUpForm(token: String, request: Request<Vec<AccountDone>>) -> impl IntoView {
    let form = Form::new("inrichten", Draft::new(token), Draft::build);
    let send = move |body| request.run(set_up(body), |made| made);
    let officer = At::<Draft> { read: |d| &d.officer, write: |d| &mut d.officer };
    let administrator = At::<Draft> { read: |d| &d.administrator, write: |d| &mut d.administrator };
    let privacy_officer = At::<Draft> { read: |d| &d.privacy_officer, write: |d| &mut d.privacy_officer };
    view! {
        <SendForm form=form request=request send=send button="Richt Meldroute in">
            <p>"Wijs drie mensen aan. Elk krijgt een eigen uitnodiging en kiest zelf een wachtwoord. Meer accounts vraagt de
                beheerder later aan."</p>
            <h2>"Aandachtsfunctionaris"</h2>
            <AccountFields form=form at=officer before="af-" role=false/>
            <h2>"Functioneel beheerder"</h2>
            <AccountFields form=form at=administrator before="beheer-" role=false/>
            <h2>"Functionaris gegevensbescherming (FG)"</h2>
            <AccountFields form=form at=privacy_officer before="fg-" role=false/>
        </SendForm>
    }
}

async fn set_up(body: SetUp) -> Result<Vec<AccountDone>, Failure> {
    Ok(Call::to(Endpoint::SetUp).send(&body).await?.body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_each_role_with_names_of_their_own() {
        let mut draft = Draft::new("woord".into());
        assert_eq!(draft.build().unwrap_err().len(), 6);
        for account in [&mut draft.officer, &mut draft.administrator, &mut draft.privacy_officer] {
            account.name = "Verzonnen".into();
            account.login = "Zelfde".into();
        }
        let ids: Vec<String> = draft.build().unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(ids, ["inrichten-beheer-inlognaam", "inrichten-fg-inlognaam"]);
        (draft.administrator.login, draft.privacy_officer.login) = ("ander".into(), "nog ander".into());
        let roles: Vec<Role> = draft.build().unwrap().accounts.iter().map(|one| one.role).collect();
        assert_eq!(roles, [Role::Officer, Role::Administrator, Role::PrivacyOfficer]);
    }
}
