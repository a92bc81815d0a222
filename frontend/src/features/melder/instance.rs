use super::{known::Known, store::Store};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{Button, ButtonLook, Notice, NoticeLook, Show, live},
};
use leptos::{prelude::*, task::spawn_local};
use shared::contract::Endpoint;

/// Reads the facts about this instance, unless they are known.
///
/// # Errors
/// The API's problem, or that there is no connection.
pub async fn read_instance(store: Store) -> Result<(), Failure> {
    if store.melding.offered.with_untracked(Option::is_none) {
        let answer = Call::to(Endpoint::Instance).ask::<Known>().await?;
        store.learn(answer.body);
    }
    Ok(())
}

/// Shows its children once the instance is known. Until then it shows that it is loading, or why that failed and how to
/// try again.
#[component]
pub fn InstanceGate(children: ChildrenFn) -> impl IntoView {
    let store = Store::here();
    let failure = RwSignal::new(None::<Failure>);
    let read = Callback::new(move |()| {
        failure.set(None);
        spawn_local(async move {
            if let Err(why) = read_instance(store).await {
                failure.set(Some(why));
            }
        });
    });
    read.run(());
    view! {
        <Show when=move || store.melding.offered.read().is_some() fallback=move || waiting(failure, read)>
            {children()}
        </Show>
    }
}

fn waiting(failure: RwSignal<Option<Failure>>, read: Callback<()>) -> impl IntoView {
    live(move || match failure.get() {
        None => view! { <p class="soft" role="status">"De signalen worden geladen."</p> }.into_any(),
        Some(why) => view! {
            <Notice look=NoticeLook::Wait title="De lijst met signalen is er nu niet" live=true>
                <p>{messages::failure_by_kind(&why)}</p>
                <p>"Je kunt deze stap ook overslaan."</p>
                <Button look=ButtonLook::Plain press=read>"Probeer opnieuw"</Button>
            </Notice>
        }
        .into_any(),
    })
}
