use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
    today,
    told::{HasTold, ToldDraft, ToldFields},
};
use crate::{
    messages::Words,
    ui::{Choices, FieldError, TextArea, picked},
};
use leptos::prelude::*;
use shared::case::{
    Command, CommandKind,
    notes::{EarlyEnd, EarlyReason},
};

#[derive(Clone)]
struct Draft {
    reason: Option<EarlyReason>,
    explanation: String,
    told: ToldDraft,
}

impl HasTold for Draft {
    fn told(&self) -> &ToldDraft {
        &self.told
    }
    fn told_mut(&mut self) -> &mut ToldDraft {
        &mut self.told
    }
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("eerder");
        let reason = check.chosen("reden", self.reason, "Kies waarom het dossier nu al dicht gaat.");
        let explanation = check.prose("toelichting", &self.explanation, "Leg in een paar woorden uit waarom.");
        let feedback = self.told.build(&mut check);
        let built = reason.zip(explanation).zip(feedback);
        let end = built.map(|((reason, explanation), feedback)| EarlyEnd { reason, explanation, feedback });
        check.finish(end.map(Command::CloseEarly))
    }
}

/// Closing before the decision.
#[component]
pub fn EarlyDialog() -> impl IntoView {
    let draft = Draft { reason: None, explanation: String::new(), told: ToldDraft::new(today()) };
    let form = Form::new("eerder", draft, Draft::build);
    let options = EarlyReason::ALL.iter().map(|one| one.words().into()).collect();
    view! {
        <CommandDialog kind=CommandKind::CloseEarly form=form wide=true>
            <Choices id=form.id("reden") legend="Waarom gaat het dossier nu al dicht?" options=options
                chosen=picked(EarlyReason::ALL, form.part(|d| d.reason, |d, v| d.reason = v)) note=form.note("reden")/>
            <TextArea id=form.id("toelichting") label="Toelichting" rows=3 note=form.note("toelichting")
                value=form.part(|d| d.explanation.clone(), |d, v| d.explanation = v)/>
            <h3>"Terugkoppeling aan de melder"</h3>
            <ToldFields form=form/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_early_tells_the_melder_too() {
        let told = ToldDraft::new("2026-04-30".parse().unwrap());
        let draft = Draft { reason: Some(EarlyReason::Mistake), explanation: "Vergissing.".into(), told };
        let ids: Vec<String> = draft.build().unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(ids, ["eerder-wijze", "eerder-tekst"]);
    }
}
