use super::live;
use leptos::prelude::*;

/// The messages of a field, beside its label.
#[derive(Clone, Copy, Default)]
pub struct FieldNote {
    /// The error; with one, the field is invalid.
    pub error: Signal<Option<String>>,
    /// The warning; the field stays valid.
    pub warning: Signal<Option<String>>,
}

impl FieldNote {
    /// Whether the field is invalid. A signal, because a closure would be in the module once for every use.
    #[must_use]
    pub fn invalid(self) -> Signal<bool> {
        Signal::derive(move || self.error.get().is_some())
    }

    /// The same for `aria-invalid`.
    #[must_use]
    pub fn aria_invalid(self) -> Signal<Option<&'static str>> {
        Signal::derive(move || self.error.get().map(|_| "true"))
    }
}

/// The value of `aria-describedby`: the ids of the hint, error and warning that are present.
#[must_use]
pub fn described_by(id: String, hint: bool, note: FieldNote) -> Signal<Option<String>> {
    Signal::derive(move || describing(&id, hint, note))
}

fn describing(id: &str, hint: bool, note: FieldNote) -> Option<String> {
    let parts = [
        hint.then(|| format!("{id}-hint")),
        note.error.get().map(|_| format!("{id}-error")),
        note.warning.get().map(|_| format!("{id}-warning")),
    ];
    let ids: Vec<String> = parts.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// Hint, error and warning of a field, with the ids that [`described_by`] names.
#[component]
pub fn FieldFrame(id: String, hint: Option<String>, note: FieldNote, children: Children) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        {message(format!("{id}-error"), "utrecht-form-field-error-message", note.error)}
        {children()}
        // it comes while somebody types, so it is spoken when it does
        <div aria-live="polite">{message(format!("{id}-warning"), "warning", note.warning)}</div>
    }
}

fn message(id: String, class: &'static str, text: Signal<Option<String>>) -> AnyView {
    live(move || {
        let id = id.clone();
        text.get().map(|text| view! { <p class=class id=id>{text}</p> })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_is_described_by_what_is_there() {
        Owner::new().with(|| {
            let error = RwSignal::new(None);
            let note = FieldNote { error: error.into(), warning: Signal::stored(Some("Weet je het zeker?".into())) };
            assert_eq!(describing("naam", true, note).unwrap(), "naam-hint naam-warning");
            error.set(Some("Vul je naam in.".into()));
            assert_eq!(describing("naam", false, note).unwrap(), "naam-error naam-warning");
            assert_eq!(describing("naam", false, FieldNote::default()), None);
        });
    }
}
