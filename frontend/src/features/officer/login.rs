use super::{
    page::Page,
    parts::{Check, Form, Heading, every},
    request::Request,
    send_form::SendForm,
    session::{Gemeente, Session, State},
    start,
    work_account::{NewHere, WorkAccount, refusal},
};
use crate::{
    client::Call,
    route::Router,
    tabs::Word,
    ui::{FieldError, Notice, TextField, TextKind},
};
use leptos::{either::Either, prelude::*, task::spawn_local};
use shared::{
    access::Role,
    contract::{Credentials, Endpoint, SessionView, WorkAccountRefusal},
    profile::Instance,
    text::Login,
};

/// The form as typed. It leaves memory with the form.
#[derive(Clone, Default)]
struct Typed {
    login: String,
    password: String,
    code: String,
}

impl Typed {
    fn check(&self) -> Result<Credentials, Vec<FieldError>> {
        let mut check = Check::of("inloggen");
        let login = check.chosen("inlognaam", Login::parse(&self.login).ok(), "Vul je inlognaam in.");
        if self.password.is_empty() {
            check.wrong("wachtwoord", "Vul je wachtwoord in.");
        }
        if self.code.trim().is_empty() {
            check.wrong("code", "Vul de code uit je app in, of een herstelcode.");
        }
        let Self { password, code, .. } = self.clone();
        check.finish(login.map(|login| Credentials { login, password, code }))
    }
}

/// Log in, as a page: the only thing there is for somebody who is not logged in, also where a page was open when the
/// session ended.
#[component]
pub fn LogInPage() -> impl IntoView {
    let again = Session::here().state_now() == State::Ended;
    let text = if again { "Log opnieuw in" } else { "Inloggen" };
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text=text title="Inloggen"/>
            {again.then(|| view! { <p>"Je sessie is voorbij. Wat je typte, komt terug als jij weer inlogt."</p> })}
            <p class="soft">"Voor aandachtsfunctionarissen, de functioneel beheerder en de FG. Wil je iets melden? "
                <a class="utrecht-link" href="/">"Naar het meldformulier"</a></p>
            <LogInForm/>
        </main>
    }
}

/// The ways to log in that this gemeente chose.
#[component]
fn LogInForm() -> impl IntoView {
    let (router, session) = (Router::here(), Session::here());
    let came = Callback::new(move |view| {
        open_first_page(router, session, &view);
        session.begin(view);
    });
    let password = Gemeente::here().log_in.password;
    let refused = refusal();
    if refused == Some(WorkAccountRefusal::Arrived) {
        return Either::Left(view! {
            <NewHere/>
            <PasswordForm arrive=came to=Endpoint::LinkWorkAccount button="Log in en koppel"/>
            <p><a class="utrecht-link" href="/af">"Niet koppelen: terug naar inloggen"</a></p>
        });
    }
    Either::Right(view! {
        <WorkAccount arrive=came refusal=refused/>
        {password.then(|| view! { <PasswordForm arrive=came to=Endpoint::LogIn button="Log in"/> })}
    })
}

/// Name, password and code, for one of the endpoints that take them.
#[component]
fn PasswordForm(arrive: Callback<SessionView>, to: Endpoint, button: &'static str) -> impl IntoView {
    let form = Form::new("inloggen", Typed::default(), Typed::check);
    let request = Request::without_session();
    let send = move |credentials: Credentials| {
        let answer = async move { Call::to(to).send::<_, SessionView>(&credentials).await };
        request.run(answer, move |answer| arrive.run(answer.body));
    };
    view! {
        <SendForm form=form request=request send=send button=button>
            <TextField id=form.id("inlognaam") label="Inlognaam" autocomplete="username" note=form.note("inlognaam")
                value=form.part(|t| t.login.clone(), |t, v| t.login = v)/>
            <TextField id=form.id("wachtwoord") label="Wachtwoord" kind=TextKind::Password autocomplete="current-password"
                note=form.note("wachtwoord") value=form.part(|t| t.password.clone(), |t, v| t.password = v)/>
            <TextField id=form.id("code") label="Code uit je app" autocomplete="one-time-code" hint="Zes cijfers, of een herstelcode"
                note=form.note("code") value=form.part(|t| t.code.clone(), |t, v| t.code = v)/>
            <PracticeCode/>
        </SendForm>
    }
}

/// The code that everybody's app shows in a practice instance. It is read again every ten seconds.
#[component]
fn PracticeCode() -> impl IntoView {
    let practice = Gemeente::here().practice_code.clone();
    let shown = RwSignal::new(practice.clone());
    let renew = move || {
        spawn_local(async move {
            if let Ok(answer) = Call::to(Endpoint::Instance).ask::<Instance>().await {
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

/// Goes to the first page of the role. An AF who logs in again stays on the page that was open; another AF does not get
/// to see it.
fn open_first_page(router: Router, session: Session, view: &SessionView) {
    let other = session.account_now().is_some_and(|before| before != view.id);
    match view.role {
        Role::Administrator => router.replace(&Page::Accounts.path()),
        Role::PrivacyOfficer => router.replace(&Page::Log.path()),
        Role::Officer | Role::Analyst | Role::Adviser if other => router.replace(&Page::ToDo.path()),
        Role::Officer | Role::Analyst | Role::Adviser => {}
    }
}

/// Does what another tab of this browser says.
pub fn follow(router: Router, session: Session) {
    session.tabs().listen(move |word| match word {
        Word::AtWork => session.count(),
        Word::Ended => session.end(),
        Word::LoggedIn => look_again(router, session),
        Word::LoggedOut => {
            session.leave();
            router.replace("/af");
        }
    });
}

/// Asks the server whose session this browser has now. Whoever is not logged in here any more sees nothing of the
/// pages; somebody else sees pages of their own.
pub fn look_again(router: Router, session: Session) {
    if session.account_now().is_none() {
        return;
    }
    spawn_local(async move {
        match start::current().await {
            Ok(Some(view)) => {
                if session.account_now().is_some_and(|before| before != view.id) {
                    open_first_page(router, session, &view);
                }
                session.go_on(view);
            }
            // without an answer nobody knows who sits here
            Ok(None) | Err(_) => session.end(),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_are_required_at_once() {
        let ids = |typed: Typed| typed.check().err().map(|errors| errors.into_iter().map(|e| e.id).collect::<Vec<_>>());
        assert_eq!(
            ids(Typed::default()),
            Some(["inloggen-inlognaam", "inloggen-wachtwoord", "inloggen-code"].map(String::from).to_vec())
        );
        let typed =
            Typed { login: " fleur.voorbeeld ".into(), password: " met spaties ".into(), code: "123 456".into() };
        let credentials = typed.check().unwrap();
        assert_eq!(credentials.login.as_str(), "fleur.voorbeeld");
        assert_eq!(credentials.password, " met spaties ", "a password is taken as typed");
    }
}
