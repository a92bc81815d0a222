//! The melder's entry: the form comes into `#app` of index.html; the first screen there is plain HTML.
use frontend::{
    browser,
    features::melder::{Melder, MelderProps, open},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    #[cfg(feature = "debug")]
    console_error_panic_hook::set_once();
    let place = browser::document().and_then(|page| page.get_element_by_id("app"));
    if let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Leptos' own tasks begin with the first mount
        wasm_bindgen_futures::spawn_local(async move {
            let kept = open().await;
            mount_to(place, move || Melder(MelderProps { kept })).forget();
        });
    }
}
