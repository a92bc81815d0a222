use super::super::{
    dialogs::rights_of,
    dossier::Dossier,
    parts::{CopyButton, Modal, Select, SelectOption, not_found},
    request::{Failed, Request},
};
use crate::{
    client::Call,
    messages::day_with_year,
    ui::{Bound, Button, ButtonLook, Checkbox, SaveButton, ticked},
};
use leptos::prelude::*;
use shared::{
    case::{
        export::{AccessQuestion, CopyAnswer, Passage, is_granted},
        rights::RequestState,
    },
    contract::Endpoint,
};

/// The request for a copy, and its result.
#[derive(Clone, Copy)]
struct Copying {
    chosen: RwSignal<String>,
    released: RwSignal<Vec<String>>,
    request: Request<CopyAnswer>,
    answer: Memo<Option<CopyAnswer>>,
    dossier: Dossier,
}

impl Copying {
    fn new(first: String) -> Self {
        let request = Request::new();
        let done = request.done();
        // while the next one is made, the last one stays
        let answer =
            Memo::new(move |before: Option<&Option<CopyAnswer>>| done.get().or_else(|| before.cloned().flatten()));
        let (chosen, released) = (RwSignal::new(first), RwSignal::new(Vec::new()));
        Self { chosen, released, request, answer, dossier: Dossier::here() }
    }

    fn make(self) {
        // it was chosen from what was granted
        let Ok(request) = self.chosen.get_untracked().parse() else { return };
        let question = AccessQuestion { request, released: self.released.get_untracked() };
        let call = Call::on(Endpoint::AccessCopy, self.dossier.id().as_str());
        self.request.run(async move { call.send::<_, CopyAnswer>(&question).await }, |answer| answer.body);
    }

    /// Something of the latest copy, as text.
    fn text(self, of: fn(&CopyAnswer) -> String) -> Callback<(), String> {
        Callback::new(move |()| self.answer.with_untracked(|answer| answer.as_ref().map(of)).unwrap_or_default())
    }
}

/// A copy for the person it is about. Nothing written in own words is in it, unless the AF read it and releases it.
#[component]
pub fn CopyDialog() -> impl IntoView {
    let granted = granted(Dossier::here());
    let several = granted.len() > 1;
    let copying = Copying::new(granted.first().map(|one| one.value.clone()).unwrap_or_default());
    let dossier = copying.dossier;
    copying.make();
    let press = Callback::new(move |()| copying.make());
    let close = Callback::new(move |()| dossier.copying.set(false));
    // another request changes what can be released
    let other = Callback::new(move |value| {
        copying.chosen.set(value);
        copying.released.set(Vec::new());
        copying.make();
    });
    let chosen = Bound::new(copying.chosen.into(), other);
    let text = copying.text(|answer| answer.document.clone());
    let json = copying.text(|answer| serde_json::to_string_pretty(&answer.copy).unwrap_or_default());
    let choice = move || {
        copying
            .answer
            .get()
            .map(|answer| view! { {not_found(answer.missed, TOO_MUCH)} {passages(copying, answer.choice)} })
    };
    view! {
        <Modal title="Kopie voor de betrokkene" close=close class="broad">
            <p>"De melder en andere personen zijn weggelakt. Vrije tekst gaat pas mee als jij die las en aanvinkt. Let op: een verhaal kan ook zonder naam verraden wie het vertelde."</p>
            <p>"Wat er over zorg en gezondheid staat, kun je kiezen als je dat mag lezen. Anders telt het mee bij wat niet in de kopie staat: open het eerst, of vraag een collega van zorg."</p>
            {several.then(|| view! { <Select id="kopie-verzoek" label="Voor welk verzoek?" options=granted.clone() value=chosen/> })}
            <p>{move || copying.answer.get().map(whose)}</p>
            {choice}
            <Failed failure=copying.request.failure()/>
            <div class="row">
                <Button press=press busy=copying.request.busy()>"Maak de kopie opnieuw"</Button>
                <SaveButton label="Bewaar als webpagina" name="kopie.html" kind="text/html;charset=utf-8" text=text/>
                <SaveButton label="Bewaar als JSON" name="kopie.json" kind="application/json" text=json/>
                <CopyButton label="Kopieer als webpagina" secret=true text=text/>
                <CopyButton label="Kopieer als JSON" secret=true text=json/>
                <Button look=ButtonLook::Plain press=close>"Sluit"</Button>
            </div>
        </Modal>
    }
}

/// The requests for which a copy can be made, by their places.
fn granted(dossier: Dossier) -> Vec<SelectOption> {
    let option = |(at, state): (usize, &RequestState)| SelectOption {
        value: at.to_string(),
        label: format!("Verzoek {} van {}", at + 1, day_with_year(state.request.received)),
    };
    rights_of(dossier).requests().iter().enumerate().filter(|(_, state)| is_granted(state)).map(option).collect()
}

/// For whom it is: the advice on the request named the person.
fn whose(answer: CopyAnswer) -> &'static str {
    match answer.copy.person {
        Some(_) => "De kopie is voor de persoon die in het advies op dit verzoek staat.",
        None => "De kopie is voor iemand die niet (meer) op het formulier staat: alle personen zijn weggelakt.",
    }
}

const TOO_MUCH: &str =
    "Lees of het er in andere woorden staat. Soms is juist te veel weggelakt, zoals een deel van een gewoon woord.";

fn passages(copying: Copying, choice: Vec<Passage>) -> impl IntoView {
    let line = move |passage: Passage| {
        let target = format!("kopie-{}", passage.id.replace('.', "-"));
        let checked = ticked(copying.released.into(), passage.id);
        view! { <Checkbox id=target label=passage.name hint=passage.text checked=checked/> }
    };
    view! {
        <fieldset class="field choices">
            <legend class="utrecht-form-label">"Wat mag mee?"</legend>
            <div class="rows">{choice.into_iter().map(line).collect_view()}</div>
        </fieldset>
    }
}
