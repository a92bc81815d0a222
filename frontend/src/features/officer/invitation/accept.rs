use super::{
    super::{
        parts::{Check, Form},
        session::kind,
    },
    factor::Factor,
};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{Button, ErrorSummary, FieldError, Notice, NoticeLook, TextField, TextKind},
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::{AcceptInvitation, Endpoint, InvitationView, OwnAccountDone, Password, ProblemKind};

/// Said at a password that does not fit.
#[must_use]
pub fn password_rule() -> String {
    format!("Neem ten minste {} tekens. Een zin van een paar woorden werkt goed.", Password::MIN)
}

/// What was typed, beside what the invitation said.
#[derive(Clone)]
struct Draft {
    word: String,
    nonce: String,
    password: String,
    code: String,
}

impl Draft {
    fn build(&self) -> Result<AcceptInvitation, Vec<FieldError>> {
        let mut check = Check::of("uitnodiging");
        if !Password::fits(&self.password) {
            check.wrong("wachtwoord", password_rule());
        }
        if self.code.chars().filter(char::is_ascii_digit).count() != 6 {
            check.wrong("code", "Vul de zes cijfers in die je app nu laat zien.");
        }
        let Self { word, nonce, password, code } = self.clone();
        check.finish(Some(AcceptInvitation { word, nonce, password, code }))
    }
}

/// Password and second factor; `codes` gets the recovery codes.
#[component]
pub fn AcceptForm(word: String, view: InvitationView, codes: RwSignal<Option<Vec<String>>>) -> impl IntoView {
    let draft = Draft { word, nonce: view.nonce.clone(), password: String::new(), code: String::new() };
    let form = Form::new("uitnodiging", draft, Draft::build);
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(body), false) = (form.try_now(), busy.get_untracked()) else { return };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = Call::to(Endpoint::AcceptInvitation).send::<_, OwnAccountDone>(&body).await;
            busy.try_set(false);
            match answer {
                Ok(answer) => drop(codes.try_set(Some(answer.body.recovery_codes))),
                Err(failure) => drop(failed.try_set(Some(failure))),
            }
        });
    };
    let login = view.login.as_str().to_owned();
    view! {
        <form class="stack" novalidate on:submit=submit>
            {move || failed.get().map(|failure| view! {
                <Notice look=NoticeLook::Danger live=true><p>{words(&failure)}</p></Notice>
            })}
            <ErrorSummary errors=form.errors tried=form.tried/>
            <p>"Je inlognaam is "<b>{login}</b>"."</p>
            <TextField id=form.id("wachtwoord") label="Kies een wachtwoord" kind=TextKind::Password
                autocomplete="new-password" hint=password_rule() note=form.note("wachtwoord")
                value=form.part(|d| d.password.clone(), |d, v| d.password = v)/>
            <h2>"Je tweede sleutel"</h2>
            <Factor view=view/>
            <TextField id=form.id("code") label="Code uit je app" autocomplete="one-time-code" note=form.note("code")
                value=form.part(|d| d.code.clone(), |d, v| d.code = v)/>
            <Button busy=busy>"Klaar, maak mijn account"</Button>
        </form>
    }
}

/// A 400 here is a code that is not the app's; everything else says itself.
fn words(failure: &Failure) -> String {
    match kind(failure) {
        Some(ProblemKind::BadRequest) => {
            "De code klopt niet. Kijk of je deze QR-code hebt gescand en neem de code die de app nu laat zien.".into()
        }
        Some(ProblemKind::NotFound) => super::page::OVER.into(),
        Some(_) | None => messages::failure(failure),
    }
}
