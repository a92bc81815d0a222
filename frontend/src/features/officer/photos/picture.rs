use super::super::request::{Failed, Request};
use crate::{
    client::{Call, Failure},
    ui::{Button, ButtonLook, Modal, live},
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

/// A photo, by what the melder wrote about it. It is fetched when an AF asks for it, and stays on this page only. It
/// has the whole screen: what a photo is added for is often small.
#[component]
pub fn PhotoOfReporter(case: CaseId, photo: AdditionKey, words: String) -> impl IntoView {
    let (request, id) = (Request::<bool>::new(), format!("foto-{}", photo.as_str()));
    let (drawn, open, large) = (request.done(), RwSignal::new(false), RwSignal::new(false));
    let canvas = id.clone();
    let look = Callback::new(move |()| {
        if drawn.get_untracked() == Some(true) {
            return open.set(true);
        }
        let (case, canvas, body) = (case.clone(), canvas.clone(), PhotoQuestion { photo: photo.clone() });
        let work = async move {
            let call = Call::on(Endpoint::Photo, case.as_str());
            let view = call.send::<PhotoQuestion, PhotoView>(&body).await?.body;
            Ok::<_, Failure>(draw(&canvas, &view.content).await.is_truthy())
        };
        request.run(work, move |drawn| {
            open.set(drawn);
            drawn
        });
    });
    let close = Callback::new(move |()| open.set(false));
    let size = move || if large.get() { "Toon de hele foto" } else { "Toon op ware grootte" };
    view! {
        <p class="not-on-paper"><Button look=ButtonLook::Plain press=look>"Bekijk de foto"</Button></p>
        <Failed failure=request.failure()/>
        <p role="status" class="not-on-paper">{live(move || (drawn.get() == Some(false)).then_some("Deze foto is hier niet te tonen."))}</p>
        <Modal title="Foto van de melder" class="photo" open=open close=close>
            <div class="picture" class:large=large role="region" aria-label="De foto"
                tabindex=move || large.get().then_some("0")>
                <canvas id=id role="img" aria-label=format!("Foto van de melder: {words}")></canvas>
            </div>
            <Button look=ButtonLook::Plain press=move |()| large.update(|it| *it = !*it)>{live(size)}</Button>
        </Modal>
    }
}
