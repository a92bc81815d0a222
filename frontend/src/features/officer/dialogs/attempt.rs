use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
};
use crate::ui::{FieldError, TextField};
use leptos::prelude::*;
use shared::case::{Command, CommandKind, notes::Attempt};

const KIND: CommandKind = CommandKind::RecordAttempt;

#[derive(Clone, Default)]
struct Draft {
    note: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("poging");
        let note = check.maybe_line("notitie", &self.note);
        check.finish(Some(Command::RecordAttempt(Attempt { note })))
    }
}

/// The melder was not reached.
#[component]
pub fn AttemptDialog() -> impl IntoView {
    let form = Form::new("poging", Draft::default(), Draft::build);
    view! {
        <CommandDialog kind=KIND form=form>
            <TextField id=form.id("notitie") label="Wat gebeurde er?" optional=true note=form.note("notitie")
                hint="Bijvoorbeeld: voicemail ingesproken, zonder reden te noemen"
                value=form.part(|d| d.note.clone(), |d, v| d.note = v)/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_needs_no_words() {
        assert_eq!(Draft::default().build(), Ok(Command::RecordAttempt(Attempt { note: None })));
        let long = Draft { note: "x".repeat(201) };
        assert_eq!(long.build().unwrap_err()[0].id, "poging-notitie");
    }
}
