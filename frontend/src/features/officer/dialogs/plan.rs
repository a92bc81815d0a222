use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
    today,
};
use crate::ui::{FieldError, TextArea, TextField, TextKind};
use leptos::prelude::*;
use shared::{
    case::{Command, CommandKind, notes::Plan},
    moment::Day,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    question: String,
    until: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("onderzoek");
        let question = check.prose("vraag", &self.question, "Schrijf op welke vraag je wilt beantwoorden.");
        let until = check.day("einddatum", &self.until);
        if until.is_some_and(|day| day < self.today) {
            check.wrong("einddatum", "De einddatum ligt in het verleden. Kies een latere dag.");
        }
        let plan = question.zip(until).map(|(question, until)| Plan { question, until });
        check.finish(plan.map(Command::StartInvestigation))
    }
}

/// A question and an end date.
#[component]
pub fn PlanDialog() -> impl IntoView {
    let draft = Draft { today: today(), question: String::new(), until: String::new() };
    let form = Form::new("onderzoek", draft, Draft::build);
    view! {
        <CommandDialog kind=CommandKind::StartInvestigation form=form>
            <TextArea id=form.id("vraag") label="Welke vraag wil je beantwoorden?" rows=4 note=form.note("vraag")
                value=form.part(|d| d.question.clone(), |d, v| d.question = v)/>
            <TextField id=form.id("einddatum") label="Tot en met wanneer?" kind=TextKind::Date
                note=form.note("einddatum") hint="Zoals je met de melder afsprak"
                value=form.part(|d| d.until.clone(), |d, v| d.until = v)/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_date_is_today_or_later() {
        let draft = |until: &str| Draft {
            today: "2026-04-30".parse().unwrap(),
            question: "Wie woont er?".into(),
            until: until.into(),
        };
        assert!(draft("2026-04-30").build().is_ok());
        for bad in ["2026-04-29", "", "30-04-2026"] {
            assert_eq!(draft(bad).build().unwrap_err()[0].id, "onderzoek-einddatum", "{bad}");
        }
    }
}
