use super::{
    super::{
        parts::{Check, Form, Select, SelectOption},
        send_form::SendForm,
    },
    store::Care,
};
use crate::{
    messages::officer::text_error,
    typed::Typed,
    ui::{FieldError, TextArea},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::{
    contract::{Endpoint, NewCareEntry},
    text::Prose,
};

const NAME: &str = "zorg";

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Draft {
    text: String,
    /// The entry that it corrects, counted from 0; empty for none.
    corrects: String,
}

impl Draft {
    fn build(&self) -> Result<NewCareEntry, Vec<FieldError>> {
        let mut check = Check::of(NAME);
        let text = Prose::parse(&self.text)
            .map_err(|error| {
                check.wrong("tekst", text_error(error, Prose::MAX, "Schrijf op wat er over zorg is verteld."))
            })
            .ok();
        let corrects = self.corrects.parse().ok();
        check.finish(text.map(|text| NewCareEntry { text, corrects }))
    }
}

/// One entry more. `count` is how many there are.
#[component]
pub fn WriteForm(care: Care, count: usize) -> impl IntoView {
    let (typed, place) = (Typed::here(), care.place(NAME));
    let form = Form::on(typed.form(place.clone(), Draft::default()), NAME, Draft::build);
    let options: Vec<SelectOption> =
        (0..count).map(|at| SelectOption { value: at.to_string(), label: format!("Regel {}", at + 1) }).collect();
    let send = move |body: NewCareEntry| {
        let place = place.clone();
        let then = move || typed.keep::<()>(&place, None);
        care.change(Endpoint::AddCare, body, "De regel is bewaard.", then);
    };
    view! {
        <details>
            <summary>"Schrijf iets op over zorg of gezondheid"</summary>
            <SendForm form=form request=care.changing send=send button="Bewaar de regel" label="Iets opschrijven over zorg of gezondheid">
                <TextArea id=form.id("tekst") label="Wat is er over zorg of gezondheid verteld?" note=form.note("tekst")
                    hint="Een regel blijft staan. Klopt er iets niet? Schrijf er dan een bij." rows=3
                    value=form.part(|d| d.text.clone(), |d, v| d.text = v) most=Some(Prose::MAX)/>
                {(count > 0).then(|| view! {
                    <Select id=form.id("verbetert") label="Verbetert dit een regel? (niet verplicht)" options=options
                        value=form.part(|d| d.corrects.clone(), |d, v| d.corrects = v)/>
                })}
            </SendForm>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_words_and_may_correct_another() {
        assert_eq!(Draft::default().build().unwrap_err()[0].id, "zorg-tekst");
        let built = Draft { text: "Iets verzonnens".into(), corrects: "1".into() }.build().unwrap();
        assert_eq!((built.text.as_str(), built.corrects), ("Iets verzonnens", Some(1)));
        let plain = Draft { text: "Iets verzonnens".into(), corrects: String::new() }.build().unwrap();
        assert_eq!(plain.corrects, None);
    }
}
