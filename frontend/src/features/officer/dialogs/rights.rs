//! Acts outside the route: retention, restriction, correction, and the rights of the people a case is about.
use super::{
    fields::{Area, DayField, Line, Pick},
    form::ActForm,
    frame::ActDialog,
    today::today,
};
use crate::ui::ChoiceLook;
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    case::{
        Act, ActKind,
        act::draft::{CorrectionDraft, DeferralDraft, InformedDraft, RequestDraft, TakenOverDraft},
        notes::rights::{AtRequestOf, Ground, Part, Right, Told},
    },
};

/// Something is wrong and should be otherwise.
#[component]
pub fn CorrectionDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::Correct, CorrectionDraft::default());
    let of = form.fields;
    view! {
        <ActDialog form=form make=Act::Correct>
            <Pick of=of part=CorrectionDraft::part() legend="Waar gaat het over?" all=Part::ALL/>
            <Area of=of part=CorrectionDraft::wrong() label="Wat klopt niet?" rows=3/>
            <Area of=of part=CorrectionDraft::right() label="Wat moet het zijn?" rows=3/>
            <Pick of=of part=CorrectionDraft::at_request_of() legend="Wie vroeg erom?" all=AtRequestOf::ALL/>
        </ActDialog>
    }
}

/// A data subject's request came in.
#[component]
pub fn RequestDialog() -> impl IntoView {
    let form = ActForm::new(
        ActKind::ReceiveRequest,
        RequestDraft { received: today().to_string(), ..RequestDraft::default() },
    );
    let of = form.fields;
    view! {
        <ActDialog form=form make=Act::ReceiveRequest>
            <Pick of=of part=RequestDraft::right() legend="Wat vraagt de persoon?" all=Right::ALL/>
            <DayField of=of part=RequestDraft::received() label="Wanneer kwam het binnen?"/>
            <Pick of=of part=RequestDraft::identified() legend="Is vastgesteld wie het vraagt?" all=YesNo::ALL
                look=ChoiceLook::Segments/>
        </ActDialog>
    }
}

/// The data subject was informed.
#[component]
pub fn InformedDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::Inform, InformedDraft { day: today().to_string(), ..InformedDraft::default() });
    view! {
        <ActDialog form=form make=Act::Inform>
            <Pick of=form.fields part=InformedDraft::how() legend="Hoe?" all=Told::ALL/>
            <DayField of=form.fields part=InformedDraft::day()/>
        </ActDialog>
    }
}

/// Telling is put off.
#[component]
pub fn DeferralDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::DeferInforming, DeferralDraft::default());
    view! {
        <ActDialog form=form make=Act::DeferInforming>
            <Pick of=form.fields part=DeferralDraft::ground() legend="Op welke grond?" all=Ground::ALL/>
            <Area of=form.fields part=DeferralDraft::reason() label="Waarom?" rows=4/>
            <DayField of=form.fields part=DeferralDraft::review() label="Wanneer bekijk je dit opnieuw?"/>
        </ActDialog>
    }
}

/// Another system keeps it from now on.
#[component]
pub fn TakenOverDialog() -> impl IntoView {
    let form =
        ActForm::new(ActKind::TakeOver, TakenOverDraft { day: today().to_string(), ..TakenOverDraft::default() });
    view! {
        <ActDialog form=form make=Act::TakeOver>
            <Line of=form.fields part=TakenOverDraft::system() label="Welk systeem?"/>
            <DayField of=form.fields part=TakenOverDraft::day() label="Wanneer bevestigde dat systeem het?"/>
        </ActDialog>
    }
}
