use super::{
    super::{
        dossier::{Dossier, story},
        parts::SelectOption,
    },
    fields::{DayField, PickFrom},
    form::ActForm,
    frame::ActDialog,
    today::today,
};
use crate::messages::Words;
use leptos::prelude::*;
use shared::case::{Act, ActKind, act::draft::ConfirmationDraft, notes::ReferralTarget};

/// A receiver confirmed.
#[component]
pub fn ConfirmReferralDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let draft = ConfirmationDraft { day: today().to_string(), ..ConfirmationDraft::default() };
    let form = ActForm::new(ActKind::ConfirmReferral, draft);
    let options = Signal::derive(move || {
        let open = dossier.detail.with(|detail| detail.as_ref().map(|detail| story(detail).unconfirmed()));
        let option =
            |(at, to): (usize, ReferralTarget)| SelectOption { value: at.to_string(), label: to.words().into() };
        open.unwrap_or_default().into_iter().map(option).collect::<Vec<_>>()
    });
    view! {
        <ActDialog form=form make=Act::ConfirmReferral>
            <PickFrom of=form.fields part=ConfirmationDraft::referral() label="Wie bevestigde de ontvangst?" options=options/>
            <DayField of=form.fields part=ConfirmationDraft::day()/>
        </ActDialog>
    }
}
