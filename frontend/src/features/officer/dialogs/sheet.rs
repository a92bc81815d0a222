use super::{
    super::dossier::{Dossier, story},
    fields::{Area, Line, Pick},
    form::ActForm,
    frame::ActDialog,
    group::Group,
    several::Several,
};
use crate::{
    messages::Words,
    ui::{Bound, Checkbox, ChoiceLook, FieldFrame, described_by},
};
use leptos::prelude::*;
use shared::{
    answer::Known,
    case::{
        Act, ActKind,
        act::draft::{Part, PersonDraft, SheetDraft, SheetField},
        notes::{AgeGroup, PersonRole},
    },
};

/// A (new) version of the meldingsformulier, which starts from the latest one.
#[component]
pub fn SheetDialog() -> impl IntoView {
    let latest = Dossier::here().detail.with_untracked(|detail| detail.as_ref().and_then(|detail| story(detail).form));
    let form = ActForm::new(ActKind::SaveForm, latest.as_ref().map(SheetDraft::from).unwrap_or_default());
    let fields = form.fields;
    view! {
        <ActDialog form=form make=Act::SaveForm wide=true>
            <h3>"Wie zijn erbij betrokken?"</h3>
            <Several of=fields part=SheetDraft::persons() name="Persoon" empty=PersonDraft::default() fields=person/>
            <h3>"Veiligheid"</h3>
            <Area of=fields part=SheetDraft::safety() label="Hoe veilig is het nu?" rows=3/>
            <Pick of=fields part=SheetDraft::children() legend="Zijn er kinderen in huis?" all=Known::ALL
                look=ChoiceLook::Segments/>
            {maybe(fields, SheetDraft::control(), "Hoe wordt iemand gedwongen of tegengehouden?")}
            <h3>"Wat weten jullie nog meer?"</h3>
            {maybe(fields, SheetDraft::place(), "Plek of bedrijf")}
            {maybe(fields, SheetDraft::vehicles(), "Voertuigen")}
            {maybe(fields, SheetDraft::phones(), "Telefoonnummers")}
            <h3>"De persoon zelf en de melder"</h3>
            <Pick of=fields part=SheetDraft::knows() legend="Weet de persoon van de melding?" all=Known::ALL
                look=ChoiceLook::Segments/>
            {maybe(fields, SheetDraft::wishes(), "Wat wil de persoon zelf?")}
            {maybe(fields, SheetDraft::reporter_does(), "Wat doet de melder?")}
        </ActDialog>
    }
}

fn maybe(
    of: Group<SheetDraft>,
    part: Part<SheetDraft, Option<String>, SheetField>,
    label: &'static str,
) -> impl IntoView {
    view! { <Area of=of part=part label=label rows=2 optional=true/> }
}

/// Somebody may have more than one.
fn roles(of: Group<PersonDraft>) -> impl IntoView {
    let part = PersonDraft::roles();
    let (id, note, value) = (of.id(part.field), of.note(part.field), of.bound(part));
    let one = |role: PersonRole| {
        let get = Signal::derive(move || value.with(|roles| roles.all().contains(&role)));
        let set = Callback::new(move |chosen| value.update(|roles| roles.choose(role, chosen)));
        view! { <Checkbox id=format!("{id}-{}", role as u8) label=role.words() checked=Bound::new(get, set)/> }
    };
    let boxes = PersonRole::ALL.iter().copied().map(one).collect_view();
    let (fieldset, of_fieldset) = (id.clone(), id.clone());
    let described = move || described_by(&of_fieldset, true, note);
    view! {
        <fieldset
            class="field choices" id=fieldset aria-describedby=described
            class:invalid=move || note.error.get().is_some()
        >
            <legend class="utrecht-form-label">"Rol"</legend>
            <FieldFrame id=id hint=Some("Je mag meer kiezen. Wie iets strafbaars doet, kan daartoe gedwongen zijn.".into()) note=note>
                <div class="rows">{boxes}</div>
            </FieldFrame>
        </fieldset>
    }
}

/// The fields of one person.
fn person(of: Group<PersonDraft>) -> AnyView {
    view! {
        {roles(of)}
        <Pick of=of part=PersonDraft::age() legend="Leeftijd" all=AgeGroup::ALL/>
        <Line of=of part=PersonDraft::description() label="Wie is het, of hoe herken je de persoon?" optional=true/>
        <Line of=of part=PersonDraft::languages() label="Talen" optional=true/>
        <Pick of=of part=PersonDraft::interpreter() legend="Is een tolk nodig?" all=Known::ALL look=ChoiceLook::Segments/>
        <Line of=of part=PersonDraft::vulnerability() label="Wat maakt deze persoon kwetsbaar?" optional=true/>
    }
    .into_any()
}
