use super::super::{dossier::Story, page::Page, parts::Facts};
use crate::{
    messages::{Words, day_with_year, officer::fact},
    ui::Link,
};
use leptos::prelude::*;
use shared::{
    access::{Action, Role, may},
    case::{
        notes::{Referral, ReferralTarget, Ruling},
        pack::kept_now,
    },
    contract::CaseDetail,
    moment::Day,
};

/// Each referral of the decision, whether its receipt was confirmed, and the way to what goes there.
pub fn sent(detail: &CaseDetail, story: &Story, ruling: &Ruling) -> AnyView {
    let handles = may(Some(Role::Officer), Action::Handle, detail.relation);
    let referrals = ruling.referrals.iter().enumerate().map(|(at, one)| {
        let goes = one.to != ReferralTarget::TooLittle && handles;
        let kept = kept_for(detail, at).map(|day| format!("Stuk vastgelegd op {}.", day_with_year(day)));
        let pack = goes.then(|| to_pack(Page::Pack(detail.id.clone(), at + 1), one.to));
        view! { <li>{referral(at, one, story)} {kept.map(|text| view! { <p class="soft">{text}</p> })} {pack}</li> }
    });
    view! { <ol class="referrals">{referrals.collect_view()}</ol> }.into_any()
}

fn to_pack(page: Page, to: ReferralTarget) -> impl IntoView {
    let label = format!("Maak het stuk voor {}", to.words());
    view! { <p class="links not-on-paper"><Link to=page.path() label=label>"Maak het stuk"</Link></p> }
}

/// The day on which something was last kept for a referral of the decision that is there now.
fn kept_for(detail: &CaseDetail, referral: usize) -> Option<Day> {
    kept_now(&detail.timeline).find(|(_, kept)| kept.referral == referral).map(|(at, _)| at.day())
}

/// How it stands with a table: on which agenda, or what was decided there.
fn table(at: usize, story: &Story) -> String {
    match (story.on_agenda(at), story.discussed.iter().find(|one| one.referral == at)) {
        (Some(on), _) => format!("Staat op de agenda van {}.", day_with_year(on)),
        (None, Some(one)) => format!("Besproken op {}: {}", day_with_year(one.day), one.outcome.as_str()),
        (None, None) => String::new(),
    }
}

fn referral(at: usize, one: &Referral, story: &Story) -> impl IntoView + use<> {
    let confirmation = story.confirmed.iter().find(|confirmation| confirmation.referral == at);
    let state = match confirmation {
        Some(confirmation) => format!("Ontvangst bevestigd op {}.", day_with_year(confirmation.day)),
        None if one.planned.is_some() => table(at, story),
        None if one.to == ReferralTarget::TooLittle => "Er is niets gedeeld.".into(),
        None => "Ontvangst nog niet bevestigd.".into(),
    };
    let mut facts = Vec::new();
    let lines = [("Ontvanger", &one.receiver), ("Grondslag", &one.ground)];
    facts.extend(lines.into_iter().filter_map(|(name, text)| Some(fact(name, text.as_ref()?.as_str()))));
    facts.extend(one.shared.iter().map(|text| fact("Gedeeld", text.as_str())));
    let asked = [("Kan deze persoon gedwongen zijn?", &one.coerced), ("De persoon is het ermee eens", &one.consent)];
    facts.extend(asked.into_iter().filter_map(|(name, text)| Some(fact(name, text.as_ref()?.as_str()))));
    facts.push(fact("Datum", day_with_year(one.day)));
    let answers = story.answers.iter().filter(|answer| answer.referral == at);
    facts.extend(answers.map(|one| fact("Antwoord", format!("{}: {}", day_with_year(one.day), one.answer.as_str()))));
    view! {
        <b>{one.to.words()}</b>
        <Facts facts=facts/>
        <p class="soft">{state}</p>
    }
}
