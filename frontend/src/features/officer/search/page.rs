use super::{
    super::{
        page::Page,
        parts::{Form, Heading},
        request::Request,
    },
    form::{Draft, Question, searched},
    found::FoundRows,
};
use crate::{
    client::{Call, Failure},
    ui::{Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::{
    case::RowView,
    contract::{self, Endpoint, SearchQuestion},
};

/// The answers so far, as one.
#[derive(Clone)]
struct Found {
    question: SearchQuestion,
    rows: Vec<RowView>,
    searched: usize,
    answer: contract::SearchPage,
}

/// Searching, what was found, and what is not searched.
#[component]
pub fn SearchPage() -> impl IntoView {
    let form = Form::new("zoek", Draft::default(), Draft::build);
    let request = Request::<()>::new();
    let found = RwSignal::new(None::<Found>);
    let ask = move |question: SearchQuestion, so_far: Option<Found>| {
        request.run(search(question.clone()), move |answer| {
            let (mut rows, before) = so_far.map_or((Vec::new(), 0), |found| (found.rows, found.searched));
            rows.extend(answer.rows.iter().cloned());
            found.set(Some(Found { question, rows, searched: before + answer.searched, answer }));
        });
    };
    let send = move |question| ask(question, None);
    let more = Callback::new(move |()| {
        if let Some(now) = found.get_untracked().filter(|found| found.answer.next.is_some()) {
            ask(SearchQuestion { before: now.answer.next, ..now.question.clone() }, Some(now));
        }
    });
    view! {
        <div class="case-bar"><Link to=Page::ToDo.path()>"‹ Te doen"</Link></div>
        <div class="wide stack">
            <Heading text="Zoeken" title="Zoeken"/>
            <section class="card"><Question form=form request=request send=send/></section>
            <Results found=found/>
            <Show when=move || found.with(|found| found.as_ref().is_some_and(|found| found.answer.next.is_some()))>
                <Button look=ButtonLook::Plain press=more busy=request.busy()>"Zoek verder"</Button>
            </Show>
            <NotSearched/>
        </div>
    }
}

#[component]
fn Results(found: RwSignal<Option<Found>>) -> impl IntoView {
    let said = move || {
        let words = |found: &Found| {
            let count = match found.rows.len() {
                0 => "Niets gevonden.".to_owned(),
                1 => "1 dossier gevonden.".to_owned(),
                more => format!("{more} dossiers gevonden."),
            };
            let (exact, more) = (found.question.is_exact(), found.answer.next.is_some());
            format!("{count} {}", searched(exact, found.searched, more, found.answer.today))
        };
        found.with(|found| found.as_ref().map(words))
    };
    view! {
        <p role="status">{said}</p>
        {move || found.get().map(|found| view! { <FoundRows rows=found.rows/> })}
    }
}

#[component]
fn NotSearched() -> impl IntoView {
    view! {
        <section class="card">
            <h2>"Wat hier niet wordt doorzocht"</h2>
            <ul>
                <li>"Dossiers van collega's die je niet mag zien."</li>
                <li>
                    "De tekst van afgeronde dossiers. Die vind je op nummer, jaar en uitkomst, en op een hele naam, een adres
                    met huisnummer, een telefoonnummer of een kenteken. Hoofdletters, accenten en streepjes maken niet uit.
                    Een deel van een naam of een andere spelling vind je niet."
                </li>
                <li>"Afgeronde dossiers die een vergissing, geen mensenhandel of kwaadwillig bleken, op naam of adres."</li>
                <li>"Naam en telefoonnummer van de melder, in afgeronde dossiers."</li>
                <li>"Wat er over zorg en gezondheid staat."</li>
                <li>"Wat in een gesprek is getypt en nog niet is bewaard."</li>
                <li>"Dossiers die vernietigd zijn."</li>
            </ul>
            <p class="soft">"De FG ziet dat je zocht, niet waarnaar."</p>
        </section>
    }
}

async fn search(question: SearchQuestion) -> Result<contract::SearchPage, Failure> {
    Ok(Call::to(Endpoint::Search).send(&question).await?.body)
}
