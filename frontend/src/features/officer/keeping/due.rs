use super::store::Keeping;
use crate::{
    messages::{Words, day_with_year},
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{contract::DueCase, retention::DueState};

/// Due cases that were not proposed yet.
#[component]
pub fn DueList(keeping: Keeping) -> impl IntoView {
    let press = Callback::new(move |()| keeping.more());
    let lines = move || {
        keeping.page.with(|page| page.as_ref().map(|page| (page.due.clone(), page.next_page.is_some()))).map(
            |(due, more)| {
                let empty = due.is_empty();
                view! {
                    {empty.then(|| view! { <p>"Er is nu niets te vernietigen."</p> })}
                    <ul class="work-list">
                        {due.into_iter().map(|case| view! { <DueRow keeping=keeping case=case/> }).collect_view()}
                    </ul>
                    {more.then(|| view! {
                        <Button look=ButtonLook::Plain press=press busy=keeping.request.busy()>"Toon meer"</Button>
                    })}
                }
            },
        )
    };
    view! {
        <section class="stack" aria-labelledby="te-vernietigen">
            <h2 id="te-vernietigen">"Te vernietigen"</h2>
            {lines}
        </section>
    }
}

#[component]
fn DueRow(keeping: Keeping, case: DueCase) -> impl IntoView {
    let DueCase { case: id, number, kept, due, .. } = case;
    let class = if due.state == DueState::Late { "left over" } else { "left today" };
    let press = Callback::new(move |()| keeping.propose(id.clone(), number));
    let offered = keeping.is_officer() && kept.as_ref().is_some_and(|kept| kept.blocked.is_none());
    let blocked = kept.as_ref().and_then(|kept| kept.blocked);
    let name = kept.as_ref().map_or(number.to_string(), |kept| format!("{number} · {}", kept.outcome.words()));
    let closed =
        kept.as_ref().map_or("Van een collega.".into(), |kept| format!("Afgerond {}.", day_with_year(kept.closed)));
    view! {
        <li class="work-row">
            <p class=class>{due.state.words()}</p>
            <div>
                <h3 class="name">{name}</h3>
                <p class="soft">
                    {format!("{closed} Termijn om {}.", day_with_year(due.on))}
                </p>
                {blocked.map(|blocked| view! { <p><b>{format!("Mag niet weg: {}.", blocked.lower())}</b></p> })}
            </div>
            {offered.then(|| view! {
                <Button look=ButtonLook::Plain press=press busy=keeping.request.busy()>
                    "Stel voor"<span class="sr-only">{format!(" om {number} te vernietigen")}</span>
                </Button>
            })}
        </li>
    }
}
