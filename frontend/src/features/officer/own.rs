use super::{
    invitation::password_rule,
    page::Page,
    parts::{Check, Form, Heading, RecoveryCodes},
    session::Session,
};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{Button, ErrorSummary, FieldError, Link, Notice, NoticeLook, TextField, TextKind},
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::{Endpoint, OwnAccountCommand, OwnAccountDone, Password};

/// What was typed: the new password stays empty for new recovery codes.
#[derive(Clone, Default)]
struct Draft {
    password: String,
    code: String,
    new: String,
}

fn shown(draft: &Draft, prefix: &'static str) -> Check {
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
    let mut check = shown(draft, "wachtwoord");
    if !Password::fits(&draft.new) {
        check.wrong("nieuw", password_rule());
    }
    let Draft { password, code, new } = draft.clone();
    check.finish(Some(OwnAccountCommand::Password { password, code, new }))
}

fn new_codes(draft: &Draft) -> Result<OwnAccountCommand, Vec<FieldError>> {
    let Draft { password, code, .. } = draft.clone();
    shown(draft, "herstel").finish(Some(OwnAccountCommand::RecoveryCodes { password, code }))
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
    let session = Session::here();
    let form = Form::new(prefix, Draft::default(), check);
    let (busy, done) = (RwSignal::new(false), RwSignal::new(None::<Result<Vec<String>, Failure>>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(command), false) = (form.try_now(), busy.get_untracked()) else { return };
        busy.set(true);
        done.set(None);
        spawn_local(async move {
            let answer = Call::to(Endpoint::OwnAccount).send::<_, OwnAccountDone>(&command).await;
            busy.try_set(false);
            let answer = session.heed(answer).map(|answer| answer.body.recovery_codes);
            if answer.is_ok() {
                form.draft.try_set(Draft::default());
                form.tried.try_set(0);
            }
            done.try_set(Some(answer));
        });
    };
    let told = move || {
        done.get().map(|done| match done {
            Ok(codes) => view! {
                <Notice look=NoticeLook::Done live=true><p>{said}</p></Notice>
                {(!codes.is_empty()).then(|| view! { <RecoveryCodes codes=codes/> })}
            }
            .into_any(),
            Err(failure) => {
                view! { <Notice look=NoticeLook::Danger live=true><p>{messages::failure(&failure)}</p></Notice> }
                    .into_any()
            }
        })
    };
    view! {
        <form class="stack" novalidate on:submit=submit aria-label=title>
            <h2>{title}</h2>
            {told}
            <ErrorSummary errors=form.errors tried=form.tried/>
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
            <Button busy=busy>{button}</Button>
        </form>
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
