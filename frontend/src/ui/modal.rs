use crate::{back::Back, browser};
use leptos::{html::Dialog, prelude::*};
use web_sys::Element;

/// A modal dialog that covers the page and traps the focus (`<dialog>`). It shows while `open`; its content is kept
/// when it closes. Without `close` the user can't leave it. Afterwards the focus returns to its previous place.
///
/// It hides nothing from anybody: a browser closes a dialog all the same when somebody insists, and prints what lies
/// under it. What may not be seen has to leave the page.
#[component]
pub fn Modal(
    #[prop(into)] title: String,
    #[prop(default = "")] class: &'static str,
    #[prop(default = true.into(), into)] open: Signal<bool>,
    #[prop(optional, into)] close: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<Dialog>::new();
    let closed = shown(node, open, close);
    let leave = move || {
        if let Some(close) = close {
            close.run(());
        }
    };
    let cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        leave();
    };
    // the browser closed it itself, as it does when `cancel` is prevented twice
    let gone = move |_| {
        if closed.get_untracked() || !open.get_untracked() {
            return;
        }
        leave();
        if close.is_none()
            && let Some(dialog) = node.get_untracked()
        {
            let _ = dialog.show_modal();
        }
    };
    let label = title.clone();
    view! {
        <dialog class=format!("modal {class}") node_ref=node aria-label=label on:cancel=cancel on:close=gone>
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

/// Shows and closes the dialog as `open` says, with an entry in the history. Gives whether it was closed from here.
fn shown(node: NodeRef<Dialog>, open: Signal<bool>, close: Option<Callback<()>>) -> RwSignal<bool> {
    let before = StoredValue::new_local(None::<Element>);
    let (back, number, closed) = (Back::here(), StoredValue::new(None::<u32>), RwSignal::new(true));
    let end = move || {
        if let Some(number) = number.try_update_value(Option::take).flatten() {
            back.closed(number);
        }
    };
    on_cleanup(move || {
        end();
        return_focus(before.try_get_value().flatten());
    });
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                before.set_value(browser::focused());
                number.set_value(Some(back.opened(close)));
                closed.set(false);
                // refused only for an element that is not in the page
                let _ = dialog.show_modal();
            }
            (false, shows) => {
                end();
                closed.set(true);
                if shows {
                    dialog.close();
                }
            }
            (true, true) => {}
        }
    });
    closed
}

/// A closed dialog restores the focus by itself; a removed one does not.
fn return_focus(before: Option<Element>) {
    let Some(before) = before else { return };
    request_animation_frame(move || {
        if browser::focused().is_none() {
            browser::focus_element(&before);
        }
    });
}
