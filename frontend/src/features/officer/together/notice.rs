//! The notices on the start pages of AF and FG: more reports come in than usual, and what can be done about it.
use super::super::page::Page;
use crate::{
    messages::officer,
    ui::{Link, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{access::Role, contract::CasePage, flood::Flood};

/// New reports from which on somebody may want to close many at once, also when the flood itself is over.
const MANY: usize = 30;

/// Nothing on an ordinary day.
#[component]
pub fn FloodNotice(
    #[prop(into)] flood: Signal<Option<Flood>>,
    /// Who reads it: what to do differs.
    role: Role,
) -> impl IntoView {
    move || {
        flood.get().map(|flood| {
            view! {
                <Notice look=NoticeLook::Wait title="Veel meldingen">
                    <p>{officer::flood(flood)}</p>
                    <p>{officer::flood_advice(role)}</p>
                </Notice>
            }
        })
    }
}

/// Whether [`Many`] has something to say.
pub fn are_many(page: &CasePage) -> bool {
    page.flood.is_some() || page.together > 0 || page.fresh >= MANY
}

/// Says that there is a flood, and leads to where many are closed at once: then, while a proposal waits for somebody,
/// and as long as many are left of it.
#[component]
pub fn Many(page: RwSignal<Option<CasePage>>) -> impl IntoView {
    let flood = Signal::derive(move || page.with(|page| page.as_ref().and_then(|page| page.flood)));
    let waiting = move || page.with(|page| page.as_ref().map_or(0, |page| page.together));
    let leads = move || page.with(|page| page.as_ref().is_some_and(are_many));
    view! {
        <FloodNotice flood=flood role=Role::Officer/>
        <Show when=move || { waiting() > 0 }>
            <Notice look=NoticeLook::Wait title="Samen afsluiten: een voorstel wacht op jou">
                <p>"Een collega stelt voor om veel meldingen samen af te sluiten. Kijk je mee?"</p>
            </Notice>
        </Show>
        <Show when=leads>
            <p><Link to=Page::Together.path()>"Veel meldingen samen afsluiten"</Link></p>
        </Show>
    }
}
