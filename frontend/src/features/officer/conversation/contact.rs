use super::by::By;
use crate::{
    features::officer::dialogs::{ActFields, ActForm, Acting, Area, Line, Pick, SPOKEN},
    ui::{ChoiceLook, TextKind},
};
use leptos::prelude::*;
use shared::case::{
    act::draft::{ContactDraft, ContactField},
    conversation::ConversationField,
};

/// The conversation itself: how, when, and what does not belong on the form.
#[component]
pub fn ContactFields(form: ActForm<ContactDraft>, acting: Acting) -> impl IntoView {
    view! {
        <ActFields acting=acting errors=form.errors() tried=form.tried>
            <Pick of=form.fields part=ContactDraft::means() legend="Hoe sprak je de melder?" all=SPOKEN
                look=ChoiceLook::Segments/>
            <Line of=form.fields part=ContactDraft::happened() label="Wanneer?" kind=TextKind::Moment optional=true
                hint="Laat leeg als het nu is"/>
            <Area of=form.fields part=ContactDraft::summary() label="Wat bespraken jullie?" rows=3 optional=true
                hint="Wat niet op het formulier past, en wat jullie afspraken"/>
            <By field=ConversationField::Contact(ContactField::Summary)/>
        </ActFields>
    }
}
