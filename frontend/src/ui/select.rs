use super::{Bound, FieldFrame, FieldNote, described_by};
use leptos::prelude::*;

/// Something to choose: its value, and how it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    /// Kept when chosen.
    pub value: String,
    /// As shown.
    pub label: String,
}

/// A choice from a list that is too long for radio buttons. The empty value is "Maak een keuze".
#[component]
pub fn Select(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] options: Signal<Vec<SelectOption>>,
    value: Bound<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] note: FieldNote,
) -> impl IntoView {
    let described = described_by(id.clone(), hint.is_some(), note);
    let line = move |option: SelectOption| {
        let own = option.value.clone();
        view! { <option value=option.value selected=move || value.get() == own>{option.label}</option> }
    };
    view! {
        <div class="field">
            <label class="utrecht-form-label" for=id.clone()>{label}</label>
            <FieldFrame id=id.clone() hint=hint note=note>
                <select
                    class="utrecht-textbox"
                    class:utrecht-textbox--invalid=note.invalid()
                    id=id
                    aria-describedby=described
                    aria-invalid=note.aria_invalid()
                    on:change:target=move |event| value.set(event.target().value())
                >
                    <option value="" selected=move || value.get().is_empty()>"Maak een keuze"</option>
                    {move || options.get().into_iter().map(line).collect_view()}
                </select>
            </FieldFrame>
        </div>
    }
}
