use super::{
    super::{
        case::Dossier,
        parts::{CopyButton, Form, Modal, typed_text},
    },
    send::{Sending, Trouble},
};
use crate::{
    messages::officer::command_text,
    ui::{Button, ButtonLook, ErrorSummary, FieldError, Notice, NoticeLook},
};
use leptos::{html, prelude::*};
use shared::case::{Command, CommandKind};

/// The form of a command's dialog.
pub type CommandForm<D> = Form<D, Command>;

/// The dialog of a command around its fields.
#[component]
pub fn CommandDialog<D: Send + Sync + 'static>(
    kind: CommandKind,
    form: CommandForm<D>,
    /// Wide, for a long form.
    #[prop(optional)]
    wide: bool,
    /// The fields; none when it only asks whether one is sure.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let take = Callback::new(move |()| form.try_now());
    view! {
        <Frame kind=kind take=take errors=form.errors tried=form.tried wide=wide>{children.map(|children| children())}</Frame>
    }
}

/// The part that doesn't depend on what is typed.
#[component]
fn Frame(
    kind: CommandKind,
    take: Callback<(), Option<Command>>,
    errors: Signal<Vec<FieldError>>,
    tried: RwSignal<u32>,
    wide: bool,
    children: Children,
) -> impl IntoView {
    let dossier = Dossier::here();
    let sending = Sending::new(kind);
    let text = command_text(kind);
    let node = NodeRef::<html::Form>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !sending.busy.get_untracked()
            && let Some(command) = take.run(())
        {
            sending.send(command);
        }
    };
    let close = Callback::new(move |()| dossier.put_away());
    let copy = Callback::new(move |()| node.get_untracked().map(|form| typed_text(&form)).unwrap_or_default());
    let open = Signal::derive(move || dossier.open.get() == Some(kind));
    view! {
        <Modal title=text.title open=open close=close class=if wide { "broad" } else { "" }>
            <form class="stack" novalidate node_ref=node on:submit=submit>
                {(!text.lead.is_empty()).then_some(view! { <p>{text.lead}</p> })}
                <ErrorSummary errors=errors tried=tried/>
                {children()}
                <div role="alert">{move || sending.trouble.get().map(|trouble| trouble_view(trouble, copy))}</div>
                <div class="row">
                    <Button busy=sending.busy>{text.send}</Button>
                    <Button look=ButtonLook::Plain press=close>"Nu niet"</Button>
                </div>
            </form>
        </Modal>
    }
}

fn trouble_view(trouble: Trouble, copy: Callback<(), String>) -> AnyView {
    match trouble {
        Trouble::Failed(text) => view! { <Notice look=NoticeLook::Danger><p>{text}</p></Notice> }.into_any(),
        Trouble::Changed { who, what, possible } => view! {
            <Notice look=NoticeLook::Wait title=format!("{who} heeft dit dossier intussen veranderd")>
                <p>"Wat je typte, staat er nog. Dit gebeurde er:"</p>
                <ul>{what.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <p>{after_change(possible)}</p>
                <CopyButton label="Kopieer wat ik typte" text=copy/>
            </Notice>
        }
        .into_any(),
    }
}

fn after_change(possible: bool) -> &'static str {
    if possible {
        "Klopt het nog? Verstuur het dan opnieuw."
    } else {
        "Dit kan nu niet meer in dit dossier. Kopieer wat je wilt bewaren."
    }
}
