//! What an AF asks the melder, and the answers.
use crate::{
    Place, value,
    written::{Field, Sent},
};
use maud::{Markup, html};
use shared::case::AskedReporter;

/// What was typed in the answer to a question.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// To which question.
    pub question: usize,
    /// As typed; empty once it was taken.
    pub text: String,
    /// What came of it, if it was sent.
    pub sent: Option<Sent>,
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(…)")
    }
}

impl Typed {
    /// What a browser sent of all answers, and which of them was to be taken.
    #[must_use]
    pub fn read(body: &[u8]) -> (Vec<Self>, Option<usize>) {
        let number = |name: &str| name.strip_prefix(ANSWER_TO).and_then(|number| number.parse().ok());
        let typed = form_urlencoded::parse(body)
            .filter_map(|(name, text)| {
                Some(Self { question: number(&name)?, text: text.replace("\r\n", "\n"), sent: None })
            })
            .collect();
        (typed, value(body, QUESTION).parse().ok())
    }
}

/// The name of the button of a question.
const QUESTION: &str = "vraag";
/// What comes before a question's number in the name of its answer.
const ANSWER_TO: &str = "antwoord-";

/// What an AF asks: each question once, with room for one answer. They are in one form, so that an answer which is not
/// finished stays when another is sent.
pub fn questions(place: Place<'_>, asked: &[AskedReporter], typed: &[Typed]) -> Markup {
    html! {
        @if !asked.is_empty() {
            section.stack {
                h2 {
                    @if asked.len() == 1 { (place.say("Een vraag aan jou", "A question for you")) }
                    @else { (place.say("Vragen aan jou", "Questions for you")) }
                }
                @for one in asked {
                    @let typed = typed.iter().find(|typed| typed.question == one.number).cloned().unwrap_or_default();
                    @match one.answered {
                        Some(day) => { (answered(place, one, &place.language.day_with_year(day), &typed)) }
                        None => { (question(place, one, &typed)) }
                    }
                }
            }
        }
    }
}

fn answered(place: Place<'_>, asked: &AskedReporter, day: &str, typed: &Typed) -> Markup {
    html! {
        p dir="auto" { (asked.text.as_str()) }
        @match &typed.sent {
            Some(Sent::Taken) => {
                div.notice.done role="status" {
                    p {
                        (place.say(
                            "Dank je wel. De aandachtsfunctionaris leest je antwoord.",
                            "Thank you. The aandachtsfunctionaris reads your answer.",
                        ))
                    }
                }
            }
            Some(Sent::Wrong(text) | Sent::Warned(text)) => { div.notice.wait role="alert" { p { (text) } } }
            None => {
                p.soft { (place.say("Beantwoord op ", "Answered on ")) (day) (place.say(". Dank je wel.", ". Thank you.")) }
            }
        }
    }
}

fn question(place: Place<'_>, asked: &AskedReporter, typed: &Typed) -> Markup {
    let number = asked.number.to_string();
    let field = Field {
        id: &format!("vraag-{number}"),
        name: &format!("{ANSWER_TO}{number}"),
        label: asked.text.as_str(),
        hint: place.say(
            "Schrijf alleen op wat je al weet. Zoek niets extra op. Je kunt één keer antwoorden.",
            "Only write down what you already know. Don’t look for more. You can answer once.",
        ),
        about: &number,
        send: (QUESTION, place.say("Verstuur je antwoord", "Send your answer")),
    };
    field.show(place, &typed.text, typed.sent.as_ref())
}
