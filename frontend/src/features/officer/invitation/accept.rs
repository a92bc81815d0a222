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
    messages,
    ui::{FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::contract::{
    AcceptInvitation, Endpoint, InvitationView, InvitationWord, OwnAccountDone, Password, ProblemKind,
};

/// For an invitation that does not hold any more.
pub const OVER: &str = "Deze uitnodiging geldt niet of niet meer. Vraag een nieuwe aan wie je de link gaf.";
/// For two halves that do not fit.
pub const HALVES_OVER: &str =
    "Deze twee links horen niet bij elkaar, of gelden niet meer. Vraag allebei de mensen om hun nieuwste link.";

/// The rule for a password, shown before and after it is typed.
#[must_use]
pub fn password_rule() -> String {
    format!(
        "Neem ten minste {} tekens. Vier of vijf woorden die niets met elkaar of met jou te maken hebben, werken goed.",
        Password::MIN
    )
}

/// The text for a new password that others guess; the server knows the words.
#[must_use]
pub fn guessed(failure: &Failure) -> Option<String> {
    let guessed = failure.problem()?.errors.iter().any(|error| error.code == Password::GUESSABLE);
    guessed.then(|| {
        "Dit wachtwoord is te raden: het bestaat uit bekende woorden, een datum, een herhaling, je naam of je gemeente. \
         Neem vier of vijf woorden die niets met elkaar of met jou te maken hebben."
            .into()
    })
}

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
        Some(ProblemKind::NotFound) => OVER.into(),
        Some(_) | None => messages::failure(failure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::Problem;

    #[test]
    fn a_guessable_password_and_a_wrong_code_have_their_own_text() {
        let refused = |code: &str| {
            let problem = Problem::new(ProblemKind::BadRequest, "").with("/x", code, "");
            why(&Failure::Problem(Box::new(problem)))
        };
        assert!(refused(Password::GUESSABLE).starts_with("Dit wachtwoord is te raden"));
        assert!(refused("verkeerde-code").starts_with("De code klopt niet"));
    }
}
