use super::{
    super::{page::Page, parts::Heading, request::Failed},
    fields::fields_form,
    history::{History, Waiting},
    lines::list,
    phones::PhonesForm,
    rows::rows_form,
    sharing::SharingForm,
    store::Settings,
    words::{failure, name},
};
use crate::ui::{Link, Notice, NoticeLook, Said};
use leptos::prelude::*;
use shared::{
    access::Role,
    settings::{Part, PartKind},
};

/// The settings: forms for the beheerder, and for AF and FG what holds.
#[component]
pub fn SettingsPage(role: Role) -> impl IntoView {
    let settings = Settings::start();
    let said = settings.changing.done();
    let waiting = Memo::new(move |_| settings.page.with(|page| page.as_ref().and_then(|page| page.waiting.clone())));
    let history = Memo::new(move |_| settings.page.with(|page| page.as_ref().map(|page| page.history.clone())));
    let unreadable = move || settings.page.with(|page| page.as_ref().is_some_and(|page| page.unreadable));
    let back = (role != Role::Administrator)
        .then(|| view! { <p><Link to=Page::ToDo.path()>"Terug naar het begin"</Link></p> });
    view! {
        <div class="wide stack">
            <Heading text="Inrichting" title="Inrichting"/>
            <p class="soft">"Wat er op het scherm van melders en aandachtsfunctionarissen staat. Iedereen die hier komt, ziet
                wie wat veranderde."</p>
            <Said text=Signal::derive(move || said.get().map(str::to_owned))/>
            <Failed failure=settings.changing.failure() words=failure/>
            <Failed failure=settings.reading.failure()/>
            <Show when=unreadable>
                <Notice look=NoticeLook::Danger title="De geschiedenis is niet te lezen">
                    <p>"Wat het laatst getoond werd, geldt. Bel de beheerder van de server."</p>
                </Notice>
            </Show>
            <Show when=move || settings.page.with(Option::is_none)><p class="soft">"Even laden…"</p></Show>
            {move || waiting.get().map(|change| view! { <Waiting change=change role=role/> })}
            <Show when=move || settings.page.with(Option::is_some)>
                {PartKind::ALL.iter().map(|kind| view! { <PartCard kind=*kind role=role/> }).collect_view()}
            </Show>
            {move || history.get().map(|changes| view! { <History changes=changes role=role/> })}
            {back}
        </div>
    }
}

/// One part, folded up. What is in it is made anew only when that part changes, so what is typed in the others stays.
#[component]
fn PartCard(kind: PartKind, role: Role) -> impl IntoView {
    let settings = Settings::here();
    let part = Memo::new(move |_| settings.page.with(|page| page.as_ref().and_then(|page| page.part(kind).cloned())));
    let inside = move || {
        let file = settings.page.with_untracked(|page| page.as_ref().and_then(|page| page.part_of_file(kind).cloned()));
        part.get().map(|part| content(part, file, role))
    };
    view! {
        <details class="card fold">
            <summary><h2>{name(kind)}</h2></summary>
            <div class="stack">{inside}</div>
        </details>
    }
}

fn content(part: Part, file: Option<Part>, role: Role) -> AnyView {
    if let Part::List(_) = part {
        return view! { {list(&part)}<p><Link to=Page::Lists.path()>"Bekijk de signalenlijsten"</Link></p> }.into_any();
    }
    if role != Role::Administrator {
        return list(&part).into_any();
    }
    match part {
        Part::Phones(Some(phones)) => view! { <PhonesForm phones=phones/> }.into_any(),
        Part::Sharing(Some(table)) => view! { <SharingForm table=table/> }.into_any(),
        part @ (Part::Name(_) | Part::Minutes(_) | Part::Retention(_) | Part::Register(_)) => {
            fields_form(&part, file).into_any()
        }
        part @ (Part::Phones(None)
        | Part::Sharing(None)
        | Part::Closed(_)
        | Part::Sources(_)
        | Part::Texts(_)
        | Part::Functions(_)
        | Part::List(_)
        | Part::Processors(_)) => rows_form(&part).into_any(),
    }
}
