use super::{excluded::Excluded, fields::choice, forms::Forms, store::Melding};
use crate::ui::Show;
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    report::{Field, Subject},
};

/// Person or place, which forms, a colleague or not and then who may not see it.
#[component]
pub fn SubjectFields() -> impl IntoView {
    let melding = Melding::here();
    let about_colleague = melding.asks(Field::Excluded);
    view! {
        {choice(Field::Subject, Subject::ALL, |d| d.subject, |d, v| d.subject = v)}
        <Forms/>
        {choice(Field::Colleague, YesNo::ALL, |d| d.colleague, |d, v| d.colleague = v)}
        <Show when=move || about_colleague.get()>{(melding.wording.about_colleague)()}<Excluded/></Show>
    }
}
