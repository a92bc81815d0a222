use super::{
    super::{
        page::Page,
        parts::Heading,
        request::{Failed, Request},
        session::Session,
    },
    files::Files,
    spans::Spans,
    table::TableOf,
};
use crate::{
    client::Call,
    messages::{day_with_year, officer::half_year},
    ui::{Bound, Link, Notice, NoticeLook, Select, SelectOption},
};
use leptos::prelude::*;
use shared::{
    access::Role,
    contract::{Endpoint, FiguresPage as Answer},
    figures::{FigureTable, Figures},
};

/// The tables before those of time: on paper what came in stands on the left, and what became of it on the right.
const FIRST: [FigureTable; 7] = [
    FigureTable::Subject,
    FigureTable::Team,
    FigureTable::Form,
    FigureTable::Contact,
    FigureTable::Kmt,
    FigureTable::Outcome,
    FigureTable::Referral,
];

/// The figures of a half-year that the user chooses; of the last one at first.
#[component]
pub fn FiguresPage() -> impl IntoView {
    let (answer, reading) = (RwSignal::new(None::<Answer>), Request::<()>::new());
    let chosen = RwSignal::new(String::new());
    let call = Call::to(Endpoint::Figures).by_itself().ask::<Answer>();
    reading.run_by_itself(call, move |got| {
        chosen.set(got.body.figures.first().map(|last| last.half.to_string()).unwrap_or_default());
        answer.set(Some(got.body));
    });
    let is_officer = Session::here().who().is_some_and(|who| who.role == Role::Officer);
    let shown = move || {
        let answer = answer.get()?;
        let chosen = chosen.get();
        let one = answer.figures.iter().find(|one| one.half.to_string() == chosen).or(answer.figures.first());
        Some(one.cloned().map(|figures| view! { <OneHalf figures=figures/> }))
    };
    view! {
        <div class="wide stack figure-page">
            {is_officer.then(|| view! { <p class="not-on-paper"><Link to=Page::ToDo.path()>"‹ Te doen"</Link></p> })}
            <Heading text="Cijfers" title="Cijfers"/>
            <Failed failure=reading.failure()/>
            {move || answer.get().map(|answer| view! { <Which answer=answer chosen=chosen/> })}
            {shown}
            {move || answer.get().filter(|answer| !answer.figures.is_empty()).map(|answer| view! { <Key fingerprint=answer.fingerprint/> })}
        </div>
    }
}

/// Which half-years there are, and when the next one comes.
#[component]
fn Which(answer: Answer, chosen: RwSignal<String>) -> impl IntoView {
    let next = if answer.from > answer.today {
        format!("De {} wordt geteld vanaf {}.", half_year(answer.next), day_with_year(answer.from))
    } else {
        format!("De {} wordt nu geteld.", half_year(answer.next))
    };
    let unreadable: Vec<String> = answer.unreadable.iter().map(|half| half_year(*half)).collect();
    let unreadable = (!unreadable.is_empty()).then(|| view! {
        <Notice look=NoticeLook::Wait title="Niet alle cijfers zijn te lezen">
            <p>{format!("Van de {} niet. Vraag de beheerder om 'meldroute controle'.", unreadable.join(" en de "))}</p>
        </Notice>
    });
    let options: Vec<SelectOption> = answer
        .figures
        .iter()
        .map(|one| SelectOption { value: one.half.to_string(), label: half_year(one.half) })
        .collect();
    let none = options.is_empty().then(|| view! { <p>"Er zijn nog geen cijfers."</p> });
    let choice = (options.len() > 1).then(|| {
        view! {
            <Select id="halfjaar" label="Halfjaar" options=Signal::stored(options) value=Bound::part(chosen, Clone::clone, |slot, half| *slot = half)/>
        }
    });
    view! {
        <div class="stack not-on-paper">
            {unreadable}{none}{choice}
            <p class="soft">{next}</p>
        </div>
    }
}

/// How the KMT knows that a signed file is from here.
#[component]
fn Key(fingerprint: String) -> impl IntoView {
    view! {
        <p class="soft not-on-paper">"Vraagt het KMT van wie een ondertekend bestand is? Lees dan deze vingerafdruk voor: "
            <b class="fingerprint">{fingerprint}</b></p>
    }
}

#[component]
fn OneHalf(figures: Figures) -> impl IntoView {
    let step = figures.step;
    let title = format!("De {}", half_year(figures.half));
    let most = step + step - 1;
    let counted = format!(
        "Geteld op {}. Bij elke rij staat tussen welke aantallen het echte aantal ligt: {step}–{most} is minstens {step} en hoogstens {most}. De ondergrens is dus hoogstens {} te laag. Zo is aan een getal niet te zien om wie het gaat. Wat later is vastgelegd, komt hier niet meer bij.",
        day_with_year(figures.on),
        step - 1
    );
    let hidden = figures.tables.iter().flat_map(|table| &table.rows).any(|row| row.least.is_none());
    let hidden = hidden.then(|| view! { <p>"Een streepje betekent: dit tonen we nooit, hoeveel het er ook zijn."</p> });
    let incomplete = figures.incomplete.then(|| {
        view! {
            <Notice look=NoticeLook::Wait title="Misschien niet volledig">
                <p>"Een deel ontbreekt misschien. Getallen kunnen te laag zijn."</p>
            </Notice>
        }
    });
    let table = |table: FigureTable| view! { <TableOf figures=figures.clone() table=table/> };
    let first = FIRST.map(table).collect_view();
    let signals = table(FigureTable::Signal);
    view! {
        <section class="stack figure-sheet">
            <h2>{title}</h2>
            <p>{counted}</p>
            {hidden}
            {incomplete}
            <Files figures=figures.clone()/>
            <div class="figure-columns">{first}<Spans figures=figures.clone()/>{signals}</div>
        </section>
    }
}
