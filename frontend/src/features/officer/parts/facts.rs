use crate::messages::officer::Fact;
use leptos::prelude::*;

/// Facts under each other, each with its name. Running text keeps its lines.
#[component]
pub fn Facts(facts: Vec<Fact>) -> impl IntoView {
    view! { <dl class="facts">{facts.into_iter().map(line).collect_view()}</dl> }
}

fn line(fact: Fact) -> impl IntoView {
    let name = if fact.name.is_empty() { "Notitie" } else { fact.name };
    view! {
        <div>
            <dt class:sr-only=fact.name.is_empty()>{name}</dt>
            <dd class="own-words" dir="auto">{fact.text}</dd>
        </div>
    }
}
