use super::{
    super::page::Page,
    line::{Line, recent, waits},
    part::Part,
};
use crate::{
    messages::{Words, clock, officer},
    ui::{ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::case::{NextAction, Urgency};

/// A line of the worklist: its urgency, subject and next act, and a link to the case.
#[component]
pub fn WorkRow(line: Line) -> impl IntoView {
    let row = &line.row;
    let name = format!("{} · {}", row.number, officer::subject_and_forms(row.subject, &row.forms));
    let action = officer::action_button(row.next);
    let label = format!("{action}, dossier {}", row.number);
    let look = if line.part == Part::Now { ButtonLook::Main } else { ButtonLook::Plain };
    let to = Page::Case(row.id.clone()).path();
    view! {
        <li class="work-row">
            <p class=badge_class(&line)>{badge(&line)}</p>
            <div>
                <h3>{name}</h3>
                {officer::why_urgent(&row.alarms).map(|why| view! { <p class="alarm"><b>{why}</b></p> })}
                <p class="soft">{row.fresh.then(|| view! { <b class="new">"Nieuw. "</b> })}{row.changed.then(|| view! { <b class="new">"Veranderd. "</b> })}{detail(&line)}</p>
            </div>
            <Link to=to look=LinkLook::Button(look) label=label>{action}</Link>
        </li>
    }
}

fn badge(line: &Line) -> String {
    if waits(line.row.next) && line.urgency == Urgency::None {
        return officer::waiting_for(line.row.next).into();
    }
    officer::urgency(line.urgency)
}

fn badge_class(line: &Line) -> &'static str {
    match line.urgency {
        Urgency::Late(_) | Urgency::Urgent => "left over",
        Urgency::Today => "left today",
        Urgency::Left(_) | Urgency::None if waits(line.row.next) => "left wait",
        Urgency::Left(_) | Urgency::None => "left ok",
    }
}

/// `Bel de melder. Ongeveer 20 minuten. 2 keer geprobeerd. Van jou. Laatst bijgewerkt gisteren, 16.10.`
fn detail(line: &Line) -> String {
    let row = &line.row;
    let mut parts = vec![row.next.words().to_owned()];
    if line.part == Part::Now && line.minutes > 0 {
        parts.push(format!("Ongeveer {} minuten", line.minutes));
    }
    match row.attempts {
        0 => {}
        1 => parts.push("1 keer geprobeerd".into()),
        more => parts.push(format!("{more} keer geprobeerd")),
    }
    parts.extend(row.without.map(|reason| officer::without_contact(reason).to_owned()));
    match row.questions {
        0 => {}
        1 => parts.push("1 vraag aan de melder staat open".into()),
        more => parts.push(format!("{more} vragen aan de melder staan open")),
    }
    let told = matches!(row.next, NextAction::AnswerKmt | NextAction::AwaitKmt);
    parts.extend(row.kmt.filter(|_| !told).map(|stand| stand.words().to_owned()));
    parts.push(line.owner.clone());
    if !row.fresh && row.next != NextAction::Nothing {
        parts.push(format!("Laatst bijgewerkt {}, {}", recent(row.last.day(), line.today), clock(row.last)));
    }
    parts.join(". ") + "."
}
