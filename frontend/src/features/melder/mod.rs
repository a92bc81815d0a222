//! The melder's pages: the melding in steps, and the receipt. The first screen is not here: it is plain HTML in
//! `index.html`, and works before and without this. Neither is the progress of a melding, which the server shows.
mod call;
mod call_first;
mod cover;
mod deliver;
mod instance;
mod keep;
mod known;
mod offered;
mod page;
mod queue;
mod receipt;
mod review;
mod saved;
mod seal;
mod sending;
mod shell;
mod steps;
mod store;
mod summary;
mod wording;
mod work;

use crate::{browser, route::Router, ui::Show};
use leptos::prelude::*;
use page::{Page, Step};
pub use saved::{Kept, open};
use store::Store;

/// The melder's entry: puts the page of the address into `#app` and hides or shows the first screen. Begins with what
/// was kept on the device.
#[component]
pub fn Melder(kept: Kept) -> impl IntoView {
    let router = Router::start();
    let store = Store::start(kept, &wording::MELDER);
    let page = Memo::new(move |_| Page::at(&router.path()));
    let covered = move || store.covered.get() && matches!(page.get(), Page::Step(_));
    Effect::new(move |before: Option<Page>| {
        let now = page.get();
        mark(now);
        store.keeper.now();
        if now == Page::First && before.is_some_and(|before| before != Page::First) {
            browser::set_title("Eerst veilig");
            browser::focus("first-title");
        }
        now
    });
    let listener = window_event_listener(leptos::ev::click, move |event| follow(router, &event));
    on_cleanup(move || listener.remove());
    view! { <Show when=covered fallback=move || view(page.get())><cover::Cover/></Show> }
}

/// Classes on the page's root, by which the style shows the right part.
fn mark(page: Page) {
    let Some(root) = browser::document().and_then(|page| page.document_element()) else { return };
    let classes = match page {
        Page::First => "ready",
        Page::Step(_) => "app ready in-steps",
        Page::Receipt => "app ready",
    };
    root.set_class_name(classes);
}

/// Links of the first screen's plain HTML that lead into the app: followed without loading a page.
fn follow(router: Router, event: &leptos::ev::MouseEvent) {
    use wasm_bindgen::JsCast;
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = element.and_then(|element| element.closest("a[data-in-app]").ok().flatten());
    if let Some(path) = link.and_then(|link| link.get_attribute("href"))
        && crate::route::is_plain(event)
    {
        event.prevent_default();
        router.go(&path);
    }
}

fn view(page: Page) -> AnyView {
    match page {
        Page::First => ().into_any(),
        Page::Step(Step::Asks(part)) => view! { <steps::AskStep part=part/> }.into_any(),
        Page::Step(Step::Review) => view! { <review::ReviewStep/> }.into_any(),
        Page::Receipt => view! { <receipt::ReceiptPage/> }.into_any(),
    }
}
