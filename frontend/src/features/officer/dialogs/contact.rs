use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
};
use crate::{
    messages::Words,
    ui::{ChoiceLook, Choices, FieldError, TextArea, picked},
};
use leptos::prelude::*;
use shared::case::{
    Command, CommandKind,
    notes::{ContactNote, Means},
};

#[derive(Clone, Default)]
struct Draft {
    means: Option<Means>,
    summary: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("contact");
        let means = check.chosen("wijze", self.means, "Kies hoe je de melder sprak.");
        let summary = check.prose("verslag", &self.summary, "Schrijf kort op wat jullie bespraken.");
        let note = means.zip(summary).map(|(means, summary)| ContactNote { means, summary });
        check.finish(note.map(Command::RecordContact))
    }
}

/// The melder was spoken to.
#[component]
pub fn ContactDialog() -> impl IntoView {
    let form = Form::new("contact", Draft::default(), Draft::build);
    let options = Means::ALL.iter().map(|one| one.words().into()).collect();
    view! {
        <CommandDialog kind=CommandKind::RecordContact form=form>
            <Choices id=form.id("wijze") legend="Hoe sprak je de melder?" options=options look=ChoiceLook::Segments
                chosen=picked(Means::ALL, form.part(|d| d.means, |d, v| d.means = v)) note=form.note("wijze")/>
            <TextArea id=form.id("verslag") label="Wat bespraken jullie?" rows=6 note=form.note("verslag")
                hint="Ook: wat spraken jullie af, en wie doet wat?"
                value=form.part(|d| d.summary.clone(), |d, v| d.summary = v)/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_asked_for_at_once() {
        let ids: Vec<String> = Draft::default().build().unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(ids, ["contact-wijze", "contact-verslag"]);
        let draft = Draft { means: Some(Means::Phone), summary: " Gesproken. ".into() };
        let Ok(Command::RecordContact(note)) = draft.build() else { panic!("refused") };
        assert_eq!(note.summary.as_str(), "Gesproken.");
    }
}
