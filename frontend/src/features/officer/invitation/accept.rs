use super::{
    super::{
        parts::{Check, Form},
        request::Request,
        send_form::SendForm,
    },
    factor::Factor,
};
use crate::{
    client::{Call, Failure},
    messages::{
        self,
        officer::{INVITATION_OVER, guessed, password_rule},
    },
    ui::{FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::contract::{
    AcceptInvitation, Endpoint, InvitationView, InvitationWord, OwnAccountDone, Password, ProblemKind,
};

/// The form as typed, beside the content of the invitation.
#[derive(Clone)]
struct Draft {
    words: InvitationWord,
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
        if shared::code::digits(&self.code).len() != 6 {
            check.wrong("code", "Vul de zes cijfers in die je app nu laat zien.");
        }
        let Self { words: InvitationWord { word, other }, nonce, password, code } = self.clone();
        check.finish(Some(AcceptInvitation { word, other, nonce, password, code }))
    }
}

/// Password and second factor. `request` keeps the recovery codes.
#[component]
pub fn AcceptForm(words: InvitationWord, view: InvitationView, request: Request<Vec<String>>) -> impl IntoView {
    let draft = Draft { words, nonce: view.nonce.clone(), password: String::new(), code: String::new() };
    let form = Form::new("uitnodiging", draft, Draft::build);
    let send = move |body| request.run(accept(body), |done| done.recovery_codes);
    let login = view.login.as_str().to_owned();
    view! {
        <SendForm form=form request=request send=send button="Klaar, maak mijn account" words=why>
            <p>"Je inlognaam is "<b><bdi>{login}</bdi></b>"."</p>
            <TextField id=form.id("wachtwoord") label="Kies een wachtwoord" kind=TextKind::Password
                autocomplete="new-password" hint=password_rule() note=form.note("wachtwoord")
                value=form.part(|d| d.password.clone(), |d, v| d.password = v)/>
            <h2>"Je tweede sleutel"</h2>
            <Factor view=view/>
            <TextField id=form.id("code") label="Code uit je app" autocomplete="one-time-code" note=form.note("code")
                value=form.part(|d| d.code.clone(), |d, v| d.code = v)/>
        </SendForm>
    }
}

async fn accept(body: AcceptInvitation) -> Result<OwnAccountDone, Failure> {
    Ok(Call::to(Endpoint::AcceptInvitation).send(&body).await?.body)
}

/// A 400 here means that the password can be guessed, or that the code is not the app's.
fn why(failure: &Failure) -> String {
    if let Some(words) = guessed(failure) {
        return words;
    }
    match failure.kind() {
        Some(ProblemKind::BadRequest) => {
            "De code klopt niet. Kijk of je deze QR-code hebt gescand en neem de code die de app nu laat zien.".into()
        }
        Some(ProblemKind::NotFound) => INVITATION_OVER.into(),
        Some(_) | None => messages::failure(failure),
    }
}
