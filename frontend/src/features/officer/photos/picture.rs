use super::super::request::{Failed, Request};
use crate::{
    client::{Call, Failure},
    ui::{Button, ButtonLook, live},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, PhotoQuestion, PhotoView},
    id::{AdditionKey, CaseId},
};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/photo.js")]
extern "C" {
    /// Draws a JPEG, in base64, on the canvas with this id. Gives whether it could be drawn.
    async fn draw(id: &str, jpeg: &str) -> JsValue;
}

/// A photo, by what the melder wrote about it. It is fetched when an AF asks for it, and stays on this page only.
#[component]
pub fn PhotoOfReporter(case: CaseId, photo: AdditionKey, words: String) -> impl IntoView {
    let (request, id) = (Request::<bool>::new(), format!("foto-{}", photo.as_str()));
    let canvas = id.clone();
    let look = Callback::new(move |()| {
        let (case, canvas, body) = (case.clone(), canvas.clone(), PhotoQuestion { photo: photo.clone() });
        let work = async move {
            let call = Call::on(Endpoint::Photo, case.as_str());
            let view = call.send::<PhotoQuestion, PhotoView>(&body).await?.body;
            Ok::<_, Failure>(draw(&canvas, &view.content).await.is_truthy())
        };
        request.run(work, |drawn| drawn);
    });
    let drawn = request.done();
    view! {
        <canvas id=id class="not-on-paper" role="img" aria-label=format!("Foto van de melder: {words}")
            hidden=move || drawn.get() != Some(true)></canvas>
        <Failed failure=request.failure()/>
        {live(move || match drawn.get() {
            Some(true) => ().into_any(),
            Some(false) => view! { <p role="status">"Deze foto is hier niet te tonen."</p> }.into_any(),
            None => view! {
                <p class="not-on-paper"><Button look=ButtonLook::Plain press=look>"Bekijk de foto"</Button></p>
            }
            .into_any(),
        })}
    }
}
