use super::{super::request::Failed, content::content, kept::kept, packing::Packing};
use crate::ui::Button;
use leptos::prelude::*;

const WAITS: &str = "Kies wat mee mag en maak het stuk. Hier staat dan wat er gaat, en niets anders.";

/// What goes, as it goes: first to read, and once it was kept to take along.
#[component]
pub fn Paper(packing: Packing) -> impl IntoView {
    let pack = move || packing.answer.with(|answer| answer.as_ref().map(|answer| answer.pack.clone()));
    let made = Memo::new(move |_| packing.is_made());
    let press = Callback::new(move |()| packing.keep());
    view! {
        <section class="card" aria-label="Het stuk">
            <h2>"Het stuk"</h2>
            {move || match (packing.kept.get(), made.get()) {
                (Some(one), _) => kept(one).into_any(),
                (None, true) => view! {
                    <div class="not-on-paper">
                        <p role="status">"Lees het na. Dit gaat, en niets anders."</p>
                        {pack().map(|pack| content(&pack))}
                        <Button press=press busy=packing.keeping.busy()>"Leg dit vast"</Button>
                        <p class="soft">"Daarna kun je het afdrukken of bewaren. In het dossier blijft staan wat er ging."</p>
                    </div>
                }
                .into_any(),
                (None, false) => view! { <p role="status" class="not-on-paper">{WAITS}</p> }.into_any(),
            }}
            <Failed failure=packing.keeping.failure()/>
        </section>
    }
}
