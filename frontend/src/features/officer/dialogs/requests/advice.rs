use super::{
    super::{
        super::dossier::Dossier,
        fields::{Area, DayField, Pick, PickFrom},
        form::ActForm,
        frame::ActDialog,
    },
    which::{Which, only, requests},
    who::persons,
};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::AdviceDraft,
    notes::rights::{Ground, Right, Verdict},
    rights::RequestState,
};

const WHO: &str = "Wie vraagt de inzage? (kies niets als die persoon niet op het formulier staat)";

/// The AF's advice on a request; the FG has to agree.
#[component]
pub fn AdviceDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let open = requests(dossier, RequestState::is_open);
    let copies: Vec<usize> =
        requests(dossier, |state| state.request.right == Right::Access).into_iter().map(|(at, _)| at).collect();
    let persons = persons(dossier);
    let begin = AdviceDraft { request: only(&open), ..AdviceDraft::default() };
    let form = ActForm::new(ActKind::AdviseRequest, begin);
    let of = form.fields;
    let deferred = Memo::new(move |_| of.with(|draft| draft.verdict == Some(Verdict::Defer)));
    // a copy is for the person whom the advice names
    let gives_copy = Memo::new(move |_| {
        of.with(|draft| draft.verdict == Some(Verdict::Give) && draft.request.is_some_and(|at| copies.contains(&at)))
    });
    view! {
        <ActDialog form=form make=Act::AdviseRequest>
            <Which of=of part=AdviceDraft::request() all=open/>
            <Pick of=of part=AdviceDraft::verdict() legend="Wat adviseer je?" all=Verdict::ALL/>
            <Pick of=of part=AdviceDraft::ground() legend="Op welke grond?" all=Ground::ALL/>
            <Show when=move || gives_copy.get()>
                <PickFrom of=of part=AdviceDraft::person() label=WHO options=persons.clone()/>
            </Show>
            <Area of=of part=AdviceDraft::reason() label="Waarom?" rows=4/>
            <Show when=move || deferred.get()>
                <DayField of=of part=AdviceDraft::until() label="Tot wanneer?"/>
            </Show>
        </ActDialog>
    }
}
