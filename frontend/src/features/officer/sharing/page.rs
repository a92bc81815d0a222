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
    let read = Memo::new(move |_| dossier.detail.with(Option::is_some));
    let of = move || dossier.detail.get_untracked().and_then(|detail| Of::here(&detail, referral));
    view! {
        <div class="case-bar"><Link to=Page::Case(id).path()>"‹ Dossier"</Link></div>
        <Failed failure=dossier.failure title="Dit dossier is er nu niet"/>
        <Show when=failed><Button look=ButtonLook::Plain press=again>"Probeer opnieuw"</Button></Show>
        {move || read.get().then(of).map(|of| match of {
            Some(of) if of.decided => view! { <Making of=of/> }.into_any(),
            Some(of) => view! { <Went of=of/> }.into_any(),
            None => view! {
                <div class="stack"><Heading text="Deze vervolgstap is er niet" title="Niet gevonden"/></div>
            }
            .into_any(),
        })}
    }
}

/// What the page is about.
struct Of {
    number: String,
    to: ReferralTarget,
    referral: usize,
    /// Whether the decision is there; else only what went by it is.
    decided: bool,
}

impl Of {
    fn here(detail: &CaseDetail, referral: usize) -> Option<Self> {
        let (story, number) = (story(detail), detail.number.to_string());
        let decided = story.ruling.is_some();
        let by_ruling = story.ruling.and_then(|ruling| Some(ruling.referrals.get(referral)?.to));
        let went = || Some(story.packs.iter().rev().find(|(_, kept)| kept.referral == referral)?.1.to);
        let to = if decided { by_ruling } else { went() }?;
        (to != ReferralTarget::TooLittle).then_some(Self { number, to, referral, decided })
    }

    fn heading(&self) -> impl IntoView + use<> {
        let text = format!("{} · {}", self.to.words(), self.number);
        view! { <Heading text=text title=format!("Stuk {}", self.number)/> }
    }
}

/// What went by a decision that is not there any more.
#[component]
fn Went(of: Of) -> impl IntoView {
    let packing = Packing::of(of.referral);
    view! {
        <div class="wide">
            {of.heading()}
            <p class="not-on-paper">"Het besluit geldt niet meer. Wat er ging, blijft hier staan."</p>
            <Earlier packing=packing to=of.to/>
            <Paper packing=packing/>
        </div>
    }
}

#[component]
fn Making(of: Of) -> impl IntoView {
    let packing = Packing::of(of.referral);
    packing.start();
    let rule = rule(of.to);
    let press = Callback::new(move |()| packing.make());
    view! {
        <div class="wide">
            {of.heading()}
            <p class="not-on-paper">{sharing_hint(rule.as_ref())}</p>
            <div class="two">
                <section class="card not-on-paper" aria-label="Wat mag mee?">
                    <Choice packing=packing/>
                    <Failed failure=packing.request.failure()/>
                    <Button press=press busy=packing.request.busy()>"Maak het stuk"</Button>
                </section>
                <div class="stack">
                    <Paper packing=packing/>
                    <Earlier packing=packing to=of.to/>
                </div>
            </div>
        </div>
    }
}
