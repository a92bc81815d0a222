use super::{
    super::{
        parts::{Check, Form},
        request::Request,
        send_form::SendForm,
    },
    open::wrong_link,
};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{ChoiceField, FieldError, TextArea, TextField},
};
use leptos::prelude::*;
use shared::{
    case::notes::AdviserSays,
    contract::{Endpoint, KmtAnswer, KmtForAdviser, KmtLink, KmtOwnAnswer, ProblemKind},
    id::LinkKey,
    text::{Line, Prose},
};

/// With what somebody answers.
#[derive(Debug, Clone)]
pub enum Way {
    /// A link and a code: then they say who they are.
    Link(KmtLink),
    /// An account, which was asked the question with this id.
    Account(LinkKey),
}

/// What is said, the words, and who says it where that is asked.
type Word = (AdviserSays, Prose, Option<Line>);

/// An answer as it is typed.
#[derive(Clone, Default)]
pub struct Draft {
    says: Option<AdviserSays>,
    text: String,
    /// Who says it; none where that is not asked.
    by: Option<String>,
}

impl Draft {
    fn build(&self) -> Result<Word, Vec<FieldError>> {
        let mut check = Check::of("antwoord");
        let says = check.chosen("soort", self.says, "Kies of je iets terugvraagt, of advies geeft.");
        let text = check.prose("tekst", &self.text, "Schrijf op wat je vraagt of adviseert.");
        let who = "Schrijf op wie je bent: je naam of je functie.";
        let by = self.by.as_ref().and_then(|by| check.line("door", by, who));
        check.finish(says.zip(text).map(|(says, text)| (says, text, by)))
    }
}

/// The adviser asks something back, or gives the advice. `done` gets the question as it is then.
#[component]
pub fn AnswerForm(
    way: Way,
    /// Whether something may be asked back: not while an earlier such question waits.
    may_ask: bool,
    /// Kept by the page, so that what is typed outlives a look at another question.
    draft: RwSignal<Draft>,
    done: Callback<KmtForAdviser>,
) -> impl IntoView {
    let (request, words, asks_who) = match way {
        Way::Link(_) => (Request::<()>::without_session(), wrong_link as fn(&Failure) -> String, true),
        Way::Account(_) => (Request::<()>::new(), gone as fn(&Failure) -> String, false),
    };
    draft.update(|draft| {
        draft.says = if may_ask { draft.says } else { Some(AdviserSays::Advises) };
        draft.by = asks_who.then(|| draft.by.take().unwrap_or_default());
    });
    let form = Form::on(draft, "antwoord", Draft::build);
    let label = if may_ask { "Je vraag of je advies" } else { "Je advies" };
    let send = move |word: Word| {
        request.run(answer(way.clone(), word), move |question| {
            draft.set(Draft::default());
            done.run(question);
        })
    };
    view! {
        <SendForm form=form request=request send=send button="Verstuur" words=words>
            {may_ask.then(|| view! {
                <ChoiceField id=form.id("soort") legend="Wat wil je zeggen?" all=AdviserSays::ALL note=form.note("soort")
                    value=form.part(|d| d.says, |d, v| d.says = v)/>
            })}
            <TextArea id=form.id("tekst") label=label rows=6 note=form.note("tekst")
                value=form.part(|d| d.text.clone(), |d, v| d.text = v) most=Some(Prose::MAX)/>
            {asks_who.then(|| view! {
                <TextField id=form.id("door") label="Wie ben je?" hint="Je naam of je functie" note=form.note("door")
                    value=form.part(|d| d.by.clone().unwrap_or_default(), |d, v| d.by = Some(v))/>
            })}
        </SendForm>
    }
}

async fn answer(way: Way, (says, text, by): Word) -> Result<KmtForAdviser, Failure> {
    Ok(match (way, by) {
        (Way::Link(access), Some(by)) => {
            let body = KmtAnswer { access, says, text, by };
            Call::to(Endpoint::AnswerKmtQuestion).send(&body).await?.body
        }
        (Way::Account(id), _) => {
            let call = Call::on(Endpoint::AnswerOwnKmtQuestion, id.as_str());
            call.send(&KmtOwnAnswer { says, text }).await?.body
        }
        // the form does not give this
        (Way::Link(_), None) => return Err(Failure::NoKey),
    })
}

/// What an adviser with an account reads when a question cannot be answered any more.
fn gone(failure: &Failure) -> String {
    if failure.kind() == Some(ProblemKind::NotFound) {
        "Je kunt deze vraag niet meer beantwoorden: hij is dicht of verlopen. Bel wie hem stelde.".into()
    } else {
        messages::failure(failure)
    }
}
