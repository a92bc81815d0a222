use super::{
    super::{page::Page, parts::Heading, request::Failed},
    file::Import,
    kept::Kept,
    store::Lists,
};
use crate::ui::{Link, Said};
use leptos::prelude::*;
use shared::access::Role;

/// The lists of signals: the beheerder reads one in, and everybody here can read those of before.
#[component]
pub fn ListsPage(role: Role) -> impl IntoView {
    let lists = Lists::start();
    let said = lists.changing.done();
    let import = move || (role == Role::Administrator && lists.kept.with(Option::is_some)).then(|| view! { <Import/> });
    view! {
        <div class="wide stack">
            <p class="no-print"><Link to=Page::Settings.path()>"‹ Inrichting"</Link></p>
            <Heading text="Signalenlijsten" title="Signalenlijsten"/>
            <p class="soft">"Een melding houdt de zinnen van de lijst waarop zij gemaakt is. Daarom blijft elke lijst bewaard."</p>
            <Said text=said/>
            <Failed failure=lists.changing.failure()/>
            <Failed failure=lists.reading.failure()/>
            <Show when=move || lists.kept.with(Option::is_none)><p class="soft">"Even laden…"</p></Show>
            {import}
            {move || lists.kept.get().map(|all| {
                all.into_iter().map(|kept| view! { <Kept kept=kept role=role/> }).collect_view()
            })}
        </div>
    }
}
