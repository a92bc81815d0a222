//! A question that was put to KMT otherwise, and its answer.
use super::super::{
    super::dossier::rule,
    begin,
    fields::{Area, DayField, Line, Pick, PickFrom, grounds},
    form::ActForm,
    frame::ActDialog,
    group::Group,
};
use crate::ui::ChoiceLook;
use leptos::prelude::*;
use shared::{
    case::{Act, ActKind, act::draft::KmtDraft, notes::KmtKind},
    sharing::ReferralTarget,
};

/// KMT was asked: for advice without names, or whether it is known there.
#[component]
pub fn KmtDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::RecordKmtCheck, begin::kmt());
    let of = form.fields;
    let kind = Memo::new(move |_| of.with(|draft| draft.kind));
    view! {
        <ActDialog form=form make=Act::RecordKmtCheck wide=true>
            <Pick of=of part=KmtDraft::kind() legend="Wat vroeg je?" all=KmtKind::ALL look=ChoiceLook::Segments/>
            <Area of=of part=KmtDraft::question() label="Je vraag" rows=3/>
            {move || kind.get().map(|kind| more(kind, of))}
            <Line of=of part=KmtDraft::asked_of() label="Aan wie vroeg je het?"
                hint="Een functie is genoeg, zoals: procesmanager KMT"/>
            <DayField of=of part=KmtDraft::day()/>
            <Area of=of part=KmtDraft::answer() label="Het antwoord of advies" rows=4/>
        </ActDialog>
    }
}

fn more(kind: KmtKind, of: Group<KmtDraft>) -> AnyView {
    match kind {
        KmtKind::Advice => view! {
            <Area of=of part=KmtDraft::summary() label="Samenvatting zonder namen" rows=4
                hint="Gemaakt van wat is aangekruist. Vul aan, zonder namen en adressen"/>
        }
        .into_any(),
        KmtKind::Known => {
            let rule = rule(ReferralTarget::KmtCase);
            view! {
                <p class="hint">"Vraag dit alleen per telefoon."</p>
                <PickFrom of=of part=KmtDraft::ground() label="Grondslag" options=grounds(rule.as_ref())/>
            }
            .into_any()
        }
    }
}
