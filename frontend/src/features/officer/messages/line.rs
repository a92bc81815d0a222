//! How one's own messages go, in a line.
use super::super::page::Page;
use crate::{messages, ui::Link};
use leptos::prelude::*;
use shared::contract::{CasePage, Delivery};

/// On the start page; nothing for somebody who gets no messages.
#[component]
pub fn MessagesLine(page: RwSignal<Option<CasePage>>) -> impl IntoView {
    let delivery = move || page.with(|page| page.as_ref().and_then(|page| page.messages.clone()));
    view! {
        <p class="soft messages-line">
            {move || delivery().map_or_else(|| "Berichten: je krijgt ze nog niet.".to_owned(), |one| words(&one))}
            " "<Link to=Page::Messages.path()>"Berichten instellen"</Link>
        </p>
    }
}

/// `Berichten: laatste gelukt op vrijdag 24 april om 08.14.`
pub fn words(delivery: &Delivery) -> String {
    let at = |moment: shared::moment::Moment| format!("{} om {}", messages::day(moment.day()), messages::clock(moment));
    match (delivery.failing, delivery.sent) {
        (Some(since), _) => format!("Berichten: ze lukken niet sinds {}. We proberen het steeds opnieuw.", at(since)),
        (None, Some(sent)) => format!("Berichten: laatste gelukt op {}.", at(sent)),
        (None, None) => "Berichten: er is er nog geen verstuurd.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::moment::Moment;

    #[test]
    fn it_says_when_one_last_went_or_since_when_none_does() {
        let at = Moment::from_clock("2026-04-24T08:14");
        let sent = Delivery { sent: at, failing: None };
        assert_eq!(words(&sent), "Berichten: laatste gelukt op vrijdag 24 april om 08.14.");
        assert!(
            words(&Delivery { failing: at, ..sent }).starts_with("Berichten: ze lukken niet sinds vrijdag 24 april")
        );
        assert!(words(&Delivery::default()).contains("nog geen"));
    }
}
