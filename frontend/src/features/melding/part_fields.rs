use super::{
    reporter::ReporterFields, safety::SafetyFields, signals::SignalsField, story::StoryFields, subject::SubjectFields,
};
use leptos::prelude::*;
use shared::report::Part;

/// The questions of a part.
#[component]
pub fn PartFields(part: Part) -> impl IntoView {
    match part {
        Part::Subject => view! { <SubjectFields/> }.into_any(),
        Part::Signals => view! { <SignalsField/> }.into_any(),
        Part::Story => view! { <StoryFields/> }.into_any(),
        Part::Safety => view! { <SafetyFields/> }.into_any(),
        Part::Reporter => view! { <ReporterFields/> }.into_any(),
    }
}
