use super::{
    super::{
        case::{Dossier, story},
        parts::{Check, Form, Listed, Repeated},
    },
    frame::CommandDialog,
    person::{self, PersonDraft},
};
use crate::{
    messages::Words,
    ui::{Bound, ChoiceLook, Choices, FieldError, TextArea, picked},
};
use leptos::prelude::*;
use shared::{
    case::{Command, CommandKind, notes::FormSheet},
    report::Known,
    text::Prose,
};

#[derive(Clone, Default)]
struct Draft {
    persons: Vec<PersonDraft>,
    safety: String,
    children: Option<Known>,
    control: String,
    place: String,
    vehicles: String,
    phones: String,
    knows: Option<Known>,
    wishes: String,
    reporter_does: String,
}

impl Listed for Draft {
    type Item = PersonDraft;
    fn items(&self) -> &Vec<PersonDraft> {
        &self.persons
    }
    fn items_mut(&mut self) -> &mut Vec<PersonDraft> {
        &mut self.persons
    }
}

impl Draft {
    /// The latest version, to go on with.
    fn of(form: &FormSheet) -> Self {
        let typed = |text: &Option<Prose>| text.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
        Self {
            persons: (0..).zip(&form.persons).map(|(key, person)| PersonDraft::of(key, person)).collect(),
            safety: form.safety.as_str().to_owned(),
            children: Some(form.children),
            control: typed(&form.control),
            place: typed(&form.place),
            vehicles: typed(&form.vehicles),
            phones: typed(&form.phones),
            knows: Some(form.knows),
            wishes: typed(&form.wishes),
            reporter_does: typed(&form.reporter_does),
        }
    }

    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("formulier");
        let mut persons = Vec::new();
        for (at, person) in self.persons.iter().enumerate() {
            check.within(Some(format!("Persoon {}", at + 1)));
            persons.extend(person.build(&mut check));
        }
        check.within(None);
        let safety =
            check.prose("veiligheid", &self.safety, "Schrijf op hoe veilig het nu is. Weet je het niet? Schrijf dat.");
        let children = check.chosen("kinderen", self.children, "Kies of er kinderen in huis zijn.");
        let control = check.maybe_prose("dwang", &self.control);
        let place = check.maybe_prose("plek", &self.place);
        let vehicles = check.maybe_prose("voertuigen", &self.vehicles);
        let phones = check.maybe_prose("telefoons", &self.phones);
        let knows = check.chosen("weet", self.knows, "Kies of de persoon van de melding weet.");
        let wishes = check.maybe_prose("wens", &self.wishes);
        let reporter_does = check.maybe_prose("melder", &self.reporter_does);
        let built = (|| {
            let (safety, children, knows) = (safety?, children?, knows?);
            let facts = (control, place, vehicles, phones, wishes, reporter_does);
            let (control, place, vehicles, phones, wishes, reporter_does) = facts;
            Some(FormSheet {
                persons,
                safety,
                children,
                control,
                place,
                vehicles,
                phones,
                knows,
                wishes,
                reporter_does,
            })
        })();
        check.finish(built.map(Command::SaveForm))
    }
}

/// A (new) version of the meldingsformulier.
#[component]
pub fn FormDialog() -> impl IntoView {
    let latest = Dossier::here().detail.with_untracked(|detail| detail.as_ref().and_then(|detail| story(detail).form));
    let form = Form::new("formulier", latest.as_ref().map(Draft::of).unwrap_or_default(), Draft::build);
    view! {
        <CommandDialog kind=CommandKind::SaveForm form=form wide=true>
            <h3>"Wie zijn erbij betrokken?"</h3>
            <Repeated form=form name="Persoon" max=20 fields=person::fields/>
            <h3>"Veiligheid"</h3>
            <TextArea id=form.id("veiligheid") label="Hoe veilig is het nu?" rows=3 note=form.note("veiligheid")
                value=form.part(|d| d.safety.clone(), |d, v| d.safety = v)/>
            {known(form, "kinderen", "Zijn er kinderen in huis?", form.part(|d| d.children, |d, v| d.children = v))}
            {text(form, "dwang", "Hoe wordt iemand gedwongen of tegengehouden?", form.part(|d| d.control.clone(), |d, v| d.control = v))}
            <h3>"Wat weten jullie nog meer?"</h3>
            {text(form, "plek", "Plek of bedrijf", form.part(|d| d.place.clone(), |d, v| d.place = v))}
            {text(form, "voertuigen", "Voertuigen", form.part(|d| d.vehicles.clone(), |d, v| d.vehicles = v))}
            {text(form, "telefoons", "Telefoonnummers", form.part(|d| d.phones.clone(), |d, v| d.phones = v))}
            <h3>"De persoon zelf en de melder"</h3>
            {known(form, "weet", "Weet de persoon van de melding?", form.part(|d| d.knows, |d, v| d.knows = v))}
            {text(form, "wens", "Wat wil de persoon zelf?", form.part(|d| d.wishes.clone(), |d, v| d.wishes = v))}
            {text(form, "melder", "Wat doet de melder?", form.part(|d| d.reporter_does.clone(), |d, v| d.reporter_does = v))}
        </CommandDialog>
    }
}

fn text(form: Form<Draft, Command>, field: &'static str, label: &'static str, value: Bound<String>) -> impl IntoView {
    view! { <TextArea id=form.id(field) label=label rows=2 optional=true value=value note=form.note(field)/> }
}

fn known(
    form: Form<Draft, Command>,
    field: &'static str,
    legend: &'static str,
    value: Bound<Option<Known>>,
) -> impl IntoView {
    let options = Known::ALL.iter().map(|one| one.words().into()).collect();
    view! {
        <Choices id=form.id(field) legend=legend options=options look=ChoiceLook::Segments
            chosen=picked(Known::ALL, value) note=form.note(field)/>
    }
}

#[cfg(test)]
mod tests;
