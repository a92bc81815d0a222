use super::{
    super::{
        dossier::Dossier,
        page::Page,
        request::{Failed, Request},
    },
    store::ask,
};
use crate::{
    messages::day_with_year,
    ui::{Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::{
    case::{Step, meeting::MeetingCommand},
    contract::CaseDetail,
};
use std::sync::Arc;

/// In which werkoverleg a case is discussed, or that an AF asks for it. Nothing for a case that is closed.
#[component]
pub fn MeetingCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let (dossier, request) = (Dossier::here(), Request::<()>::new());
    let (case, asked) = (detail.number, detail.asked_to_discuss);
    let press = Callback::new(move |()| {
        let command = if asked { MeetingCommand::StopAsking { case } } else { MeetingCommand::Ask { case } };
        request.run(ask(command), move |_| dossier.read());
    });
    let planned = detail.meeting.as_ref().map(|one| {
        let text = format!("Werkoverleg van {}", day_with_year(one.plan.day));
        view! { <p><Link to=Page::Meeting(one.id.clone()).path()>{text}</Link></p> }
    });
    let said = asked.then(|| view! { <p>"Gevraagd om te bespreken."</p> });
    let button = if asked { "Toch niet bespreken" } else { "Bespreek in het werkoverleg" };
    (detail.step != Step::Closed).then(|| {
        view! {
            <section class="card">
                <h2>"Werkoverleg"</h2>
                {planned}
                {said}
                <Failed failure=request.failure()/>
                <Button look=ButtonLook::Subtle press=press busy=request.busy()>{button}</Button>
            </section>
        }
    })
}
