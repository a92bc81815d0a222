//! Who else than the melder a report comes from: a colleague for whom it was reported, or KMT.
use super::{
    super::parts::Facts,
    numbers::{line_view, lines},
};
use crate::messages::{
    day_with_year,
    officer::{fact, without_contact},
};
use leptos::prelude::*;
use shared::{
    case::notes::NoContactReason,
    report::{CallFirst, Colleague, KmtSignal},
};

/// The colleague who saw it, and whether to call them first.
pub(super) fn colleague_view(one: &Colleague) -> AnyView {
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
pub(super) fn of_kmt(signal: &KmtSignal) -> AnyView {
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
