use super::session::{Gemeente, Session};
use crate::{
    browser,
    client::{Call, Failure},
    messages,
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::{Endpoint, SessionView, WorkAccountRefusal};
use wasm_bindgen::JsValue;

/// The way to the gemeente's own provider, where there is one. Over a page whose session ended it opens in a tab of its
/// own, so that what was typed stays; `arrive` is told who is there then.
#[component]
pub fn WorkAccount(arrive: Callback<SessionView>) -> impl IntoView {
    let covering = Session::here().has_ended_now();
    let offered = Gemeente::here().log_in.work_account;
    let refusal = refusal();
    let target = covering.then_some("_blank");
    view! {
        {refusal.map(|refusal| view! {
            <Notice look=NoticeLook::Danger live=true><p>{messages::work_account(refusal)}</p></Notice>
        })}
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

/// For who logged in in another tab.
#[component]
fn GoOn(arrive: Callback<SessionView>) -> impl IntoView {
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let look = move |()| {
        busy.set(true);
        spawn_local(async move {
            let answer = Call::to(Endpoint::Session).get::<SessionView>().await;
            busy.set(false);
            match answer {
                Ok(answer) => arrive.run(answer.body),
                Err(failure) => failed.set(Some(failure)),
            }
        });
    };
    view! {
        <p class="soft">"Dat opent een nieuw tabblad. Kom daarna hier terug."</p>
        {move || failed.get().map(|failure| view! {
            <Notice look=NoticeLook::Danger live=true><p>{messages::failure(&failure)}</p></Notice>
        })}
        <Button look=ButtonLook::Subtle press=Callback::new(look) busy=busy>"Ik ben ingelogd, ga verder"</Button>
    }
}

/// Why it did not work, from the address; it does not stay there.
fn refusal() -> Option<WorkAccountRefusal> {
    let window = browser::window()?;
    let (location, history) = (window.location(), window.history().ok()?);
    let query = location.search().ok()?;
    let refusal = of_query(&query)?;
    // a refusal only costs that the address keeps its code
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
