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

/// A contact as typed: name, number, when. Of the achterwacht: function, number, address.
type Typed = [String; 3];

/// The numbers as typed.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    kmt: Typed,
    confidant: Typed,
    officers: Typed,
    backup: Typed,
}

impl Draft {
    fn of(phones: Phones) -> Self {
        let contact = |one: Contact| [one.name, one.number, one.when.unwrap_or_default()];
        let backup = phones.backup.map(|one| [one.function, one.number, one.email]);
        Self {
            kmt: contact(phones.kmt),
            confidant: contact(phones.confidant),
            officers: phones.officers.map(contact).unwrap_or_default(),
            backup: backup.unwrap_or_default(),
        }
    }

    fn phones(&self) -> Phones {
        let [function, number, email] = trimmed(&self.backup);
        let is_empty = function.is_empty() && number.is_empty() && email.is_empty();
        let backup = (!is_empty).then_some(Backup { function, number, email });
        let officers = contact(&self.officers);
        let officers =
            (officers != Contact { name: String::new(), number: String::new(), when: None }).then_some(officers);
        Phones { kmt: contact(&self.kmt), confidant: contact(&self.confidant), officers, backup }
    }

    fn build(&self) -> Result<Part, Vec<FieldError>> {
        checked(Part::Phones(Some(self.phones())), "telefoon")
    }
}

fn trimmed(typed: &Typed) -> Typed {
    typed.each_ref().map(|text| text.trim().to_owned())
}

fn contact(typed: &Typed) -> Contact {
    let [name, number, when] = trimmed(typed);
    Contact { name, number, when: Some(when).filter(|when| !when.is_empty()) }
}

/// A place in the draft.
#[derive(Clone, Copy)]
struct At {
    read: fn(&Draft) -> &Typed,
    write: fn(&mut Draft) -> &mut Typed,
}

/// The numbers that can be changed.
#[component]
pub fn PhonesForm(phones: Phones) -> impl IntoView {
    let settings = Settings::here();
    let form = Form::new("telefoon", Draft::of(phones), Draft::build);
    let [kmt, confidant, officers, backup] = [
        At { read: |d| &d.kmt, write: |d| &mut d.kmt },
        At { read: |d| &d.confidant, write: |d| &mut d.confidant },
        At { read: |d| &d.officers, write: |d| &mut d.officers },
        At { read: |d| &d.backup, write: |d| &mut d.backup },
    ];
    let person = ["naam", "nummer", "wanneer"];
    view! {
        <p class="soft">"112, Veilig Thuis en de politie staan hier niet: die nummers zijn vast."</p>
        <SendForm form=form request=settings.changing label="Telefoonnummers" button="Vraag deze nummers aan"
            words=failure
            send=move |part| settings.change(part)>
            {group(form, kmt, "KMT, het kenniscentrum mensenhandel", ["Naam", "Nummer", "Wanneer"], "kmt", person)}
            {group(form, confidant, "Vertrouwenspersoon", ["Naam", "Nummer", "Wanneer"], "vertrouwenspersoon", person)}
            {group(form, officers, "Aandachtsfunctionarissen samen (leeg: KMT)", ["Naam", "Nummer", "Wanneer"],
                "aandachtsfunctionarissen", person)}
            {group(form, backup, "Achterwacht (leeg: geen)", ["Functie, geen naam", "Nummer", "E-mailadres"],
                "achterwacht", ["functie", "nummer", "email"])}
            {preview(form)}
            <p class="soft">"Een verkeerd nummer is gevaarlijk. Daarom bevestigt een aandachtsfunctionaris of de FG het."</p>
        </SendForm>
    }
}

fn group(
    form: Form<Draft, Part>,
    at: At,
    legend: &'static str,
    labels: [&'static str; 3],
    who: &'static str,
    fields: [&'static str; 3],
) -> impl IntoView {
    let field = move |n: usize| {
        let name = format!("{who}-{}", fields.get(n).copied().unwrap_or_default());
        let read = Signal::derive(move || form.draft.with(|draft| value(at, draft, n)));
        let write = Callback::new(move |text: String| {
            form.draft.update(|draft| {
                if let Some(place) = (at.write)(draft).get_mut(n) {
                    *place = text;
                }
            });
        });
        let kind = match fields.get(n).copied() {
            Some("nummer") => TextKind::Phone,
            Some("email") => TextKind::Email,
            Some(_) | None => TextKind::Text,
        };
        let label = labels.get(n).copied().unwrap_or_default();
        view! {
            <TextField id=form.id(&name) label=label kind=kind optional={label == "Wanneer"} note=form.note(&name)
                value=crate::ui::Bound::new(read, write)/>
        }
    };
    view! {
        <fieldset class="stack">
            <legend><b>{legend}</b></legend>
            {[0, 1, 2].map(field).collect_view()}
        </fieldset>
    }
}

fn value(at: At, draft: &Draft, n: usize) -> String {
    (at.read)(draft).get(n).cloned().unwrap_or_default()
}

/// The sentences in which a melder meets these numbers.
fn preview(form: Form<Draft, Part>) -> impl IntoView {
    let phones = Memo::new(move |_| form.draft.with(Draft::phones));
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
        let one = phones.officers.unwrap_or(phones.kmt);
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
    fn numbers_are_checked_at_their_fields_and_an_empty_achterwacht_is_none() {
        let contact = |number: &str| ["Verzonnen dienst".to_owned(), number.to_owned(), String::new()];
        let draft = Draft { kmt: contact("074-000 00 10"), confidant: contact("bel maar"), ..Draft::default() };
        assert_eq!(draft.build().unwrap_err()[0].id, "telefoon-vertrouwenspersoon-nummer");
        let draft = Draft { confidant: contact(" 074-000 01 07 "), ..draft };
        let Ok(Part::Phones(Some(phones))) = draft.build() else { panic!("in order") };
        assert!(phones.backup.is_none() && phones.confidant.number == "074-000 01 07");
        assert!(phones.officers.is_none() && Draft::of(phones).backup.iter().all(String::is_empty));
        let draft = Draft { officers: contact("074-000 01 20"), ..draft };
        let Ok(Part::Phones(Some(phones))) = draft.build() else { panic!("in order") };
        assert_eq!(phones.officers.as_ref().map(|one| one.number.as_str()), Some("074-000 01 20"));
        assert!(Draft::of(phones) == Draft { confidant: contact("074-000 01 07"), ..draft });
        let half = Draft { officers: [String::new(), "074-000 01 20".into(), String::new()], ..Draft::default() };
        assert!(half.build().unwrap_err().iter().any(|error| error.id == "telefoon-aandachtsfunctionarissen-naam"));
    }
}
