use super::super::super::parts::{Facts, name_of};
use crate::{
    messages::officer::{Told, asked, declined},
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    case::{Entry, Event},
    contract::CaseDetail,
    id::AccountId,
};
use std::sync::Arc;

/// What colleagues ask this AF to agree to, as they proposed it.
#[component]
pub fn Asked(detail: Arc<CaseDetail>) -> impl IntoView {
    let name = |id: &AccountId| name_of(&detail.officers, id);
    detail.asked.iter().map(|pending| shown(asked(pending, name))).collect_view()
}

/// What a colleague answered last, for whoever proposed it, until the work goes on.
#[component]
pub fn Answered(detail: Arc<CaseDetail>) -> impl IntoView {
    answered(&detail).map(|Told { title, facts }| {
        view! { <Notice look=NoticeLook::Wait title=title><Facts facts=facts/></Notice> }
    })
}

pub(super) fn answered(detail: &CaseDetail) -> Option<Told> {
    let looked = |event: &Event| matches!(event, Event::Opened(_) | Event::CareOpened(_));
    let beside = |event: &Event| looked(event) || matches!(event, Event::Remarked(_) | Event::PackKept(_));
    let counts = |entry: &&Entry| !beside(&entry.event);
    let last = detail.timeline.iter().rev().find(counts)?;
    let Event::Declined(no) = &last.event else { return None };
    let name = |id: &AccountId| name_of(&detail.officers, id);
    Some(declined(&name(&last.by), no, name))
}

fn shown(told: Told) -> impl IntoView {
    view! {
        <div class="stack">
            <h3>{told.title}</h3>
            <Facts facts=told.facts/>
        </div>
    }
}
