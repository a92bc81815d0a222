use super::{choice::Choice, kept::Earlier, packing::Packing, paper::Paper};
use crate::{
    features::officer::{
        dossier::{Dossier, rule, story},
        page::Page,
        parts::Heading,
        request::Failed,
    },
    messages::{Words, officer::sharing_hint},
    ui::{Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::{case::notes::ReferralTarget, contract::CaseDetail, id::CaseId};

/// What goes to one receiver of the decision: chosen from what may go there, and read before it goes.
#[component]
pub fn PackPage(id: CaseId, referral: usize) -> impl IntoView {
    let dossier = Dossier::start(id.clone());
    dossier.read();
    let again = Callback::new(move |()| dossier.read());
    let failed = move || dossier.failure.with(Option::is_some);
    let of = Memo::new(move |_| dossier.detail.with(|detail| detail.as_ref().map(|detail| Of::here(detail, referral))));
    view! {
        <div class="case-bar"><Link to=Page::Case(id).path()>"‹ Dossier"</Link></div>
        <Failed failure=dossier.failure title="Dit dossier is er nu niet"/>
        <Show when=failed><Button look=ButtonLook::Plain press=again>"Probeer opnieuw"</Button></Show>
        {move || of.get().map(|of| match of {
            Of::Receiver { number, to } => view! { <Making number=number to=to referral=referral/> }.into_any(),
            Of::Earlier(number) => view! { <Kept number=number/> }.into_any(),
            Of::Nothing => view! {
                <div class="stack"><Heading text="Deze vervolgstap is er niet" title="Niet gevonden"/></div>
            }
            .into_any(),
        })}
    }
}

/// What the page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Of {
    /// A receiver of the decision that is there.
    Receiver {
        number: String,
        to: ReferralTarget,
    },
    /// What was kept by another decision.
    Earlier(String),
    Nothing,
}

impl Of {
    fn here(detail: &CaseDetail, referral: usize) -> Self {
        let (story, number) = (story(detail), detail.number.to_string());
        let to = story.ruling.and_then(|ruling| Some(ruling.referrals.get(referral)?.to));
        match to.filter(|to| *to != ReferralTarget::TooLittle) {
            Some(to) => Self::Receiver { number, to },
            None if story.packs.is_empty() => Self::Nothing,
            None => Self::Earlier(number),
        }
    }
}

/// What was kept by a decision that is not there any more.
#[component]
fn Kept(number: String) -> impl IntoView {
    let packing = Packing::nowhere();
    view! {
        <div class="wide">
            <Heading text=format!("Wat is vastgelegd · {number}") title=format!("Stukken {number}")/>
            <p class="not-on-paper">"Dit hoort bij een besluit dat niet meer geldt."</p>
            <div class="two"><Earlier packing=packing/><Paper packing=packing/></div>
        </div>
    }
}

#[component]
fn Making(number: String, to: ReferralTarget, referral: usize) -> impl IntoView {
    let packing = Packing::of(referral, to);
    packing.start();
    let rule = rule(to);
    let press = Callback::new(move |()| packing.make());
    view! {
        <div class="wide">
            <Heading text=format!("{} · {number}", to.words()) title=format!("Stuk {number}")/>
            <p class="not-on-paper">{sharing_hint(rule.as_ref())}</p>
            <div class="two">
                <section class="card not-on-paper" aria-label="Wat mag mee?">
                    <Choice packing=packing/>
                    <Failed failure=packing.request.failure()/>
                    <Button press=press busy=packing.busy()>"Maak het stuk"</Button>
                </section>
                <div class="stack"><Paper packing=packing/><Earlier packing=packing/></div>
            </div>
        </div>
    }
}
