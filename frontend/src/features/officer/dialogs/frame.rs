use super::{
    super::{
        dossier::Dossier,
        parts::{CopyButton, Modal, typed_text},
        request::Failed,
    },
    form::{ActForm, Told},
    send::{Changed, Sending},
};
use crate::{
    messages::officer::{Asks, act_failure, act_text},
    ui::{Button, ButtonLook, ErrorSummary, FieldError, Notice, NoticeLook},
};
use leptos::{html, prelude::*};
use shared::case::{Act, ActKind, act::draft::Draft};

/// The dialog of an act around its fields.
#[component]
pub fn ActDialog<D: Draft<Field: Asks>>(
    form: ActForm<D>,
    /// The act made from the note.
    make: fn(D::Note) -> Act,
    /// Wide, for a long form.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    let take = Callback::new(move |()| form.try_now().map(make));
    let tell = Callback::new(move |told: Told| form.tell(&told));
    view! {
        <Frame kind=form.kind take=take tell=tell errors=form.errors() tried=form.tried wide=wide>{children()}</Frame>
    }
}

/// The part that doesn't depend on what is typed.
#[component]
pub fn Frame(
    kind: ActKind,
    /// Gives the act, or shows what is wrong.
    take: Callback<(), Option<Act>>,
    /// Shows what the server found; whether there was a field for it.
    #[prop(default = Callback::new(|_| false))]
    tell: Callback<Told, bool>,
    #[prop(optional, into)] errors: Signal<Vec<FieldError>>,
    #[prop(optional, into)] tried: Signal<u32>,
    #[prop(optional)] wide: bool,
    /// The fields; none when it only asks whether one is sure.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let dossier = Dossier::here();
    let sending = Sending::new(kind, tell);
    let text = act_text(kind);
    let node = NodeRef::<html::Form>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !sending.request.is_busy()
            && let Some(act) = take.run(())
        {
            sending.send(act);
        }
    };
    let close = Callback::new(move |()| dossier.put_away(kind, sending.request.is_busy()));
    let copy = Callback::new(move |()| node.get_untracked().map(|form| typed_text(&form)).unwrap_or_default());
    let open = Signal::derive(move || dossier.open.get() == Some(kind));
    let changed = move || sending.request.done().get().flatten().map(|changed| changed_view(changed, copy));
    view! {
        <Modal title=text.title open=open close=close class=if wide { "broad" } else { "" }>
            <form class="stack" novalidate node_ref=node on:submit=submit>
                {(!text.lead.is_empty()).then_some(view! { <p>{text.lead}</p> })}
                <ErrorSummary errors=errors tried=tried/>
                {children.map(|children| children())}
                <div role="alert">{changed}</div>
                <Failed failure=sending.request.failure() words=act_failure/>
                <div class="row">
                    <Button busy=sending.request.busy()>{text.send}</Button>
                    <Button look=ButtonLook::Plain press=close>"Nu niet"</Button>
                </div>
            </form>
        </Modal>
    }
}

fn changed_view(changed: Changed, copy: Callback<(), String>) -> impl IntoView {
    let Changed { who, what, possible } = changed;
    view! {
        <Notice look=NoticeLook::Wait title=format!("{who} heeft dit dossier intussen veranderd")>
            <p>"Wat je typte, staat er nog. Dit gebeurde er:"</p>
            <ul>{what.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <p>{after_change(possible)}</p>
            <CopyButton label="Kopieer wat ik typte" secret=true text=copy/>
        </Notice>
    }
}

fn after_change(possible: bool) -> &'static str {
    if possible {
        "Klopt het nog? Verstuur het dan opnieuw."
    } else {
        "Dit kan nu niet meer in dit dossier. Kopieer wat je wilt bewaren."
    }
}
