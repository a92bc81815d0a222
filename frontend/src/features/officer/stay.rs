use super::{
    parts::Modal,
    request::{Failed, Request},
    session::Session,
};
use crate::{client::Call, ui::Button};
use leptos::prelude::*;
use shared::contract::{Endpoint, SessionView};

/// The idle warning, over the page, before a session expires. Both buttons send a request, and any request keeps the
/// session.
#[component]
pub fn StayQuestion() -> impl IntoView {
    let session = Session::here();
    view! { <Show when=move || session.asks_to_stay()><Question/></Show> }
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
