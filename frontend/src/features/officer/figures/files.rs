use super::{
    super::{
        paper::PrintButton,
        request::{Failed, Request},
        session::Gemeente,
    },
    csv::csv,
};
use crate::{
    browser,
    client::Call,
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, FiguresQuestion, SignedFigures},
    figures::{Figures, HalfYear},
};

/// A half-year as paper and as files.
#[component]
pub fn Files(figures: Figures) -> impl IntoView {
    let half = figures.half;
    let refused = RwSignal::new(false);
    let save = move |name: String, kind: &str, text: &str| refused.set(browser::download(&name, kind, text).is_err());
    let figures = StoredValue::new(figures);
    let table = Callback::new(move |()| {
        save(format!("cijfers-{half}.csv"), "text/csv;charset=utf-8", &figures.with_value(csv));
    });
    let data = Callback::new(move |()| save(format!("cijfers-{half}.json"), JSON, &figures.with_value(json)));
    let gemeente = expect_context::<Gemeente>().0.profile.id.clone();
    let signing = Request::<()>::new();
    let signed = Callback::new(move |()| {
        let name = format!("cijfers-{gemeente}-{half}-ondertekend.json");
        signing.run(sign(half), move |signed| save(name, JSON, &json(&signed)));
    });
    view! {
        <div class="row not-on-paper">
            <PrintButton/>
            <Button look=ButtonLook::Plain press=table>"Bewaar als CSV"</Button>
            <Button look=ButtonLook::Plain press=data>"Bewaar als JSON"</Button>
            <Button look=ButtonLook::Plain press=signed busy=signing.busy()>"Bewaar ondertekend, voor het KMT"</Button>
        </div>
        <Failed failure=signing.failure()/>
        <div role="alert">{move || refused.get().then_some("Bewaren lukt in deze browser niet. Druk de cijfers af.")}</div>
    }
}

const JSON: &str = "application/json";

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

async fn sign(half: HalfYear) -> Result<SignedFigures, crate::client::Failure> {
    Ok(Call::to(Endpoint::SignFigures).send(&FiguresQuestion { half }).await?.body)
}
