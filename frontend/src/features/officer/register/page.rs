use super::{
    super::{
        paper::PrintButton,
        parts::Heading,
        request::{Failed, Request},
    },
    rows::{Row, rows},
};
use crate::client::Call;
use leptos::prelude::*;
use shared::contract::{Endpoint, SettingsPage};

/// This gemeente's line in the register, for the FG.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let (page, reading) = (RwSignal::new(None), Request::<()>::new());
    let call = Call::to(Endpoint::Settings).by_itself().ask::<SettingsPage>();
    reading.run_by_itself(call, move |answer| page.set(Some(rows(&answer.body))));
    view! {
        <div class="wide stack">
            <Heading text="Register van verwerkingen" title="Register van verwerkingen"/>
            <p class="soft">"De regel van deze gemeente voor het register (AVG 30). De functioneel beheerder vult aan wat
                ontbreekt; kijk zelf na of het klopt."</p>
            <PrintButton/>
            <Failed failure=reading.failure()/>
            <Show when=move || page.with(Option::is_none)><p class="soft">"Even laden…"</p></Show>
            {move || page.get().map(|rows| view! { <Line rows=rows/> })}
        </div>
    }
}

#[component]
fn Line(rows: Vec<Row>) -> impl IntoView {
    let row = |(name, texts): Row| {
        let texts = texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        view! { <tr><th scope="row">{name}</th><td>{texts}</td></tr> }
    };
    view! {
        <table tabindex="0" aria-label="Regel in het register">
            <thead><tr><th scope="col">"Onderdeel"</th><th scope="col">"Inhoud"</th></tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
