use super::{
    super::{
        parts::Heading,
        request::{Failed, Request},
    },
    answer::{Draft, Way},
    question::Question,
};
use crate::{
    client::{Call, Failure},
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::contract::{Endpoint, KmtAsked};
use std::collections::BTreeMap;

/// The questions of the adviser who is logged in, one at a time: those that they were asked and may still answer. One
/// that was answered stays until the page is opened again.
#[component]
pub fn OwnQuestionsPage() -> impl IntoView {
    let reading = Request::<()>::new();
    let (asked, look) = (RwSignal::new(None::<Vec<KmtAsked>>), Look::default());
    reading.run_by_itself(read(), move |all| asked.set(Some(all)));
    let shown = move || match asked.get() {
        Some(all) if !all.is_empty() => one(asked, look, &all).into_any(),
        Some(_none) => view! { <Nothing/><p>"Er staat geen vraag voor je klaar."</p> }.into_any(),
        None => view! {
            <Nothing/>
            <Show when=move || reading.busy().get()><p class="soft" role="status">"Even laden…"</p></Show>
            <Failed failure=reading.failure()/>
        }
        .into_any(),
    };
    view! { <div class="stack">{shown}</div> }
}

async fn read() -> Result<Vec<KmtAsked>, Failure> {
    Ok(Call::to(Endpoint::KmtQuestions).ask().await?.body)
}

#[component]
fn Nothing() -> impl IntoView {
    view! { <Heading text="Vragen aan jou".to_owned() title="Adviesvragen"/> }
}

/// Which question is looked at, counted from 0, and what was typed at each.
#[derive(Clone, Copy, Default)]
struct Look {
    at: RwSignal<usize>,
    draft: RwSignal<Draft>,
    others: StoredValue<BTreeMap<usize, Draft>>,
}

impl Look {
    /// Looks at this one; what was typed at the one before stays.
    fn turn(self, to: usize) {
        self.others.update_value(|others| {
            others.insert(self.at.get_untracked(), self.draft.get_untracked());
            self.draft.set(others.remove(&to).unwrap_or_default());
        });
        self.at.set(to);
    }
}

/// The one that is looked at, and the way to the next.
fn one(asked: RwSignal<Option<Vec<KmtAsked>>>, look: Look, all: &[KmtAsked]) -> impl IntoView {
    let (now, count) = (look.at.get(), all.len());
    let heading = if count == 1 { "Vraag aan jou".into() } else { format!("Vraag {} van {count}", now + 1) };
    let done = Callback::new(move |question| {
        asked.update(|all| {
            if let Some(mine) = all.as_mut().and_then(|all| all.get_mut(now)) {
                mine.question = question;
            }
        });
    });
    let next = Callback::new(move |()| look.turn((now + 1) % count));
    all.get(now).cloned().map(|KmtAsked { id, question }| {
        view! {
            <Question way=Way::Account(id) heading=heading question=question draft=look.draft done=done/>
            {(count > 1).then(|| view! {
                <div class="row"><Button look=ButtonLook::Plain press=next>"Volgende vraag"</Button></div>
            })}
        }
    })
}
