use super::{
    super::{
        parts::Heading,
        request::{Failed, Request},
    },
    answer::Way,
    question::Question,
};
use crate::client::{Call, Failure};
use leptos::prelude::*;
use shared::contract::{Endpoint, KmtAsked};

/// The questions of the adviser who is logged in: those that they were asked and may still answer. One that was
/// answered stays on the page until it is opened again.
#[component]
pub fn OwnQuestionsPage() -> impl IntoView {
    let reading = Request::<()>::new();
    let asked = RwSignal::new(None::<Vec<KmtAsked>>);
    reading.run_by_itself(read(), move |all| asked.set(Some(all)));
    let busy = reading.busy();
    let lines = move || {
        asked.get().map(|all| match all.as_slice() {
            [] => view! { <p>"Er staat geen vraag voor je klaar."</p> }.into_any(),
            _some => all.into_iter().map(|one| view! { <One one=one/> }).collect_view().into_any(),
        })
    };
    view! {
        <div class="stack">
            <Heading text="Vragen aan jou" title="Adviesvragen"/>
            <Show when=move || busy.get()><p class="soft" role="status">"Even laden…"</p></Show>
            <Failed failure=reading.failure()/>
            {lines}
        </div>
    }
}

async fn read() -> Result<Vec<KmtAsked>, Failure> {
    Ok(Call::to(Endpoint::KmtQuestions).ask().await?.body)
}

#[component]
fn One(one: KmtAsked) -> impl IntoView {
    let (now, id) = (RwSignal::new(one.question), one.id);
    let done = Callback::new(move |question| now.set(question));
    move || view! { <Question way=Way::Account(id.clone()) question=now.get() done=done/> }
}
