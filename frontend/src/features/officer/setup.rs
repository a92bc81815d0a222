use super::{
    accounts::{AccountDraft, AccountFields, AccountParts},
    parts::{Check, Form, Heading},
};
use crate::{
    browser,
    client::Call,
    messages,
    route::Router,
    ui::{Button, ErrorSummary, FieldError, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    access::Role,
    contract::{AccountView, Endpoint, SetUp},
};

/// What is asked when an instance is new: one of each role. More accounts follow under "Accounts".
#[derive(Clone)]
struct Draft {
    token: String,
    officer: AccountDraft,
    administrator: AccountDraft,
}

impl Draft {
    fn new(token: String) -> Self {
        let of = |role| AccountDraft { role: Some(role), ..AccountDraft::default() };
        Self { token, officer: of(Role::Officer), administrator: of(Role::Administrator) }
    }

    fn build(&self) -> Result<SetUp, Vec<FieldError>> {
        let mut check = Check::of("inrichten");
        let officer = self.officer.build(&mut check, "af-");
        let administrator = self.administrator.build(&mut check, "beheer-");
        if let (Some(a), Some(b)) = (&officer, &administrator)
            && a.login.folded() == b.login.folded()
        {
            check.wrong("beheer-inlognaam", "Deze inlognaam gebruik je al voor de aandachtsfunctionaris.");
        }
        let accounts = officer.zip(administrator).map(|(officer, administrator)| vec![officer, administrator]);
        check.finish(accounts.map(|accounts| SetUp { token: self.token.clone(), accounts }))
    }
}

/// First-run set-up, with the word from the link. The word leaves the address bar at once.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let token = take_word();
    let missing = token.is_empty();
    let done = RwSignal::new(false);
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Meldroute inrichten" title="Inrichten"/>
            {if missing {
                view! { <NoWord/> }.into_any()
            } else {
                view! {
                    <Show when=move || !done.get() fallback=|| view! { <Ready/> }>
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
fn Ready() -> impl IntoView {
    let router = Router::here();
    view! {
        <Notice look=NoticeLook::Done live=true><p>"Meldroute is ingericht. Je kunt nu inloggen."</p></Notice>
        <Button press=Callback::new(move |()| router.replace("/af"))>"Naar inloggen"</Button>
    }
}

#[component]
fn SetUpForm(token: String, done: RwSignal<bool>) -> impl IntoView {
    let form = Form::new("inrichten", Draft::new(token), Draft::build);
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(body), false) = (form.try_now(), busy.get_untracked()) else { return };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = Call::to(Endpoint::SetUp).send::<_, Vec<AccountView>>(&body).await;
            busy.try_set(false);
            match answer {
                Ok(_) => drop(done.try_set(true)),
                Err(failure) => drop(failed.try_set(Some(messages::failure(&failure)))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <p>"Maak een account voor de aandachtsfunctionaris en een voor de beheerder. Meer accounts maakt de beheerder later."</p>
            <ErrorSummary errors=form.errors tried=form.tried/>
            <h2>"Aandachtsfunctionaris"</h2>
            <AccountFields before="inrichten-af-" role=false parts=AccountParts {
                name: (form.part(|d| d.officer.name.clone(), |d, v| d.officer.name = v), form.note("af-naam")),
                login: (form.part(|d| d.officer.login.clone(), |d, v| d.officer.login = v), form.note("af-inlognaam")),
                role: (form.part(|d| d.officer.role, |d, v| d.officer.role = v), form.note("af-rol")),
                password: (form.part(|d| d.officer.password.clone(), |d, v| d.officer.password = v), form.note("af-wachtwoord")),
            }/>
            <h2>"Functioneel beheerder"</h2>
            <AccountFields before="inrichten-beheer-" role=false parts=AccountParts {
                name: (form.part(|d| d.administrator.name.clone(), |d, v| d.administrator.name = v), form.note("beheer-naam")),
                login: (form.part(|d| d.administrator.login.clone(), |d, v| d.administrator.login = v), form.note("beheer-inlognaam")),
                role: (form.part(|d| d.administrator.role, |d, v| d.administrator.role = v), form.note("beheer-rol")),
                password: (form.part(|d| d.administrator.password.clone(), |d, v| d.administrator.password = v), form.note("beheer-wachtwoord")),
            }/>
            {move || failed.get().map(|text| view! { <Notice look=NoticeLook::Danger live=true><p>{text}</p></Notice> })}
            <Button busy=busy>"Richt Meldroute in"</Button>
        </form>
    }
}

/// The word in the fragment; it is taken out of the address and the history.
fn take_word() -> String {
    let fragment = browser::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let word = fragment.trim_start_matches('#').to_owned();
    if !word.is_empty() {
        let history = browser::window().and_then(|window| window.history().ok());
        // a refusal leaves the word in the address bar; nothing better can be done
        let _ = history
            .map(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some("/af/inrichten")));
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_each_role_with_names_of_their_own() {
        let mut draft = Draft::new("woord".into());
        assert_eq!(draft.build().unwrap_err().len(), 6);
        for account in [&mut draft.officer, &mut draft.administrator] {
            account.name = "Verzonnen".into();
            account.login = "Zelfde".into();
            account.password = "een lange verzonnen zin".into();
        }
        assert_eq!(draft.build().unwrap_err()[0].id, "inrichten-beheer-inlognaam");
        draft.administrator.login = "ander".into();
        let body = draft.build().unwrap();
        assert_eq!(body.accounts.iter().map(|one| one.role).collect::<Vec<_>>(), [Role::Officer, Role::Administrator]);
    }
}
