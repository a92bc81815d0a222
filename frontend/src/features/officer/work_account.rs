use super::{
    request::{Failed, Request},
    session::{Gemeente, Session, State},
};
use crate::{
    browser,
    client::Call,
    messages,
    ui::{Alert, Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{Endpoint, SessionView, WorkAccountRefusal};
use wasm_bindgen::JsValue;

/// The link to the gemeente's own provider, where there is one. Where a session ended it opens in a new tab, so that
/// the input of this one is kept; `arrive` then gets the new session. `refusal`: why the last try did not succeed.
#[component]
pub fn WorkAccount(arrive: Callback<SessionView>, refusal: Option<WorkAccountRefusal>) -> impl IntoView {
    let covering = Session::here().state_now() == State::Ended;
    let offered = Gemeente::here().log_in.work_account;
    let refusal = Signal::stored(refusal.map(messages::work_account));
    let target = covering.then_some("_blank");
    view! {
        <Alert text=refusal/>
        {offered.then(|| view! {
            <p>
                <a class=ButtonLook::Plain.class() href=Endpoint::WorkAccountLogIn.url("") target=target rel="noopener">
                    "Inloggen met je werkaccount"
                </a>
            </p>
            {covering.then(|| view! { <GoOn arrive=arrive/> })}
        })}
    }
}

/// For those who logged in in another tab.
#[component]
fn GoOn(arrive: Callback<SessionView>) -> impl IntoView {
    let request = Request::without_session();
    let press = Callback::new(move |()| {
        request.run(Call::to(Endpoint::Session).ask::<SessionView>(), move |answer| arrive.run(answer.body));
    });
    view! {
        <p class="soft">"Dat opent een nieuw tabblad. Kom daarna hier terug."</p>
        <Failed failure=request.failure()/>
        <Button look=ButtonLook::Subtle press=press busy=request.busy()>"Ik ben ingelogd, ga verder"</Button>
    }
}

/// For somebody whose work account nobody here is known to have: an explanation, above the form that links it.
#[component]
pub fn NewHere() -> impl IntoView {
    view! {
        <Notice look=NoticeLook::Wait title="Je werkaccount is hier nieuw">
            <p>"Heb je al een account in Meldroute? Log dan één keer in met je inlognaam. Daarna werkt je werkaccount
                voor datzelfde account. Doe dit binnen tien minuten, en alleen als jij net met je werkaccount inlogde."</p>
            <p>"Heb je nog geen account? Dan hoef je niets te doen. Een aandachtsfunctionaris of de FG kijkt of jij het
                bent. Vraag ernaar, en log daarna opnieuw in met je werkaccount."</p>
        </Notice>
    }
}

/// Why it did not succeed, from the address; it is removed from there.
pub fn refusal() -> Option<WorkAccountRefusal> {
    let window = browser::window()?;
    let (location, history) = (window.location(), window.history().ok()?);
    let query = location.search().ok()?;
    let refusal = of_query(&query)?;
    // if the browser refuses, the address only keeps its code
    let _ = history.replace_state_with_url(&JsValue::NULL, "", location.pathname().ok().as_deref());
    Some(refusal)
}

fn of_query(query: &str) -> Option<WorkAccountRefusal> {
    WorkAccountRefusal::from_code(query.strip_prefix("?inloggen=")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_code_that_is_known_shows_something() {
        assert_eq!(of_query("?inloggen=geen-rol"), Some(WorkAccountRefusal::NoRole));
        for other in ["", "?", "?inloggen=", "?inloggen=onzin", "?x=geen-rol", "?inloggen=geen-rol&x=1"] {
            assert_eq!(of_query(other), None, "{other}");
        }
    }
}
