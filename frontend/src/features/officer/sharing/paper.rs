use super::{
    super::request::Failed,
    content::content,
    kept::kept,
    packing::{Packing, TITLE},
};
use crate::ui::Button;
use leptos::prelude::*;

/// What goes, as it goes: first to read, and once it was kept to take along.
#[component]
pub fn Paper(packing: Packing) -> impl IntoView {
    let pack = move || packing.answer.with(|answer| answer.as_ref().map(|answer| answer.pack.clone()));
    let made = Memo::new(move |_| packing.is_made());
    let press = Callback::new(move |()| packing.keep());
    let said = move || match (packing.kept.with(Option::is_some), made.get()) {
        (true, _) => "Dit is vastgelegd.",
        (false, true) => "Lees het na. Dit gaat, en niets anders.",
        (false, false) if packing.only_shows() => "Kies welk stuk je wilt zien.",
        (false, false) => "Kies wat mee mag en maak het stuk. Hier staat dan wat er gaat, en niets anders.",
    };
    view! {
        <section class="card" aria-label="Het stuk">
            <h2 id=TITLE tabindex="-1">"Het stuk"</h2>
            <p role="status" class="not-on-paper">{said}</p>
            {move || match (packing.kept.get(), made.get()) {
                (Some(one), _) => kept(one).into_any(),
                (None, true) => view! {
                    <div class="not-on-paper">
                        {pack().map(|pack| content(&pack))}
                        <Button press=press busy=packing.busy()>"Leg dit vast"</Button>
                        <p class="soft">"Daarna kun je het afdrukken of bewaren. Het blijft in het dossier zoals het hier staat."</p>
                    </div>
                }
                .into_any(),
                (None, false) => ().into_any(),
            }}
            <Failed failure=packing.keeping.failure()/>
        </section>
    }
}
