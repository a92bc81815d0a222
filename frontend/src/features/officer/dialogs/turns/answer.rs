//! Yes or no to a proposal, with the proposal itself; and taking back one's own.
use super::super::{
    super::{
        dossier::Dossier,
        parts::{Facts, SelectOption, name_of},
    },
    fields::{Area, PickFrom},
    form::ActForm,
    frame::{ActDialog, Frame},
};
use crate::{
    messages::{
        Words,
        officer::{Told, asked},
    },
    ui::{Bound, Choice, Choices},
};
use leptos::prelude::*;
use shared::{
    case::{Act, ActKind, Pending, act::draft::RejectionDraft},
    contract::CaseDetail,
    id::AccountId,
};

type Of = fn(&CaseDetail) -> &[Pending];

fn asked_of(detail: &CaseDetail) -> &[Pending] {
    &detail.asked
}

fn own(detail: &CaseDetail) -> &[Pending] {
    &detail.own
}

/// Agreeing to what somebody proposed, saying no, or taking back one's own.
pub fn answer(kind: ActKind) -> AnyView {
    if kind == ActKind::Agree {
        view! { <AgreeDialog/> }.into_any()
    } else if kind == ActKind::Decline {
        view! { <DeclineDialog/> }.into_any()
    } else {
        view! { <WithdrawDialog/> }.into_any()
    }
}

/// The acts of these proposals, as they are when the page is read again.
fn kinds(of: Of) -> Memo<Vec<ActKind>> {
    let dossier = Dossier::here();
    Memo::new(move |_| {
        let kind = |pending: &Pending| ActKind::proposing(&pending.proposal);
        let all = |detail: &CaseDetail| of(detail).iter().map(kind).collect();
        dossier.detail.with(|detail| detail.as_deref().map(all).unwrap_or_default())
    })
}

/// These proposals as they were made.
#[component]
fn Proposed(of: Of) -> impl IntoView {
    let dossier = Dossier::here();
    move || {
        let told = |detail: &CaseDetail| {
            let name = |id: &AccountId| name_of(&detail.officers, id);
            of(detail).iter().map(|pending| asked(pending, name)).collect::<Vec<Told>>()
        };
        let all = dossier.detail.with(|detail| detail.as_deref().map(told).unwrap_or_default());
        all.into_iter().map(|told| view! { <h3>{told.title}</h3><Facts facts=told.facts/> }).collect_view()
    }
}

/// Agreeing with a colleague's proposal; with which one, where more than one waits.
#[component]
fn AgreeDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let waiting = Memo::new(move |_| {
        dossier.detail.with(|detail| detail.as_ref().map(|detail| detail.proposals.clone()).unwrap_or_default())
    });
    let chosen = RwSignal::new(Some(0_usize));
    let take = Callback::new(move |()| {
        let named = chosen.get_untracked().and_then(|at| waiting.with_untracked(|waiting| waiting.get(at).copied()));
        Some(Act::Agree(named))
    });
    let which = move || {
        let options: Vec<Choice> = waiting.with(|waiting| waiting.iter().map(|kind| kind.words().into()).collect());
        (options.len() > 1).then(|| {
            view! {
                <Choices id="akkoord-voorstel" legend="Met welk voorstel ga je akkoord?" options=options
                    chosen=Bound::from(chosen)/>
            }
        })
    };
    view! { <Frame kind=ActKind::Agree take=take><Proposed of=asked_of/>{which}</Frame> }
}

/// Saying no to a colleague's proposal.
#[component]
fn DeclineDialog() -> impl IntoView {
    view! { <RejectDialog kind=ActKind::Decline make=Act::Decline of=asked_of label="Waarom ga je niet akkoord?"/> }
}

/// Taking back one's own proposal.
#[component]
fn WithdrawDialog() -> impl IntoView {
    view! { <RejectDialog kind=ActKind::Withdraw make=Act::Withdraw of=own label="Waarom trek je het in?"/> }
}

#[component]
fn RejectDialog(kind: ActKind, make: fn(shared::case::Rejection) -> Act, of: Of, label: &'static str) -> impl IntoView {
    let form = ActForm::new(kind, RejectionDraft::default());
    let all = kinds(of);
    let several = Memo::new(move |_| all.with(|all| all.len() > 1));
    let options = Signal::derive(move || all.get().into_iter().map(choice).collect::<Vec<_>>());
    view! {
        <ActDialog form=form make=make>
            <Proposed of=of/>
            <Show when=move || several.get()>
                <PickFrom of=form.fields part=RejectionDraft::which() label="Welk voorstel?" options=options/>
            </Show>
            <Area of=form.fields part=RejectionDraft::reason() label=label rows=3/>
        </ActDialog>
    }
}

fn choice(kind: ActKind) -> SelectOption {
    SelectOption { value: kind.as_str().into(), label: kind.words().into() }
}
