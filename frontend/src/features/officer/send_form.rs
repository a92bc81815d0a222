use super::{
    parts::Form,
    request::{Failed, Request},
};
use crate::{
    client::Failure,
    messages,
    ui::{Button, ButtonLook, ErrorSummary},
};
use leptos::prelude::*;

/// A form that sends a request. What has to be corrected is on top and takes the focus; why sending did not succeed is
/// directly above the button that was pressed.
#[component]
pub fn SendForm<D: Send + Sync + 'static, T: Send + Sync + 'static, K: Clone + Send + Sync + 'static>(
    form: Form<D, T>,
    request: Request<K>,
    /// Gets what was typed when nothing is wrong with it.
    #[prop(into)]
    send: Callback<T>,
    /// The text of the button.
    button: &'static str,
    #[prop(optional)] look: ButtonLook,
    /// The text for a failure, where it means more here than usual.
    #[prop(default = messages::failure)]
    words: fn(&Failure) -> String,
    /// A button to leave the form as it is, where it can't be left in another way.
    #[prop(optional, into)]
    leave: Option<Callback<()>>,
    /// The name of the form, where a page has several.
    #[prop(optional, into)]
    label: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !request.is_busy()
            && let Some(body) = form.try_now()
        {
            send.run(body);
        }
    };
    let leave = leave.map(|leave| view! { <Button look=ButtonLook::Plain press=leave>"Nu niet"</Button> });
    view! {
        <form class="stack" novalidate on:submit=submit aria-label=label>
            <ErrorSummary errors=form.errors tried=form.tried/>
            {children()}
            <Failed failure=request.failure() words=words/>
            <div class="row"><Button busy=request.busy() look=look>{button}</Button>{leave}</div>
        </form>
    }
}
