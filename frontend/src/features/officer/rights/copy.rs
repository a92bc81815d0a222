use super::{
    super::{
        case::Dossier,
        parts::{CopyButton, Modal, Select, SelectOption},
        session::Session,
    },
    store::Asking,
};
use crate::{
    client::Call,
    messages::{self, Words},
    ui::{Bound, Button, ButtonLook, Checkbox, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    case::{
        Event,
        export::{AccessQuestion, CopyAnswer, Passage},
    },
    contract::Endpoint,
};

/// What is asked for the copy, and what came of it.
#[derive(Clone, Copy)]
struct Copying {
    person: RwSignal<String>,
    released: RwSignal<Vec<String>>,
    answer: RwSignal<Option<CopyAnswer>>,
    failed: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    dossier: Dossier,
    session: Session,
}

impl Copying {
    fn make(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        let question = AccessQuestion {
            person: self.person.get_untracked().parse().ok(),
            released: self.released.get_untracked(),
        };
        spawn_local(async move {
            let call = Call::on(Endpoint::AccessCopy, self.dossier.id().as_str());
            match self.session.heed(call.send(&question).await) {
                Ok(answer) => drop(self.answer.try_set(Some(answer.body))),
                Err(failure) => drop(self.failed.try_set(Some(messages::failure(&failure)))),
            }
            self.busy.try_set(false);
        });
    }
}

/// A copy for who it is about. Nothing written in own words is in it, unless the AF read it and releases it.
#[component]
pub fn CopyDialog() -> impl IntoView {
    let (asking, dossier) = (Asking::here(), Dossier::here());
    let copying = Copying {
        person: RwSignal::new(String::new()),
        released: RwSignal::new(Vec::new()),
        answer: RwSignal::new(None),
        failed: RwSignal::new(None),
        busy: RwSignal::new(false),
        dossier,
        session: Session::here(),
    };
    copying.make();
    let press = Callback::new(move |()| copying.make());
    let close = Callback::new(move |()| asking.copying.set(false));
    // a change of person changes what can be released
    let person = Bound::new(
        copying.person.into(),
        Callback::new(move |value| {
            copying.person.set(value);
            copying.released.set(Vec::new());
            copying.make();
        }),
    );
    let text = Callback::new(move |()| {
        copying
            .answer
            .with_untracked(|answer| answer.as_ref().map(|answer| answer.document.clone()))
            .unwrap_or_default()
    });
    let json = Callback::new(move |()| {
        let copy = |answer: &CopyAnswer| serde_json::to_string_pretty(&answer.copy).unwrap_or_default();
        copying.answer.with_untracked(|answer| answer.as_ref().map(copy)).unwrap_or_default()
    });
    let failed =
        move || copying.failed.get().map(|text| view! { <Notice look=NoticeLook::Danger><p>{text}</p></Notice> });
    let choice = move || copying.answer.get().map(|answer| passages(copying, answer.choice));
    view! {
        <Modal title="Kopie voor de betrokkene" close=close class="broad">
            <p>"De melder en andere personen zijn weggelakt. Vrije tekst gaat pas mee als jij die las en aanvinkt. Let op: een verhaal kan ook zonder naam verraden wie het vertelde."</p>
            <Select id="kopie-persoon" label="Voor wie?" options=persons(dossier) value=person/>
            {choice}
            <div role="alert">{failed}</div>
            <div class="row">
                <Button press=press busy=copying.busy>"Maak de kopie opnieuw"</Button>
                <CopyButton label="Kopieer als webpagina" text=text/>
                <CopyButton label="Kopieer als JSON" text=json/>
                <Button look=ButtonLook::Plain press=close>"Sluit"</Button>
            </div>
        </Modal>
    }
}

/// The persons of the latest form.
fn persons(dossier: Dossier) -> Vec<SelectOption> {
    let detail = dossier.detail.get_untracked();
    let forms = detail.iter().flat_map(|detail| detail.timeline.iter().rev());
    let form =
        forms.into_iter().find_map(|entry| if let Event::FormSaved(form) = &entry.event { Some(form) } else { None });
    let option = |(at, person): (usize, &shared::case::notes::Person)| {
        let who = person.description.as_ref().map(|text| text.as_str().to_owned());
        let label = format!("Persoon {}: {}", at + 1, who.unwrap_or_else(|| person.role.words().into()));
        SelectOption { value: at.to_string(), label }
    };
    form.map(|form| form.persons.iter().enumerate().map(option).collect()).unwrap_or_default()
}

fn passages(copying: Copying, choice: Vec<Passage>) -> impl IntoView {
    let line = move |passage: Passage| {
        let (id, other) = (passage.id.clone(), passage.id.clone());
        let checked = Signal::derive(move || copying.released.with(|released| released.contains(&id)));
        let set = Callback::new(move |on: bool| {
            copying.released.update(|released| {
                released.retain(|one| *one != other);
                if on {
                    released.push(other.clone());
                }
            });
        });
        let target = format!("kopie-{}", passage.id.replace('.', "-"));
        view! { <Checkbox id=target label=passage.name hint=passage.text checked=Bound::new(checked, set)/> }
    };
    view! {
        <fieldset class="field choices">
            <legend class="utrecht-form-label">"Wat mag mee?"</legend>
            <div class="rows">{choice.into_iter().map(line).collect_view()}</div>
        </fieldset>
    }
}
