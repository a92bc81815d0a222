use super::{
    super::{
        super::{dossier::Dossier, session::Session},
        fields::{Area, DayField},
        form::ActForm,
        frame::ActDialog,
    },
    there::{Asked, note_of_meeting, people},
};
use leptos::prelude::*;
use shared::case::{Act, ActKind, act::draft::MeetingNoteDraft};

/// What was said in a werkoverleg that decided nothing about the case.
#[component]
pub fn MeetingNoteDialog() -> impl IntoView {
    let (detail, me) = (Dossier::here().detail.get_untracked(), Session::here().account());
    let begin = detail.map(|detail| note_of_meeting(&detail, me.as_ref())).unwrap_or_default();
    let form = ActForm::new(ActKind::NoteMeeting, begin);
    let of = form.fields;
    view! {
        <ActDialog form=form make=Act::NoteMeeting>
            <DayField of=of part=MeetingNoteDraft::held() label="Wanneer was het werkoverleg?"/>
            {people(Asked::of(of, MeetingNoteDraft::present()), Asked::of(of, MeetingNoteDraft::others()))}
            <Area of=of part=MeetingNoteDraft::said() label="Wat is er besproken?" rows=3/>
            <Area of=of part=MeetingNoteDraft::to_do() label="Wat moet er gebeuren?" rows=2 optional=true/>
            <DayField of=of part=MeetingNoteDraft::again() label="Wanneer komen jullie erop terug?"/>
        </ActDialog>
    }
}
