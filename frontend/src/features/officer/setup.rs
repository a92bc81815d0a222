use super::{
    accounts::{AccountDraft, AccountFields, AccountParts},
    invitation::ToHandOver,
    page::Page,
    parts::{Check, Form, Heading, take_word},
};
use crate::{
    client::Call,
    messages::{self, Words},
    route::Router,
    ui::{Button, ErrorSummary, FieldError, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    access::Role,
    contract::{AccountDone, Endpoint, NewAccount, SetUp},
};

/// What is asked when an instance is new: one of each role. More accounts follow under "Accounts".
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

/// First-run set-up, with the word from the link. The word leaves the address bar at once.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let token = take_word(&Page::SetUp.path());
    let missing = token.is_empty();
    let done = RwSignal::new(None);
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Meldroute inrichten" title="Inrichten"/>
            {if missing {
                view! { <NoWord/> }.into_any()
            } else {
                view! {
                    <Show when=move || done.with(Option::is_none) fallback=move || view! { <Ready made=done.get().unwrap_or_default()/> }>
                        <SetUpForm token=token.clone() done=done/>
                    </Show>
                }
                .into_any()
            }}
        </main>
    }
}

#[component]
fn NoWord() -> impl IntoView {
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
        let name = format!("{}, {}", done.account.name.as_str(), done.account.role.words().to_lowercase());
        Some(view! { <ToHandOver name=name invitation=done.invitation?/> })
    });
    let links = links.collect_view();
    view! {
        <Notice look=NoticeLook::Done live=true>
            <p>"Meldroute is ingericht. Geef iedereen de eigen uitnodiging. Melden kan zodra een aandachtsfunctionaris en de
                FG hun uitnodiging hebben gebruikt."</p>
        </Notice>
        {links}
        <Button press=Callback::new(move |()| router.replace("/af"))>"Naar inloggen"</Button>
    }
}

#[component]
fn SetUpForm(token: String, done: RwSignal<Option<Vec<AccountDone>>>) -> impl IntoView {
    let form = Form::new("inrichten", Draft::new(token), Draft::build);
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(body), false) = (form.try_now(), busy.get_untracked()) else { return };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = Call::to(Endpoint::SetUp).send::<_, Vec<AccountDone>>(&body).await;
            busy.try_set(false);
            match answer {
                Ok(answer) => drop(done.try_set(Some(answer.body))),
                Err(failure) => drop(failed.try_set(Some(messages::failure(&failure)))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <p>"Wijs drie mensen aan. Elk krijgt een eigen uitnodiging en kiest zelf een wachtwoord. Meer accounts vraagt de
                beheerder later aan."</p>
            <ErrorSummary errors=form.errors tried=form.tried/>
            <h2>"Aandachtsfunctionaris"</h2>
            <AccountFields before="inrichten-af-" role=false parts=AccountParts {
                name: (form.part(|d| d.officer.name.clone(), |d, v| d.officer.name = v), form.note("af-naam")),
                login: (form.part(|d| d.officer.login.clone(), |d, v| d.officer.login = v), form.note("af-inlognaam")),
                role: (form.part(|d| d.officer.role, |d, v| d.officer.role = v), form.note("af-rol")),
                function: form.part(|d| d.officer.function.clone(), |d, v| d.officer.function = v),
            }/>
            <h2>"Functioneel beheerder"</h2>
            <AccountFields before="inrichten-beheer-" role=false parts=AccountParts {
                name: (form.part(|d| d.administrator.name.clone(), |d, v| d.administrator.name = v), form.note("beheer-naam")),
                login: (form.part(|d| d.administrator.login.clone(), |d, v| d.administrator.login = v), form.note("beheer-inlognaam")),
                role: (form.part(|d| d.administrator.role, |d, v| d.administrator.role = v), form.note("beheer-rol")),
                function: form.part(|d| d.administrator.function.clone(), |d, v| d.administrator.function = v),
            }/>
            <h2>"Functionaris gegevensbescherming (FG)"</h2>
            <AccountFields before="inrichten-fg-" role=false parts=AccountParts {
                name: (form.part(|d| d.privacy_officer.name.clone(), |d, v| d.privacy_officer.name = v), form.note("fg-naam")),
                login: (form.part(|d| d.privacy_officer.login.clone(), |d, v| d.privacy_officer.login = v), form.note("fg-inlognaam")),
                role: (form.part(|d| d.privacy_officer.role, |d, v| d.privacy_officer.role = v), form.note("fg-rol")),
                function: form.part(|d| d.privacy_officer.function.clone(), |d, v| d.privacy_officer.function = v),
            }/>
            {move || failed.get().map(|text| view! { <Notice look=NoticeLook::Danger live=true><p>{text}</p></Notice> })}
            <Button busy=busy>"Richt Meldroute in"</Button>
        </form>
    }
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
