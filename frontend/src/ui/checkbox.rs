use super::Bound;
use leptos::prelude::*;

/// A checkbox with its label and, under it, a hint.
#[component]
pub fn Checkbox(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    checked: Bound<bool>,
    #[prop(optional, into)] hint: Option<String>,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let target = id.clone();
    view! {
        <label class="option" for=target>
            <input
                type="checkbox"
                id=id
                prop:checked=checked.signal()
                on:change:target=move |event| checked.set(event.target().checked())
            />
            <span>{label}{hint.map(|hint| view! { <small class="soft" dir="auto">{hint}</small> })}</span>
        </label>
    }
}
