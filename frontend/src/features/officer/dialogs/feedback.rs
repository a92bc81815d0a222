use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
    today,
    told::{HasTold, ToldDraft, ToldFields},
};
use crate::ui::FieldError;
use leptos::prelude::*;
use shared::case::{Command, CommandKind};

impl HasTold for ToldDraft {
    fn told(&self) -> &ToldDraft {
        self
    }
    fn told_mut(&mut self) -> &mut ToldDraft {
        self
    }
}

fn build(draft: &ToldDraft) -> Result<Command, Vec<FieldError>> {
    let mut check = Check::of("terugkoppelen");
    let note = draft.build(&mut check);
    check.finish(note.map(Command::GiveFeedback))
}

/// The melder was told.
#[component]
pub fn FeedbackDialog() -> impl IntoView {
    let form = Form::new("terugkoppelen", ToldDraft::new(today()), build);
    view! { <CommandDialog kind=CommandKind::GiveFeedback form=form><ToldFields form=form/></CommandDialog> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::case::notes::Means;

    #[test]
    fn how_what_and_when() {
        let empty = ToldDraft::new("2026-04-30".parse().unwrap());
        let ids: Vec<String> = build(&empty).unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(ids, ["terugkoppelen-wijze", "terugkoppelen-tekst"]);
        let full = ToldDraft { means: Some(Means::Phone), text: "Besproken.".into(), ..empty };
        assert!(matches!(build(&full), Ok(Command::GiveFeedback(note)) if note.text.as_str() == "Besproken."));
    }
}
