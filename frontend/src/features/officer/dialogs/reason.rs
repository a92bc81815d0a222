use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
};
use crate::ui::{FieldError, TextArea};
use leptos::prelude::*;
use shared::{
    case::{
        Command, CommandKind,
        notes::{Reason, Remark},
    },
    text::Prose,
};

/// A command that takes one text: which, and how it is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    kind: CommandKind,
    prefix: &'static str,
    label: &'static str,
    missing: &'static str,
    make: fn(Prose) -> Command,
}

/// A note.
pub const REMARK: Asked = Asked {
    kind: CommandKind::AddRemark,
    prefix: "notitie",
    label: "Wat wil je onthouden?",
    missing: "Schrijf op wat je wilt onthouden.",
    make: |text| Command::AddRemark(Remark { text }),
};
/// Why the melder cannot be told.
pub const NO_FEEDBACK: Asked = Asked {
    kind: CommandKind::ProposeNoFeedback,
    prefix: "geen-terugkoppeling",
    label: "Waarom kan het niet?",
    missing: "Schrijf op waarom terugkoppelen niet kan.",
    make: |reason| Command::ProposeNoFeedback(Reason { reason }),
};
/// Why it opens again.
pub const REOPEN: Asked = Asked {
    kind: CommandKind::Reopen,
    prefix: "heropenen",
    label: "Waarom gaat het dossier weer open?",
    missing: "Schrijf op waarom het dossier weer open gaat.",
    make: |reason| Command::Reopen(Reason { reason }),
};

#[derive(Clone)]
struct Draft {
    asked: Asked,
    text: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of(self.asked.prefix);
        let text = check.prose("tekst", &self.text, self.asked.missing);
        check.finish(text.map(self.asked.make))
    }
}

/// A command that takes one text: a note, or a reason.
#[component]
pub fn ReasonDialog(asked: Asked) -> impl IntoView {
    let form = Form::new(asked.prefix, Draft { asked, text: String::new() }, Draft::build);
    view! {
        <CommandDialog kind=asked.kind form=form>
            <TextArea id=form.id("tekst") label=asked.label note=form.note("tekst")
                value=form.part(|d| d.text.clone(), |d, v| d.text = v)/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_becomes_its_own_command() {
        for asked in [REMARK, NO_FEEDBACK, REOPEN] {
            let draft = Draft { asked, text: "Omdat.".into() };
            assert_eq!(draft.build().map(|command| command.kind()), Ok(asked.kind));
            assert_eq!(Draft { text: " ".into(), ..draft }.build().unwrap_err()[0].text, asked.missing);
        }
    }
}
