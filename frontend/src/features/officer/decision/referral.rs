use crate::{
    features::officer::{
        dialogs::{DayField, Group, Line, PickFrom, usual_receiver},
        dossier::rule,
        parts::SelectOption,
        sharing::asked,
    },
    messages::{Words, officer::sharing_hint},
    ui::{Bound, Checkbox},
};
use leptos::prelude::*;
use shared::{
    case::act::draft::{ReferralDraft, ReferralField},
    sharing::{ReferralTarget, SharingRule},
};

/// The fields of one vervolgstap.
pub fn fields(of: Group<ReferralDraft>) -> AnyView {
    let option = |to: &ReferralTarget| SelectOption { value: to.as_str().into(), label: to.words().into() };
    let options: Vec<SelectOption> = ReferralTarget::ALL.iter().map(option).collect();
    let chosen = Memo::new(move |_| of.with(|referral| referral.to));
    Effect::new(move |before: Option<Option<ReferralTarget>>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            of.update(|referral| receive(referral, before.flatten(), now));
        }
        now
    });
    view! {
        <PickFrom of=of part=ReferralDraft::to() label="Waarheen?" options=Signal::stored(options)/>
        {move || chosen.get().map(|to| details(of, to, rule(to).as_ref()))}
        <DayField of=of part=ReferralDraft::day()/>
    }
    .into_any()
}

/// Another receiver was chosen: the usual function there, unless the AF typed another one, and what its rule asks.
fn receive(referral: &mut ReferralDraft, before: Option<ReferralTarget>, now: Option<ReferralTarget>) {
    let usual = |to: Option<ReferralTarget>| to.and_then(usual_receiver);
    let typed = referral.receiver.as_deref().filter(|receiver| !receiver.is_empty());
    if typed.is_none() || typed == usual(before) {
        referral.receiver = usual(now).map(ToOwned::to_owned);
    }
    referral.follow(now.and_then(rule).as_ref());
}

/// The fields for a receiver with whom something is shared, by the rule for it.
fn details(of: Group<ReferralDraft>, to: ReferralTarget, rule: Option<&SharingRule>) -> AnyView {
    if to == ReferralTarget::TooLittle {
        return view! { <p class="hint">"Er gaat niets naar buiten."</p> }.into_any();
    }
    view! {
        <p class="hint">{sharing_hint(rule)}</p>
        <Line of=of part=ReferralDraft::receiver() label="Wie ontvangt het daar?" hint="Een functie, geen naam"/>
        {asked(of, rule)}
        {to.is_table().then(|| view! { <Planned of=of/> })}
    }
    .into_any()
}

/// A table that meets on a day to come: then the AF is asked on that day what was decided.
#[component]
fn Planned(of: Group<ReferralDraft>) -> impl IntoView {
    let planned = Signal::derive(move || of.with(|referral| referral.planned.is_some()));
    let plan = Callback::new(move |planned: bool| of.update(|one| one.planned = planned.then(String::new)));
    let id = format!("{}-later", of.id(ReferralField::Planned));
    view! {
        <Checkbox id=id label="Het staat op de agenda van een dag die nog komt" checked=Bound::new(planned, plan)/>
        <Show when=move || planned.get()>
            <DayField of=of part=ReferralDraft::planned() label="Op welke dag?"/>
        </Show>
    }
}
