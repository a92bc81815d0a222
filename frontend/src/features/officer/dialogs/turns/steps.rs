use super::super::{
    fields::{Area, DayField, Line, Pick},
    form::ActForm,
    frame::ActDialog,
    without::{NO_REPORTER, without_reporter},
    words::ReasonDialog,
};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::{EarlyUntoldDraft, GoingBackDraft, JoinDraft, NoContactDraft},
    notes::{EarlyReason, NoContactReason},
};

/// Closing early untold, joining, or being on its own again.
pub fn dialog(kind: ActKind) -> AnyView {
    if kind == ActKind::CloseUntold {
        view! { <UntoldDialog/> }.into_any()
    } else if kind == ActKind::Join {
        view! { <JoinDialog/> }.into_any()
    } else {
        let label = "Waarom gaat deze melding weer zelf verder?";
        view! { <ReasonDialog kind=kind make=Act::Unjoin label=label/> }.into_any()
    }
}

/// The route goes on without contact.
#[component]
pub fn NoContactDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::ProposeNoContact, NoContactDraft::default());
    view! {
        <ActDialog form=form make=Act::ProposeNoContact>
            <Pick of=form.fields part=NoContactDraft::reason() legend="Waarom is er geen contact?"
                all=NoContactReason::GIVEN/>
            <Area of=form.fields part=NoContactDraft::words() label="Toelichting" rows=3
                hint="Wat deed je om de melder te bereiken?"/>
        </ActDialog>
    }
}

/// Back to the investigation.
#[component]
pub fn BackDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::BackToInvestigation, GoingBackDraft::default());
    view! {
        <ActDialog form=form make=Act::BackToInvestigation>
            <Area of=form.fields part=GoingBackDraft::reason() label="Wat moet er nog uitgezocht worden?" rows=3/>
            <DayField of=form.fields part=GoingBackDraft::until() label="Nieuwe einddatum"
                hint="Nodig als de afgesproken einddatum voorbij is"/>
        </ActDialog>
    }
}

/// Nobody is asked about a melder who is not there.
fn reason(nobody: bool) -> String {
    if nobody { NO_REPORTER.into() } else { String::new() }
}

/// Closing early, without telling the melder.
#[component]
fn UntoldDialog() -> impl IntoView {
    let nobody = without_reporter();
    let form = ActForm::new(
        ActKind::CloseUntold,
        EarlyUntoldDraft { why_untold: reason(nobody), ..EarlyUntoldDraft::default() },
    );
    view! {
        <ActDialog form=form make=Act::CloseUntold>
            <Pick of=form.fields part=EarlyUntoldDraft::reason() legend="Waarom gaat het dossier nu al dicht?"
                all=EarlyReason::ALL/>
            <Area of=form.fields part=EarlyUntoldDraft::explanation() label="Toelichting" rows=3/>
            <Show when=move || !nobody fallback=|| view! { <p>{NO_REPORTER}"."</p> }>
                <Area of=form.fields part=EarlyUntoldDraft::why_untold() label="Waarom vertel je het de melder niet?"
                    rows=3 hint="Bijvoorbeeld: de melder is weg, of politie of OM vroeg erom"/>
            </Show>
        </ActDialog>
    }
}

/// Under which case a report goes on, and why.
#[component]
fn JoinDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::Join, JoinDraft::default());
    view! {
        <ActDialog form=form make=Act::Join>
            <Line of=form.fields part=JoinDraft::lead() label="Nummer van het hoofddossier"
                hint="Zo staat het boven dat dossier, zoals 2026-017"/>
            <Area of=form.fields part=JoinDraft::reason() label="Waarom horen ze bij elkaar?" rows=3/>
        </ActDialog>
    }
}
