use leptos::prelude::AnyView;
use shared::{
    indicators::{ExploitationForm, Origin},
    report::{Field, FindingCode, VttState},
};

/// The parts that differ by audience: the texts of the form, and the remarks beside the questions. It holds functions
/// instead of an enum of audiences, so that the texts of one audience are not in the other's wasm module.
pub struct Wording {
    /// The name of a field.
    pub name: fn(Field) -> &'static str,
    /// The field whose name is the heading of its page already. It is then not shown twice.
    pub heading: Option<Field>,
    /// Under the name; empty for none.
    pub hint: fn(Field) -> &'static str,
    /// The advice for a finding.
    pub finding: fn(Field, FindingCode) -> String,
    /// The value of `autocomplete`, for the browser.
    pub autocomplete: fn(Field) -> &'static str,
    /// The explanation of a form of exploitation; empty for none.
    pub form_hint: fn(ExploitationForm) -> &'static str,
    /// The question how a ticked signal is known.
    pub how_known: &'static str,
    /// An answer to that question.
    pub origin: fn(Origin) -> &'static str,
    /// The notice for a report about a colleague.
    pub about_colleague: fn() -> AnyView,
    /// The notice about acute danger.
    pub acute: fn() -> AnyView,
    /// The notice when nobody knows whether there is danger.
    pub perhaps_acute: fn() -> AnyView,
    /// The notice about Veilig Thuis.
    pub veilig_thuis: fn() -> AnyView,
    /// The advice that follows from the contact with Veilig Thuis; empty for none.
    pub after_veilig_thuis: fn(VttState) -> &'static str,
}
