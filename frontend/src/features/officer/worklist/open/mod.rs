//! How to open a colleague's case, with a reason. It is loaded when it is asked for.
use super::super::{
    page::Page,
    parts::{Check, Form, Modal},
    request::Request,
    send_form::SendForm,
};
use crate::{
    client::{Answer, Call, Failure},
    route::Router,
    typed::Typed,
    ui::{ChoiceField, FieldError, TextField},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::IgnoredAny};
use shared::{
    case::{ReducedRow, notes::BreakGlassReason},
    contract::{Endpoint, OpenReason},
    id::CaseId,
};

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Draft {
    why: Option<BreakGlassReason>,
    words: String,
}

impl Draft {
    fn build(&self) -> Result<OpenReason, Vec<FieldError>> {
        let mut check = Check::of("toegang");
        let why = check.chosen("waarom", self.why, "Kies waarom je dit dossier nu moet zien.");
        let words = check.line("toelichting", &self.words, "Licht toe waarom je dit dossier nu moet zien.");
        check.finish(why.zip(words).map(|(why, words)| OpenReason { why, words }))
    }
}

/// Asks for the reason, and goes to the case.
#[component]
pub fn OpenDialog(asked: RwSignal<Option<ReducedRow>>) -> impl IntoView {
    asked.get_untracked().map(|row| view! { <Dialog row=row asked=asked/> })
}

#[component]
fn Dialog(row: ReducedRow, asked: RwSignal<Option<ReducedRow>>) -> impl IntoView {
    let (router, typed) = (Router::here(), Typed::here());
    let place = format!("toegang/{}", row.id);
    let form = Form::on(typed.form(place.clone(), Draft::default()), "toegang", Draft::build);
    let request = Request::new();
    let title = format!("Dossier {} toch bekijken", row.number);
    let close = Callback::new(move |()| asked.set(None));
    let send = move |body| {
        let to = Page::Case(row.id.clone()).path();
        let place = place.clone();
        request.run(open(row.id.clone(), body), move |_| {
            typed.keep::<()>(&place, None);
            router.go(&to);
        });
    };
    view! {
        <Modal title=title close=close>
            <SendForm form=form request=request send=send button="Bekijk het dossier" leave=close>
                <p>"Je kunt het dossier zien tot het einde van vandaag. De FG ziet dat je dit deed, en waarom."</p>
                <ChoiceField id=form.id("waarom") legend="Waarom moet je dit nu zien?" all=BreakGlassReason::ALL
                    note=form.note("waarom") value=form.part(|d| d.why, |d, v| d.why = v)/>
                <TextField id=form.id("toelichting") label="Licht het toe" note=form.note("toelichting")
                    hint="Dit blijft bij het dossier. Je collega leest het; de FG niet."
                    value=form.part(|d| d.words.clone(), |d, v| d.words = v)/>
            </SendForm>
        </Modal>
    }
}

async fn open(id: CaseId, body: OpenReason) -> Result<Answer<IgnoredAny>, Failure> {
    Call::on(Endpoint::OpenCase, id.as_str()).send(&body).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_reason_in_words_too_nothing_is_asked() {
        let missing: Vec<String> = Draft::default().build().unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(missing, ["toegang-waarom", "toegang-toelichting"]);
        let why = Some(BreakGlassReason::Absent);
        assert_eq!(Draft { why, words: " ".into() }.build().unwrap_err()[0].id, "toegang-toelichting");
        assert!(Draft { why, words: "Collega is ziek".into() }.build().is_ok());
    }
}
