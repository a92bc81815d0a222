use super::super::dialogs::{Area, Group, PickFrom, grounds};
use crate::ui::{Bound, Checkbox};
use leptos::prelude::*;
use shared::{
    case::act::draft::{ReferralDraft, ReferralField},
    sharing::SharingRule,
};

/// What the table of the gemeente asks of what goes to this receiver: on which ground, what, and with what care.
pub fn asked(of: Group<ReferralDraft>, rule: Option<&SharingRule>) -> AnyView {
    let (consent, coerced) = (rule.is_some_and(|rule| rule.consent), rule.is_some_and(|rule| rule.asks_coerced));
    view! {
        <PickFrom of=of part=ReferralDraft::ground() label="Grondslag" options=grounds(rule)/>
        <Area of=of part=ReferralDraft::shared() label="Wat deel je?" rows=3/>
        {coerced.then(|| victim(of))}
        {consent.then(|| view! {
            <Area of=of part=ReferralDraft::consent() label="Hoe weet je dat de persoon het goedvindt?" rows=3
                hint="Wanneer de persoon dat zei. Noem de melder niet"/>
        })}
    }
    .into_any()
}

/// Whether a possible victim is named to investigators, and the question that this requires.
fn victim(of: Group<ReferralDraft>) -> impl IntoView {
    let named = Signal::derive(move || of.with(|referral| referral.coerced.is_some()));
    let name = Callback::new(move |named: bool| of.update(|referral| referral.coerced = named.then(String::new)));
    let id = format!("{}-genoemd", of.id(ReferralField::Coerced));
    view! {
        <Checkbox id=id label="We noemen iemand die misschien gedwongen is" checked=Bound::new(named, name)/>
        <Show when=move || named.get()>
            <Area of=of part=ReferralDraft::coerced() label="Kan deze persoon gedwongen zijn?" rows=3
                hint="Wie gedwongen iets strafbaars doet, is geen dader"/>
        </Show>
    }
}
