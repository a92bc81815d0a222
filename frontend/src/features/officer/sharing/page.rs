use super::{choice::Choice, packing::Packing, paper::Paper};
use crate::{
    features::officer::{
        dossier::{Dossier, story},
        page::Page,
        parts::Heading,
        request::Failed,
        session::Gemeente,
    },
    messages::{Words, officer::sharing_hint},
    ui::{Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::{case::notes::ReferralTarget, id::CaseId};

/// What goes to one receiver of the decision: chosen from what may go there, and read before it goes.
#[component]
pub fn PackPage(id: CaseId, referral: usize) -> impl IntoView {
    let dossier = Dossier::start(id.clone());
    dossier.read();
    let again = Callback::new(move |()| dossier.read());
    let failed = move || dossier.failure.with(Option::is_some);
    let read = Memo::new(move |_| dossier.detail.with(Option::is_some));
    let to = move || {
        let detail = dossier.detail.get_untracked()?;
        let ruling = story(&detail).ruling?;
        Some((detail.number.to_string(), ruling.referrals.get(referral)?.to))
    };
    view! {
        <div class="case-bar"><Link to=Page::Case(id).path()>"‹ Dossier"</Link></div>
        <Failed failure=dossier.failure title="Dit dossier is er nu niet"/>
        <Show when=failed><Button look=ButtonLook::Plain press=again>"Probeer opnieuw"</Button></Show>
        {move || read.get().then(to).map(|known| match known {
            Some((number, to)) if to != ReferralTarget::TooLittle => {
                view! { <Making number=number to=to referral=referral/> }.into_any()
            }
            Some(_) | None => view! {
                <div class="stack"><Heading text="Deze vervolgstap is er niet" title="Niet gevonden"/></div>
            }
            .into_any(),
        })}
    }
}

#[component]
fn Making(number: String, to: ReferralTarget, referral: usize) -> impl IntoView {
    let packing = Packing::start(referral);
    let rule = Gemeente::here().profile.sharing.rule(to).cloned();
    let press = Callback::new(move |()| packing.make());
    view! {
        <div class="wide">
            <Heading text=format!("{} · {number}", to.words()) title=format!("Stuk {number}")/>
            <p class="not-on-paper">{sharing_hint(rule.as_ref())}</p>
            <div class="two">
                <section class="card not-on-paper" aria-label="Wat mag mee?">
                    <Choice packing=packing/>
                    <Failed failure=packing.request.failure()/>
                    <Button press=press busy=packing.request.busy()>"Maak het stuk"</Button>
                </section>
                <Paper packing=packing/>
            </div>
        </div>
    }
}
