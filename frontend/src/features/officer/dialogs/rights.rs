//! Acts outside the route: retention, restriction, correction, and the rights of the people a case is about.
use super::{
    super::dossier::Dossier,
    fields::{Area, DayField, Line, Pick},
    form::ActForm,
    frame::ActDialog,
    today::today,
};
use crate::{
    messages::{Words, day_with_year},
    ui::{Bound, Choice, ChoiceLook, Choices},
};
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    case::{
        Act, ActKind,
        act::draft::{
            AdviceDraft, AdviceField, CorrectionDraft, DeferralDraft, InformedDraft, RequestDraft, TakenOverDraft,
        },
        notes::rights::{AtRequestOf, Ground, Part, Right, Told, Verdict},
        rights::{RequestState, Rights},
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

/// The AF's advice on a request; the FG has to agree.
#[component]
pub fn AdviceDialog() -> impl IntoView {
    let open = open_requests(Dossier::here());
    let only = if let [(at, _)] = open.as_slice() { Some(*at) } else { None };
    let form = ActForm::new(ActKind::AdviseRequest, AdviceDraft { request: only, ..AdviceDraft::default() });
    let of = form.fields;
    let deferred = Memo::new(move |_| of.with(|draft| draft.verdict == Some(Verdict::Defer)));
    let (places, options): (Vec<usize>, Vec<Choice>) = open.into_iter().unzip();
    let (request, places) = (of.bound(AdviceDraft::request()), StoredValue::new(places));
    let place = move || request.get().and_then(|at| places.with_value(|all| all.iter().position(|one| *one == at)));
    let choose =
        move |place: Option<usize>| request.set(place.and_then(|at| places.with_value(|all| all.get(at).copied())));
    let chosen = Bound::new(Signal::derive(place), Callback::new(choose));
    let (id, note) = (of.id(AdviceField::Request), of.note(AdviceField::Request));
    view! {
        <ActDialog form=form make=Act::AdviseRequest>
            <Choices id=id legend="Welk verzoek?" options=options note=note chosen=chosen/>
            <Pick of=of part=AdviceDraft::verdict() legend="Wat adviseer je?" all=Verdict::ALL/>
            <Pick of=of part=AdviceDraft::ground() legend="Op welke grond?" all=Ground::ALL/>
            <Area of=of part=AdviceDraft::reason() label="Waarom?" rows=4/>
            <Show when=move || deferred.get()>
                <DayField of=of part=AdviceDraft::until() label="Tot wanneer?"/>
            </Show>
        </ActDialog>
    }
}

/// The requests that can be advised on: their places among all of them, and their names.
fn open_requests(dossier: Dossier) -> Vec<(usize, Choice)> {
    let rights = dossier.detail.with_untracked(|detail| {
        // the server applied these entries: they fit
        detail.as_ref().and_then(|detail| Rights::of(&detail.timeline).ok()).unwrap_or_default()
    });
    let name = |(at, state): (usize, &RequestState)| {
        let (right, day) = (state.request.right.words().to_lowercase(), day_with_year(state.request.received));
        (at, Choice { label: format!("Verzoek {}: {right} van {day}", at + 1), hint: None })
    };
    rights.requests().iter().enumerate().filter(|(_, state)| state.is_open()).map(name).collect()
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
