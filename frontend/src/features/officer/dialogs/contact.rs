use super::{fields::Line, form::ActForm, frame::ActDialog, today::today};
use crate::{browser, ui::TextKind};
use leptos::prelude::*;
use shared::{
    case::{Act, ActKind, act::draft::AttemptDraft},
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
    let form = ActForm::new(ActKind::RecordAttempt, AttemptDraft { happened: Some(now()), ..AttemptDraft::default() });
    view! {
        <ActDialog form=form make=Act::RecordAttempt>
            <Line of=form.fields part=AttemptDraft::happened() label="Wanneer?" kind=TextKind::Moment/>
            <Line of=form.fields part=AttemptDraft::note() label="Wat gebeurde er?" optional=true
                hint="Bijvoorbeeld: voicemail ingesproken, zonder reden te noemen"/>
        </ActDialog>
    }
}
