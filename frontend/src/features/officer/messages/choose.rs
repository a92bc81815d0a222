use super::{
    super::{
        parts::{Check, Form},
        send_form::SendForm,
    },
    store::Messages,
};
use crate::{
    messages::officer::occasion,
    ui::{Bound, Button, ButtonLook, Checkbox, FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    contract::{MessagesCommand, OwnMessages},
    text::Email,
    told::Occasion,
};

/// The choice as typed.
#[derive(Clone, Default)]
struct Draft {
    email: String,
    about: Vec<Occasion>,
}

impl Draft {
    fn build(&self) -> Result<MessagesCommand, Vec<FieldError>> {
        let mut check = Check::of("berichten");
        let typed = self.email.trim();
        let email = Email::parse(typed).ok();
        if !typed.is_empty() && email.is_none() {
            check.wrong("email", "Kijk het e-mailadres na: er hoort een @ en een punt in.");
        }
        check.finish(Some(MessagesCommand::Choose { email, about: self.about.clone() }))
    }

    fn set(&mut self, occasion: Occasion, chosen: bool) {
        self.about.retain(|one| *one != occasion);
        if chosen {
            self.about.push(occasion);
        }
    }
}

/// Where to, and what of.
#[component]
pub fn Choose(own: OwnMessages) -> impl IntoView {
    let messages = Messages::here();
    let email = own.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default();
    let is_told = own.by_mail && own.email.is_some();
    let form = Form::new("berichten", Draft { email, about: own.about }, Draft::build);
    let send = move |command| messages.change(command, "Bewaard.");
    let test = Callback::new(move |()| {
        messages
            .change(MessagesCommand::Try, "Over een paar minuten komt er een bericht. Kijk ook bij ongewenste e-mail.");
    });
    view! {
        <section class="card">
            <h2>"Waarover krijg je bericht?"</h2>
            <SendForm form=form request=messages.changing send=send button="Bewaar">
                <TextField id=form.id("email") label="Je e-mailadres van het werk" kind=TextKind::Email optional=true
                    hint="Leeg: je krijgt geen berichten" note=form.note("email")
                    value=form.part(|d| d.email.clone(), |d, v| d.email = v)/>
                {Occasion::ALL.iter().map(|one| box_of(form.draft, *one)).collect_view()}
            </SendForm>
            <p class="soft">"Berichten gaan op werkdagen tussen 8 en 18 uur, hooguit een in de vijf minuten. Spoed gaat
                meteen, ook ’s nachts."</p>
            {is_told.then(|| view! {
                <div class="row"><Button look=ButtonLook::Plain press=test busy=messages.changing.busy()>
                    "Stuur een proefbericht"
                </Button></div>
            })}
        </section>
    }
}

fn box_of(draft: RwSignal<Draft>, one: Occasion) -> impl IntoView {
    let get = Signal::derive(move || draft.with(|draft| draft.about.contains(&one)));
    let set = Callback::new(move |chosen| draft.update(|draft| draft.set(one, chosen)));
    view! { <Checkbox id=format!("berichten-{}", one.as_str()) label=occasion(one) checked=Bound::new(get, set)/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_checked_and_none_is_a_choice() {
        let build = |email: &str| Draft { email: email.into(), about: vec![Occasion::Urgent] }.build();
        assert_eq!(build("fleur").unwrap_err()[0].id, "berichten-email");
        let Ok(MessagesCommand::Choose { email: None, about }) = build(" ") else { panic!("no address") };
        assert_eq!(about, [Occasion::Urgent]);
        assert!(build("fleur@hengelo.example").is_ok());
    }

    #[test]
    fn an_occasion_is_chosen_once() {
        let mut draft = Draft::default();
        draft.set(Occasion::Urgent, true);
        draft.set(Occasion::Urgent, true);
        assert_eq!(draft.about, [Occasion::Urgent]);
        draft.set(Occasion::Urgent, false);
        assert!(draft.about.is_empty());
    }
}
