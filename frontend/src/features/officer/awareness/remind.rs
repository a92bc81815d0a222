use super::super::page::Page;
use crate::{
    messages::day_with_year,
    ui::{ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::{
    awareness::{Reminder, reminder},
    contract::CasePage,
    moment::Day,
};

/// The yearly update, if it stands on the list.
#[must_use]
pub fn update(page: &CasePage) -> Option<(Day, Reminder)> {
    let due = page.update?;
    Some((due, reminder(due, page.today)?))
}

/// The line on the list of today's work that says that the yearly update is due.
#[component]
pub fn UpdateRow(due: Day, reminder: Reminder) -> impl IntoView {
    let (class, badge, look) = match reminder {
        Reminder::Now => ("left today", "Nu", ButtonLook::Main),
        Reminder::Soon => ("left ok", "Deze maand", ButtonLook::Plain),
    };
    view! {
        <li class="work-row">
            <p class=class>{badge}</p>
            <div>
                <h3>"Jaarlijkse update over mensenhandel"</h3>
                <p class="soft">{format!("Uiterlijk {}. Eén van jullie geeft hem en legt hem vast.", day_with_year(due))}</p>
            </div>
            <Link to=Page::Awareness.path() look=LinkLook::Button(look)>"Bewustwording"</Link>
        </li>
    }
}
