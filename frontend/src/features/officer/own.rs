use super::{
    page::Page,
    parts::{Check, Form, Heading, RecoveryCodes},
    request::Request,
    send_form::SendForm,
};
use crate::{
    client::{Call, Failure},
    messages::{
        self,
        officer::{guessed, password_rule},
    },
    ui::{FieldError, Link, Said, TextField, TextKind},
};
use leptos::prelude::*;
use shared::contract::{Endpoint, OwnAccountCommand, OwnAccountDone, Password};

/// The form as typed. For new recovery codes, the new password stays empty.
#[derive(Clone, Default)]
struct Draft {
    password: String,
    code: String,
    new: String,
}

/// Password and code of now: it has to be the owner who changes something.
fn identity(draft: &Draft, prefix: &'static str) -> Check {
    let mut check = Check::of(prefix);
    if draft.password.is_empty() {
        check.wrong("wachtwoord", "Vul je wachtwoord van nu in.");
    }
    if draft.code.trim().is_empty() {
        check.wrong("code", "Vul de code uit je app in, of een herstelcode.");
    }
    check
}

fn new_password(draft: &Draft) -> Result<OwnAccountCommand, Vec<FieldError>> {
    let mut check = identity(draft, "wachtwoord");
    if !Password::fits(&draft.new) {
        check.wrong("nieuw", password_rule());
    }
    let Draft { password, code, new } = draft.clone();
    check.finish(Some(OwnAccountCommand::Password { password, code, new }))
}

fn new_codes(draft: &Draft) -> Result<OwnAccountCommand, Vec<FieldError>> {
    let Draft { password, code, .. } = draft.clone();
    identity(draft, "herstel").finish(Some(OwnAccountCommand::RecoveryCodes { password, code }))
}

/// Own password and recovery codes.
#[component]
pub fn OwnAccountPage() -> impl IntoView {
    view! {
        <div class="wide stack">
            <Heading text="Mijn account" title="Mijn account"/>
            <p class="soft">"Nieuwe telefoon of app kwijt? Vraag de beheerder om een nieuwe uitnodiging."</p>
            <OwnForm title="Nieuw wachtwoord" prefix="wachtwoord" check=new_password button="Bewaar mijn wachtwoord"
                said="Je wachtwoord is veranderd. Op andere apparaten ben je uitgelogd." new=true/>
            <OwnForm title="Nieuwe herstelcodes" prefix="herstel" check=new_codes button="Maak nieuwe herstelcodes"
                said="De oude herstelcodes werken niet meer." new=false/>
            <p><Link to=Page::OwnSessions.path()>"Waar ben je ingelogd?"</Link></p>
            <p><Link to=Page::ToDo.path()>"Terug naar het begin"</Link></p>
        </div>
    }
}

#[component]
fn OwnForm(
    title: &'static str,
    prefix: &'static str,
    check: fn(&Draft) -> Result<OwnAccountCommand, Vec<FieldError>>,
    button: &'static str,
    said: &'static str,
    new: bool,
) -> impl IntoView {
    let form = Form::new(prefix, Draft::default(), check);
    let request = Request::new();
    let send = move |command| {
        request.run(change(command), move |done| {
            form.draft.set(Draft::default());
            form.tried.set(0);
            done.recovery_codes
        });
    };
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <Changed codes=request.done() said=said/>
            <SendForm form=form request=request send=send button=button label=title words=words>
                <Fields form=form new=new/>
            </SendForm>
        </section>
    }
}

async fn change(command: OwnAccountCommand) -> Result<OwnAccountDone, Failure> {
    Ok(Call::to(Endpoint::OwnAccount).send(&command).await?.body)
}

fn words(failure: &Failure) -> String {
    guessed(failure).unwrap_or_else(|| messages::failure(failure))
}

/// The result of a change, with the recovery codes when there are new ones.
#[component]
fn Changed(codes: Signal<Option<Vec<String>>>, said: &'static str) -> impl IntoView {
    view! {
        <Said text=Signal::derive(move || codes.get().map(|_| said.to_owned()))/>
        {move || codes.get().filter(|codes| !codes.is_empty()).map(|codes| view! { <RecoveryCodes codes=codes/> })}
    }
}

#[component]
fn Fields(form: Form<Draft, OwnAccountCommand>, new: bool) -> impl IntoView {
    view! {
        <TextField id=form.id("wachtwoord") label="Wachtwoord van nu" kind=TextKind::Password
            autocomplete="current-password" note=form.note("wachtwoord")
            value=form.part(|d| d.password.clone(), |d, v| d.password = v)/>
        <TextField id=form.id("code") label="Code uit je app" autocomplete="one-time-code"
            hint="Zes cijfers, of een herstelcode" note=form.note("code")
            value=form.part(|d| d.code.clone(), |d, v| d.code = v)/>
        {new.then(|| view! {
            <TextField id=form.id("nieuw") label="Nieuw wachtwoord" kind=TextKind::Password
                autocomplete="new-password" hint=password_rule() note=form.note("nieuw")
                value=form.part(|d| d.new.clone(), |d, v| d.new = v)/>
        })}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn password_and_code_are_asked_for_again() {
        let ids = |errors: Vec<FieldError>| errors.into_iter().map(|error| error.id).collect::<Vec<_>>();
        let errors = ids(new_password(&Draft::default()).unwrap_err());
        assert_eq!(errors, ["wachtwoord-wachtwoord", "wachtwoord-code", "wachtwoord-nieuw"]);
        assert_eq!(ids(new_codes(&Draft::default()).unwrap_err()), ["herstel-wachtwoord", "herstel-code"]);
    }
}
