use super::{
    super::{
        parts::{Check, Form, Modal, Select, SelectOption},
        send_form::SendForm,
    },
    store::Away,
};
use crate::{
    client::{Call, Failure},
    ui::{Button, ButtonLook, FieldError},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, HandOverBody, HandedOver},
    id::AccountId,
};

#[derive(Clone, Default)]
struct Draft {
    from: String,
    to: String,
}

impl Draft {
    fn build(&self) -> Result<HandOverBody, Vec<FieldError>> {
        let mut check = Check::of("overdracht");
        let from = check.chosen("van", AccountId::parse(&self.from).ok(), "Kies van wie de dossiers zijn.");
        let to = check.chosen("aan", AccountId::parse(&self.to).ok(), "Kies wie ze krijgt.");
        if from.is_some() && from == to {
            check.wrong("aan", "Kies iemand anders: dit is dezelfde collega.");
        }
        check.finish(from.zip(to).map(|(from, to)| HandOverBody { from, to }))
    }
}

/// Hands all cases to another AF in one action: one's own, or those of a colleague who can no longer log in.
#[component]
pub fn HandOver() -> impl IntoView {
    let away = Away::here();
    let form = Form::new("overdracht", Draft::default(), Draft::build);
    let sure = RwSignal::new(None::<HandOverBody>);
    let mine = move || away.me().map(|me| SelectOption { value: me.to_string(), label: "Mij".into() });
    let from = Signal::derive(move || mine().into_iter().chain(away.colleagues(|one| !one.active)).collect::<Vec<_>>());
    let to = Signal::derive(move || mine().into_iter().chain(away.colleagues(|one| one.active)).collect::<Vec<_>>());
    view! {
        <section class="card">
            <h2>"Alles overdragen"</h2>
            <p>"Voor wie vertrekt. Alle open dossiers gaan naar een collega; die ziet ook de afgeronde. Een waarneming stopt."</p>
            <p class="soft">"Je draagt je eigen dossiers over, of die van een collega die is vertrokken. Dat vraagt de
                beheerder aan, en een tweede persoon bevestigt het. Wie bevestigt, krijgt de dossiers niet zelf."</p>
            <SendForm form=form request=away.changing send=move |body| sure.set(Some(body))
                button="Draag alles over" look=ButtonLook::Plain>
                <Select id=form.id("van") label="Van wie?" options=from note=form.note("van")
                    value=form.part(|d| d.from.clone(), |d, v| d.from = v)/>
                <Select id=form.id("aan") label="Aan wie?" options=to note=form.note("aan")
                    value=form.part(|d| d.to.clone(), |d, v| d.to = v)/>
            </SendForm>
            {move || sure.get().map(|body| view! { <Sure body=body sure=sure/> })}
        </section>
    }
}

/// Asks whether it is meant: it cannot be taken back in one press.
#[component]
fn Sure(body: HandOverBody, sure: RwSignal<Option<HandOverBody>>) -> impl IntoView {
    let away = Away::here();
    let close = Callback::new(move |()| sure.set(None));
    let name = |id: &AccountId| if away.me().as_ref() == Some(id) { "jou".into() } else { away.name(id) };
    let question = format!("Alle open dossiers van {} gaan naar {}.", name(&body.from), name(&body.to));
    let press = Callback::new(move |()| {
        sure.set(None);
        away.change(hand_over(body.clone()));
    });
    view! {
        <Modal title="Alles overdragen?" close=close>
            <p>{question}</p>
            <p>"Terug kan alleen een voor een."</p>
            <div class="row">
                <Button look=ButtonLook::Danger press=press>"Ja, draag alles over"</Button>
                <Button look=ButtonLook::Plain press=close>"Nee"</Button>
            </div>
        </Modal>
    }
}

/// Asks until nothing is left. After a failure the next try continues where this one stopped.
async fn hand_over(body: HandOverBody) -> Result<String, Failure> {
    let mut done = 0;
    loop {
        let now = Call::to(Endpoint::HandOver).send::<_, HandedOver>(&body).await?.body;
        done += now.done;
        if now.left == 0 || now.done == 0 {
            return Ok(result_words(done, &now));
        }
    }
}

/// `3 dossiers overgedragen. 1 kan niet naar deze collega.`
fn result_words(done: usize, last: &HandedOver) -> String {
    let mut text = match done {
        1 => "1 dossier overgedragen.".to_owned(),
        more => format!("{more} dossiers overgedragen."),
    };
    if last.refused > 0 {
        text.push_str(&format!(" {} kan niet naar deze collega: kies daarvoor een ander.", last.refused));
    }
    if last.left > 0 {
        text.push_str(&format!(" {} nog niet: probeer het zo opnieuw.", last.left));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_in_words() {
        assert_eq!(result_words(1, &HandedOver { done: 1, left: 0, refused: 0 }), "1 dossier overgedragen.");
        let text = result_words(3, &HandedOver { done: 3, left: 2, refused: 1 });
        assert_eq!(
            text,
            "3 dossiers overgedragen. 1 kan niet naar deze collega: kies daarvoor een ander. 2 nog niet: probeer het zo opnieuw."
        );
    }

    #[test]
    fn cases_cannot_be_handed_to_the_same_person() {
        let who = AccountId::from_bytes(&[1; 16]).to_string();
        assert_eq!(Draft { from: who.clone(), to: who }.build().unwrap_err()[0].id, "overdracht-aan");
        assert_eq!(Draft::default().build().unwrap_err().len(), 2);
    }
}
