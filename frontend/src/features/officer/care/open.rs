use super::{
    super::{
        parts::{Check, Form},
        send_form::SendForm,
    },
    store::Care,
};
use crate::{
    typed::Typed,
    ui::{ChoiceField, FieldError, TextField},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::{
    case::notes::CareGround,
    contract::{Endpoint, OpenCareReason},
};

const NAME: &str = "zorg-openen";

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Draft {
    ground: Option<CareGround>,
    reason: String,
}

impl Draft {
    fn build(&self) -> Result<OpenCareReason, Vec<FieldError>> {
        let mut check = Check::of(NAME);
        let ground = check.chosen("grond", self.ground, "Kies op welke grond je dit opent.");
        let reason = check.line("reden", &self.reason, "Schrijf op waarom je dit nu moet lezen.");
        check.finish(ground.zip(reason).map(|(ground, reason)| OpenCareReason { ground, reason }))
    }
}

/// Asks for the ground and the reason.
#[component]
pub fn OpenForm(care: Care) -> impl IntoView {
    let (typed, place) = (Typed::here(), care.place(NAME));
    let form = Form::on(typed.form(place.clone(), Draft::default()), NAME, Draft::build);
    let send = move |body: OpenCareReason| {
        let place = place.clone();
        let then = move || typed.keep::<()>(&place, None);
        care.change(Endpoint::OpenCare, body, "Je leest het tot het einde van vandaag.", then);
    };
    view! {
        <details>
            <summary>"Open met een grond en een reden"</summary>
            <SendForm form=form request=care.changing send=send button="Open zorg en gezondheid" label="Zorg en gezondheid openen">
                <p>"Je leest het dan tot het einde van vandaag. Je collega's van dit dossier zien de grond en de reden. De FG ziet dat je dit deed, en de grond."</p>
                <ChoiceField id=form.id("grond") legend="Op welke grond?" all=CareGround::ALL note=form.note("grond")
                    value=form.part(|d| d.ground, |d, v| d.ground = v)/>
                <TextField id=form.id("reden") label="Waarom moet je dit nu lezen?" note=form.note("reden")
                    hint="Dit blijft bij het dossier. Zet er niets over zorg of gezondheid in."
                    value=form.part(|d| d.reason.clone(), |d, v| d.reason = v)/>
            </SendForm>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_ground_and_a_reason_nothing_is_opened() {
        let missing: Vec<String> = Draft::default().build().unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(missing, ["zorg-openen-grond", "zorg-openen-reden"]);
        let ground = Some(CareGround::Danger);
        assert_eq!(Draft { ground, reason: " ".into() }.build().unwrap_err()[0].id, "zorg-openen-reden");
        assert!(Draft { ground, reason: "Voor het overleg".into() }.build().is_ok());
    }
}
