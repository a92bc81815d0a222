use super::by::{By, ByPerson};
use crate::{
    features::officer::dialogs::{ActFields, ActForm, Acting, Area, Group, Line, Pick, Several, without_reporter},
    messages::Words,
    ui::{Bound, Checkbox, ChoiceLook, FieldFrame, described_by},
};
use leptos::prelude::*;
use shared::{
    answer::Known,
    case::{
        act::draft::{Part, PersonDraft, SheetDraft, SheetField},
        conversation::ConversationField,
        notes::{AgeGroup, PersonRole},
    },
};

/// The questions of the meldingsformulier, in parts that fold. A part with something wrong in it unfolds.
#[component]
pub fn SheetFields(form: ActForm<SheetDraft>, acting: Acting) -> impl IntoView {
    let (fields, nobody) = (form.fields, without_reporter());
    let last = if nobody { "De persoon zelf" } else { "De persoon zelf en de melder" };
    let by = |field: SheetField| view! { <By field=ConversationField::Form(field)/> };
    view! {
        <ActFields acting=acting errors=form.errors() tried=form.tried>
            <Fold form=form title="Wie zijn erbij betrokken?" of=|field| matches!(field, SheetField::Persons(_))>
                <Several of=fields part=SheetDraft::persons() name="Persoon" empty=PersonDraft::default() fields=person/>
            </Fold>
            <Fold form=form title="Veiligheid"
                of=|field| matches!(field, SheetField::Safety | SheetField::Children | SheetField::Control)>
                <Area of=fields part=SheetDraft::safety() label="Hoe veilig is het nu?" rows=3/>
                {by(SheetField::Safety)}
                <Pick of=fields part=SheetDraft::children() legend="Zijn er kinderen in huis?" all=Known::ALL
                    look=ChoiceLook::Segments/>
                {by(SheetField::Children)}
                {maybe(fields, SheetDraft::control(), "Hoe wordt iemand gedwongen of tegengehouden?")}
                {by(SheetField::Control)}
            </Fold>
            <Fold form=form title="Plek, voertuigen, telefoons"
                of=|field| matches!(field, SheetField::Place | SheetField::Vehicles | SheetField::Phones)>
                {maybe(fields, SheetDraft::place(), "Plek of bedrijf")}
                {by(SheetField::Place)}
                {maybe(fields, SheetDraft::vehicles(), "Voertuigen")}
                {by(SheetField::Vehicles)}
                {maybe(fields, SheetDraft::phones(), "Telefoonnummers")}
                {by(SheetField::Phones)}
            </Fold>
            <Fold form=form title=last
                of=|field| matches!(field, SheetField::Knows | SheetField::Wishes | SheetField::ReporterDoes)>
                <Pick of=fields part=SheetDraft::knows() legend="Weet de persoon van de melding?" all=Known::ALL
                    look=ChoiceLook::Segments/>
                {by(SheetField::Knows)}
                {maybe(fields, SheetDraft::wishes(), "Wat wil de persoon zelf?")}
                {by(SheetField::Wishes)}
                {(!nobody).then(|| view! {
                    {maybe(fields, SheetDraft::reporter_does(), "Wat doet de melder?")}
                    {by(SheetField::ReporterDoes)}
                })}
            </Fold>
        </ActFields>
    }
}

/// A part of the form: open at first, and again when it holds an error.
#[component]
fn Fold(
    form: ActForm<SheetDraft>,
    title: &'static str,
    /// Which fields are in it.
    of: fn(SheetField) -> bool,
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(true);
    let missing = Memo::new(move |_| form.missing().get().into_iter().filter(|field| of(*field)).count());
    Effect::new(move |_| {
        if form.tried.get() > 0 && missing.get_untracked() > 0 {
            open.set(true);
        }
    });
    let toggled = move |event: leptos::ev::Event| open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
    view! {
        <details class="card fold" prop:open=move || open.get() on:toggle=toggled>
            <summary>
                <h2>{title}</h2>
                <span class="soft">{move || still(missing.get())}</span>
            </summary>
            <div class="stack">{children()}</div>
        </details>
    }
}

fn still(missing: usize) -> String {
    match missing {
        0 => String::new(),
        1 => "nog 1 vraag".into(),
        more => format!("nog {more} vragen"),
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
    let described = described_by(of_fieldset.clone(), true, note);
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
    let number = Memo::new(move |_| of.with(|person| person.number));
    view! {
        <ByPerson number=number/>
        {roles(of)}
        <Pick of=of part=PersonDraft::age() legend="Leeftijd" all=AgeGroup::ALL/>
        <Line of=of part=PersonDraft::description() label="Wie is het, of hoe herken je de persoon?" optional=true/>
        <Line of=of part=PersonDraft::languages() label="Talen" optional=true/>
        <Pick of=of part=PersonDraft::interpreter() legend="Is een tolk nodig?" all=Known::ALL look=ChoiceLook::Segments/>
        <Line of=of part=PersonDraft::vulnerability() label="Wat maakt deze persoon kwetsbaar?" optional=true/>
    }
    .into_any()
}
