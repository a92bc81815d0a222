//! Sending, and its failures. No input is lost, and a retry is the same report.
use super::{
    super::melding::CodeShown,
    call::{Number, tel},
    deliver::{STATE, start},
    page::MY_REPORT,
    saved,
    store::{Sending, Store},
    work::price_of,
};
use crate::{
    client::Failure,
    messages,
    route::Router,
    ui::{Button, ButtonLook, Notice, NoticeLook, Show, live},
};
use leptos::{ev, prelude::*};

/// How it goes, and the button.
#[component]
pub fn Send() -> impl IntoView {
    let store = Store::here();
    let router = Router::here();
    let press = Callback::new(move |()| start(store, router));
    let busy = Signal::derive(move || matches!(*store.sending.read(), Sending::Busy | Sending::Working));
    let label = move || match &*store.sending.read() {
        Sending::Idle => "Versturen",
        Sending::Busy | Sending::Working => "Bezig met versturen…",
        Sending::Failed(_) | Sending::EarlierVersionIsIn(_) => "Probeer opnieuw",
    };
    view! {
        <div role="status" id=STATE tabindex="-1">{live(move || state(store, router))}</div>
        <Show when=move || !matches!(*store.sending.read(), Sending::EarlierVersionIsIn(_))>
            <div class="go-on"><Button wide=true busy=busy press=press>{label}</Button></div>
        </Show>
    }
}

fn state(store: Store, router: Router) -> AnyView {
    match store.sending.get() {
        Sending::Idle | Sending::Busy => ().into_any(),
        Sending::Working => working().into_any(),
        Sending::Failed(why) => failed(&why).into_any(),
        Sending::EarlierVersionIsIn(code) => earlier(store, router, code).into_any(),
    }
}

/// What happens while the browser computes, and whom to call instead.
fn working() -> impl IntoView {
    view! {
        <Notice look=NoticeLook::Wait title="Nog even geduld: het is heel druk">
            <p>"Er komen nu heel veel meldingen binnen. Daarom lost dit apparaat eerst een som op. Dat duurt meestal een
                paar tellen, op een oude telefoon hoogstens een halve minuut. Daarna gaat je melding vanzelf weg."</p>
            <p>"Wat je typte, blijft bewaard. "{call_kmt("Wil je niet wachten? Bel ")}</p>
        </Notice>
    }
}

/// The number for whoever cannot send it.
fn call_kmt(before: &'static str) -> impl IntoView {
    let number = Number::Kmt.shown();
    view! { {before}{Number::Kmt.who()}": "<a class="utrecht-link" href=tel(&number)>{number.clone()}</a>"." }
}

fn failed(why: &Failure) -> impl IntoView + use<> {
    let online = RwSignal::new(false);
    let listener = window_event_listener(ev::online, move |_| online.set(true));
    on_cleanup(move || listener.remove());
    let busy = price_of(why).is_some();
    let why = messages::failure_by_kind(why);
    view! {
        <Notice look=NoticeLook::Wait title="De melding is nog niet verstuurd">
            <p>{why}</p>
            <p>"Alles wat je typte, staat nog op dit apparaat. Je kunt ook later verder, binnen een dag."</p>
            {busy.then(|| view! { <p>{call_kmt("Lukt het niet? Bel ")}</p> })}
            <Show when=move || online.get()><p><b>"Je hebt weer verbinding. Probeer het opnieuw."</b></p></Show>
        </Notice>
    }
}

fn earlier(store: Store, router: Router, code: String) -> impl IntoView {
    let as_new = move |()| {
        saved::keep_key(None);
        start(store, router);
    };
    view! {
        <Notice look=NoticeLook::Wait title="Een eerdere versie is al binnen">
            <p>"Je melding kwam eerder toch aan. Daarna heb je iets veranderd. De code van wat al binnen is:"</p>
            <CodeShown code=code.clone()/>
            <p>"Bewaar deze code. Wat wil je met de veranderde versie doen?"</p>
            <div class="stack">
                <Button wide=true press=as_new>"Verstuur als nieuwe melding"</Button>
                <form method="post" action=MY_REPORT on:submit=move |_| store.wipe()>
                    <input type="hidden" name="ontvangstcode" value=code/>
                    <Button wide=true look=ButtonLook::Plain>"Niet versturen, laat het zo"</Button>
                </form>
            </div>
        </Notice>
    }
}
