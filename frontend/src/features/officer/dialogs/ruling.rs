use super::{
    super::{
        dossier::{Dossier, story},
        parts::SelectOption,
        session::Session,
    },
    begin::{self, usual_receiver},
    fields::{Area, DayField, Line, Pick, PickFrom},
    form::ActForm,
    frame::ActDialog,
    group::Group,
    meeting::{There, from_meeting},
    several::Several,
    today::today,
};
use crate::{
    messages::{Words, officer::ground_hint},
    ui::{Bound, Checkbox, ChoiceLook, Notice},
};
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    case::{
        Act, ActKind,
        act::draft::{ConfirmationDraft, ReferralDraft, ReferralField, RulingDraft},
        notes::{Assessment, ReferralTarget},
    },
};

/// The decision of the werkoverleg.
#[component]
pub fn RulingDialog() -> impl IntoView {
    let referral = begin::referral();
    let (detail, me) = (Dossier::here().detail.get_untracked(), Session::here().account());
    let begin = detail.map(|detail| from_meeting(&detail, me.as_ref())).unwrap_or_default();
    let draft = RulingDraft { referrals: vec![referral.clone()], ..begin };
    let form = ActForm::new(ActKind::Decide, draft);
    let of = form.fields;
    let heard = Memo::new(move |_| of.with(|draft| draft.heard));
    view! {
        <ActDialog form=form make=Act::Decide wide=true>
            <There of=of/>
            <Area of=of part=RulingDraft::meaning() label="Wat denken we dat er speelt?"/>
            <Pick of=of part=RulingDraft::assessment() legend="Hoe schatten jullie het in?" all=Assessment::ALL/>
            <Pick of=of part=RulingDraft::heard() legend="Is de melder vóór dit besluit gehoord?" all=YesNo::ALL
                look=ChoiceLook::Segments/>
            <Show when=move || heard.get() == Some(YesNo::Yes)>
                <Area of=of part=RulingDraft::talked() label="Wat is met de melder besproken?" rows=2 optional=true/>
            </Show>
            <Show when=move || heard.get() == Some(YesNo::No)>
                <Area of=of part=RulingDraft::why_not_heard() label="Waarom niet?" rows=2/>
            </Show>
            <h3>"Vervolgstappen"</h3>
            <Notice><p>"Geen grondslag, dan niet delen. De naam van de melder deel je nooit."</p></Notice>
            <Several of=of part=RulingDraft::referrals() name="Vervolgstap" empty=referral fields=fields/>
        </ActDialog>
    }
}

/// The fields of one vervolgstap.
fn fields(of: Group<ReferralDraft>) -> AnyView {
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
        {move || chosen.get().map(|to| details(of, to))}
        <DayField of=of part=ReferralDraft::day()/>
    }
    .into_any()
}

/// Another receiver was chosen: the usual function there, unless the AF typed another one.
fn receive(referral: &mut ReferralDraft, before: Option<ReferralTarget>, now: Option<ReferralTarget>) {
    let usual = |to: Option<ReferralTarget>| to.and_then(usual_receiver);
    let typed = referral.receiver.as_deref().filter(|receiver| !receiver.is_empty());
    if typed.is_none() || typed == usual(before) {
        referral.receiver = usual(now).map(ToOwned::to_owned);
    }
}

/// The fields for a receiver with whom something is shared.
fn details(of: Group<ReferralDraft>, to: ReferralTarget) -> AnyView {
    let hint = view! { <p class="hint">{ground_hint(to)}</p> };
    if to == ReferralTarget::TooLittle {
        return hint.into_any();
    }
    view! {
        {hint}
        <Line of=of part=ReferralDraft::receiver() label="Wie ontvangt het daar?" hint="Een functie, geen naam"/>
        <Line of=of part=ReferralDraft::ground() label="Grondslag"/>
        <Area of=of part=ReferralDraft::shared() label="Wat deel je?" rows=3/>
        {to.guards_victims().then(|| victim(of))}
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

/// Whether a possible victim is named to investigators, and the question that this requires.
fn victim(of: Group<ReferralDraft>) -> impl IntoView {
    let named = Signal::derive(move || of.with(|referral| referral.coerced.is_some()));
    let name = Callback::new(move |named: bool| of.update(|referral| referral.coerced = named.then(String::new)));
    let id = format!("{}-genoemd", of.id(ReferralField::Coerced));
    view! {
        <Checkbox id=id label="We noemen iemand die mogelijk slachtoffer is" checked=Bound::new(named, name)/>
        <Show when=move || named.get()>
            <Area of=of part=ReferralDraft::coerced() label="Kan deze persoon gedwongen zijn?" rows=3
                hint="Wie gedwongen iets strafbaars doet, is geen dader"/>
        </Show>
    }
}

/// A receiver confirmed.
#[component]
pub fn ConfirmReferralDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let draft = ConfirmationDraft { day: today().to_string(), ..ConfirmationDraft::default() };
    let form = ActForm::new(ActKind::ConfirmReferral, draft);
    let options = Signal::derive(move || {
        let open = dossier.detail.with(|detail| detail.as_ref().map(|detail| story(detail).unconfirmed()));
        let option =
            |(at, to): (usize, ReferralTarget)| SelectOption { value: at.to_string(), label: to.words().into() };
        open.unwrap_or_default().into_iter().map(option).collect::<Vec<_>>()
    });
    view! {
        <ActDialog form=form make=Act::ConfirmReferral>
            <PickFrom of=form.fields part=ConfirmationDraft::referral() label="Wie bevestigde de ontvangst?" options=options/>
            <DayField of=form.fields part=ConfirmationDraft::day()/>
        </ActDialog>
    }
}
