use super::super::{
    fields::{Area, Pick},
    form::ActForm,
    frame::ActDialog,
};
use crate::ui::ChoiceLook;
use leptos::prelude::*;
use shared::{
    answer::Known,
    case::{Act, ActKind, act::draft::SafetyDraft, notes::SafetyFact},
};

/// Age or danger, as the AF knows it now.
#[component]
pub fn CorrectDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::CorrectSafety, SafetyDraft::default());
    let of = form.fields;
    view! {
        <ActDialog form=form make=Act::CorrectSafety>
            <Pick of=of part=SafetyDraft::fact() legend="Wat klopt er niet?" all=SafetyFact::ALL/>
            <Pick of=of part=SafetyDraft::is() legend="Hoe is het?" all=Known::ALL look=ChoiceLook::Segments/>
            <Area of=of part=SafetyDraft::reason() label="Hoe weet je dat?" rows=3/>
        </ActDialog>
    }
}
