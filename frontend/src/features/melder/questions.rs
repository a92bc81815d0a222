//! What an AF asks the melder, under the progress: each question once, with room for one answer. What is typed stays
//! until it was sent, also when another answer goes first or the sending fails.
use crate::{
    browser,
    client::{Call, Failure},
    messages::{self, day_with_year, finding},
    ui::{Bound, Button, FieldNote, Notice, NoticeLook, Said, TextArea, live},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    case::{AskedReporter, Progress},
    contract::{Endpoint, ProblemKind, SentAnswer},
    report::{Field, FindingCode, holds_bsn},
    text::{Prose, TextError},
};

/// What is typed and not sent, per code and question. It belongs to the page, so it outlives a new look at the
/// progress.
pub type Typed = StoredValue<Vec<(String, usize, ArcRwSignal<String>)>>;

fn typed_to(typed: Typed, code: &str, number: usize) -> RwSignal<String> {
    let known =
        typed.with_value(|all| all.iter().find(|one| one.0 == code && one.1 == number).map(|one| one.2.clone()));
    let text = known.unwrap_or_else(|| {
        let text = ArcRwSignal::new(String::new());
        typed.update_value(|all| all.push((code.to_owned(), number, text.clone())));
        text
    });
    RwSignal::from(text)
}

/// The questions of the melding with this code.
#[component]
pub fn Questions(asked: Vec<AskedReporter>, code: String, typed: Typed) -> impl IntoView {
    (!asked.is_empty()).then(|| {
        let title = if asked.len() == 1 { "Een vraag aan jou" } else { "Vragen aan jou" };
        let each = asked.into_iter().map(|asked| match asked.answered {
            Some(day) => view! {
                <p dir="auto">{asked.text.as_str().to_owned()}</p>
                <p class="soft">{format!("Beantwoord op {}. Dank je wel.", day_with_year(day))}</p>
            }
            .into_any(),
            None => view! { <OpenQuestion asked=asked code=code.clone() typed=typed/> }.into_any(),
        });
        view! { <section class="stack"><h2>{title}</h2>{each.collect_view()}</section> }
    })
}

#[component]
fn OpenQuestion(asked: AskedReporter, code: String, typed: Typed) -> impl IntoView {
    let number = asked.number;
    let text = typed_to(typed, &code, number);
    let (tried, busy) = (RwSignal::new(false), RwSignal::new(false));
    let (failed, done) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let id = StoredValue::new(format!("vraag-{number}"));
    let send = move |code: String| {
        if busy.get_untracked() {
            return;
        }
        tried.set(true);
        let Ok(parsed) = Prose::parse(&text.get_untracked()) else { return id.with_value(|id| browser::focus(id)) };
        let sent = SentAnswer { ontvangstcode: code, question: number, text: parsed };
        busy.set(true);
        spawn_local(async move {
            match Call::to(Endpoint::AnswerQuestion).send::<_, Progress>(&sent).await {
                Ok(_) => {
                    text.set(String::new());
                    failed.set(None);
                    done.set(Some("Dank je wel. De aandachtsfunctionaris leest je antwoord.".into()));
                }
                Err(why) => failed.set(Some(told(&why))),
            }
            busy.set(false);
        });
    };
    let error = move || tried.get().then(|| text.with(|text| wrong(text))).flatten().map(str::to_owned);
    let warning = move || text.with(|text| bsn(text));
    let note = FieldNote { error: Signal::derive(error), warning: Signal::derive(warning) };
    let label = StoredValue::new(asked.text.as_str().to_owned());
    let form = move || {
        let code = code.clone();
        view! {
            <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); send(code.clone()); }>
                <TextArea id=id.get_value() label=label.get_value() value=Bound::from(text) rows=4 note=note
                    most=Some(Prose::MAX)
                    hint="Schrijf alleen op wat je al weet. Zoek niets extra op. Je kunt één keer antwoorden."/>
                <Button busy=busy>"Verstuur je antwoord"</Button>
            </form>
        }
    };
    view! {
        <div class="stack">
            {live(move || match done.get() {
                Some(_) => view! { <p dir="auto">{label.get_value()}</p> }.into_any(),
                None => form().into_any(),
            })}
            <div role="status">
                {live(move || failed.get().map(|text| view! { <Notice look=NoticeLook::Wait><p>{text}</p></Notice> }))}
            </div>
            <Said text=done/>
        </div>
    }
}

/// Why an answer was not taken. What was typed stays.
fn told(why: &Failure) -> String {
    if why.kind() == Some(ProblemKind::Exists) {
        "Je hebt deze vraag al beantwoord. Je eerste antwoord is binnen. Wil je iets toevoegen? Bel dan.".into()
    } else if why.kind() == Some(ProblemKind::NotFound) {
        "Deze vraag staat niet meer open. Wil je het toch vertellen? Bel dan.".into()
    } else {
        messages::failure_by_kind(why)
    }
}

/// What is wrong with an answer.
fn wrong(typed: &str) -> Option<&'static str> {
    match Prose::parse(typed) {
        Ok(_) => None,
        Err(TextError::TooLong) => Some("Dat is te lang. Maak het korter."),
        Err(TextError::Empty | TextError::BadCharacter | TextError::BadShape) => Some("Schrijf op wat je weet."),
    }
}

fn bsn(typed: &str) -> Option<String> {
    holds_bsn(typed).then(|| finding(Field::Story, FindingCode::LooksLikeBsn))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::Problem;

    #[test]
    fn an_empty_answer_is_none() {
        assert_eq!(wrong("Maandag"), None);
        assert!(wrong("  ").is_some_and(|text| text.starts_with("Schrijf op")));
        assert!(wrong(&"a".repeat(100_000)).is_some_and(|text| text.starts_with("Dat is te lang")));
    }

    #[test]
    fn another_answer_to_the_same_question_is_told_as_such() {
        let of = |kind| told(&Failure::Problem(Box::new(Problem::new(kind, ""))));
        assert!(of(ProblemKind::Exists).starts_with("Je hebt deze vraag al beantwoord"));
        assert!(of(ProblemKind::NotFound).starts_with("Deze vraag staat niet meer open"));
        assert!(told(&Failure::Offline).starts_with("Er is geen verbinding"));
    }

    #[test]
    fn a_bsn_is_asked_to_be_taken_out() {
        assert_eq!((bsn("Het was maandag"), bsn("Zijn BSN is 111222333").is_some()), (None, true));
    }
}
