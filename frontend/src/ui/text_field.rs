use super::{Bound, Counter, FieldFrame, FieldNote, described_by};
use leptos::{attr::custom::custom_attribute, prelude::*};

/// The kind of text: decides the keyboard of a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextKind {
    /// Anything.
    #[default]
    Text,
    /// A telephone number, or another row of digits.
    Phone,
    /// An e-mail address.
    Email,
    /// A search.
    Search,
    /// A password.
    Password,
    /// A day.
    Date,
    /// A day and a time.
    Moment,
}

impl TextKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Phone => "tel",
            Self::Email => "email",
            Self::Search => "search",
            Self::Password => "password",
            Self::Date => "date",
            Self::Moment => "datetime-local",
        }
    }
}

impl TextKind {
    /// The direction of what is typed: of words as they come, of numbers and addresses from left to right.
    fn direction(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Search => Some("auto"),
            Self::Phone | Self::Email | Self::Password | Self::Date | Self::Moment => None,
        }
    }

    /// Where a phone types a capital by itself: not in what is taken letter by letter.
    fn capitals(self, autocomplete: &str) -> &'static str {
        match self {
            Self::Text if autocomplete == "off" => "sentences",
            Self::Text if autocomplete == "name" => "words",
            Self::Text | Self::Phone | Self::Email | Self::Search | Self::Password | Self::Date | Self::Moment => {
                "none"
            }
        }
    }
}

/// One line of text with its label. Its checks are off: a browser may send what is typed to its maker for them.
#[component]
pub fn TextField(
    /// Of the input; the label's, hint's and error's ids follow from it.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    value: Bound<String>,
    #[prop(optional)] kind: TextKind,
    /// Under the label; empty for none.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Says "(niet verplicht)" after the label.
    #[prop(optional)]
    optional: bool,
    /// For filling in by the browser; `off` unless it is about the user.
    #[prop(default = "off")]
    autocomplete: &'static str,
    #[prop(optional)] note: FieldNote,
    /// The most characters that fit, where that is a matter.
    #[prop(default = None)]
    most: Option<usize>,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let counter = format!("{id}-ruimte");
    let described = described_by(id.clone(), hint.is_some(), note);
    view! {
        <div class="field">
            <label class="utrecht-form-label" for=id.clone()>
                {label}
                {optional.then_some(view! { <span class="soft">" (niet verplicht)"</span> })}
            </label>
            <FieldFrame id=id.clone() hint=hint note=note>
                <input
                    class="utrecht-textbox"
                    class:utrecht-textbox--invalid=note.invalid()
                    type=kind.as_str()
                    id=id
                    autocomplete=autocomplete
                    spellcheck="false"
                    {..custom_attribute("autocorrect", "off")}
                    autocapitalize=kind.capitals(autocomplete)
                    dir=kind.direction()
                    aria-describedby=described
                    aria-invalid=note.aria_invalid()
                    prop:value=value.signal()
                    on:input:target=move |event| value.set(event.target().value())
                />
            </FieldFrame>
            {most.map(|most| view! { <Counter id=counter value=value most=most/> })}
        </div>
    }
}
