//! The entry of the AF and the beheerder: `/af` and everything under it.
use frontend::{browser, features::officer::App};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    #[cfg(feature = "debug")]
    console_error_panic_hook::set_once();
    let place = document().get_element_by_id("app");
    if let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
        place.set_inner_html("");
        mount_to(place, App).forget();
        browser::say_ready();
    }
}
