use super::{
    super::{
        parts::{Check, Form},
        request::Request,
        send_form::SendForm,
    },
    open::why,
    opened::Opened,
};
use crate::{
    client::{Call, Failure},
    ui::{ChoiceField, FieldError, TextArea, TextField},
};
use leptos::prelude::*;
use shared::{
    case::notes::AdviserSays,
    contract::{Endpoint, KmtAnswer, KmtLink, KmtView},
    text::{Line, Prose},
};

/// What is said, the words, and by whom.
type Word = (AdviserSays, Prose, Line);

#[derive(Clone, Default)]
struct Draft {
    says: Option<AdviserSays>,
    text: String,
    by: String,
}

impl Draft {
    fn build(&self) -> Result<Word, Vec<FieldError>> {
        let mut check = Check::of("antwoord");
        let says = check.chosen("soort", self.says, "Kies of je iets terugvraagt, of advies geeft.");
        let text = check.prose("tekst", &self.text, "Schrijf op wat je vraagt of adviseert.");
        let by = check.line("door", &self.by, "Schrijf op wie je bent: je naam of je functie.");
        let word = says.zip(text).zip(by);
        check.finish(word.map(|((says, text), by)| (says, text, by)))
    }
}

/// The adviser asks something back, or gives the advice.
#[component]
pub fn AnswerForm(access: KmtLink, opened: RwSignal<Option<Opened>>) -> impl IntoView {
    let form = Form::new("antwoord", Draft::default(), Draft::build);
    let request = Request::<()>::without_session();
    let send = move |(says, text, by): Word| {
        let access = access.clone();
        let asked = KmtAnswer { access: access.clone(), says, text, by };
        request.run(answer(asked), move |question| opened.set(Some(Opened { access, question })));
    };
    view! {
        <SendForm form=form request=request send=send button="Verstuur" words=why>
            <ChoiceField id=form.id("soort") legend="Wat wil je zeggen?" all=AdviserSays::ALL note=form.note("soort")
                value=form.part(|d| d.says, |d, v| d.says = v)/>
            <TextArea id=form.id("tekst") label="Je vraag of je advies" rows=6 note=form.note("tekst")
                value=form.part(|d| d.text.clone(), |d, v| d.text = v) most=Some(Prose::MAX)/>
            <TextField id=form.id("door") label="Wie ben je?" hint="Je naam of je functie" note=form.note("door")
                value=form.part(|d| d.by.clone(), |d, v| d.by = v)/>
        </SendForm>
    }
}

async fn answer(body: KmtAnswer) -> Result<KmtView, Failure> {
    Ok(Call::to(Endpoint::AnswerKmtQuestion).send(&body).await?.body)
}
