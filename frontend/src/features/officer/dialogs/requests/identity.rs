use super::{
    super::{super::dossier::Dossier, fields::DayField, form::ActForm, frame::ActDialog, today::today},
    which::{Which, only, requests},
};
use leptos::prelude::*;
use shared::case::{Act, ActKind, act::draft::IdentifiedDraft, rights::RequestState};

/// It was established who asks, after the request came in.
#[component]
pub fn IdentityDialog() -> impl IntoView {
    let unknown = |state: &RequestState| state.is_open() && !state.is_identified();
    let open = requests(Dossier::here(), unknown);
    let begin = IdentifiedDraft { request: only(&open), day: today().to_string() };
    let form = ActForm::new(ActKind::ConfirmIdentity, begin);
    view! {
        <ActDialog form=form make=Act::ConfirmIdentity>
            <Which of=form.fields part=IdentifiedDraft::request() all=open/>
            <DayField of=form.fields part=IdentifiedDraft::day()/>
        </ActDialog>
    }
}
