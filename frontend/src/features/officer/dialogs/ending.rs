//! Feedback to the melder: the same questions as an act of its own and when closing early.
use super::{
    super::session::Gemeente,
    begin::feedback,
    fields::{Area, DayField, Pick},
    form::ActForm,
    frame::ActDialog,
    group::Group,
};
use crate::ui::{Button, ButtonLook, ChoiceLook};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{EarlyEndDraft, FeedbackDraft, FeedbackField},
    notes::{EarlyReason, Means},
};

/// The melder got feedback.
#[component]
pub fn FeedbackDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::GiveFeedback, feedback());
    view! { <ActDialog form=form make=Act::GiveFeedback>{told(form.fields)}</ActDialog> }
}

/// Closing before the decision.
#[component]
pub fn EarlyDialog() -> impl IntoView {
    let draft = EarlyEndDraft { feedback: feedback(), ..EarlyEndDraft::default() };
    let form = ActForm::new(ActKind::CloseEarly, draft);
    let of = form.fields;
    view! {
        <ActDialog form=form make=Act::CloseEarly wide=true>
            <Pick of=of part=EarlyEndDraft::reason() legend="Waarom gaat het dossier nu al dicht?" all=EarlyReason::ALL/>
            <Area of=of part=EarlyEndDraft::explanation() label="Toelichting" rows=3/>
            <h3>"Terugkoppeling aan de melder"</h3>
            {told(of.inside(EarlyEndDraft::feedback()))}
        </ActDialog>
    }
}

/// How, what, when.
fn told(of: Group<FeedbackDraft>) -> impl IntoView {
    let texts = Gemeente::here().profile.texts.clone();
    let standard = texts.into_iter().map(|text| {
        let typed = text.clone();
        let press = Callback::new(move |()| of.update(|draft| draft.text = typed.clone()));
        view! { <li><Button look=ButtonLook::Subtle press=press>{text}</Button></li> }
    });
    let id = format!("{}-standaard", of.id(FeedbackField::Text));
    view! {
        <Pick of=of part=FeedbackDraft::means() legend="Hoe vertelde je het?" all=Means::ALL look=ChoiceLook::Segments/>
        <div>
            <p id=id.clone()><b>"Gebruik een standaardtekst"</b></p>
            <ul class="plain standard" aria-labelledby=id>{standard.collect_view()}</ul>
        </div>
        <Area of=of part=FeedbackDraft::text() label="Wat vertelde je de melder?"
            hint="Nooit wie iets ontvangt, en niets over andere mensen"/>
        <Area of=of part=FeedbackDraft::reporter() label="Wat de melder leest op Mijn melding" rows=3 optional=true
            hint="Geen namen. Wie de code heeft, kan dit lezen, ook als het dossier dicht is"/>
        <DayField of=of part=FeedbackDraft::day()/>
    }
}
