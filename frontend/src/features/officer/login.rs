use super::{
    idle::IdleQuestion,
    parts::{Form, Heading, Modal, every},
    session::{Gemeente, Session},
    work_account::WorkAccount,
};
use crate::{
    client::{Call, Failure},
    messages,
    route::Router,
    ui::{Button, ErrorSummary, FieldError, Notice, NoticeLook, TextField, TextKind},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    access::Role,
    contract::{Credentials, Endpoint, SessionView},
    profile::Instance,
    text::Login,
};

/// What was typed. It leaves memory with the form.
#[derive(Clone, Default)]
struct Typed {
    login: String,
    password: String,
    code: String,
}

impl Typed {
    fn check(&self) -> Result<Credentials, Vec<FieldError>> {
        let login = Login::parse(&self.login);
        let mut errors = Vec::new();
        if login.is_err() {
            errors.push(FieldError { id: "inlognaam".into(), text: "Vul je inlognaam in.".into() });
        }
        if self.password.is_empty() {
            errors.push(FieldError { id: "wachtwoord".into(), text: "Vul je wachtwoord in.".into() });
        }
        if self.code.trim().is_empty() {
            errors
                .push(FieldError { id: "code".into(), text: "Vul de code uit je app in, of een herstelcode.".into() });
        }
        match login {
            Ok(login) if errors.is_empty() => {
                Ok(Credentials { login, password: self.password.clone(), code: self.code.clone() })
            }
            Ok(_) | Err(_) => Err(errors),
        }
    }
}

/// Log in, as a page.
#[component]
pub fn LogInPage() -> impl IntoView {
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Inloggen" title="Inloggen"/>
            <p class="soft">"Voor aandachtsfunctionarissen, de functioneel beheerder en de FG. Wil je iets melden? "
                <a class="utrecht-link" href="/">"Naar het meldformulier"</a></p>
            <LogInForm/>
        </main>
    }
}

/// Log in again, over the page: below it everything stays as it was typed, out of sight. Before that, the question
/// whether somebody is there.
#[component]
pub fn LogInOverlay() -> impl IntoView {
    let session = Session::here();
    view! {
        <IdleQuestion/>
        <Show when=move || session.has_ended()>
            <Modal title="Log opnieuw in" class="covering">
                <p>"Je sessie is voorbij. Wat je typte, staat er nog."</p>
                <LogInForm/>
            </Modal>
        </Show>
    }
}

/// The ways to log in that this gemeente chose.
#[component]
fn LogInForm() -> impl IntoView {
    let (router, session) = (Router::here(), Session::here());
    let came = Callback::new(move |view| arrive(router, session, view));
    let password = Gemeente::here().log_in.password;
    view! {
        <WorkAccount arrive=came/>
        {password.then(|| view! { <PasswordForm/> })}
    }
}

#[component]
fn PasswordForm() -> impl IntoView {
    let (router, session) = (Router::here(), Session::here());
    let form = Form::new("", Typed::default(), Typed::check);
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(credentials), false) = (form.try_now(), busy.get_untracked()) else { return };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = Call::to(Endpoint::LogIn).send::<_, SessionView>(&credentials).await;
            busy.set(false);
            match answer {
                Ok(answer) => arrive(router, session, answer.body),
                Err(failure) => failed.set(Some(failure)),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            {move || failed.get().map(|failure| view! {
                <Notice look=NoticeLook::Danger live=true><p>{messages::failure(&failure)}</p></Notice>
            })}
            <ErrorSummary errors=form.errors tried=form.tried/>
            <TextField id="inlognaam" label="Inlognaam" autocomplete="username" note=form.note("inlognaam")
                value=form.part(|t| t.login.clone(), |t, v| t.login = v)/>
            <TextField id="wachtwoord" label="Wachtwoord" kind=TextKind::Password autocomplete="current-password"
                note=form.note("wachtwoord") value=form.part(|t| t.password.clone(), |t, v| t.password = v)/>
            <TextField id="code" label="Code uit je app" autocomplete="one-time-code" hint="Zes cijfers, of een herstelcode"
                note=form.note("code") value=form.part(|t| t.code.clone(), |t, v| t.code = v)/>
            <PracticeCode/>
            <Button busy=busy>"Log in"</Button>
        </form>
    }
}

/// In a practice instance everybody has the same app; this is what it shows. Asked for anew while the form is there.
#[component]
fn PracticeCode() -> impl IntoView {
    let practice = Gemeente::here().practice_code.clone();
    let shown = RwSignal::new(practice.clone());
    let renew = move || {
        spawn_local(async move {
            if let Ok(answer) = Call::to(Endpoint::Instance).get::<Instance>().await {
                shown.try_set(answer.body.practice_code);
            }
        });
    };
    if practice.is_some() {
        every(10_000, renew);
    }
    move || {
        shown.get().map(|code| view! {
        <Notice title="Oefenomgeving"><p>"De code is nu "<b class="practice-code">{code}</b>". Hij werkt één keer; na een halve minuut komt er een nieuwe."</p></Notice>
    })
    }
}

/// Another person than before does not get to see the page that was open.
fn arrive(router: Router, session: Session, view: SessionView) {
    let before = session.account();
    if view.role == Role::Administrator {
        router.replace("/af/accounts");
    } else if view.role == Role::PrivacyOfficer {
        router.replace("/af/logboek");
    } else if before.is_some_and(|before| before != view.id) {
        router.replace("/af");
    }
    session.begin(view);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_are_asked_for_at_once() {
        let ids = |typed: Typed| typed.check().err().map(|errors| errors.into_iter().map(|e| e.id).collect::<Vec<_>>());
        assert_eq!(ids(Typed::default()), Some(["inlognaam", "wachtwoord", "code"].map(String::from).to_vec()));
        let typed =
            Typed { login: " fleur.voorbeeld ".into(), password: " met spaties ".into(), code: "123 456".into() };
        let credentials = typed.check().unwrap();
        assert_eq!(credentials.login.as_str(), "fleur.voorbeeld");
        assert_eq!(credentials.password, " met spaties ", "a password is taken as typed");
    }
}
