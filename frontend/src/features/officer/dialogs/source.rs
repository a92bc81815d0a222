use super::{
    super::{
        parts::{Check, Form, Select, SelectOption},
        session::Gemeente,
    },
    frame::CommandDialog,
    today,
};
use crate::{
    messages::officer::source_label,
    ui::{FieldError, Notice, NoticeLook, TextArea, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::{Command, CommandKind, notes::SourceNote},
    moment::Day,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    source: String,
    day: String,
    result: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("bron");
        let source = check.line("naam", &self.source, "Kies een bron.");
        let day = check.past_day("datum", &self.day, self.today);
        let result = check.prose("resultaat", &self.result, "Schrijf op wat eruit kwam, ook als het niets was.");
        let built = source.zip(day).zip(result).map(|((source, day), result)| SourceNote { source, day, result });
        check.finish(built.map(Command::RecordSource))
    }
}

/// A source was consulted: one for which the gemeente named a ground.
#[component]
pub fn SourceDialog() -> impl IntoView {
    let today = today();
    let draft = Draft { today, source: String::new(), day: today.to_string(), result: String::new() };
    let form = Form::new("bron", draft, Draft::build);
    let sources = Gemeente::here().profile.sources.clone();
    let none = sources.is_empty();
    let option = |one: &shared::profile::Source| SelectOption { value: one.name.clone(), label: source_label(one) };
    let options: Vec<SelectOption> = sources.iter().map(option).collect();
    view! {
        <CommandDialog kind=CommandKind::RecordSource form=form>
            {none.then(|| view! {
                <Notice look=NoticeLook::Wait><p>"De gemeente noemt nog voor geen enkele bron een grondslag. Vraag je beheerder."</p></Notice>
            })}
            <Select id=form.id("naam") label="Welke bron?" options=Signal::stored(options) note=form.note("naam")
                value=form.part(|d| d.source.clone(), |d, v| d.source = v)/>
            <TextField id=form.id("datum") label="Wanneer?" kind=TextKind::Date note=form.note("datum")
                value=form.part(|d| d.day.clone(), |d, v| d.day = v)/>
            <TextArea id=form.id("resultaat") label="Wat kwam eruit?" note=form.note("resultaat")
                hint="Alleen wat de vraag beantwoordt" value=form.part(|d| d.result.clone(), |d, v| d.result = v)/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_in_the_future_is_found() {
        let today = "2026-04-30".parse().unwrap();
        let draft = Draft { today, source: "KvK".into(), day: "2026-05-01".into(), result: "Niets verzonnens.".into() };
        assert_eq!(draft.build().unwrap_err()[0].id, "bron-datum");
        let draft = Draft { day: "2026-04-30".into(), ..draft };
        assert!(matches!(draft.build(), Ok(Command::RecordSource(note)) if note.source.as_str() == "KvK"));
    }
}
