use super::{
    super::{
        access::AccessNotice,
        awareness::{UpdateRow, update},
        keeping::ReviewsDue,
        later::{OtherPart, PageOf, Parts},
        messages::MessagesLine,
        page::Page,
        paper::PrintButton,
        parts::{Heading, UnreadableNotice, every_minute, on_focus},
        session::{Gemeente, Session},
        settings::SettingsNotice,
        together::are_many,
    },
    line::{Line, lines},
    list::List,
    others::Others,
    part::Part,
    row::WorkRow,
    tabs::Tabs,
    today::Overview,
};
use crate::{
    messages,
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::CasePage;

/// Today's work. It is read again every minute and when the window comes to the front; the focus does not move.
#[component]
pub fn ToDoPage() -> impl IntoView {
    let list = List::new();
    list.refresh();
    every_minute(move || list.refresh_by_itself());
    on_focus(move || list.refresh());
    let (gemeente, me) = (Gemeente::here(), Session::here().account());
    let (calendar, whose) = (gemeente.calendar(), me.clone());
    let shown = Memo::new(move |_| {
        list.page
            .with(|page| page.as_ref().map(|page| lines(page, &calendar, &gemeente.profile.minutes, me.as_ref())))
            .unwrap_or_default()
    });
    let heading = Signal::derive(move || {
        let today = list.page.with(|page| page.as_ref().map(|page| page.today));
        today.map_or_else(|| "Te doen".to_owned(), |day| format!("Vandaag, {}", messages::day(day)))
    });
    let told = Signal::derive(move || {
        list.page.with(|page| page.as_ref().map(|page| page.unreadable.clone()).unwrap_or_default())
    });
    view! {
        <Tabs now=Page::ToDo page=list.page/>
        <AccessNotice/>
        <SettingsNotice/>
        <div class="wide stack">
            <UnreadableNotice told=told/>
            <Waits page=list.page/>
            <ReviewsDue page=list.page/>
            <div>
                <Heading text=heading title="Te doen"/>
                <Overview page=list.page shown=shown me=whose/>
            </div>
            <State list=list/>
            {Part::ALL.map(|part| section(part, shown, list.page)).collect_view()}
            <Others list=list/>
            <More list=list/>
            <PrintButton/>
            <MessagesLine page=list.page/>
        </div>
    }
}

/// That a melder added something to a closed case, that very many reports came, that a colleague stands in with a
/// reason, and reports by phone that are not finished. All of it is rare, so it is not in the first module.
#[component]
fn Waits(page: RwSignal<Option<CasePage>>) -> impl IntoView {
    let any = Memo::new(move |_| {
        let waits = |page: &CasePage| {
            are_many(page) || !page.covers.is_empty() || !page.unfinished.is_empty() || !page.late.is_empty()
        };
        page.with(|page| page.as_ref().is_some_and(waits))
    });
    move || any.get().then(|| view! { <PageOf part=Parts::here().other page=OtherPart::Waits(page)/> })
}

/// A heading with its lines; nothing when there are none.
fn section(part: Part, shown: Memo<Vec<Line>>, page: RwSignal<Option<CasePage>>) -> impl IntoView {
    let mine =
        Memo::new(move |_| shown.with(|all| all.iter().filter(|line| line.part == part).cloned().collect::<Vec<_>>()));
    let due =
        Memo::new(move |_| page.with(|page| update(page.as_ref()?).filter(|(_, when)| Part::of_update(*when) == part)));
    view! {
        <Show when=move || !mine.read().is_empty() || due.get().is_some()>
            <section class="work" aria-label=part.heading()>
                <h2>{part.heading()}</h2>
                <ul class="work-list">
                    {move || due.get().map(|(due, when)| view! { <UpdateRow due=due reminder=when/> })}
                    <For each=move || mine.get() key=Line::clone let(line)><WorkRow line=line/></For>
                </ul>
            </section>
        </Show>
    }
}

/// Says that there is no answer yet, that reading failed, or that there is nothing to do.
#[component]
fn State(list: List) -> impl IntoView {
    let press = Callback::new(move |()| list.refresh());
    let none =
        move || list.page.with(|page| page.as_ref().is_some_and(|page| page.rows.is_empty() && page.update.is_none()));
    view! {
        {move || list.failure.get().map(|failure| view! {
            <Notice look=NoticeLook::Wait live=true title="De lijst kan verouderd zijn">
                <p>{messages::failure(&failure)}</p>
                <Button look=ButtonLook::Plain press=press>"Probeer opnieuw"</Button>
            </Notice>
        })}
        <Show when=move || list.page.with(Option::is_none) && list.failure.with(Option::is_none)>
            <p class="soft" role="status">"Even laden…"</p>
        </Show>
        <Show when=none><p>"Er is nu niets te doen."</p></Show>
    }
}

#[component]
fn More(list: List) -> impl IntoView {
    let more = move || list.page.with(|page| page.as_ref().is_some_and(|page| page.next_page.is_some()));
    let press = Callback::new(move |()| {
        list.pages.update(|pages| *pages += 1);
        list.refresh();
    });
    view! { <Show when=more><Button look=ButtonLook::Plain press=press>"Toon meer dossiers"</Button></Show> }
}
