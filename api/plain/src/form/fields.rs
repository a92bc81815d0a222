//! Fields of the form: name, hint and findings follow from the [`Field`], as in the app.
use super::read::wire;
use crate::Place;
use maud::{Markup, html};
use serde::Serialize;
use shared::{
    indicators::ExploitationForm,
    profile::Function,
    report::{Draft, Field, Finding},
};
use words::{Spoken, field_id, melder};

/// What a line of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Anything.
    Text,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Phone => "tel",
            Self::Email => "email",
        }
    }
}

/// One of several answers that can be ticked together.
struct Tick {
    /// Follows on the field's id, as in the app.
    id: String,
    value: String,
    label: String,
    /// Under the label; empty for none.
    hint: &'static str,
    chosen: bool,
}

/// What the fields are made of.
pub struct Fields<'a> {
    /// The gemeente, with its signals and functions, and the language.
    pub place: Place<'a>,
    /// As typed.
    pub draft: &'a Draft,
    /// What the rules found in it.
    pub found: &'a [Finding],
}

impl Fields<'_> {
    fn error(&self, field: Field) -> Option<String> {
        let one = self.found.iter().find(|one| one.field == field)?;
        Some(self.place.language.finding(field, one.code))
    }

    /// Under the name of a field; empty for none.
    fn hint(&self, field: Field) -> &'static str {
        let (language, mails) = (self.place.language, self.place.instance.profile.mails);
        if mails && field == Field::Email { language.mailed() } else { language.hint(field) }
    }

    /// The hint and the finding, above the control.
    fn notes(&self, field: Field) -> Markup {
        let id = field_id(field);
        let hint = self.hint(field);
        html! {
            @if !hint.is_empty() { p.hint id={ (id) "-hint" } { (hint) } }
            @if let Some(error) = self.error(field) {
                p.utrecht-form-field-error-message id={ (id) "-error" } { (error) }
            }
        }
    }

    fn described(&self, field: Field) -> Option<String> {
        let id = field_id(field);
        let hint = (!self.hint(field).is_empty()).then(|| format!("{id}-hint"));
        let error = self.error(field).map(|_| format!("{id}-error"));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn label(&self, field: Field, needed: bool) -> Markup {
        html! {
            label.utrecht-form-label for=(field_id(field)) {
                (self.place.language.field_name(field))
                @if !needed { span.soft { (self.place.say(" (niet verplicht)", " (not required)")) } }
            }
        }
    }

    /// A line of text. The space as a placeholder lets the style see whether it is empty.
    pub fn line(&self, field: Field, value: &str, kind: Kind, needed: bool) -> Markup {
        let (id, wrong) = (field_id(field), self.error(field).is_some());
        html! {
            div.field.invalid[wrong] {
                (self.label(field, needed))
                (self.notes(field))
                input.utrecht-textbox.utrecht-textbox--invalid[wrong] type=(kind.as_str()) id=(id) name=(id) value=(value)
                    placeholder=" " autocomplete=(melder::autocomplete(field)) spellcheck="false" autocorrect="off"
                    dir=[(kind == Kind::Text).then_some("auto")] aria-describedby=[self.described(field)]
                    aria-invalid=[wrong.then_some("true")];
            }
        }
    }

    /// Running text. A browser drops the first line break, so there is one before the text.
    pub fn prose(&self, field: Field, value: &str, rows: u32, needed: bool) -> Markup {
        let (id, wrong) = (field_id(field), self.error(field).is_some());
        html! {
            div.field.invalid[wrong] {
                (self.label(field, needed))
                (self.notes(field))
                textarea.utrecht-textarea.utrecht-textarea--invalid[wrong] id=(id) name=(id) rows=(rows) dir="auto"
                    autocomplete="off" spellcheck="false" autocorrect="off" aria-describedby=[self.described(field)]
                    aria-invalid=[wrong.then_some("true")] { "\n" (value) }
            }
        }
    }

    /// A choice of one.
    pub fn choice<T: Spoken + PartialEq + Serialize>(&self, field: Field, all: &[T], chosen: Option<T>) -> Markup {
        let id = field_id(field);
        let names: Vec<&str> = all.iter().map(|one| self.place.language.words(*one)).collect();
        let look = if melder::are_short(&names) { "segments" } else { "rows" };
        let options = html! {
            div class=(look) {
                @for (at, (one, name)) in all.iter().zip(names).enumerate() {
                    label.option for={ (id) "-" (at) } {
                        input type="radio" autocomplete="off" id={ (id) "-" (at) } name=(id) value=(wire(one)) checked[chosen == Some(*one)];
                        span { (name) }
                    }
                }
            }
        };
        self.group(field, &options)
    }

    /// A choice of several forms, each with its explanation.
    pub fn boxes<const N: usize>(
        &self,
        field: Field,
        all: [(ExploitationForm, &'static str); N],
        chosen: &[ExploitationForm],
    ) -> Markup {
        let boxes = all.map(|(form, hint)| Tick {
            id: (form as u8).to_string(),
            value: wire(&form),
            label: self.place.language.words(form).to_owned(),
            hint,
            chosen: chosen.contains(&form),
        });
        self.ticks(field, &boxes)
    }

    /// The functions of the AFs, to choose who may not see it; nothing without functions in the profile.
    pub fn functions(&self, all: &[Function]) -> Markup {
        let boxes: Vec<_> = all
            .iter()
            .map(|one| Tick {
                id: one.id.as_str().to_owned(),
                value: one.id.as_str().to_owned(),
                label: one.name.clone(),
                hint: "",
                chosen: self.draft.excluded.contains(&one.id),
            })
            .collect();
        html! { @if !boxes.is_empty() { (self.ticks(Field::Excluded, &boxes)) } }
    }

    fn ticks(&self, field: Field, boxes: &[Tick]) -> Markup {
        let id = field_id(field);
        let options = html! {
            div.option-list {
                @for one in boxes {
                    label.option for={ (id) "-" (one.id) } {
                        input type="checkbox" autocomplete="off" id={ (id) "-" (one.id) } name=(id) value=(one.value) checked[one.chosen];
                        span { (one.label) @if !one.hint.is_empty() { small.soft { (one.hint) } } }
                    }
                }
            }
        };
        self.group(field, &options)
    }

    /// A field of several controls, with its name, hint and findings around them.
    pub fn group(&self, field: Field, controls: &Markup) -> Markup {
        let wrong = self.error(field).is_some();
        html! {
            fieldset.field.choices.invalid[wrong] id=(field_id(field)) aria-describedby=[self.described(field)] {
                legend.utrecht-form-label.sr-only[field == Field::Ticks] { (self.place.language.field_name(field)) }
                (self.notes(field))
                (controls)
            }
        }
    }
}
