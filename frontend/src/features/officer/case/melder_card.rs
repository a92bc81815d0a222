use super::super::parts::Facts;
use crate::messages::{
    day_with_year,
    officer::{fact, without_contact},
};
use leptos::prelude::*;
use shared::{
    case::notes::NoContactReason,
    contract::CaseDetail,
    report::{CallFirst, Colleague, KmtSignal, Reporter, Sender},
    text::Phone,
};
use std::sync::Arc;

/// The melder, and how to call them. Only AFs see this, and it is never on paper.
#[component]
pub fn MelderCard(detail: Arc<CaseDetail>) -> impl IntoView {
    match detail.report.sender.clone() {
        Sender::Reporter(melder) => of_reporter(&detail, melder),
        Sender::Kmt(signal) => of_kmt(&signal),
    }
}

/// Whom to call: the colleague who saw it first, where the melder said so. The other stays visible.
fn of_reporter(detail: &CaseDetail, melder: Reporter) -> AnyView {
    let colleague = melder.colleague.clone();
    let first = colleague.as_ref().is_some_and(|one| one.first == CallFirst::Colleague);
    let (before, after) = if first { (colleague, None) } else { (None, colleague) };
    let email = melder.email.map(|email| {
        let address = email.as_str().to_owned();
        view! { <li><a class="utrecht-link" href=email.link()>{address}</a></li> }
    });
    view! {
        <section class="card not-on-paper">
            <h2>"Melder"</h2>
            {before.map(|one| colleague_view(&one))}
            <ul class="plain">
                <li dir="auto">{melder.name.as_str().to_owned()}</li>
                {melder.team.map(|team| view! { <li dir="auto">{team.as_str().to_owned()}</li> })}
                {lines(&melder.phone).into_iter().map(line_view).collect_view()}
                {email}
                {melder.reachable.map(|when| view! { <li>"Bereikbaar: "<bdi>{when.as_str().to_owned()}</bdi></li> })}
            </ul>
            {after.map(|one| colleague_view(&one))}
            {detail.row.without.map(|reason| view! { <p><b>{without_contact(reason)}</b></p> })}
            <p class="soft">"Alleen de aandachtsfunctionarissen van dit dossier zien wie de melder is."</p>
        </section>
    }
    .into_any()
}

fn colleague_view(one: &Colleague) -> AnyView {
    let title = match one.first {
        CallFirst::Colleague => "Bel eerst de collega die het zag:",
        CallFirst::Reporter => "Een collega zag het. Bel eerst de melder:",
    };
    let numbers = one.phone.iter().flat_map(lines).map(line_view).collect_view();
    view! {
        <p><b>{title}</b></p>
        <ul class="plain"><li dir="auto">{one.name.as_str().to_owned()}</li>{numbers}</ul>
    }
    .into_any()
}

/// There is no melder: who at KMT gave it, when, and KMT's own reference.
fn of_kmt(signal: &KmtSignal) -> AnyView {
    let facts = [
        Some(fact("Van", signal.who.as_str())),
        Some(fact("Doorgegeven op", day_with_year(signal.day))),
        signal.reference.as_ref().map(|reference| fact("Kenmerk van het KMT", reference.as_str())),
    ];
    view! {
        <section class="card not-on-paper">
            <h2>"Melder"</h2>
            <p><b>{without_contact(NoContactReason::NoReporter)}</b></p>
            <Facts facts=facts.into_iter().flatten().collect()/>
            <p class="soft">"Er is niemand om te bellen of bericht te geven, en er is geen code."</p>
        </section>
    }
    .into_any()
}

/// The text of a line, and what a telephone dials when it is pressed.
type Line = (String, Option<String>);

/// The telephone as it was written. With one number in it the whole text calls that; otherwise each number has a line
/// of its own, so that the AF chooses.
fn lines(phone: &Phone) -> Vec<Line> {
    let written = phone.as_str().to_owned();
    match phone.numbers().as_slice() {
        [only] => vec![(written, Some(only.dialled.clone()))],
        several => {
            let each = several.iter().map(|number| (format!("Bel {}", number.shown), Some(number.dialled.clone())));
            std::iter::once((written, None)).chain(each).collect()
        }
    }
}

fn line_view((text, dial): Line) -> impl IntoView {
    match dial {
        Some(number) => view! { <li><a class="utrecht-link" href=format!("tel:{number}")>{text}</a></li> }.into_any(),
        None => view! { <li dir="auto">{text}</li> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_that_was_written_can_be_called() {
        let of = |text: &str| lines(&Phone::parse(text).unwrap());
        let line = |text: &str, number: &str| (text.to_owned(), Some(number.to_owned()));
        assert_eq!(of("074-2450000 (na 14 u)"), [line("074-2450000 (na 14 u)", "0742450000")]);
        let both = "06-12345678 / 4123";
        let each = [line("Bel 06-12345678", "0612345678"), line("Bel 4123", "4123")];
        assert_eq!(of(both), [vec![(both.to_owned(), None)], each.to_vec()].concat());
    }
}
