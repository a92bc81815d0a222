//! Feedback to the melder: the same questions as an act of its own and when closing early.
use super::{
    fields::{Area, DayField, Pick},
    form::ActForm,
    frame::ActDialog,
    group::Group,
    today::today,
};
use crate::ui::{Button, ButtonLook, ChoiceLook};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{EarlyEndDraft, FeedbackDraft, FeedbackField},
    notes::{EarlyReason, Means},
};

/// Standard texts for the melder, the safest first [domain §3, step 4]. Never who received it.
const STANDARD: [&str; 3] = [
    "We hebben je melding besproken. Meer mogen we niet altijd vertellen. Dat zegt niets over je melding.",
    "We hebben je melding besproken. We gaan ermee verder. Zie of hoor je nog iets? Laat het ons weten.",
    "We hebben je melding besproken. Er zijn nu te weinig aanwijzingen om iets te doen. Je melding was toch goed. Zie je weer iets? Meld het opnieuw.",
];

fn untold() -> FeedbackDraft {
    FeedbackDraft { day: today().to_string(), ..FeedbackDraft::default() }
}

/// The melder got feedback.
#[component]
pub fn FeedbackDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::GiveFeedback, untold());
    view! { <ActDialog form=form make=Act::GiveFeedback>{told(form.fields)}</ActDialog> }
}

/// Closing before the decision.
#[component]
pub fn EarlyDialog() -> impl IntoView {
    let draft = EarlyEndDraft { feedback: untold(), ..EarlyEndDraft::default() };
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
    let standard = STANDARD.map(|text| {
        let press = Callback::new(move |()| of.update(|draft| draft.text = text.into()));
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
        <DayField of=of part=FeedbackDraft::day()/>
    }
}
