use super::{
    super::{
        super::dossier::Dossier,
        fields::{Area, DayField, Pick},
        form::ActForm,
        frame::ActDialog,
    },
    which::{Which, only, requests},
};
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    act::draft::AdviceDraft,
    notes::rights::{Ground, Verdict},
    rights::RequestState,
};

/// The AF's advice on a request; the FG has to agree.
#[component]
pub fn AdviceDialog() -> impl IntoView {
    let open = requests(Dossier::here(), RequestState::is_open);
    let begin = AdviceDraft { request: only(&open), ..AdviceDraft::default() };
    let form = ActForm::new(ActKind::AdviseRequest, begin);
    let of = form.fields;
    let deferred = Memo::new(move |_| of.with(|draft| draft.verdict == Some(Verdict::Defer)));
    view! {
        <ActDialog form=form make=Act::AdviseRequest>
            <Which of=of part=AdviceDraft::request() all=open/>
            <Pick of=of part=AdviceDraft::verdict() legend="Wat adviseer je?" all=Verdict::ALL/>
            <Pick of=of part=AdviceDraft::ground() legend="Op welke grond?" all=Ground::ALL/>
            <Area of=of part=AdviceDraft::reason() label="Waarom?" rows=4/>
            <Show when=move || deferred.get()>
                <DayField of=of part=AdviceDraft::until() label="Tot wanneer?"/>
            </Show>
        </ActDialog>
    }
}
