use super::{
    super::{
        parts::{Heading, name_of},
        request::Failed,
    },
    cover::Start,
    hand_over::HandOver,
    plan::Plan,
    store::Away,
};
use crate::{
    client::{Call, Failure},
    messages::{Words, day_with_year, isolated},
    ui::{Button, ButtonLook, Link, Said},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, StandIn},
    id::StandInId,
};

/// Waarneming and handing over. There is nothing to choose before the server has answered: a form that comes above
/// another one would move it away from whoever is already in it.
#[component]
pub fn AwayPage() -> impl IntoView {
    let away = Away::start();
    away.read();
    // another reading on the same day leaves what was typed
    let today = Memo::new(move |_| away.today.get());
    view! {
        <div class="wide stack">
            <p><Link to="/af">"‹ Te doen"</Link></p>
            <Heading text="Waarneming" title="Waarneming"/>
            <p>"Ben je er even niet? Laat een collega waarnemen. Je collega ziet dan jouw dossiers, alleen op die dagen."</p>
            <Said text=away.changing.done()/>
            <Failed failure=away.reading.failure()/>
            {move || today.get().map(|today| view! { <Planned/><Plan today=today/><Start today=today/><HandOver/> })}
        </div>
    }
}

/// The arrangements made.
#[component]
fn Planned() -> impl IntoView {
    let away = Away::here();
    let none = move || away.all.read().is_empty();
    view! {
        <section class="work" aria-label="Afgesproken">
            <h2>"Afgesproken"</h2>
            <Show when=none><p class="soft">"Er is niets afgesproken."</p></Show>
            <ul class="work-list">
                <For each=move || away.all.get() key=|one| one.id.clone() let(one)><PlannedRow one=one/></For>
            </ul>
        </section>
    }
}

#[component]
fn PlannedRow(one: StandIn) -> impl IntoView {
    let away = Away::here();
    let days = format!("{} tot en met {}", day_with_year(one.from), day_with_year(one.until));
    let own = away.me().as_ref() == Some(&one.of);
    let other = if own { one.by.clone() } else { one.of.clone() };
    let text = move || {
        let name = name_of(&away.officers.read(), &other);
        if own { format!("{name} neemt waar voor jou") } else { format!("Jij neemt waar voor {name}") }
    };
    let begun = one.started.is_some();
    let ends = own || begun;
    let why = one.started.as_ref().map(|started| {
        let words = format!("{}: {}", started.why.words(), isolated(started.words.as_str()));
        view! { <p dir="auto">{words}</p> }
    });
    let id = StoredValue::new(one.id);
    let press = Callback::new(move |()| away.change(end(id.get_value())));
    view! {
        <li class="work-row">
            <p class="left ok">{if own { "Jij bent weg" } else { "Jij helpt" }}</p>
            <div><h3>{text.clone()}</h3><p class="soft">{days.clone()}</p>{why}</div>
            {ends.then(|| view! {
                <Button look=ButtonLook::Plain press=press busy=away.changing.busy()>
                    {if own && begun { "Ik ben er weer" } else { "Stop" }}<span class="sr-only">{format!(" de waarneming van {days}")}</span>
                </Button>
            })}
        </li>
    }
}

async fn end(id: StandInId) -> Result<String, Failure> {
    Call::on(Endpoint::EndStandIn, id.as_str()).ask::<()>().await?;
    Ok("De waarneming is gestopt.".into())
}
