use super::{
    super::{parts::Form, send_form::SendForm},
    store::Settings,
    words::{checked, failure},
};
use crate::ui::{FieldError, TextField, TextKind};
use leptos::prelude::*;
use shared::{
    profile::{Backup, Contact},
    settings::{Part, Phones},
};

/// A number as typed: the three fields of a [`Group`].
type Typed = [String; 3];

/// The numbers as typed, in the order of [`GROUPS`].
type Draft = [Typed; 4];

/// A number on screen: its legend, its id, and label and id of each field.
type Group = (&'static str, &'static str, [(&'static str, &'static str); 3]);

const PERSON: [(&str, &str); 3] = [("Naam", "naam"), ("Nummer", "nummer"), ("Wanneer", "wanneer")];
const BACKUP: [(&str, &str); 3] = [("Functie, geen naam", "functie"), ("Nummer", "nummer"), ("E-mailadres", "email")];
const GROUPS: [Group; 4] = [
    ("KMT, het kenniscentrum mensenhandel", "kmt", PERSON),
    ("Vertrouwenspersoon", "vertrouwenspersoon", PERSON),
    ("Aandachtsfunctionarissen samen (leeg: KMT)", "aandachtsfunctionarissen", PERSON),
    ("Achterwacht (leeg: geen)", "achterwacht", BACKUP),
];

fn typed(phones: Phones) -> Draft {
    let contact = |one: Contact| [one.name, one.number, one.when.unwrap_or_default()];
    let officers = phones.officers.map(|one| contact(*one)).unwrap_or_default();
    let backup = phones.backup.map(|one| [one.function, one.number, one.email]).unwrap_or_default();
    [contact(phones.kmt), contact(phones.confidant), officers, backup]
}

fn phones(draft: &Draft) -> Phones {
    let [kmt, confidant, officers, backup] =
        draft.each_ref().map(|one| one.each_ref().map(|text| text.trim().to_owned()));
    let filled = |typed: &Typed| typed.iter().any(|text| !text.is_empty());
    let contact = |[name, number, when]: Typed| {
        let when = Some(when).filter(|when| !when.is_empty());
        Contact { name, number, when }
    };
    let officers = Some(officers).filter(filled).map(contact).map(Box::new);
    let backup = Some(backup).filter(filled).map(|[function, number, email]| Backup { function, number, email });
    Phones { kmt: contact(kmt), confidant: contact(confidant), officers, backup }
}

fn build(draft: &Draft) -> Result<Part, Vec<FieldError>> {
    checked(Part::Phones(Some(phones(draft))), "telefoon")
}

/// The numbers that can be changed.
#[component]
pub fn PhonesForm(phones: Phones) -> impl IntoView {
    let settings = Settings::here();
    let form = Form::new("telefoon", typed(phones), build);
    let groups = GROUPS.into_iter().enumerate().map(move |(at, one)| group(form, at, one));
    view! {
        <p class="soft">"112, Veilig Thuis en de politie staan hier niet: die nummers zijn vast."</p>
        <SendForm form=form request=settings.changing label="Telefoonnummers" button="Vraag deze nummers aan"
            words=failure
            send=move |part| settings.change(part)>
            {groups.collect_view()}
            {preview(form)}
            <p class="soft">"Een verkeerd nummer is gevaarlijk. Daarom bevestigt een aandachtsfunctionaris of de FG het."</p>
        </SendForm>
    }
}

fn group(form: Form<Draft, Part>, at: usize, (legend, who, fields): Group) -> impl IntoView {
    let field = move |(n, (label, id)): (usize, (&'static str, &'static str))| {
        let name = format!("{who}-{id}");
        let read = Signal::derive(move || {
            form.draft.with(|draft| draft.get(at).and_then(|one| one.get(n)).cloned().unwrap_or_default())
        });
        let write = Callback::new(move |text: String| {
            form.draft.update(|draft| {
                draft.get_mut(at).and_then(|one| one.get_mut(n)).into_iter().for_each(|it| *it = text.clone())
            });
        });
        let kind = match id {
            "nummer" => TextKind::Phone,
            "email" => TextKind::Email,
            _other => TextKind::Text,
        };
        view! {
            <TextField id=form.id(&name) label=label kind=kind optional={label == "Wanneer"} note=form.note(&name)
                value=crate::ui::Bound::new(read, write)/>
        }
    };
    view! {
        <fieldset class="stack">
            <legend><b>{legend}</b></legend>
            {fields.into_iter().enumerate().map(field).collect_view()}
        </fieldset>
    }
}

/// The sentences in which a melder meets these numbers.
fn preview(form: Form<Draft, Part>) -> impl IntoView {
    let phones = Memo::new(move |_| form.draft.with(phones));
    let kmt = move || {
        let one = phones.get().kmt;
        format!("Werk je niet bij de gemeente? Meld bij {} of bel {}.", one.name, one.number)
    };
    let confidant = move || {
        let one = phones.get().confidant;
        let when = one.when.map(|when| format!(" ({})", when.to_lowercase())).unwrap_or_default();
        format!("Gaat het over een collega? {}: {}{when}", one.name, one.number)
    };
    let ours = move || {
        let phones = phones.get();
        let one = phones.officers.map_or(phones.kmt, |one| *one);
        format!("Niet gebeld? Je mag zelf bellen: {}, {}.", one.name, one.number)
    };
    view! {
        <div class="notice" role="group" aria-label="Zo ziet de melder het">
            <p><b>"Zo ziet de melder het"</b></p>
            <p>{kmt}</p>
            <p>{confidant}</p>
            <p>{ours}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_checked_at_their_fields_and_an_empty_one_is_none() {
        let contact = |number: &str| ["Verzonnen dienst".to_owned(), number.to_owned(), String::new()];
        let none = Typed::default;
        let id = |draft: &Draft| build(draft).unwrap_err()[0].id.clone();
        let [kmt, confidant, ours] = ["074-000 00 10", " 074-000 01 07 ", "074-000 01 20"].map(contact);
        assert_eq!(id(&[kmt.clone(), contact("bel maar"), none(), none()]), "telefoon-vertrouwenspersoon-nummer");
        let nameless = [String::new(), ours[1].clone(), String::new()];
        let half = [kmt.clone(), confidant.clone(), nameless, none()];
        assert_eq!(id(&half), "telefoon-aandachtsfunctionarissen-naam");
        let without = phones(&[kmt.clone(), confidant.clone(), none(), none()]);
        assert!(without.officers.is_none() && without.backup.is_none() && without.confidant.number == "074-000 01 07");
        let whole = [kmt, contact("074-000 01 07"), ours, none()];
        assert_eq!(typed(phones(&whole)), whole);
    }
}
