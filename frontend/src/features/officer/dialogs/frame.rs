use super::{
    super::{
        dossier::Dossier,
        parts::{CopyButton, Modal, typed_text},
        request::Failed,
    },
    form::{ActForm, Told},
    send::{Changed, Sending},
    without::lead,
};
use crate::{
    messages::officer::{Asks, act_failure, act_text},
    ui::{Button, ButtonLook, ErrorSummary, FieldError, Notice, NoticeLook},
};
use leptos::{html, prelude::*};
use shared::case::{Act, ActKind, act::draft::Draft};

/// An act that a form is for, and the sending of it.
#[derive(Clone, Copy)]
pub struct Acting {
    /// Gives the act, or shows what is wrong.
    take: Callback<(), Option<Act>>,
    sending: Sending,
}

impl Acting {
    /// The act made from the note of a form.
    #[must_use]
    pub fn new<D: Draft<Field: Asks>>(form: ActForm<D>, make: fn(D::Note) -> Act) -> Self {
        let take = Callback::new(move |()| form.try_now().map(make));
        Self::of(form.kind, take, Callback::new(move |told: Told| form.tell(&told)))
    }

    fn of(kind: ActKind, take: Callback<(), Option<Act>>, tell: Callback<Told, bool>) -> Self {
        Self { take, sending: Sending::new(kind, tell) }
    }

    /// The same, with something to do once it was carried out.
    #[must_use]
    pub fn then(self, then: impl Fn() + Send + Sync + 'static) -> Self {
        Self { sending: self.sending.then(Callback::new(move |()| then())), ..self }
    }

    /// Sends it, unless something is wrong.
    pub fn submit(self) {
        if !self.sending.request.is_busy()
            && let Some(act) = self.take.run(())
        {
            self.sending.send(act);
        }
    }

    /// The same, for a button outside the form.
    #[must_use]
    pub fn press(self) -> Callback<()> {
        Callback::new(move |()| self.submit())
    }

    /// Whether it is being sent.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        self.sending.request.busy()
    }
}

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
    let (dossier, text) = (Dossier::here(), act_text(kind));
    let acting = Acting::of(kind, take, tell);
    let close = Callback::new(move |()| dossier.put_away(kind, acting.sending.request.is_busy()));
    let open = Signal::derive(move || dossier.open.get() == Some(kind));
    let buttons = move || {
        view! {
            <div class="row">
                <Button busy=acting.busy()>{text.send}</Button>
                <Button look=ButtonLook::Plain press=close>"Nu niet"</Button>
            </div>
        }
    };
    view! {
        <Modal title=text.title open=open close=close class=if wide { "broad" } else { "" }>
            <ActFields acting=acting errors=errors tried=tried buttons=buttons>
                {Some(lead(kind)).filter(|lead| !lead.is_empty()).map(|lead| view! { <p>{lead}</p> })}
                {children.map(|children| children())}
            </ActFields>
        </Modal>
    }
}

/// The form of an act: its fields between what is wrong and what came of it.
#[component]
pub fn ActFields(
    acting: Acting,
    #[prop(into)] errors: Signal<Vec<FieldError>>,
    #[prop(into)] tried: Signal<u32>,
    /// Below the fields.
    #[prop(optional, into)]
    buttons: ViewFn,
    children: Children,
) -> impl IntoView {
    let request = acting.sending.request;
    let node = NodeRef::<html::Form>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        acting.submit();
    };
    let copy = Callback::new(move |()| node.get_untracked().map(|form| typed_text(&form)).unwrap_or_default());
    let changed = move || request.done().get().flatten().map(|changed| changed_view(changed, copy));
    view! {
        <form class="stack" novalidate node_ref=node on:submit=submit>
            <ErrorSummary errors=errors tried=tried/>
            {children()}
            <div role="alert">{changed}</div>
            <Failed failure=request.failure() words=act_failure/>
            {buttons.run()}
        </form>
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
