use super::{
    fields::{Area, Line, Pick},
    form::ActForm,
    frame::ActDialog,
    today::today,
};
use crate::{
    browser,
    ui::{ChoiceLook, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::{
        Act, ActKind,
        act::draft::{AttemptDraft, ContactDraft},
        notes::{Means, Way},
    },
    moment::Moment,
};

/// The initial value of the field for the moment: now. If the device's day differs from the server's, the start of the
/// server's day.
fn now() -> String {
    let (now, today) = (browser::now(), today());
    if now.day() == today { now.on_clock() } else { Moment::start_of(today).on_clock() }
}

/// The melder was not reached.
#[component]
pub fn AttemptDialog() -> impl IntoView {
    let begin = AttemptDraft { way: Some(Way::Phone), happened: Some(now()), ..AttemptDraft::default() };
    let form = ActForm::new(ActKind::RecordAttempt, begin);
    view! {
        <ActDialog form=form make=Act::RecordAttempt>
            <Pick of=form.fields part=AttemptDraft::way() legend="Hoe probeerde je het?" all=Way::ALL/>
            <Line of=form.fields part=AttemptDraft::happened() label="Wanneer?" kind=TextKind::Moment/>
            <Line of=form.fields part=AttemptDraft::note() label="Wat gebeurde er?" optional=true
                hint="Bijvoorbeeld: voicemail ingesproken, zonder reden te noemen"/>
        </ActDialog>
    }
}

/// A letter is no contact.
pub const SPOKEN: &[Means] = &[Means::Phone, Means::InPerson, Means::Video];

/// The melder was spoken to after all: the form may be filled in long since, so this is one question.
#[component]
pub fn LateContactDialog() -> impl IntoView {
    let begin = ContactDraft { means: Some(Means::Phone), happened: Some(now()), ..ContactDraft::default() };
    let form = ActForm::new(ActKind::RecordLateContact, begin);
    view! {
        <ActDialog form=form make=Act::RecordLateContact>
            <Pick of=form.fields part=ContactDraft::means() legend="Hoe sprak je de melder?" all=SPOKEN
                look=ChoiceLook::Segments/>
            <Line of=form.fields part=ContactDraft::happened() label="Wanneer?" kind=TextKind::Moment/>
            <Area of=form.fields part=ContactDraft::summary() label="Wat bespraken jullie?" rows=6 optional=true
                hint="Ook: wat spraken jullie af, en wie doet wat?"/>
        </ActDialog>
    }
}
