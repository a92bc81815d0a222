use super::{
    fields::{Area, Line, Pick},
    form::ActForm,
    frame::ActDialog,
};
use crate::ui::ChoiceLook;
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{AttemptDraft, ContactDraft},
    notes::Means,
};

/// The melder was not reached.
#[component]
pub fn AttemptDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::RecordAttempt, AttemptDraft::default());
    view! {
        <ActDialog form=form make=Act::RecordAttempt>
            <Line of=form.fields part=AttemptDraft::note() label="Wat gebeurde er?" optional=true
                hint="Bijvoorbeeld: voicemail ingesproken, zonder reden te noemen"/>
        </ActDialog>
    }
}

/// The melder was spoken to.
#[component]
pub fn ContactDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::RecordContact, ContactDraft::default());
    view! {
        <ActDialog form=form make=Act::RecordContact>
            <Pick of=form.fields part=ContactDraft::means() legend="Hoe sprak je de melder?" all=Means::ALL
                look=ChoiceLook::Segments/>
            <Area of=form.fields part=ContactDraft::summary() label="Wat bespraken jullie?" rows=6
                hint="Ook: wat spraken jullie af, en wie doet wat?"/>
        </ActDialog>
    }
}
