use super::{
    idle::Ending,
    parts::Modal,
    request::{Failed, Request},
    session::Session,
};
use crate::{client::Call, ui::Button};
use leptos::{html::Div, prelude::*};
use shared::contract::{Endpoint, SessionView};

/// The warning before a session ends. When it ends because nobody is there, it is a question over the page. Both
/// buttons send a request, and any request keeps the session.
#[component]
pub fn StayQuestion() -> impl IntoView {
    let session = Session::here();
    view! {
        <Show when=move || session.ending() == Ending::Idle><Question/></Show>
        <Show when=move || session.ending() == Ending::Last><EndsSoon/></Show>
    }
}

#[component]
fn Question() -> impl IntoView {
    let request = Request::new();
    let stay = Callback::new(move |()| request.run(Call::to(Endpoint::Session).ask::<SessionView>(), |_| ()));
    view! {
        <Modal title="Ben je er nog?" close=stay>
            <p>"Over ongeveer twee minuten word je uitgelogd, omdat je een tijd niets deed. Wat je typte, blijft staan."</p>
            <Failed failure=request.failure()/>
            <Button press=stay busy=request.busy()>"Ja, ik ga door"</Button>
        </Modal>
    }
}

/// The session has lasted as long as one may. This asks nothing and takes no focus: whoever types goes on typing. It
/// lies on top of everything, also of a dialog.
#[component]
fn EndsSoon() -> impl IntoView {
    let node = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(bar) = node.get() {
            // a browser without popovers shows it where it stands
            let _ = bar.show_popover();
        }
    });
    view! {
        <div class="ends-soon" role="status" popover="manual" node_ref=node>
            "Over ongeveer twee minuten log je opnieuw in: je werkt dan negen uur achter elkaar. Wat je typt, blijft bewaard."
        </div>
    }
}
