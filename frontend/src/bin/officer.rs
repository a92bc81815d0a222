//! The entry of the AF and the beheerder: `/af` and everything under it. Each function with `wasm_split` becomes a part
//! of its own, which holds what only it reaches; calling the function fetches the part first. They are here and not in
//! the library, because the melder's entry would export them too.
use frontend::{
    browser,
    features::officer::{App, CasePart, Missing, OtherPart, show_case, show_other},
};
use leptos::{prelude::*, wasm_split::wasm_split};
use wasm_bindgen::JsCast;

/// Makes a page of a part.
type Show<P> = fn(P) -> AnyView;

/// The pages about a case.
#[wasm_split(case, wasm_split_path = leptos::wasm_split, fallible)]
fn case() -> Result<Show<CasePart>, Missing> {
    Ok(show_case)
}

/// The other pages.
#[wasm_split(other, wasm_split_path = leptos::wasm_split, fallible)]
fn other() -> Result<Show<OtherPart>, Missing> {
    Ok(show_other)
}

fn main() {
    #[cfg(feature = "debug")]
    console_error_panic_hook::set_once();
    let place = document().get_element_by_id("app");
    if let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
        place.set_inner_html("");
        let app = || view! { <App case=|| Box::pin(case()) other=|| Box::pin(other())/> };
        mount_to(place, app).forget();
        browser::say_ready();
    }
}
