use super::super::{
    dossier::Dossier,
    parts::{CodeToCopy, Modal},
};
use crate::ui::{Button, Notice, NoticeLook};
use leptos::prelude::*;

/// The melder's new code, once. Only its own button closes it, because a stray Escape would lose the code.
#[component]
pub fn CodeCard() -> impl IntoView {
    let dossier = Dossier::here();
    let close = Callback::new(move |()| dossier.code.set(None));
    move || {
        dossier.code.get().map(|code| {
            view! {
                <Modal title="De nieuwe code">
                    <p>"Lees de code voor aan de melder. Laat de melder hem herhalen."</p>
                    <CodeToCopy code=code/>
                    <Notice look=NoticeLook::Wait>
                        <p>"Je ziet deze code maar één keer. We bewaren hem nergens. De oude code werkt niet meer."</p>
                    </Notice>
                    <Button press=close>"De melder heeft de code"</Button>
                </Modal>
            }
        })
    }
}
