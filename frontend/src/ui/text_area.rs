use super::{Bound, Counter, FieldFrame, FieldNote, described_by};
use leptos::{attr::custom::custom_attribute, prelude::*};

/// Running text with its label. Its checks are off: a browser may send what is typed to its maker for them.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    value: Bound<String>,
    /// Under the label; empty for none.
    #[prop(optional, into)]
    hint: Option<String>,
    #[prop(default = 5)] rows: u32,
    /// Says "(niet verplicht)" after the label.
    #[prop(optional)]
    optional: bool,
    #[prop(optional)] note: FieldNote,
    /// The most characters that fit, where that is a matter.
    #[prop(default = None)]
    most: Option<usize>,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let counter = format!("{id}-ruimte");
    let described = described_by(id.clone(), hint.is_some(), note);
    view! {
        <div class="field">
            <label class="utrecht-form-label" for=id.clone()>
                {label}
                {optional.then_some(view! { <span class="soft">" (niet verplicht)"</span> })}
            </label>
            <FieldFrame id=id.clone() hint=hint note=note>
                <textarea
                    class="utrecht-textarea"
                    class:utrecht-textarea--invalid=note.invalid()
                    id=id
                    rows=rows
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    {..custom_attribute("autocorrect", "off")}
                    autocapitalize="sentences"
                    aria-describedby=described
                    aria-invalid=note.aria_invalid()
                    prop:value=value.signal()
                    on:input:target=move |event| value.set(event.target().value())
                ></textarea>
            </FieldFrame>
            {most.map(|most| view! { <Counter id=counter value=value most=most/> })}
        </div>
    }
}
