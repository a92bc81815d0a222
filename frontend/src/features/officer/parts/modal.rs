use leptos::{html::Dialog, prelude::*};

/// Something that covers the page and keeps the focus inside (`<dialog>`). Shown as long as `open`; what is in it stays
/// as it was when it is closed. Without `close` it can't be left.
#[component]
pub fn Modal(
    #[prop(into)] title: String,
    #[prop(default = "")] class: &'static str,
    #[prop(default = true.into(), into)] open: Signal<bool>,
    #[prop(optional, into)] close: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // refused only for an element that is not in the page
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            (true, true) | (false, false) => {}
        }
    });
    let cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        if let Some(close) = close {
            close.run(());
        }
    };
    let label = title.clone();
    view! {
        <dialog class=format!("modal {class}") node_ref=node aria-label=label on:cancel=cancel>
            <div class="stack">
                <div class="modal-top">
                    <h2 tabindex="-1" autofocus>{title}</h2>
                    {close.map(|close| view! {
                        <button type="button" class="link-button" on:click=move |_| close.run(())>"Sluit"</button>
                    })}
                </div>
                {children()}
            </div>
        </dialog>
    }
}
