//! "Hoe staat mijn melding ervoor?": the code in the body of a request, never in an address.
use super::{
    call::{Number, tel},
    call_first::{CallFirst, asks_for_veilig_thuis},
    page::Page,
    questions::{Questions, Typed},
    stages::{explanation, items},
    store::Store,
};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{Bound, Button, FieldNote, Link, Notice, NoticeLook, PageHeading, Steps, TextField, live},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    case::{Progress, Stage},
    code::ReceiptCode,
    contract::{Endpoint, ProblemKind, ProgressQuery},
    text::TextError,
};

/// The result of a request for the progress.
#[derive(Clone, PartialEq)]
enum Asked {
    Nothing,
    Busy,
    /// With the code that was looked up: another may be typed meanwhile.
    Found(ReceiptCode, Progress),
    Failed(Failure),
}

/// Asks for a code and shows the progress of that melding.
#[component]
pub fn ProgressPage() -> impl IntoView {
    let code = Store::here().code;
    let asked = RwSignal::new(Asked::Nothing);
    let tried = RwSignal::new(false);
    let submit = move || {
        tried.set(true);
        ask(code, asked);
    };
    // a code that we know is looked up at once
    if !code.read_untracked().is_empty() {
        submit();
    }
    let error = Signal::derive(move || wrong(&code.read(), tried.get()).map(str::to_owned));
    let note = FieldNote { error, ..FieldNote::default() };
    let busy = Signal::derive(move || asked.read() == Asked::Busy);
    let typed = Typed::default();
    view! {
        <div class="column stack">
            <PageHeading text="Hoe staat mijn melding ervoor?"/>
            <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); submit(); }>
                <TextField
                    id="ontvangstcode" label="Jouw code" value=Bound::from(code) note=note
                    hint="Zes groepjes van drie. Hoofdletters, spaties en streepjes maken niet uit."
                />
                <Button wide=true busy=busy>"Bekijk"</Button>
            </form>
            <div role="status">{live(move || answer(asked.get()))}</div>
            {live(move || match asked.get() {
                Asked::Found(code, found) => {
                    view! { <Questions asked=found.questions code=code.shown() typed=typed/> }.into_any()
                }
                Asked::Nothing | Asked::Busy | Asked::Failed(_) => ().into_any(),
            })}
            <p><Link to=Page::First.path()>"Naar de eerste pagina"</Link></p>
        </div>
    }
}

fn answer(asked: Asked) -> AnyView {
    match asked {
        Asked::Nothing | Asked::Busy => ().into_any(),
        Asked::Found(_, progress) => view! {
            <div class="stack">
                {call_first(&progress)}
                <p>{explanation(&progress)}</p>
                <Steps items=items(&progress)/>
                <CallYourself/>
            </div>
        }
        .into_any(),
        Asked::Failed(why) => view! { <Notice look=NoticeLook::Wait><p>{told(&why)}</p></Notice> }.into_any(),
    }
}

/// Until the investigation begins. From then on an AF knows more than the melder said.
fn call_first(progress: &Progress) -> Option<impl IntoView + use<>> {
    let early = matches!(progress.stage, Stage::Reported | Stage::Contact);
    let (alarms, veilig_thuis) = (progress.alarms.clone(), asks_for_veilig_thuis(&progress.alarms));
    early.then(|| view! { <CallFirst alarms=alarms veilig_thuis=veilig_thuis/> })
}

/// Whom to call with a question, or when nobody called.
#[component]
fn CallYourself() -> impl IntoView {
    let number = Number::Kmt.shown();
    view! {
        <p>
            "Iets nieuws gezien, of niet gebeld? Je mag zelf bellen: "{Number::Kmt.who()}", "
            <a class="utrecht-link" href=tel(&number)>{number.clone()}</a>". Zeg dat je al gemeld hebt."
        </p>
    }
}

fn told(why: &Failure) -> String {
    if why.kind() == Some(ProblemKind::NotFound) {
        "We kennen deze code niet. Kijk of je hem goed hebt overgenomen. Of heb je later een nieuwe code gekregen?"
            .into()
    } else {
        messages::failure_by_kind(why)
    }
}

fn ask(code: RwSignal<String>, asked: RwSignal<Asked>) {
    let typed = code.get_untracked();
    let Ok(parsed) = ReceiptCode::parse(&typed) else { return crate::browser::focus("ontvangstcode") };
    asked.set(Asked::Busy);
    spawn_local(async move {
        let query = ProgressQuery { ontvangstcode: typed };
        asked.set(match Call::to(Endpoint::AskProgress).send::<_, Progress>(&query).await {
            Ok(found) => Asked::Found(parsed, found.body),
            Err(why) => Asked::Failed(why),
        });
    });
}

/// The error of a code. A typing error shows as soon as all characters are there, other errors after the first try.
fn wrong(typed: &str, tried: bool) -> Option<&'static str> {
    match ReceiptCode::parse(typed) {
        Ok(_) => None,
        Err(TextError::BadCharacter) => Some("Er klopt een teken niet. Kijk de code nog eens na."),
        Err(_) if !tried => None,
        Err(TextError::Empty) => Some("Vul je code in."),
        Err(TextError::BadShape | TextError::TooLong) => {
            Some("Een code heeft 18 letters en cijfers. Kijk de code nog eens na.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::Problem;

    #[test]
    fn a_slip_is_reported_at_once_and_an_unfinished_code_only_when_tried() {
        let code = ReceiptCode::from_secret(&[0x5a; 16]).shown();
        let slip = format!("{}{}", &code[..code.len() - 1], if code.ends_with('0') { '1' } else { '0' });
        assert_eq!(wrong(&code.to_lowercase().replace(' ', "-"), true), None);
        assert!(wrong(&slip, false).is_some_and(|text| text.starts_with("Er klopt een teken niet")));
        assert_eq!((wrong("", false), wrong("K7M", false)), (None, None));
        assert_eq!(wrong("", true), Some("Vul je code in."));
        assert!(wrong("K7M", true).is_some_and(|text| text.contains("18")));
    }

    #[test]
    fn an_unknown_code_is_reported_as_such() {
        let unknown = Failure::Problem(Box::new(Problem::new(ProblemKind::NotFound, "")));
        assert!(told(&unknown).starts_with("We kennen deze code niet"));
        assert!(told(&Failure::Offline).starts_with("Er is geen verbinding"));
    }
}
